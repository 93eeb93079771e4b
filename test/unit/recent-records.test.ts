/** What a process remembers of the records on Redis is bounded, by number and by size, and what it counts is what it has. */
import t from 'tap'
import { Recent } from '../../broker/store/redis/recent.js'

const ENTRIES_MAX = 20_000
const CHARS_MAX = 16 * 2 ** 20
const PART_CHARS_MAX = 16 * 2 ** 10
const LARGEST = 'x'.repeat(PART_CHARS_MAX)
/** So many of the largest parts are all that it may have. */
const LARGEST_MAX = CHARS_MAX / PART_CHARS_MAX

function memory () {
  const recent = new Recent()
  const wrote = (id: string, v: number, parts: Record<string, string | null> = {}): void => recent.wrote({ kind: 'task', id, expect: v - 1, record: { id, v }, parts })
  const known = (count: number): number => Array.from({ length: count }, (_, n) => recent.get('task', `t${n}`)).filter(record => record !== undefined).length
  return { recent, wrote, known }
}

t.test('of too many records it forgets a part of them, the oldest first', async t => {
  const { recent, wrote, known } = memory()
  for (let n = 0; n < ENTRIES_MAX; n++) wrote(`t${n}`, 1)
  t.equal(known(ENTRIES_MAX), ENTRIES_MAX)
  wrote(`t${ENTRIES_MAX}`, 1)
  t.equal(known(ENTRIES_MAX + 1), ENTRIES_MAX * 3 / 4)
  t.equal(recent.get('task', `t${ENTRIES_MAX / 4}`), undefined)
  t.same(recent.get('task', `t${ENTRIES_MAX / 4 + 1}`), { id: `t${ENTRIES_MAX / 4 + 1}`, v: 1 })
})

t.test('a record that changes or is removed and comes again counts once', async t => {
  const { recent, wrote, known } = memory()
  for (let n = 0; n < ENTRIES_MAX; n++) wrote(`t${n}`, 1)
  for (let v = 2; v < 100; v++) wrote('t1', v)
  for (let n = 0; n < 100; n++) {
    recent.wrote({ kind: 'task', id: `t${n}`, expect: 1, record: null })
    recent.forget('task', `t${n}`)
    wrote(`t${n}`, 1)
  }
  t.equal(known(ENTRIES_MAX), ENTRIES_MAX)
})

t.test('of too many characters it forgets a part, the oldest first', async t => {
  const { recent, wrote, known } = memory()
  for (let n = 0; n <= LARGEST_MAX; n++) wrote(`t${n}`, 1, { args: LARGEST })
  t.equal(known(LARGEST_MAX + 1), LARGEST_MAX + 1, 'the last one is what is too much')
  wrote('more', 1)
  t.equal(known(LARGEST_MAX + 1), LARGEST_MAX * 3 / 4)
  t.equal(recent.part('task', `t${LARGEST_MAX}`, 'args'), LARGEST)
  t.equal(recent.part('task', 't1', 'args'), undefined)
  t.same(recent.get('task', 'more'), { id: 'more', v: 1 })
})

t.test('only what it has counts as its size: what was replaced, removed or forgotten does not', async t => {
  const { recent, wrote, known } = memory()
  for (let n = 0; n < LARGEST_MAX / 2; n++) wrote(`t${n}`, 1, { args: LARGEST })
  const often = (run: (v: number) => void): void => { for (let v = 2; v < 2 * LARGEST_MAX; v++) run(v) }
  often(v => wrote('replaced', v, { args: LARGEST }))
  often(v => wrote('removed', v, { args: v % 2 === 0 ? LARGEST : null }))
  often(v => {
    wrote('gone', v, { args: LARGEST })
    recent.wrote({ kind: 'task', id: 'gone', expect: v, record: null })
  })
  often(v => {
    wrote('forgotten', v, { args: LARGEST })
    recent.forget('task', 'forgotten')
  })
  often(v => recent.claimed('task', { id: 'claimed', v }, LARGEST))
  often(v => {
    wrote('newer', v, { args: LARGEST })
    recent.saw('task', { id: 'newer', v: v + 1 })
  })
  wrote('last', 1)
  t.equal(known(LARGEST_MAX / 2), LARGEST_MAX / 2)
})

t.test('a part that is too large is not kept, nor what it replaced', async t => {
  const { recent, wrote } = memory()
  wrote('t1', 1, { args: 'small', result: LARGEST })
  wrote('t1', 2, { args: `${LARGEST}x` })
  t.equal(recent.part('task', 't1', 'args'), undefined)
  t.equal(recent.part('task', 't1', 'result'), LARGEST)
  t.equal(recent.get('task', 't1')?.v, 2)
})
