/** The record of a deployment: a manifest, the devices that were chosen for its steps, and how far each is. */
import type { Module } from './module.js'
import { refOf } from './module-version.js'
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
  /** May be called again where nobody knows whether it ran. */
  readonly idempotent?: boolean | undefined
}

export interface Policy {
  readonly spread?: boolean | undefined
  /** How long a device may be offline before its steps move. Default: 30 s. */
  readonly moveAfterMs?: number | undefined
  readonly rollout?: {
    /** So many devices at a time. Default: all. */
    readonly batch?: number | undefined
    /** So many that fail end it. Default: 1. */
    readonly abortAfter?: number | undefined
    /** Of a deployment that runs, so many first; then it is paused. */
    readonly canary?: number | undefined
    /** For so long; without it until somebody resumes it. */
    readonly canaryMs?: number | undefined
  } | undefined
}

export interface Trigger {
  /** As in 10s. */
  readonly every?: string | undefined
  /** A filter of ordinary topics. */
  readonly topic?: string | undefined
  /** With what each of its executions comes to. */
  readonly deployment?: string | undefined
}

export interface Manifest {
  /** By the name within the manifest: `name@version`, where the version may be a range. */
  readonly modules: Readonly<Record<string, string>>
  readonly steps: Readonly<Record<string, ManifestStep>>
  readonly result?: string | undefined
  readonly triggers?: readonly Trigger[] | undefined
  readonly policy: Policy
}

export interface Revision {
  readonly revision: number
  readonly manifest: Manifest
  /** As they were: versions never change. */
  readonly modules: Readonly<Record<string, Module>>
  /** A step whose device was forgotten, and for which there is no other, has none. */
  readonly placement: Readonly<Record<string, string>>
}

export interface OnDevice {
  /** `pending`: its turn has not come. */
  readonly state: 'pending' | 'sent' | 'ready' | 'failed'
  readonly error?: string
}

export interface Deployment extends StoredRecord {
  readonly state: 'deploying' | 'ready' | 'degraded' | 'failed'
  readonly current: Revision
  /** The one before, as long as it may have to come back, or runs of it are under way. */
  readonly former?: Revision | undefined
  /** The highest that there was: one that failed does not come again. */
  readonly highest: number
  /** Why that one does not run. */
  readonly failed?: {
    readonly revision: number
    readonly errors: Readonly<Record<string, string>>
    /** What it was to run: that is not tried again by itself. */
    readonly modules?: readonly string[] | undefined
  } | undefined
  /** Of the current revision. */
  readonly devices: Readonly<Record<string, OnDevice>>
  /** Devices that are offline, and since when. */
  readonly lost?: Readonly<Record<string, number>> | undefined
  /** By step, then device: how often in a row it has failed there. */
  readonly failing?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined
  /** No more devices get the current revision. Without `by`: once the canaries were ready. */
  readonly paused?: { readonly since: number, readonly until?: number | undefined, readonly by?: string | undefined } | undefined
  /** All devices of the current revision were ready once: from then on it is the one that is executed. */
  readonly wasReady?: true | undefined
  /** The canaries of the current revision have had their time. */
  readonly isProven?: true | undefined
  /** What stands in the way of healing it. */
  readonly problem?: string | undefined
  /** What stands in the way of newer versions of its modules. */
  readonly behind?: string | undefined
  readonly deadline?: number | undefined
  /** When the triggers of the current revision are due next; of those that wait for no time, undefined as null. */
  readonly timers?: readonly (number | null)[] | undefined
  readonly since: number
  readonly createdBy: string
}

/** By what else a deployment is found: a device that has something of it, `deployments/{name}` that executes it, `modules/{name}` whose newer versions it takes. */
export interface Link extends StoredRecord {
  readonly from: string
  readonly deployment: string
}

export function linkId (from: string, deployment: string): string {
  return `${from} ${deployment}`
}

/** What the task of a step asks for. */
export function stepFunction (deployment: string, revision: number, step: string): string {
  return `${STEP_PREFIX}${deployment}/${revision}/${step}`
}

export const STEP_PREFIX = 'deployments/'

/** The interface by which a device says that it runs modules. */
export const RUNS_MODULES = 'wasm'

export function devicesOf ({ placement }: Pick<Revision, 'placement'>): readonly string[] {
  return [...new Set(Object.values(placement))]
}

/** All that it is found by. */
export function linksOf (deployment: Deployment | undefined): readonly string[] {
  const manifests = [deployment?.current.manifest, deployment?.former?.manifest].filter(manifest => manifest !== undefined)
  return [...new Set([...concerned(deployment), ...manifests.flatMap(linksOfManifest)])]
}

export function linksOfManifest ({ modules, triggers = [] }: Manifest): readonly string[] {
  return [...upstreams({ triggers }).map(deploymentLink), ...Object.values(modules).map(refOf).filter(({ range }) => range !== '').map(({ name }) => moduleLink(name))]
}

export function deploymentLink (deployment: string): string {
  return `deployments/${deployment}`
}

export function moduleLink (module: string): string {
  return `modules/${module}`
}

/** The deployments whose results execute it. */
export function upstreams ({ triggers = [] }: Pick<Manifest, 'triggers'>): readonly string[] {
  return triggers.flatMap(({ deployment }) => deployment ?? [])
}

/** All devices that have something of it. */
export function concerned (deployment: Deployment | undefined): readonly string[] {
  if (deployment === undefined) return []
  const { current, former } = deployment
  return [...new Set([...devicesOf(current), ...former === undefined ? [] : devicesOf(former)])]
}

export const ANY_DEVICE = 'any'
