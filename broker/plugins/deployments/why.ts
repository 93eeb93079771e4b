/** Why each step of a deployment is where it is. */
import { type Command, type CommandDefinition, type Decision, type Reader, define } from '../../core/command.js'
import type { Deployment } from '../../core/deployment.js'
import { type Place, type Verdict, explain } from '../../core/solver/index.js'
import { tooOften, wantedOf } from './change.js'
import { exclusive, placesOf, unknown } from './read.js'

interface Facts { readonly deployment: Deployment | undefined, readonly places: readonly Place[] }

export const why: CommandDefinition = define<object, Facts>({
  key: 'deployments/why',
  order: exclusive,
  read: async (reader: Reader, { entity }: Command<unknown>) => ({ deployment: await reader.record('deployment', entity) as Deployment | undefined, places: await placesOf(reader, entity) }),
  decide ({ deployment, places }, _, { limits }): Decision {
    if (deployment === undefined) return { reject: unknown }
    const { id, state, current, failing } = deployment
    const verdicts = explain(wantedOf(current), places, current.manifest.policy, current.placement, { weights: limits.scoreWeights, failing: tooOften(failing) })
    const reply = (most: number): object => ({ deployment: id, revision: current.revision, state, steps: told(verdicts, current.placement, most) })
    return { transitions: [], reply: fitting(reply, places.length, limits.valueBytes) }
  }
})

function told (verdicts: Readonly<Record<string, readonly Verdict[]>>, placement: Readonly<Record<string, string>>, most: number): object {
  return Object.fromEntries(Object.entries(verdicts).map(([step, devices]) => [step, { device: placement[step], devices: devices.slice(0, most), ...devices.length > most && { more: true } }]))
}

/** As many devices of each step as one message holds. */
function fitting (reply: (most: number) => object, count: number, bytesMax: number): object {
  let most = count
  while (most > 0 && Buffer.byteLength(JSON.stringify(reply(most))) > bytesMax) most = Math.floor(most / 2)
  return reply(most)
}
