/**
 * What happens to deployments by itself: a device that is lost, cordoned or
 * fails again and again is left out, what it carried is solved anew, and all
 * else stays where it is.
 */
import { own } from '../../core/records.js'
import { type Command, type CommandDefinition, type Decision, type Reader, define } from '../../core/command.js'
import { type Deployment, type Link, type Revision, devicesOf } from '../../core/deployment.js'
import type { Device } from '../../core/device.js'
import type { Place, ScoreWeights } from '../../core/solver/index.js'
import { FAILS_MAX, advancing, changed, headOf, solved, tooOften, unsatisfied } from './change.js'
import { type Known, exclusive, placesOf, readKnown, readLinks } from './read.js'
import { MOVE_AFTER_MS, settled } from './rollout.js'
import { type Firing, firingsOf, wound } from './timers.js'
import { RUNNING_MAX, begin } from '../executions/index.js'

/** A device has come, gone, or been cordoned: each deployment that has something on it looks at it. */
const moved = define<object, readonly Link[]>({
  key: 'deployments/moved',
  order: () => undefined,
  read: async (reader, { entity }) => await reader.held('link', entity) as readonly Link[],
  decide: links => ({ transitions: [], follow: links.map(({ deployment }) => ({ key: 'deployments/heal', entity: deployment, body: {} })) })
})

type Devices = ReadonlyMap<string, Device | undefined>

interface HealFacts extends Known {
  readonly next: Deployment | undefined
  /** Begun by now. */
  readonly firings: readonly Firing[]
}

/** A step has failed or ended well. */
interface Outcome { readonly step: string, readonly device: string, readonly isWell: boolean }

async function readHeal (reader: Reader, command: Command<Partial<Outcome>>): Promise<HealFacts> {
  const known = await readKnown(reader, command)
  const { deployment } = known
  const placed = deployment === undefined ? [] : devicesOf(deployment.current)
  const devices = await Promise.all(placed.map(async id => [id, await reader.record('device', id) as Device | undefined] as const))
  const next = deployment && await healed(deployment, new Map(devices), reader, command)
  const links = next && await readLinks(reader, command.entity, devicesOf(next.current))
  const due = deployment === undefined || known.runs.length >= RUNNING_MAX ? [] : firingsOf(deployment, command.now)
  const isBegun = await Promise.all(due.map(({ run }) => reader.record('execution', run)))
  return { ...known, next, links: new Map([...known.links, ...links ?? []]), firings: due.filter((_, index) => isBegun[index] === undefined) }
}

function heal (key: string): CommandDefinition {
  return define<Partial<Outcome>, HealFacts>({ key, order: exclusive, read: readHeal, decide: healing })
}

function healing ({ deployment, next, links, runs, firings }: HealFacts, { now }: Command<unknown>): Decision {
  if (deployment === undefined || next === undefined) return { transitions: [] }
  if (JSON.stringify({ ...next, v: deployment.v }) === JSON.stringify(deployment)) return { transitions: [] }
  // Before it is noted that they are over: after a crash between the two they are found begun.
  const begun = firings.map(({ run, trigger, at }) => begin(deployment, { run, trigger, args: JSON.stringify({ at }), submitter: deployment.createdBy }, now))
  const look = next.behind === undefined ? [] : [{ key: 'deployments/update', entity: deployment.id, body: {} }]
  const concerned = isElsewhere(deployment, next) ? runs : []
  return { transitions: [...begun.flat(), ...changed(deployment, next, links)], follow: [...look, ...advancing([...concerned, ...firings.map(({ run }) => ({ id: run, v: 1 }))])] }
}

/** Whether a run may go on otherwise than before: there may be thousands. */
function isElsewhere ({ current, devices }: Deployment, next: Deployment): boolean {
  return JSON.stringify([current.placement, devices]) !== JSON.stringify([next.current.placement, next.devices])
}

