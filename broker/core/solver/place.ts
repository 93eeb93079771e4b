/** What filters and scores judge: a step, a device, and what is placed so far. */
import type { Deployment, ManifestStep, Policy, Revision } from '../deployment.js'
import type { Device, Load } from '../device.js'
import type { Module } from '../module.js'

export const scoreNames = ['stays', 'near', 'spread', 'free', 'cpu', 'battery', 'shared'] as const
export type ScoreName = (typeof scoreNames)[number]

/** From 0, which leaves it out, on. */
export type ScoreWeights = Readonly<Partial<Record<ScoreName, number>>>

export interface Place {
  readonly device: Device
  readonly load?: Load | undefined
  /** Offers and leases that it holds. */
  readonly held: number
  /** Bytes of memory that other deployments may need there. */
  readonly taken?: number | undefined
}

export interface Wanted extends ManifestStep {
  readonly name: string
  readonly of: Module
}

/** What is placed so far. */
export interface Standing {
  readonly policy: Policy
  readonly weights: ScoreWeights
  /** Where the steps run by now, before this is carried out. */
  readonly before: Revision['placement']
  /** By step, then device: where it has failed too often. */
  readonly failing: NonNullable<Deployment['failing']>
  readonly placed: Readonly<Record<string, string>>
  /** By device: the modules that it is to have, by `name@version`. */
  readonly modules: ReadonlyMap<string, ReadonlyMap<string, Module>>
  /** By device: how many steps. */
  readonly steps: ReadonlyMap<string, number>
}
