/**
 * The protocol's Petri net, made from the tables that the code runs on: sound
 * over all of its markings, and both sides agree. And the other way round: each
 * row is broken once, and something must notice.
 */
import t from 'tap'
import { deviceLifecycle } from '../../broker/plugins/devices/lifecycle.js'
import { taskLifecycle } from '../../broker/plugins/tasks/lifecycle.js'
import { type Mutation, mutationsOf } from '../support/petri/mutations.js'
import { type Net, placesOf } from '../support/petri/net.js'
import { orchestratorSide } from '../support/petri/orchestrator-side.js'
import { pnmlOf } from '../support/petri/pnml.js'
import { protocolFlaws } from '../support/petri/proofs.js'
import { type Tables, protocolGraph, protocolNet } from '../support/petri/protocol.js'
import { explore, flaws } from '../support/petri/reachability.js'
import { walkDevices, walkTasks } from '../support/petri/walk.js'

const TABLES: Tables = { tasks: taskLifecycle, devices: deviceLifecycle }

t.test('sound, of itself at rest, and agreed on by both sides, with one attempt', async t => {
  const graph = protocolGraph(1)
  t.comment(`${graph.net.places.length} places, ${graph.net.transitions.length} transitions, ${graph.markings.length} markings`)
  t.strictSame(protocolFlaws(graph), [])
})

t.test('the same while an earlier attempt lingers', { timeout: 120_000 }, async t => {
  const graph = protocolGraph(2)
  t.comment(`${graph.net.places.length} places, ${graph.net.transitions.length} transitions, ${graph.markings.length} markings`)
  t.strictSame(protocolFlaws(graph), [])
})

t.test('each row that moves is in the net', async t => {
  const labels = new Set(protocolNet(1).transitions.map(({ label }) => label))
  for (const { on, when, to } of [...taskLifecycle.rows, ...deviceLifecycle.rows]) {
    const label = when === undefined ? on : `${on} [${when.name}]`
    if (to !== undefined) t.ok(labels.has(label), label)
  }
})

t.test('the proof says what is wrong with a net', async t => {
  const net = (...transitions: [string[], string[]][]): Net => {
    const made = transitions.map(([takes, puts], i) => ({ name: `t${i}`, label: `t${i}`, by: 'device' as const, takes, puts }))
    return { name: 'small', places: placesOf(made), transitions: made, start: 'START', end: 'END' }
  }
  const says = (...transitions: [string[], string[]][]): string => flaws(explore(net(...transitions))).join('; ')
  t.equal(says([['START'], ['END']]), '')
  t.equal(says([['START'], ['p']], [['p'], ['END']], [['p'], ['q']]), 'no way to the end: {q} after: t0 → t2')
  t.equal(says([['START'], ['END', 'p']]), 'left over: {END, p} after: t0')
  t.equal(says([['START'], ['END']], [['p'], ['END']]), 'never happens: t1')
  t.match(says([['START'], ['p', 'q']], [['p'], ['q']]), 'a second token: t1 in {p, q} after: t0')
})

t.test('a broken row is noticed', async t => {
  const broken: { what: string, net: string[], walk: string[] }[] = [
    ...mutationsOf(taskLifecycle).map(({ what, table }: Mutation<typeof taskLifecycle>) =>
      ({ what: `task: ${what}`, net: netSays({ ...TABLES, tasks: table }), walk: walkTasks(table) })),
    ...mutationsOf(deviceLifecycle).map(({ what, table }: Mutation<typeof deviceLifecycle>) =>
      ({ what: `device: ${what}`, net: netSays({ ...TABLES, devices: table }), walk: walkDevices(table) }))
  ]

  t.test('by the net or by the walk', async t => {
    t.strictSame(broken.filter(({ net, walk }) => net.length + walk.length === 0).map(({ what }) => what), [])
  })

  t.test('by the walk, where only counters, clocks, memory or words tell the difference', async t => {
    const unseen = broken.filter(({ net }) => net.length === 0)
    for (const { what, walk } of unseen) t.not(walk.length, 0, what)
    t.strictSame(unseen.filter(({ what }) => !OPEN_TO_THE_NET.some(([, row]) => row.test(what))).map(({ what }) => what), [])
  })

  t.test('by the net, in words', async t => {
    for (const [what, says] of Object.entries(NOTICED)) {
      const found = broken.find(one => one.what === what)
      t.match(found?.net.join('\n'), says, what)
    }
    t.comment(broken.map(({ what, net, walk }) => `${what}\n    net: ${net[0]?.slice(0, 160) ?? 'silent'}\n    walk: ${walk[0]?.slice(0, 160) ?? 'silent'}`).join('\n'))
  })
})

