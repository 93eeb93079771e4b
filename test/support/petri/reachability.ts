/**
 * The full reachability graph of a 1-safe net, and what is proven over it. It
 * stops at the first marking that puts a second token into a place, so it ends
 * for every net.
 */
import type { Net, Transition } from './net.js'

/** One bit a place, in two halves: numbers are quick as long as they are small. */
interface Marking { readonly low: number, readonly high: number }
const HALF = 31

interface Wired { readonly transition: Transition, readonly takes: Marking, readonly puts: Marking }
interface Step { readonly by: Transition, readonly to: number }

export interface Graph {
  readonly net: Net
  readonly markings: readonly Marking[]
  readonly steps: readonly (readonly Step[])[]
  readonly fired: ReadonlySet<string>
  /** A firing that would have put a second token into a place. */
  readonly unsafe: string | undefined
  /** How each marking was reached first: the marking before it and the transition. */
  readonly via: readonly ({ readonly from: number, readonly by: string } | undefined)[]
}

export function explore (net: Net): Graph {
  const bit = bits(net)
  const wired = net.transitions.map((transition): Wired => ({ transition, takes: mask(bit, transition.takes), puts: mask(bit, transition.puts) }))
  const found = new Markings()
  found.indexOf(mask(bit, [net.start]))
  const { markings } = found
  const steps: Step[][] = []
  const via: Graph['via'][number][] = [undefined]
  const fired = new Set<string>()
  for (let at = 0; at < markings.length; at++) {
    const out: Step[] = []
    for (const { transition, takes, puts } of wired) {
      const next = fire(markings[at] as Marking, takes, puts)
      if (next === undefined) continue
      if (next === 'unsafe') return { net, markings, steps, fired, via, unsafe: `${transition.name} in ${pathTo({ net, markings, via }, at)}` }
      const to = found.indexOf(next)
      if (to === via.length) via.push({ from: at, by: transition.name })
      fired.add(transition.name)
      out.push({ by: transition, to })
    }
    steps.push(out)
  }
  return { net, markings, steps, fired, via, unsafe: undefined }
}

/** Undefined where a token is missing. */
function fire ({ low, high }: Marking, takes: Marking, puts: Marking): Marking | 'unsafe' | undefined {
  if ((low & takes.low) !== takes.low || (high & takes.high) !== takes.high) return undefined
  const [lowRest, highRest] = [low & ~takes.low, high & ~takes.high]
  if ((lowRest & puts.low) !== 0 || (highRest & puts.high) !== 0) return 'unsafe'
  return { low: lowRest | puts.low, high: highRest | puts.high }
}

class Markings {
  readonly markings: Marking[] = []
  readonly #index = new Map<number, Map<number, number>>()

  indexOf (marking: Marking): number {
    let highs = this.#index.get(marking.low)
    if (highs === undefined) this.#index.set(marking.low, highs = new Map())
    let index = highs.get(marking.high)
    if (index === undefined) highs.set(marking.high, index = this.markings.push(marking) - 1)
    return index
  }
}

/** What speaks against soundness, in words; empty where the net is sound. */
export function flaws (graph: Graph): string[] {
  const { net, unsafe } = graph
  if (unsafe !== undefined) return [`a second token: ${unsafe}`]
  const end = holding(graph, [net.end])
  const leftOver = end.filter(at => tokens(graph, at).length > 1)
  const dead = net.transitions.filter(({ name }) => !graph.fired.has(name))
  return [
    ...stuck(graph, end, () => true).slice(0, 1).map(at => `no way to the end: ${pathTo(graph, at)}`),
    ...leftOver.slice(0, 1).map(at => `left over: ${pathTo(graph, at)}`),
    ...dead.map(({ name }) => `never happens: ${name}`)
  ]
}

/** The markings from which none of the goals can be reached by the transitions allowed. */
export function stuck (graph: Graph, goals: readonly number[], allowed: (transition: Transition) => boolean): number[] {
  const before: number[][] = graph.markings.map(() => [])
  graph.steps.forEach((steps, from) => {
    for (const { by, to } of steps) if (allowed(by)) before[to]?.push(from)
  })
  const good = new Set(goals)
  for (const at of good) for (const from of before[at] ?? []) good.add(from)
  return graph.markings.flatMap((_, at) => good.has(at) ? [] : [at])
}

/** The markings that hold all of these places. */
export function holding (graph: Graph, places: readonly string[]): number[] {
  const wanted = mask(bits(graph.net), places)
  return graph.markings.flatMap(({ low, high }, at) => (low & wanted.low) === wanted.low && (high & wanted.high) === wanted.high ? [at] : [])
}

export function tokens ({ net, markings }: Pick<Graph, 'net' | 'markings'>, at: number): string[] {
  const { low, high } = markings[at] ?? { low: 0, high: 0 }
  return net.places.filter((_, i) => ((i < HALF ? low >> i : high >> (i - HALF)) & 1) === 1)
}

/** A marking and the shortest way there, for whoever has to mend it. */
export function pathTo (graph: Pick<Graph, 'net' | 'markings' | 'via'>, at: number): string {
  const path: string[] = []
  for (let step = graph.via[at]; step !== undefined; step = graph.via[step.from]) path.unshift(step.by)
  return `{${tokens(graph, at).join(', ')}} after: ${path.join(' → ')}`
}

function bits ({ places }: Net): Map<string, Marking> {
  if (places.length > 2 * HALF) throw new Error(`${places.length} places are more than the bits of a marking`)
  return new Map(places.map((place, i) => [place, i < HALF ? { low: 1 << i, high: 0 } : { low: 0, high: 1 << (i - HALF) }]))
}

function mask (bit: ReadonlyMap<string, Marking>, places: readonly string[]): Marking {
  return places.reduce((sum, place) => {
    const one = bit.get(place)
    if (one === undefined || (sum.low & one.low) !== 0 || (sum.high & one.high) !== 0) throw new Error(`no such place, or twice: ${place}`)
    return { low: sum.low | one.low, high: sum.high | one.high }
  }, { low: 0, high: 0 })
}
