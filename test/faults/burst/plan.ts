/**
 * All that a seed decides about one run: who takes part and when the server is
 * killed. The processes get their part of it as their only argument.
 */
import { Chance } from '../../simulation/chance.js'

export interface AppPlan {
  readonly name: string
  readonly seed: number
  readonly clean: boolean
  readonly tasks: number
  /** How many submits are under way at a time. */
  readonly window: number
}

export interface DevicePlan {
  readonly name: string
  readonly seed: number
  readonly clean: boolean
  readonly birth: {
    readonly capacity: number
    readonly mode: 'push' | 'pull'
    readonly begin: 'explicit' | 'implied'
    readonly replies: 'all' | 'rejections'
  }
}

/** What every process of a run is told. */
export interface Place {
  readonly port: number
  readonly otherPorts: readonly number[]
  /** Where the histories are written. */
  readonly directory: string
}

export interface Kill {
  /** So many tasks acknowledged, and then so many milliseconds. */
  readonly afterAcks: number
  readonly delayMs: number
  /** Killed again so long after it was started again, ready or not. */
  readonly againAfterMs: number | undefined
}

export interface Plan {
  readonly seed: number
  readonly apps: readonly AppPlan[]
  readonly devices: readonly DevicePlan[]
  readonly kills: readonly Kill[]
}

const APPS = 2
const DEVICES = 3

/** The first kill of a seed comes early in the burst, the second, if there is one, late in it. */
export function makePlan (seed: number, tasksPerApp: number): Plan {
  const chance = new Chance(seed)
  const apps = Array.from({ length: APPS }, (_, n): AppPlan => ({
    name: `app-${n + 1}`, seed: chance.between(0, 2 ** 31), clean: chance.happens(0.7), tasks: tasksPerApp, window: chance.pick([5, 20, 60])
  }))
  const devices = Array.from({ length: DEVICES }, (_, n) => makeDevice(`device-${n + 1}`, chance))
  const total = APPS * tasksPerApp
  const kills = [makeKill(chance, total * 0.1, total * 0.4)]
  if (chance.happens(0.5)) kills.push(makeKill(chance, total * 0.5, total * 0.7))
  return { seed, apps, devices, kills }
}

function makeDevice (name: string, chance: Chance): DevicePlan {
  const begin = chance.pick(['explicit', 'implied'] as const)
  // A stored session would deliver offers late, so it excludes leases that start with them.
  const clean = begin === 'implied' || chance.happens(0.6)
  const birth = { capacity: chance.pick([2, 5, 20]), mode: chance.pick(['push', 'pull'] as const), begin, replies: chance.pick(['all', 'rejections'] as const) }
  return { name, seed: chance.between(0, 2 ** 31), clean, birth }
}

function makeKill (chance: Chance, least: number, most: number): Kill {
  return {
    afterAcks: chance.between(Math.ceil(least), Math.floor(most)),
    delayMs: chance.between(0, 5),
    againAfterMs: chance.happens(0.5) ? chance.between(50, 1_500) : undefined
  }
}
