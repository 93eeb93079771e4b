/** What is told of deployments. */
import type { Deployment } from '../../core/deployment.js'
import type { Module } from '../../core/module.js'
import { moduleDocument } from '../modules/index.js'

export function deploymentDocument ({ id, revision, state, manifest, placement, devices, since, createdBy, v }: Deployment): object {
  return { deployment: id, revision, state, ...manifest, placement, devices, since, createdBy, v }
}

/** What one device is to have of it; undefined where nothing. */
export function partDocument ({ id, revision, manifest, modules, placement }: Deployment, device: string): object | undefined {
  const steps = Object.entries(manifest.steps).filter(([name]) => placement[name] === device)
  if (steps.length === 0) return undefined
  const used = [...new Set(steps.map(([, { module }]) => module))]
  return {
    deployment: id,
    revision,
    modules: Object.fromEntries(used.map(name => [name, moduleDocument(modules[name] as Module)])),
    steps: Object.fromEntries(steps.map(([name, { module, function: called }]) => [name, { module, function: called }]))
  }
}

export function devicesOf ({ placement }: Pick<Deployment, 'placement'>): readonly string[] {
  return [...new Set(Object.values(placement))]
}
