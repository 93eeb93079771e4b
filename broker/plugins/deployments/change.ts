/** From one state of a deployment to the next: what is written, and what is told of it. Pure. */
import type { Internal, Rejection, Transition } from '../../core/command.js'
import { inOrder } from '../../core/graph.js'
import { type Deployment, type Link, type ManifestStep, type Revision, concerned, linkId, linksOf } from '../../core/deployment.js'
import type { Effect } from '../../core/effects.js'
import type { Module } from '../../core/module.js'
import type { StoredRecord } from '../../core/records.js'
import { type Place, type Solution, type Wanted, type ScoreWeights, solve } from '../../core/solver/index.js'
import { deploymentDocument, partDocument } from './documents.js'

/** The records by which it is found, those that are there. */
export type Links = ReadonlyMap<string, StoredRecord>

/** Who has a part is told it where it is another than before; who had one and has none any more, that it is gone. */
export function changed (before: Deployment | undefined, after: Deployment | undefined, links: Links): readonly Transition[] {
  const id = (after ?? before)?.id ?? ''
  const devices = [...new Set([...concerned(before), ...concerned(after)])]
  const has = linksOf(after)
  const effects = devices.flatMap(device => partTold(before, after, device, id))
  const own: Transition = { change: { kind: 'deployment', id, expect: before?.v ?? 0, record: after ?? null }, notes: isListening(before) || isListening(after) ? [{ type: 'deployment', id, after }] : [], effects: [...stateTold(before, after, id), ...effects] }
  const index = [...new Set([...linksOf(before), ...has])].flatMap(from => indexed(from, id, has.includes(from), links.get(from)))
  // Who is offline by now looks for it here: it must be found before it is counted on.
  return after === undefined ? [own, ...index] : [...index, own]
}

/** Whether nodes have to know it. */
function isListening (deployment: Deployment | undefined): boolean {
  return deployment?.current.manifest.triggers?.some(({ topic }) => topic !== undefined) === true
}

/** Not where only the time of the next look is another. */
function stateTold (before: Deployment | undefined, after: Deployment | undefined, id: string): Effect[] {
  if (after === undefined) return [{ type: 'gone', kind: 'deployment', id }]
  const isSame = before !== undefined && JSON.stringify(deploymentDocument({ ...before, v: 0 })) === JSON.stringify(deploymentDocument({ ...after, v: 0 }))
  return isSame ? [] : [{ type: 'state', kind: 'deployment', record: after }]
}

function partTold (before: Deployment | undefined, after: Deployment | undefined, device: string, deployment: string): Effect[] {
  const [was, is] = [before && partDocument(before, device), after && partDocument(after, device)]
  return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ type: 'part', device, deployment, part: is }]
}

function indexed (from: string, deployment: string, isThere: boolean, was: StoredRecord | undefined): Transition[] {
  const id = linkId(from, deployment)
  if (isThere === (was !== undefined)) return []
  const record: Link | null = isThere ? { id, v: 1, from, deployment } : null
  return [{ change: { kind: 'link', id, expect: was?.v ?? 0, record }, notes: [], effects: [] }]
}

/** @param fixed steps that stay where they are, whatever is true of the device now */
export function solved (revision: Pick<Revision, 'manifest' | 'modules'>, places: readonly Place[], given: { readonly before?: Revision['placement'], readonly fixed?: Revision['placement'], readonly failing?: Deployment['failing'], readonly weights?: ScoreWeights } = {}): Solution {
  return solve(wantedOf(revision), places, revision.manifest.policy, given)
}

export function wantedOf ({ manifest: { steps }, modules }: Pick<Revision, 'manifest' | 'modules'>): readonly Wanted[] {
  return inOrder(steps).order.map(name => {
    const step = steps[name] as ManifestStep
    return { ...step, name, of: modules[step.module] as Module }
  })
}

/** So many of those that were left out are told for each step. */
const TOLD_MAX = 20

export function unsatisfied (steps: Solution['unsatisfiable'], known: number): Rejection {
  const left = Object.keys(steps)
  const told = Object.fromEntries(left.map(name => [name, (steps[name] ?? []).slice(0, TOLD_MAX)]))
  return { code: 'unsatisfiable', message: known === 0 ? 'no devices are known' : `none of ${known} devices fits ${left.join(', ')}: \`steps\` tells why`, steps: told }
}

/** So often in a row a step may fail on a device. */
export const FAILS_MAX = 3

export function tooOften (failing: Deployment['failing'] = {}): NonNullable<Deployment['failing']> {
  return Object.fromEntries(Object.entries(failing).map(([step, fails]) => [step, Object.fromEntries(Object.entries(fails).filter(([, count]) => count >= FAILS_MAX))]))
}

/** Without where more is told. */
export function headOf ({ message = '' }: Rejection): string {
  return message.split(':')[0] ?? ''
}

/** Runs that are under way look at it anew. */
export function advancing (runs: readonly StoredRecord[]): readonly Internal[] {
  return runs.map(({ id }) => ({ key: 'executions/advance', entity: id, body: {} }))
}
