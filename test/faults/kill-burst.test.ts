/**
 * The server killed (-9) in the middle of a burst, checked from the clients' own
 * files. One seed; twenty, and on Redis, are in long-kill-burst.test.ts. And the checker
 * itself: it has to complain about a server that forgets, and about each thing
 * that must not be in the files.
 */
import t from 'tap'
import { judge } from './burst/checker.js'
import { heldTwice, overloaded } from './burst/leases.js'
import { makePlan } from './burst/plan.js'
import { killBursts, runOnce } from './burst/report.js'
import { killServer } from './burst/strikes.js'
import type { Entry } from './support/history.js'
import { embedded } from './support/stores.js'

const TASKS_PER_APP = 200

killBursts(t, embedded, [2], TASKS_PER_APP)

t.test('a server that keeps nothing is caught: acknowledged tasks are lost', async t => {
  const plan = makePlan(3, TASKS_PER_APP)
  const { lost, acked } = await runOnce(t, { ...plan, kills: plan.kills.slice(0, 1) }, { args: ['--memory'] }, killServer)
  t.ok(lost.length > 0, `${lost.length} of ${acked} are told as lost`)
  t.ok(lost.length < acked, 'those that came after the kill are not')
})

const invoke: Told = { who: 'app', what: 'invoke', args: 7 }
const ack: Told = { who: 'app', what: 'ack' }
const receive: Told = { who: 'd', what: 'receive', args: 7, attempt: 1 }
const complete: Told = { who: 'd', what: 'complete', attempt: 1 }
const accepted: Told = { who: 'd', what: 'complete-accepted', attempt: 1 }
const final: Told = { who: 'checker', what: 'final', state: 'completed', v: 4, attempt: 1, result: { double: 14, by: 'd', attempt: 1 } }
const good = [invoke, ack, receive, complete, accepted, final]

type Told = Omit<Entry, 'at' | 'task'>

function verdictOf (entries: readonly Told[]): Pick<ReturnType<typeof judge>, 'lost' | 'doubled' | 'wrong'> {
  const { lost, doubled, wrong } = judge(entries.map((entry, at) => ({ ...entry, at, task: 't' })))
  return { lost, doubled, wrong }
}

t.test('the checker has nothing to say about a task that was done once', async t => {
  t.same(verdictOf(good), { lost: [], doubled: [], wrong: [] })
  const rejected: Told = { who: 'e', what: 'complete-rejected', attempt: 2, code: 'stale-attempt' }
  const late: Told[] = [{ who: 'e', what: 'complete', attempt: 2 }, { who: 'e', what: 'complete-acked', attempt: 2 }, rejected]
  t.same(verdictOf([...good, ...late]), { lost: [], doubled: [], wrong: [] }, 'a late result was rejected')
  t.same(verdictOf([invoke]).lost, [], 'never acknowledged, never promised')
})

t.test('the checker sees who holds what, and when', async t => {
  const begun: Told = { who: 'd', what: 'begun', attempt: 1, until: 100 }
  const other: Told = { who: 'e', what: 'begun', attempt: 2, until: 100 }
  const held = (...entries: readonly Told[]): Entry[] => entries.map((entry, at) => ({ ...entry, at, task: 't' }))
  t.equal(heldTwice(held(begun, other)).length, 1, 'two at a time')
  t.same(heldTwice(held(begun, { ...complete, what: 'dropped' }, other)), [], 'one after the other')
  t.same(heldTwice(held({ ...begun, until: 1 }, other)), [], 'after the lease has run out')
  const second = { ...begun, at: 1, task: 'u' }
  t.equal(overloaded([...held(begun), second], new Map([['d', 1]])).length, 1, 'more than it can')
  t.same(overloaded([...held(begun), second], new Map([['d', 2]])), [], 'as much as it can')
})

t.test('the checker catches each offence', async t => {
  const offences: Array<[title: string, where: 'lost' | 'doubled' | 'wrong', entries: readonly Told[]]> = [
    ['acknowledged and not known', 'lost', [invoke, ack, { who: 'checker', what: 'unknown', code: 'unknown-task' }]],
    ['acknowledged and still open', 'lost', [invoke, ack, { ...final, state: 'available' }]],
    ['acknowledged and never asked for', 'lost', [invoke, ack]],
    ['two accepted results', 'doubled', [...good, { who: 'e', what: 'complete-accepted', attempt: 2 }]],
    ['a second result, acknowledged and not rejected', 'doubled', [...good, { who: 'e', what: 'complete-acked', attempt: 2 }]],
    ['a state that changed after the end', 'doubled', [...good, { who: 'app', what: 'told', state: 'executing', v: 5 }]],
    ['an end that changed', 'doubled', [...good, { who: 'app', what: 'told', state: 'failed', v: 4 }]],
    ['an offer with other arguments', 'wrong', [...good, { ...receive, args: 8 }]],
    ['a refused submit', 'wrong', [...good, { who: 'app', what: 'refused', code: 'conflict' }]],
    ['a result that is not the right one', 'wrong', good.with(-1, { ...final, result: { double: 15, by: 'd', attempt: 1 } })],
    ['a result that nobody gave', 'wrong', good.with(-1, { ...final, result: { double: 14, by: 'e', attempt: 1 } })],
    ['an accepted result that is not the one kept', 'wrong', good.with(-2, { ...accepted, attempt: 3 })]
  ]
  for (const [title, where, entries] of offences) t.equal(verdictOf(entries)[where].length, 1, title)
})