t.test('the net is told in PNML', async t => {
  const net = protocolNet(1)
  const pnml = pnmlOf(net)
  const count = (tag: string): number => pnml.split(`<${tag} `).length - 1
  t.equal(count('place'), net.places.length)
  t.equal(count('transition'), net.transitions.length)
  t.equal(count('arc'), net.transitions.reduce((sum, { takes, puts }) => sum + takes.length + puts.length, 0))
  t.equal(pnml.split('<initialMarking>').length - 1, 1, 'one token, in START')
  const ids = [...pnml.matchAll(/ id="(\w+)"/g)].map(([, id]) => id)
  t.equal(new Set(ids).size, ids.length, 'ids are unique')
  for (const [, end] of pnml.matchAll(/(?:source|target)="(\w+)"/g)) if (!ids.includes(end)) t.fail(`an arc ends at ${end}, which is nowhere`)
})

/** What the net of a table says; a hole shows as soon as the net with two attempts is written down. */
function netSays (tables: Tables): string[] {
  try {
    orchestratorSide(tables.tasks, tables.devices, ['a', 'b'])
    return protocolFlaws(protocolGraph(1, tables))
  } catch (error) {
    return [(error as Error).message]
  }
}

/** Why the net may stay silent about a mutation. */
const OPEN_TO_THE_NET: readonly (readonly [string, RegExp])[] = [
  ['a counter or a clock decides, and the net holds both for possible', /(due|expired|delayed|avoided long enough|not taken up|ran out|used up|the last|presence over)\]/],
  ['what was said before is not in the net', /(already (failed|declined) so|first word|same content|nothing new|same session|cordoned)\]/],
  ['a device of the net has one session', /older session\]/],
  ['the net has one node', /its node is gone\]/],
  ['an end is as good as another to the net', /^task: (fail|cancel).* → (cancelled|expired) instead of/],
  ['a pause is as good as none', /^task: fail \[current attempt\] .* → available instead of waiting/],
  ['what no device says that keeps to the protocol', /^task: without (begin|progress|fail|decline) \[current attempt\] from completed/],
  ['the row below rejects it, too', /^task: without (begin|progress|success|fail) \[current attempt\] from failed, cancelled, expired → ended/],
  ['people may do nothing as well', /^(task: without cancel from cancelled|device: cordon)/],
  ['a deadline mends it, only later', /^task: without release \[held by that device\]/],
  ['another row mends it: presence comes and goes in more than one way', /^device: (birth|speak|leave|unanswered)/]
]

/** Some of what the net does notice. */
const NOTICED: Readonly<Record<string, RegExp>> = {
  'task: without deadline [kept long enough] from completed, failed, cancelled, expired → none': /doesn't end of itself/,
  'task: without success [current attempt] from offered, executing → completed': /never happens/,
  'task: success [current attempt] from offered, executing → failed instead of completed': /who is told that its success was accepted has completed/,
  'task: progress [current attempt] from offered, executing → completed instead of executing': /completed by a success alone/,
  'task: without success [current attempt] from completed → nothing': /who completed the task is not rejected/,
  'task: without begin [current attempt] from executing → nothing': /who is rejected or told to stop does not hold the task/,
  'task: without begin from waiting, available → stale-attempt': /may be that no row fits begin in waiting/,
  'task: without success from offered, executing → stale-attempt': /may be that no row fits success in offered/,
  'device: without forget from online, offline → none': /no row fits forget/
}
