/** The record of a deployment: a manifest, the devices that were chosen for its steps, and how far each is. */
import type { Module } from './module.js'
import type { Json, StoredRecord } from './records.js'
import type { Requirement } from './task.js'

export interface ManifestStep {
  /** One of the manifest's modules. */
  readonly module: string
  readonly function: string
  readonly after?: readonly string[] | undefined
  readonly args?: Readonly<Record<string, Json>> | undefined
  readonly require?: Requirement | undefined
  /** Default: any. */
  readonly device?: string | undefined
}

export interface Policy { readonly spread?: boolean | undefined }

export interface Manifest {
  /** By the name within the manifest: `name@version`. */
  readonly modules: Readonly<Record<string, string>>
  readonly steps: Readonly<Record<string, ManifestStep>>
  readonly result?: string | undefined
  readonly policy: Policy
}

export interface OnDevice {
  readonly state: 'sent' | 'ready' | 'failed'
  readonly error?: string
}

export interface Deployment extends StoredRecord {
  readonly revision: number
  readonly state: 'deploying' | 'ready' | 'failed'
  readonly manifest: Manifest
  /** As they were: versions never change. */
  readonly modules: Readonly<Record<string, Module>>
  readonly placement: Readonly<Record<string, string>>
  readonly devices: Readonly<Record<string, OnDevice>>
  readonly since: number
  readonly createdBy: string
}

export const ANY_DEVICE = 'any'

/** The steps in an order in which each comes after those that it needs. @returns the names of a cycle where there is one */
export function inOrder (steps: Readonly<Record<string, Pick<ManifestStep, 'after'>>>): { readonly order: readonly string[], readonly cycle?: readonly string[] } {
  const order: string[] = []
  const seen = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  let cycle: readonly string[] | undefined
  function visit (name: string): void {
    if (cycle !== undefined || seen.get(name) === 'done') return
    if (seen.get(name) === 'open') {
      cycle = [...path.slice(path.indexOf(name)), name]
      return
    }
    seen.set(name, 'open')
    path.push(name)
    for (const before of steps[name]?.after ?? []) visit(before)
    path.pop()
    seen.set(name, 'done')
    order.push(name)
  }
  for (const name of Object.keys(steps).sort()) visit(name)
  return cycle === undefined ? { order } : { order: [], cycle }
}
