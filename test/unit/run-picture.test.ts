/** Pictures of runs, letter by letter. */
import t from 'tap'
import { type RunDocument, drawRun, shortTime } from '../../broker/cli/output/graph.js'
import { type Display, changesOf, pictureOf, showLive } from '../../broker/cli/output/live.js'

const at = 1_767_225_600_000
const now = at + 12_400
const WIDTH = 80

type Steps = RunDocument['steps']

function draw (steps: Steps, { more = {}, width = WIDTH, height }: { more?: Partial<RunDocument>, width?: number, height?: number } = {}): string[] {
  return [...drawRun({ run: 'r-1', state: 'executing', steps, percent: 33, createdAt: at, since: at, ...more }, now, width, height)]
}

const done = (after: readonly string[] = [], ms = 400): Steps[string] => ({ state: 'completed', after: [...after], device: 'cam-7', beganAt: at, endedAt: at + ms })

t.test('a chain goes further in', async t => {
  t.same(draw({ load: done(), part: { state: 'executing', after: ['load'], beganAt: at + 400 }, join: { state: 'waiting', after: ['part'] } }), [
    '▶ r-1 is executing  33 %  12s',
    '✓ load        cam-7  0.4s',
    '└─ ▶ part             12s',
    '   └─ · join'
  ])
})

t.test('a diamond: what waits for several names them, and stands below what all of these wait for', async t => {
  t.same(draw({ join: { state: 'waiting', after: ['left', 'right'] }, load: done(), left: done(['load'], 9_999), right: { state: 'executing', after: ['load'], beganAt: at + 400 } }), [
    '▶ r-1 is executing  33 %  12s',
    '✓ load      cam-7  0.4s',
    '├─ ✓ left   cam-7  9.9s',
    '├─ ▶ right          12s',
    '└─ · join                ← left, right'
  ], 'each after what it waits for, however they were given')
})

t.test('several beginnings, and what waits for two of them', async t => {
  t.same(draw({ a: done(), b: done(), after: { state: 'waiting', after: ['a'] }, both: { state: 'waiting', after: ['a', 'b'] } }), [
    '▶ r-1 is executing  33 %  12s',
    '✓ a         cam-7  0.4s',
    '└─ · after',
    '✓ b         cam-7  0.4s',
    '· both                   ← a, b'
  ])
})

t.test('fan-out has a bar, and counts', async t => {
  const part: Steps[string] = { state: 'executing', beganAt: at, total: 120, done: 37, executing: 8, failed: 3 }
  t.same(draw({ load: done(), part: { ...part, after: ['load'] } }), [
    '▶ r-1 is executing  33 %  12s',
    '✓ load     cam-7  0.4s',
    '└─ ▶ part          12s  ██████░░░░░░░░░░░░░░ 37/120 (3 failed)'
  ])
  t.same(draw({ part: { ...part, state: 'completed', done: 120, endedAt: at + 65_000 }, none: { state: 'completed', total: 0, done: 0, beganAt: at, endedAt: at } }, { more: { state: 'completed', since: at + 65_000 } }), [
    '✓ r-1 is completed  1m05s',
    '✓ part  1m05s  120/120 (3 failed)',
    '✓ none   0.0s  0/0'
  ], 'without a bar once it is over')
  t.same(draw({ part: { ...part, done: 0, failed: 0 } }).at(-1), '▶ part  12s  ░░░░░░░░░░░░░░░░░░░░ 0/120')
})

t.test('a failure, what it ended, and what was not begun because of it', async t => {
  const error = { step: 'pay', index: 3, code: 'broken', message: 'it is broken' }
  t.same(draw({
    book: { state: 'cancelled', beganAt: at, endedAt: at + 100 },
    pay: { state: 'failed', device: 'till', attempts: 3, beganAt: at, endedAt: at + 100, error: { code: 'broken', message: 'it\u001b[2Jis broken' } },
    note: { state: 'waiting', after: ['pay'] }
  }, { more: { state: 'failed', error, since: at + 100 } }), [
    '✗ r-1 has failed: pay[3]: broken: it is broken  0.1s',
    '⊘ book           0.1s  cancelled',
    '✗ pay      till  0.1s  broken: it [2Jis broken',
    '└─ · note              not begun'
  ], 'no device moves the cursor')
  t.equal(draw({ a: done() }, { more: { state: 'cancelled', reason: 'wrong album', since: at + 3_600_000 } })[0], '⊘ r-1 is cancelled: wrong album  1h00m')
})

