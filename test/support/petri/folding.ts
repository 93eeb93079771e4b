/**
 * A net folded for the eye: places of one kind become one, empty channels, losses
 * and the slot that goes with the task's state are left out, and so is what only
 * answers; transitions that then do the same become one with all of their labels.
 */
import { NONE } from '../../../broker/core/lifecycle.js'
import type { Actor, Net } from './net.js'
import { type Message, type Phase, cancelling, client, device, phase, slot, wire } from './places.js'

export interface Fold {
  readonly labels: readonly string[]
  readonly by: Actor
  readonly takes: readonly string[]
  readonly puts: readonly string[]
  readonly reads: readonly string[]
}

const HIDDEN: ReadonlySet<string> = new Set([slot.free, slot.holding, wire('a', 'quiet'), cancelling.none('a')])
/** Read by nearly everything: drawn where they change. */
const PRESENCE: ReadonlySet<string> = new Set([device('online'), device('offline'), device(NONE), client.here, client.away, client.idle('a')])

const KINDS: Readonly<Record<string, readonly Message[]>> = {
  offer: ['offer', 'implied offer'], word: ['begin', 'progress'], begun: ['begun'], result: ['success', 'fail'], accepted: ['accepted'], decline: ['decline'], stop: ['rejected']
}
const PHASES: Readonly<Record<string, readonly Phase[]>> = {
  'client idle': ['idle'], 'client beginning': ['beginning'], 'client executing': ['executing'], 'client stopping': ['stopping'], 'client delivering': ['delivering success', 'delivering fail']
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [cancelling.way('a'), 'stop'],
  ...Object.entries(KINDS).flatMap(([kind, messages]) => messages.map(message => [wire('a', message), kind] as const)),
  ...Object.entries(PHASES).flatMap(([name, phases]) => phases.map(one => [phase('a', one), name] as const))
])

export function folded (net: Net): Fold[] {
  const folds = new Map<string, { labels: Set<string>, by: Actor, fold: Pick<Fold, 'takes' | 'puts' | 'reads'> }>()
  for (const { label, by, takes, puts, answers } of net.transitions) {
    if (label === 'lost' || answers === true) continue
    const fold = shown(takes, puts)
    if (fold.takes.length + fold.puts.length === 0) continue
    const key = JSON.stringify(fold)
    const known = folds.get(key)
    if (known === undefined) folds.set(key, { labels: new Set([short(label)]), by, fold })
    else known.labels.add(short(label))
  }
  return [...folds.values()].map(({ labels, by, fold }) => ({ ...fold, by, labels: [...labels] }))
}

function shown (takes: readonly string[], puts: readonly string[]): Pick<Fold, 'takes' | 'puts' | 'reads'> {
  const names = (places: readonly string[]): string[] => [...new Set(places.filter(place => !HIDDEN.has(place)).map(place => NAMES.get(place) ?? place))]
  const reads = takes.filter(place => puts.includes(place))
  return {
    takes: names(takes.filter(place => !reads.includes(place))),
    puts: names(puts.filter(place => !reads.includes(place))),
    reads: names(reads.filter(place => !PRESENCE.has(place)))
  }
}

/** Guards are in the state diagrams. */
function short (label: string): string {
  return label.replace(/ \[.*\]$/, '')
}
