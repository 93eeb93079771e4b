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

export function placesOf (reader: Reader): readonly Place[] {
  return [...reader.candidates()].map(({ device, load, held }) => ({ device, load, held }))
}
