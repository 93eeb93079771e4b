/** What commands about deployments read. */
import type { Command, Reader, Rejection } from '../../core/command.js'
import { type Deployment, concerned, partId } from '../../core/deployment.js'
import type { Execution } from '../../core/execution.js'
import type { StoredRecord } from '../../core/records.js'
import type { Place } from '../../core/solver/index.js'
import type { Parts } from './change.js'

export const exclusive = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `deployment ${entity}` })
export const unknown: Rejection = { code: 'unknown-deployment', message: 'there is no such deployment' }

export interface Known {
  readonly deployment: Deployment | undefined
  /** That are under way. */
  readonly runs: readonly Execution[]
  readonly parts: Parts
}

export async function readKnown (reader: Reader, { entity }: Command<unknown>): Promise<Known> {
  const deployment = await reader.record('deployment', entity) as Deployment | undefined
  const runs = await reader.held('execution', entity) as readonly Execution[]
  return { deployment, runs, parts: await readParts(reader, entity, concerned(deployment)) }
}

export async function readParts (reader: Reader, deployment: string, devices: readonly string[]): Promise<Parts> {
  const found = await Promise.all(devices.map(async device => [device, await reader.record('part', partId(device, deployment))] as const))
  return new Map(found.filter((one): one is readonly [string, StoredRecord] => one[1] !== undefined))
}

export function placesOf (reader: Reader): readonly Place[] {
  return [...reader.candidates()].map(({ device, load, held }) => ({ device, load, held }))
}