t.test('what is under way says where, and how far its task is', async t => {
  const begun: Steps[string] = { state: 'executing', beganAt: at, task: 'r-1.a' }
  t.same(draw({
    a: { ...begun, its: { state: 'executing', device: 'cam-7', percent: 40 } },
    b: { ...begun, its: { state: 'executing', device: 'cam-8' } },
    c: { ...begun, its: { state: 'available', device: 'cam-9' } },
    d: { ...begun, its: { state: 'offered', device: 'cam-9' } },
    e: { ...begun, its: { state: 'completed', device: 'cam-9' } },
    f: { ...done(), its: { state: 'executing', device: 'cam-9' } }
  }), [
    '▶ r-1 is executing  33 %  12s',
    '▶ a  cam-7   12s  40 %',
    '▶ b  cam-8   12s',
    '▶ c          12s  waits for a device',
    '▶ d          12s  offered',
    '▶ e          12s',
    '✓ f  cam-7  0.4s'
  ])
})

t.test('what was skipped says why', async t => {
  t.same(draw({ a: { state: 'skipped' }, b: { state: 'skipped', after: ['a'], error: { code: 'ENOENT', message: 'ENOENT: no such file' } }, c: { ...done(['b']), attempts: 2 } }), [
    '▶ r-1 is executing  33 %  12s',
    '○ a                     skipped',
    '└─ ○ b                  skipped: ENOENT: no such file',
    '   └─ ✓ c  cam-7  0.4s  2 attempts'
  ])
})

t.test('what makes up for a failure stands under what it is for', async t => {
  const steps: Steps = { book: done(), pay: { state: 'failed', after: ['book'], beganAt: at, endedAt: at + 100, error: { code: 'broken' } }, undo: { state: 'executing', compensates: ['pay'], beganAt: at + 100 } }
  const error = { step: 'pay', code: 'broken' }
  t.same(draw(steps, { more: { state: 'compensating', error } }), [
    '↩ r-1 has failed, and is made up for: pay: broken  33 %  12s',
    '✓ book        cam-7  0.4s',
    '└─ ✗ pay             0.1s  broken',
    '   └─ ▶ undo          12s  if pay fails'
  ])
  t.equal(draw(steps, { more: { state: 'failed', error, compensated: true, since: at + 200 } })[0], '✗ r-1 has failed: pay: broken  made up for  0.2s')
  t.equal(draw({ a: { state: 'executing' }, b: { state: 'executing' }, u: { state: 'waiting', compensates: ['a', 'b'] } }).at(-1), '· u  if a or b fails')
})

t.test('a hundred steps in a row stand below each other, each with the name of the one before', async t => {
  const steps: Steps = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`s${n}`, n < 60 ? done(n === 0 ? [] : [`s${n - 1}`]) : n === 60 ? { state: 'executing', after: ['s59'], beganAt: at + 12_000 } : { state: 'waiting', after: [`s${n - 1}`] }]))
  const lines = draw(steps)
  t.equal(lines.length, 101)
  t.same(lines.slice(59, 63), ['✓ s58  cam-7  0.4s  ← s57', '✓ s59  cam-7  0.4s  ← s58', '▶ s60         0.4s  ← s59', '· s61               ← s60'])
  t.same(draw(steps, { height: 6 }), [
    '▶ r-1 is executing  33 %  12s',
    '▶ s60  0.4s  ← s59',
    '· s61        ← s60',
    '· s62        ← s61',
    '· s63        ← s62',
    '… 96 more: 60 completed, 36 waiting'
  ], 'where there is no room: what is under way, and how many others')
  t.equal(draw(steps, { height: 102 }).length, 101)
  const branch: Steps = { a: done(), b: done(['a']), b2: done(['b']), c: done(['a']), d: done(['b2', 'c']) }
  t.same(draw(branch, { width: 14 }), [
    '▶ r-1 is exec…',
    '✓ a      cam-…',
    '├─ ✓ b   cam-…',
    '│  ✓ b2  cam-…',
    '├─ ✓ c   cam-…',
    '└─ ✓ d   cam-…'
  ], 'also within a branch')
})

