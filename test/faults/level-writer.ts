/**
 * A process to be killed: writes tasks into the store of a folder as fast as
 * it can and prints what has been promised, a line each, once it is written.
 * Arguments: the folder and a prefix for its ids.
 */
import { createLevelStore } from '../../broker/store/level/index.js'
import { systemClock } from '../../broker/platform/clock.js'
import { kinds } from '../contract/store-bench.js'
import type { Item } from '../contract/store-bench.js'

const [directory = '', prefix = ''] = process.argv.slice(2)
const BURST = 20

const clock = systemClock()
const store = createLevelStore({ clock, directory })

async function submit (from: number): Promise<void> {
  for (let n = from; n < from + BURST; n++) {
    const id = `${prefix}${n}`
    const record: Item = { id, v: 1, lane: 'x', rank: n }
    await store.commit({ kind: 'item', id, expect: 0, record, parts: { args: `args of ${id}` } })
    promise(`${id} 1`)
  }
}

/** Of what waits: one record is left to its holder, another ended. */
async function work (): Promise<void> {
  const patch = { set: { lane: null, holder: 'd' }, add: {}, deadline: { at: clock.now() } }
  const [held, done] = await store.claim({ kind: 'item', lanes: ['x'], max: 2, patch })
  if (held === undefined || done === undefined) return
  promise(`${held.id} 2`)
  const record: Item = { id: done.id, v: 3, ended: true, deadline: clock.now() + 3_600_000 }
  await store.commit({ kind: 'item', id: done.id, expect: 2, record, parts: { result: `result of ${done.id}` } })
  promise(`${done.id} 3`)
}

/** To be called in the turn of the change. */
async function promise (line: string): Promise<void> {
  await store.flushed()
  process.stdout.write(`${line}\n`)
}

try {
  await store.open(kinds, { due: () => {}, lost: () => {} })
} catch (error) {
  process.stdout.write(`${String(error)}\n`)
  process.exit(1)
}
for (let from = 0; ; from += BURST) {
  await submit(from)
  await work()
  await new Promise(resolve => { setImmediate(resolve) })
}
