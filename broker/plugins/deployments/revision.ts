/** How a new revision is made: put by somebody, or by itself where a module that it uses has a newer version. */
import { type Command, type CommandDefinition, type Decision, type Reader, type Rejection, define } from '../../core/command.js'
import { type Deployment, type Manifest, type Revision, devicesOf, linksOfManifest, upstreams } from '../../core/deployment.js'
import { type Module, moduleId } from '../../core/module.js'
import { newestOf, refOf } from '../../core/module-version.js'
import type { Place, Solution } from '../../core/solver/index.js'
import { versionsOf } from '../modules/index.js'
import { advancing, changed, headOf, solved, unsatisfied } from './change.js'
import { type Modules, problemOf } from './manifest.js'
import { type Known, exclusive, placesOf, readKnown, readLinks } from './read.js'
import { byHand, settled, unsent } from './rollout.js'
import { timersOf } from './timers.js'

/** A manifest with the versions that there are now, and where its steps would go. */
export interface Wanted extends Known {
  readonly manifest: Manifest
  readonly modules: Modules
  readonly places: readonly Place[]
  readonly problem: Rejection | undefined
  readonly solution: Solution
}

export async function readWanted (reader: Reader, known: Known, id: string, manifest: Manifest): Promise<Wanted> {
  const found = await Promise.all(Object.entries(manifest.modules).map(async ([name, ref]) => [name, await newest(reader, ref)] as const))
  const modules: Modules = Object.fromEntries(found)
  const places = await placesOf(reader, id)
  const problem = await triggerProblem(reader, id, manifest) ?? problemOf(manifest, modules, reader.expressionProblem)
  const solution = problem === undefined ? solved({ manifest, modules: modules as Revision['modules'] }, places, { before: known.deployment?.current.placement, weights: reader.limits.scoreWeights }) : { placement: {}, unsatisfiable: {} }
  const links = await readLinks(reader, id, [...devicesOf(solution), ...linksOfManifest(manifest)])
  return { ...known, links: new Map([...known.links, ...links]), manifest, modules, places, problem, solution }
}

async function newest (reader: Reader, text: string): Promise<Module | undefined> {
  const ref = refOf(text)
  return ref.range === '' ? await reader.record('module', moduleId(ref.name, ref.version)) as Module | undefined : newestOf(ref, await versionsOf(reader, ref.name))
}

async function triggerProblem (reader: Reader, id: string, manifest: Manifest): Promise<Rejection | undefined> {
  for (const [index, { topic }] of (manifest.triggers ?? []).entries()) {
    const problem = topic === undefined ? undefined : reader.filterProblem(topic)
    if (problem !== undefined) return { code: 'invalid', message: `\`triggers[${index}].topic\`: ${problem}` }
  }
  return await circleProblem(reader, [id], manifest, new Set())
}

/** @param path the deployments from this one on, each executed by the next */
async function circleProblem (reader: Reader, path: readonly string[], manifest: Manifest, seen: Set<string>): Promise<Rejection | undefined> {
  for (const upstream of upstreams(manifest)) {
    if (path[0] === upstream) return { code: 'invalid', message: `\`triggers\`: the deployments execute each other in a circle: ${[...path, upstream].reverse().join(' → ')}` }
    if (seen.has(upstream)) continue
    seen.add(upstream)
    const deployment = await reader.record('deployment', upstream) as Deployment | undefined
    if (deployment === undefined && path.length === 1) return { code: 'unknown-deployment', message: `\`triggers\`: there is no deployment ${upstream}: put it first` }
    const problem = deployment && await circleProblem(reader, [...path, upstream], deployment.current.manifest, seen)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** Its devices have nothing of it yet. */
export function revised ({ deployment: before, manifest, modules, solution }: Wanted, { id, revision, principal, now }: { readonly id: string, readonly revision: number, readonly principal: string, readonly now: number }): Deployment {
  const current: Revision = { revision, manifest, modules: modules as Revision['modules'], placement: solution.placement }
  return settled({
    id,
    v: Math.max((before?.v ?? 0) + 1, now),
    state: 'deploying',
    current,
    former: before && formerOf(before),
    highest: revision,
    devices: unsent(devicesOf(current)),
    paused: before && byHand(before),
    timers: timersOf(manifest, now),
    since: now,
    createdBy: before?.createdBy ?? principal
  }, now)
}

/** What was ready last. */
function formerOf ({ wasReady, current, former }: Deployment): Revision | undefined {
  return wasReady === true ? current : former
}

export function idsOf (modules: Modules): readonly string[] {
  return Object.values(modules).flatMap(module => module?.id ?? []).sort()
}

/** A module that it uses may have a newer version. */
const update = define<object, Wanted | undefined>({
  key: 'deployments/update',
  order: exclusive,
  async read (reader, command) {
    const known = await readKnown(reader, command)
    return known.deployment && await readWanted(reader, known, command.entity, known.deployment.current.manifest)
  },
  decide: (wanted, command) => wanted?.deployment === undefined ? { transitions: [] } : updated(wanted, wanted.deployment, command)
})

function updated (wanted: Wanted, before: Deployment, { entity, now }: Command<object>): Decision {
  const { modules, problem, solution: { unsatisfiable }, places, links, runs } = wanted
  const ids = idsOf(modules)
  const isThere = ids.join() === idsOf(before.current.modules).join()
  if ((isThere && before.behind === undefined) || ids.join() === before.failed?.modules?.join()) return { transitions: [] }
  const v = Math.max(before.v + 1, now)
  if (isThere) return { transitions: changed(before, settled({ ...before, v, behind: undefined }, now), links) }
  const newer = ids.filter(id => !idsOf(before.current.modules).includes(id)).join(', ')
  if (problem !== undefined) {
    const failed = { revision: before.highest + 1, errors: { [newer]: problem.message ?? problem.code }, modules: ids }
    return { transitions: changed(before, { ...before, v, highest: failed.revision, failed, behind: undefined }, links) }
  }
  if (Object.keys(unsatisfiable).length > 0) {
    const behind = `${newer}: ${headOf(unsatisfied(unsatisfiable, places.length))}`
    return { transitions: behind === before.behind ? [] : changed(before, settled({ ...before, v, behind }, now), links) }
  }
  const after = revised(wanted, { id: entity, revision: before.highest + 1, principal: before.createdBy, now })
  return { transitions: changed(before, after, links), follow: [{ key: 'deployments/heal', entity, body: {} }, ...advancing(runs)] }
}

export const revisionCommands: readonly CommandDefinition[] = [update]
