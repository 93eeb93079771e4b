/** What is told of deployments. Pure. */
import type { Deployment, Link, Revision } from '../../core/deployment.js'
import { type Indexes, type StoredRecord, own } from '../../core/records.js'
import type { Module } from '../../core/module.js'
import { moduleDocument } from '../modules/index.js'

export function deploymentDocument ({ id, current, former, state, devices, failed, paused, lost, problem, behind, since, createdBy, v }: Deployment): object {
  const { revision, manifest, placement, modules } = current
  const versions = Object.fromEntries(Object.entries(modules).map(([name, { version }]) => [name, version]))
  return { deployment: id, revision, state, ...manifest, versions, placement, devices, former: former?.revision, failed: failed && { revision: failed.revision, errors: failed.errors }, paused, lost, problem: problem ?? behind, since, createdBy, v }
}

/** What one device is to have of it; undefined where nothing. */
export function partDocument ({ id, current, former, devices }: Deployment, device: string): object | undefined {
  const isPending = own(devices, device)?.state === 'pending'
  const now = isPending ? undefined : partOf(current, device)
  const before = former && partOf(former, device)
  if (now === undefined) return before && { deployment: id, ...before }
  return { deployment: id, ...now, former: before }
}

function partOf ({ revision, manifest, modules, placement }: Revision, device: string): object | undefined {
  const steps = Object.entries(manifest.steps).filter(([name]) => placement[name] === device)
  if (steps.length === 0) return undefined
  const used = [...new Set(steps.map(([, { module }]) => module))]
  return {
    revision,
    modules: Object.fromEntries(used.map(name => [name, moduleDocument(modules[name] as Module)])),
    steps: Object.fromEntries(steps.map(([name, { module, function: called }]) => [name, { module, function: called }]))
  }
}

export function deploymentIndexes (record: StoredRecord): Indexes {
  return { deadline: (record as Deployment).deadline }
}

export function linkIndexes (record: StoredRecord): Indexes {
  return { holder: (record as Link).from }
}
