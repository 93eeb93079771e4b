/** What commands about deployments read. */
import type { Command, Reader, Rejection } from '../../core/command.js'
import { type Deployment, linkId, linksOf } from '../../core/deployment.js'
import type { Execution } from '../../core/execution.js'
import type { StoredRecord } from '../../core/records.js'
import type { Place } from '../../core/solver/index.js'
import type { Links } from './change.js'

export const exclusive = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `deployment ${entity}` })
export const unknown: Rejection = { code: 'unknown-deployment', message: 'there is no such deployment' }

export interface Known {
  readonly deployment: Deployment | undefined
  /** That are under way. */
  readonly runs: readonly Execution[]
  readonly links: Links
}

export async function readKnown (reader: Reader, { entity }: Command<unknown>): Promise<Known> {
  const deployment = await reader.record('deployment', entity) as Deployment | undefined
  const runs = await reader.held('execution', entity) as readonly Execution[]
  return { deployment, runs, links: await readLinks(reader, entity, linksOf(deployment)) }
}

export async function readLinks (reader: Reader, deployment: string, from: readonly string[]): Promise<Links> {
  const found = await Promise.all(from.map(async one => [one, await reader.record('link', linkId(one, deployment))] as const))
  return new Map(found.filter((one): one is readonly [string, StoredRecord] => one[1] !== undefined))
}

const PAGE = 200

/** @param deployment what itself has there is no obstacle to it */
export async function placesOf (reader: Reader, deployment: string): Promise<readonly Place[]> {
  const taken = new Map<string, number>()
  let cursor: string | undefined
  do {
    const page = await reader.page('deployment', ({ id }) => id !== deployment, PAGE, cursor)
    for (const other of page.records as readonly Deployment[]) for (const [device, bytes] of memoryOf(other)) taken.set(device, (taken.get(device) ?? 0) + bytes)
    cursor = page.cursor
  } while (cursor !== undefined)
  return [...reader.candidates()].map(({ device, load, held }) => ({ device, load, held, taken: taken.get(device.id) }))
}

/** Looked at again for each that is solved. */
const memories = new WeakMap<Deployment, ReadonlyMap<string, number>>()

function memoryOf (deployment: Deployment): ReadonlyMap<string, number> {
  const known = memories.get(deployment)
  if (known !== undefined) return known
  const found = memoryIn(deployment)
  memories.set(deployment, found)
  return found
}

/** By device, as much as it may ever need. */
function memoryIn ({ current: { placement, manifest: { steps }, modules } }: Deployment): ReadonlyMap<string, number> {
  const there = new Map<string, Set<string>>()
  for (const [step, device] of Object.entries(placement)) there.set(device, (there.get(device) ?? new Set()).add(steps[step]?.module ?? ''))
  return new Map([...there].map(([device, names]) => [device, [...names].reduce((sum, name) => sum + (modules[name]?.memoryBytes ?? 0), 0)]))
}
