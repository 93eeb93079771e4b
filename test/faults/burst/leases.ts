/**
 * Judges who held what, and when, by what the devices wrote down: whether one
 * task was held by two, or a device held more than it can. Pure. A device holds
 * a task from when it knows that it may until it says how it ended, is told to
 * stop, or the lease has run out by its own clock: always less than the
 * orchestrator counts, so that every overlap is one too many.
 */
import type { Entry } from '../support/history.js'

interface Lease { readonly who: string, readonly task: string, readonly from: number, readonly to: number }

const OVER: readonly Entry['what'][] = ['complete', 'fail', 'dropped']

export function heldTwice (entries: readonly Entry[]): string[] {
  const found: string[] = []
  for (const [task, leases] of grouped(leasesOf(entries), ({ task }) => task)) {
    for (const [n, { who, to }] of leases.entries()) {
      const other = leases[n + 1]
      if (other !== undefined && other.who !== who && other.from < to) found.push(`${task}: by ${who} until ${to}, and by ${other.who} from ${other.from}`)
    }
  }
  return found
}

/** @param capacities by device */
export function overloaded (entries: readonly Entry[], capacities: ReadonlyMap<string, number>): string[] {
  const found: string[] = []
  for (const [who, leases] of grouped(leasesOf(entries), ({ who }) => who)) {
    for (const { task, from } of leases) {
      const count = leases.filter(other => other.from <= from && from < other.to).length
      if (count > (capacities.get(who) ?? Infinity)) found.push(`${task}: with it ${who} holds ${count}`)
    }
  }
  return found
}

/** In the order in which they began; without those that were over at once. */
function leasesOf (entries: readonly Entry[]): Lease[] {
  const ends = grouped(entries.filter(({ what }) => OVER.includes(what)), nameOf)
  return entries.filter(({ what }) => what === 'begun').map(begun => {
    const [end] = ends.get(nameOf(begun)) ?? []
    return { who: begun.who, task: begun.task, from: begun.at, to: Math.min(begun.until ?? Infinity, end?.at ?? Infinity) }
  }).filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)
}

function nameOf ({ who, task, attempt }: Entry): string {
  return `${who} ${task} ${attempt}`
}

export function grouped<T> (items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const group = found.get(keyOf(item))
    if (group === undefined) found.set(keyOf(item), [item])
    else group.push(item)
  }
  return found
}
