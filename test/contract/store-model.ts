/**
 * Random histories, done to a store and to the most naive store there can be:
 * a map that derives everything by looking at all of it. Both must agree after
 * each step. A failure prints the history, shrunk, and the seed that replays it.
 */
import fc from 'fast-check'
import type { Test } from 'tap'
import { applyPatch } from '../../broker/core/records.js'
import type { Patch } from '../../broker/core/records.js'
import { endedMax, openBench } from './store-bench.js'
import type { Bench, Item, StoreUnderTest } from './store-bench.js'

type Step =
  | { do: 'put', id: string, expect: 'right' | 'wrong', fields: Partial<Item>, parts: Record<string, string | null> | undefined }
  | { do: 'drop', id: string }
  | { do: 'claim', lanes: string[], max: number, holder: string }
  | { do: 'touch', id: string, inMs: number }
  | { do: 'advance', ms: number }
  | { do: 'flush' }
  | { do: 'reopen' }

const lanes = ['x', 'y', 'z']
const holders = ['d', 'e']
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const partNames = ['args', 'result']
const STEPS_MAX = 100

const id = fc.constantFrom(...ids)
/** Whole multiples of more than there are steps: a deadline plus the number of its step is unique. */
const ms = fc.integer({ min: 0, max: 50 }).map(n => n * STEPS_MAX)
const fields = fc.record({
  lane: fc.constantFrom(...lanes),
  holder: fc.constantFrom(...holders),
  deadline: ms,
  ended: fc.boolean()
}, { requiredKeys: [] })
const parts = fc.option(fc.dictionary(fc.constantFrom(...partNames), fc.option(fc.string()), { noNullPrototype: true }), { nil: undefined })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('put' as const), id, expect: fc.constantFrom('right' as const, 'right' as const, 'wrong' as const), fields, parts }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('claim' as const), lanes: fc.array(fc.constantFrom(...lanes), { maxLength: 3 }), max: fc.integer({ min: 1, max: 3 }), holder: fc.constantFrom(...holders) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('touch' as const), id, inMs: ms }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('advance' as const), ms }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) }
)

interface Kept {
  record: Item
  parts: Record<string, string>
  /** Moved by a touch; nobody promises that it outlives the store. */
  deadline: number
}

export function testModel (t: Test, subject: StoreUnderTest): void {
  t.test(`${subject.name}: agrees with a naive store over random histories`, async t => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: STEPS_MAX }), async steps => {
      const bench = await openBench(subject)
      try {
        await replay(bench, subject, steps)
      } finally {
        await bench.store.close()
      }
    }), { numRuns: subject.modelRuns })
    t.pass(`${subject.modelRuns} histories`)
  })
}

async function replay (bench: Bench, subject: StoreUnderTest, steps: Step[]): Promise<void> {
  const model = new Model(bench, subject)
  for (const [n, step] of steps.entries()) {
    same(await model.real(step, n), model.naive(step, n), `the answer of step ${n}, ${step.do}`)
    same(await model.realState(), model.naiveState(), `the state after step ${n}, ${step.do}`)
  }
}

/** A group is the same as long as the record is there. */
function isGrouped (id: string): boolean {
  return id < 'e'
}

function same (found: unknown, wanted: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (a !== b) throw new Error(`${what}:\n  found  ${a}\n  wanted ${b}`)
}

class Model {
  readonly #kept = new Map<string, Kept>()

  readonly #touchesEnd: boolean

  constructor (readonly bench: Bench, { touchesLast = false }: StoreUnderTest) {
    this.#touchesEnd = !touchesLast
  }