async function healed (deployment: Deployment, devices: Devices, reader: Reader, { body: outcome, now }: Command<Partial<Outcome>>): Promise<Deployment> {
  const before = { ...deployment, timers: wound(deployment, now), failing: failingAfter(deployment, outcome), lost: lostOf(deployment, devices, now) }
  const { current } = before
  const going = Object.keys(current.manifest.steps).filter(step => mustGo(before, step, devices, now))
  const next = going.length === 0 ? { ...before, problem: undefined } : replaced(before, going, devices, await placesOf(reader, deployment.id), reader.limits.scoreWeights)
  return settled({ ...next, v: Math.max(deployment.v + 1, now) }, now)
}

function lostOf ({ lost = {}, current }: Deployment, devices: Devices, now: number): Deployment['lost'] {
  const away = devicesOf(current).filter(id => devices.get(id)?.state === 'offline')
  return away.length === 0 ? undefined : Object.fromEntries(away.map(id => [id, own(lost, id) ?? now]))
}

function failingAfter ({ failing }: Deployment, { step, device, isWell }: Partial<Outcome>): Deployment['failing'] {
  if (step === undefined || device === undefined) return failing
  const { [device]: fails = 0, ...others } = own(failing, step) ?? {}
  return { ...failing, [step]: isWell === true ? others : { ...others, [device]: fails + 1 } }
}

function mustGo ({ current: { placement, manifest: { policy } }, lost = {}, failing = {} }: Deployment, step: string, devices: Devices, now: number): boolean {
  const id = own(placement, step)
  const device = id === undefined ? undefined : devices.get(id)
  if (id === undefined || device === undefined || device.cordoned !== undefined) return true
  const { moveAfterMs = MOVE_AFTER_MS } = policy
  const since = own(lost, id)
  return (since !== undefined && now >= since + moveAfterMs) || (own(own(failing, step), id) ?? 0) >= FAILS_MAX
}

/** Solved anew for these steps alone. */
function replaced (deployment: Deployment, going: readonly string[], devices: Devices, places: readonly Place[], weights: ScoreWeights): Deployment {
  const { current } = deployment
  const fixed = Object.fromEntries(Object.entries(current.placement).filter(([step]) => !going.includes(step)))
  const { placement, unsatisfiable } = solved(current, places, { fixed, failing: tooOften(deployment.failing), weights })
  const isLeft = Object.keys(unsatisfiable).length > 0
  // Where there is no other, it stays with the one that may come back.
  const stays = Object.fromEntries(going.flatMap(step => {
    const id = own(current.placement, step)
    return id !== undefined && devices.get(id) !== undefined ? [[step, id]] : []
  }))
  const next: Revision = { ...current, placement: { ...isLeft ? stays : {}, ...placement } }
  return { ...deployment, current: next, devices: devicesAfter(deployment, next), problem: isLeft ? `${headOf(unsatisfied(unsatisfiable, places.length))}: deployments/${deployment.id}/why tells more` : undefined, lost: lostAfter(deployment.lost, next) }
}

const SENT = { state: 'sent' } as const

/** Who gets other steps than before has to say ready again. */
function devicesAfter ({ current, devices }: Deployment, next: Revision): Deployment['devices'] {
  const stepsOn = ({ placement }: Revision, device: string): string => Object.keys(placement).filter(step => placement[step] === device).sort().join()
  return Object.fromEntries(devicesOf(next).map(id => [id, stepsOn(current, id) === stepsOn(next, id) ? own(devices, id) ?? SENT : SENT]))
}

function lostAfter (lost: Deployment['lost'] = {}, next: Revision): Deployment['lost'] {
  const placed = devicesOf(next)
  const left = Object.entries(lost).filter(([id]) => placed.includes(id))
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

/** Once nothing of it runs any more, the revision before goes. */
const settle = define<object, Known>({
  key: 'deployments/settle',
  order: exclusive,
  read: readKnown,
  decide ({ deployment, links, runs }, { now }): Decision {
    if (deployment?.former === undefined || deployment.state !== 'ready') return { transitions: [] }
    const { revision } = deployment.former
    if (runs.some(run => run.revision === revision)) return { transitions: [] }
    return { transitions: changed(deployment, { ...deployment, v: Math.max(deployment.v + 1, now), former: undefined }, links) }
  }
})

export const healingCommands: readonly CommandDefinition[] = [moved, heal('deployments/heal'), heal('deployments/deadline'), heal('deployments/outcome'), settle]