t.test('a narrow terminal: nothing is longer than it, and bars are short', async t => {
  const lines = draw({ part: { state: 'executing', beganAt: at, total: 120, done: 60 }, broken: { state: 'failed', beganAt: at, endedAt: at, error: { code: 'broken', message: 'x'.repeat(100) } } }, { width: 30 })
  t.same(lines, ['▶ r-1 is executing  33 %  12s', '▶ part     12s  ████░░░░ 60/1…', '✗ broken  0.0s  broken: xxxxx…'])
  t.ok(draw({ part: done() }, { width: 3 }).every(line => line.length <= 3))
})

t.test('times', async t => {
  t.same([-5, 0, 999, 9_999, 10_000, 59_999, 125_000, 3_780_000, 187_200_000].map(shortTime), ['0.0s', '0.0s', '0.9s', '9.9s', '10s', '59s', '2m05s', '1h03m', '2d04h'])
})

t.test('elsewhere than at a terminal there is a line for each change', async t => {
  const document = (steps: Steps, state: RunDocument['state'] = 'executing'): RunDocument => ({ run: 'r-1', state, steps, createdAt: at, since: at })
  const first = document({ load: done(), part: { state: 'waiting' } })
  t.same(changesOf(undefined, first), ['load is completed on cam-7 after 0.4s'])
  t.same(changesOf(first, first), [])
  const second = document({ load: done(), part: { state: 'failed', beganAt: at, endedAt: at + 100, total: 3, done: 1, failed: 1, error: { code: 'broken' } } }, 'failed')
  t.same(changesOf(first, second), ['part is failed after 0.1s 1/3 (1 failed): broken', 'r-1 is failed'])
})

interface Stage { readonly written: string[], readonly display: Display, pass (ms: number): void }

function terminal (env: NodeJS.ProcessEnv = {}): Stage {
  const written: string[] = []
  let time = at
  const screen = { isTTY: true, columns: 40, rows: 4, write: (text: string) => written.push(text) > 0 }
  return { written, display: showLive(screen, () => time, (env.NO_COLOR ?? '') === ''), pass (ms) { time += ms } }
}

t.test('at a terminal it is drawn anew in its place, at most ten times a second, and as a whole at the end', async t => {
  const document = (doneCount: number): RunDocument => ({ run: 'r-1', state: 'executing', percent: 0, createdAt: at, since: at, steps: Object.fromEntries(['a', 'b', 'c', 'd'].map((name, i) => [name, i < doneCount ? { state: 'completed' } : { state: 'waiting' }])) })
  const { written, display, pass } = terminal({ NO_COLOR: '1' })
  display.update(document(0))
  t.equal(written.length, 1)
  t.equal(written[0], '\u001b[?7l▶ r-1 is executing  0 %  0.0s\u001b[K\n· a\u001b[K\n… 3 more: 3 waiting\u001b[K\n\u001b[J\u001b[?7h')
  for (let n = 0; n < 50; n++) display.update(document(1))
  t.equal(written.length, 1, 'later')
  pass(100)
  display.end()
  t.equal(written.length, 2)
  t.equal(written[1], '\u001b[3A\r\u001b[?7l▶ r-1 is executing  0 %  0.1s\u001b[K\n✓ a\u001b[K\n· b\u001b[K\n· c\u001b[K\n· d\u001b[K\n\u001b[J\u001b[?7h')
})

t.test('colours only at a terminal, and not where they are not wanted', async t => {
  const document: RunDocument = { run: 'r-1', state: 'completed', createdAt: at, since: at, steps: { a: { state: 'completed' }, b: { state: 'skipped', after: ['a'] } } }
  const at40 = { isTTY: true, columns: 40 }
  t.same(pictureOf(document, now, at40, {}), ['\u001b[32m✓ r-1\u001b[0m is completed  0.0s', '\u001b[32m✓ a\u001b[0m', '└─ \u001b[90m○ b\u001b[0m  skipped'])
  for (const [screen, env] of [[at40, { NO_COLOR: '1' }], [at40, { TERM: 'dumb' }], [{ isTTY: false, columns: 0 }, {}]] as const) {
    t.same(pictureOf(document, now, screen as typeof at40, env), ['✓ r-1 is completed  0.0s', '✓ a', '└─ ○ b  skipped'])
  }
})