  async real (step: Step, n: number): Promise<unknown> {
    const { bench } = this
    switch (step.do) {
      case 'put': return bench.change({ id: step.id, ...this.#next(step, n), parts: step.parts })
      case 'drop': return bench.change({ id: step.id, expect: this.#version(step.id), record: null })
      case 'claim': return bench.store.claim({ kind: 'item', ...step, patch: this.#patch(step.holder) })
      case 'touch': return bench.store.touch('item', step.id, bench.clock.now() + step.inMs)
      case 'advance': return bench.clock.advance(step.ms)
      case 'flush': return bench.store.flushed()
      case 'reopen': return bench.durable ? bench.reopen() : undefined
    }
  }

  naive (step: Step, n: number): unknown {
    switch (step.do) {
      case 'put': return this.#put(step, n)
      case 'drop': this.#kept.delete(step.id); return 'applied'
      case 'claim': return this.#claim(step)
      case 'touch': return this.#touch(step.id, this.bench.clock.now() + step.inMs)
      case 'reopen': return this.bench.durable && this.#touchesEnd ? this.#forgetTouches() : undefined
      case 'advance':
      case 'flush': return undefined
    }
  }

  async realState (): Promise<unknown> {
    const { bench } = this
    const records = []
    for (const id of ids) records.push([await bench.get(id), await bench.part(id, 'args'), await bench.part(id, 'result')])
    const held = await Promise.all(holders.map(holder => bench.held(holder)))
    const due = await bench.store.due(100)
    const grouped = await bench.store.grouped('item', 'g')
    const paged = (await bench.pages({ limit: 3 })).sort()
    return { records, held, grouped, lanes: await bench.lanes(), due: due.map(({ id, cause }) => `${id} ${cause}`).sort(), paged }
  }

  naiveState (): unknown {
    const records = ids.map(id => {
      const kept = this.#kept.get(id)
      return [kept?.record, kept?.parts.args, kept?.parts.result]
    })
    const open = [...this.#kept.values()].filter(({ record }) => record.ended !== true)
    const held = holders.map(holder => open.filter(({ record }) => record.holder === holder).map(({ record }) => record.id).sort())
    const depths = lanes.map(lane => [lane, open.filter(({ record }) => record.lane === lane).length] as const)
    const grouped = open.filter(({ record }) => typeof record.holder === 'string' && isGrouped(record.id)).length
    return { records, held, grouped, lanes: Object.fromEntries(depths.filter(([, depth]) => depth > 0)), due: this.#due(), paged: [...this.#kept.keys()].sort() }
  }

  /** Ranks and the deadlines of ended records are unique: what comes first among equals is nobody's promise. */
  #next (step: Step & { do: 'put' }, n: number): { expect: number, record: Item } {
    const expect = this.#version(step.id) + (step.expect === 'right' ? 0 : 1)
    const { deadline, ...fields } = step.fields
    const at = deadline === undefined && fields.ended !== true ? {} : { deadline: this.bench.clock.now() + (deadline ?? 0) + n }
    return { expect, record: { ...fields, ...at, ...isGrouped(step.id) && { group: 'g' }, rank: (n * 7919) % 1000, id: step.id, v: expect + 1 } }
  }

  #put (step: Step & { do: 'put' }, n: number): string {
    const { expect, record } = this.#next(step, n)
    if (expect !== this.#version(step.id)) return 'conflict'
    const parts = { ...this.#kept.get(step.id)?.parts }
    for (const [name, text] of Object.entries(step.parts ?? {})) {
      if (text === null) delete parts[name]
      else parts[name] = text
    }
    this.#kept.set(step.id, { record, parts, deadline: record.deadline ?? Infinity })
    return 'applied'
  }

  #claim (step: Step & { do: 'claim' }): Item[] {
    const waiting = [...this.#kept.values()].filter(({ record }) => record.ended !== true && step.lanes.includes(String(record.lane)))
    waiting.sort((a, b) => Number(a.record.rank) - Number(b.record.rank))
    return waiting.slice(0, step.max).map(kept => {
      kept.record = applyPatch(kept.record, this.#patch(step.holder))
      kept.deadline = kept.record.deadline ?? Infinity
      return kept.record
    })
  }

  #patch (holder: string): Patch {
    return { set: { lane: null, holder }, add: { attempt: 1 }, deadline: { at: this.bench.clock.now() + 20, plus: 'attempt' } }
  }

  #touch (id: string, deadline: number): void {
    const kept = this.#kept.get(id)
    if (kept !== undefined && kept.record.ended !== true) kept.deadline = deadline
  }

  #forgetTouches (): void {
    for (const kept of this.#kept.values()) kept.deadline = kept.record.deadline ?? Infinity
  }

  #due (): string[] {
    const now = this.bench.clock.now()
    const ended = [...this.#kept.values()].filter(({ record }) => record.ended === true)
    ended.sort((a, b) => a.deadline - b.deadline)
    const surplus = new Set(ended.slice(0, Math.max(ended.length - endedMax, 0)))
    return [...this.#kept.values()].flatMap(kept => {
      if (kept.deadline <= now) return [`${kept.record.id} deadline`]
      return surplus.has(kept) ? [`${kept.record.id} surplus`] : []
    }).sort()
  }

  #version (id: string): number {
    return this.#kept.get(id)?.record.v ?? 0
  }
}
