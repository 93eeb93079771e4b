/** What is done with deployments. */
import type { DeploymentList, DeploymentPut } from '../../../schemas/index.js'
import { type Command, type CommandDefinition, type Decision, type Reader, type Rejection, define } from '../../core/command.js'
import { type Deployment, type Manifest, type ManifestStep, type Revision, devicesOf } from '../../core/deployment.js'
import type { Module } from '../../core/module.js'
import { type Page, fittingPage } from '../../core/page.js'
import type { Json } from '../../core/records.js'
import type { Place, Solution } from '../../core/solver/index.js'
import { advancing, changed, solved, unsatisfied } from './change.js'
import { deploymentDocument } from './documents.js'
import { type Modules, problemOf } from './manifest.js'
import { type Known, exclusive, placesOf, readKnown, readParts, unknown } from './read.js'
import { settled, unsent } from './rollout.js'
import { timersOf } from './timers.js'

const LIST_LIMIT = 100

interface PutFacts extends Known {
  readonly modules: Modules
  readonly places: readonly Place[]
  readonly problem: Rejection | undefined
  readonly solution: Solution
}

async function readPut (reader: Reader, command: Command<DeploymentPut>): Promise<PutFacts> {
  const manifest = manifestOf(command.body)
  const found = await Promise.all(Object.entries(manifest.modules).map(async ([name, id]) => [name, await reader.record('module', id) as Module | undefined] as const))
  const modules: Modules = Object.fromEntries(found)
  const known = await readKnown(reader, command)
  const places = placesOf(reader)
  const problem = triggerProblem(manifest, reader) ?? problemOf(manifest, modules, reader.expressionProblem)
  const solution = problem === undefined ? solved({ manifest, modules: modules as Revision['modules'] }, places, { before: known.deployment?.current.placement }) : { placement: {}, unsatisfiable: {} }
  const parts = await readParts(reader, command.entity, devicesOf(solution))
  return { ...known, parts: new Map([...known.parts, ...parts]), modules, places, problem, solution }
}

const put = define<DeploymentPut, PutFacts>({
  key: 'deployments/put',
  audited: true,
  order: exclusive,
  read: readPut,
  decide ({ deployment: before, modules, places, problem, solution: { placement, unsatisfiable }, parts, runs }, { entity, principal, now, body }): Decision {
    const manifest = manifestOf(body)
    if (problem !== undefined) return { reject: problem }
    const { revision = (before?.highest ?? 0) + 1 } = body
    if (before !== undefined && isSame(before, manifest, body.revision)) return { transitions: [], reply: deploymentDocument(before) }
    if (before !== undefined && revision <= before.highest) return { reject: { code: 'stale-revision', message: `revision ${before.highest} is there already: put a higher one` } }
    if (Object.keys(unsatisfiable).length > 0) return { reject: unsatisfied(unsatisfiable, places.length) }
    const current: Revision = { revision, manifest, modules: modules as Revision['modules'], placement }
    const after = settled({
      id: entity,
      v: Math.max((before?.v ?? 0) + 1, now),
      state: 'deploying',
      current,
      former: before && formerOf(before),
      highest: revision,
      devices: unsent(devicesOf(current)),
      timers: timersOf(manifest, now),
      since: now,
      createdBy: before?.createdBy ?? principal
    }, now)
    // Who has gone offline since it was solved is looked for once it is written.
    return { transitions: changed(before, after, parts), reply: deploymentDocument(after), follow: [{ key: 'deployments/heal', entity, body: {} }, ...advancing(runs)] }
  }
})

function triggerProblem ({ triggers = [] }: Manifest, reader: Reader): Rejection | undefined {
  for (const [index, { topic }] of triggers.entries()) {
    const problem = topic === undefined ? undefined : reader.filterProblem(topic)
    if (problem !== undefined) return { code: 'invalid', message: `\`triggers[${index}].topic\`: ${problem}` }
  }
  return undefined
}

function isSame ({ current }: Deployment, manifest: Manifest, revision: number | undefined): boolean {
  return JSON.stringify(current.manifest) === JSON.stringify(manifest) && (revision ?? current.revision) === current.revision
}

/** What was ready last. */
function formerOf ({ state, current, former }: Deployment): Revision | undefined {
  return state === 'ready' || state === 'degraded' ? current : former
}

function manifestOf ({ modules, steps, result, triggers, policy = {} }: DeploymentPut): Manifest {
  return { modules, steps: steps as Readonly<Record<string, ManifestStep & { readonly args?: Readonly<Record<string, Json>> }>>, result, triggers, policy }
}

const get = define<object, Known>({
  key: 'deployments/get',
  order: exclusive,
  read: readKnown,
  decide: ({ deployment }) => deployment === undefined ? { reject: unknown } : { transitions: [], reply: deploymentDocument(deployment) }
})

const remove = define<object, Known>({
  key: 'deployments/remove',
  audited: true,
  order: exclusive,
  read: readKnown,
  decide ({ deployment, parts, runs }): Decision {
    if (deployment === undefined) return { reject: unknown }
    return { transitions: changed(deployment, undefined, parts), reply: deploymentDocument(deployment), follow: advancing(runs) }
  }
})

const list = define<DeploymentList, Page>({
  key: 'deployments/list',
  order: () => undefined,
  read: (reader, { body }) => fittingPage(
    limit => reader.page('deployment', () => true, limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(deploymentDocument(record as Deployment))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { deployments: records.map(record => deploymentDocument(record as Deployment)), cursor } })
})

export const manageCommands: readonly CommandDefinition[] = [put, get, remove, list]
