// Keeps the code in its folders: first every rule of test/support/tidy is shown a small offence and
// has to complain, then the real tree is read and must give no cause to. A failure names file, line
// and what to do instead; to move a border, change its line in test/support/tidy/rules.ts.
import t from 'tap'
import * as checks from '../support/tidy/checks.js'
import type { Check } from '../support/tidy/checks.js'
import { arrows, clocks, packageHomes, sourceFolders } from '../support/tidy/rules.js'
import { parseTree, readTree } from '../support/tidy/source.js'

type Files = Record<string, string>

const times = (n: number, line: string): string => `${line}\n`.repeat(n)

function complaints (check: Check, files: Files): string[] {
  return check(parseTree(files))
}

/** `*` and folders as a path that a file could have. */
function fileIn (place: string): string {
  const path = place.replace('type ', '').replace('*', 'things')
  return path.endsWith('.ts') ? path : `${path}/thing.ts`
}

function importFrom (from: string, to: string, kind = 'import'): Files {
  const up = '../'.repeat(from.split('/').length - 1)
  return { [from]: `\n${kind} { thing } from '${up}${to.replace(/\.ts$/, '.js')}'\n` }
}

t.test('an arrow against the direction is an offence, from every layer', async t => {
  const forbidden: Array<[from: string, to: string]> = [
    ['broker/core', 'broker/platform'], ['broker/plugins/tasks/lifecycle.ts', 'schemas'],
    ['broker/plugins/tasks/lifecycle.ts', 'broker/plugins/devices'], ['broker/plugins/tasks/guards.ts', 'broker/store'],
    ['broker/plugins/tasks/events.ts', 'broker/platform'], ['broker/plugins/tasks/moves.ts', 'schemas'], ['broker/plugins', 'broker/store'],
    ['broker/effects', 'broker/hosts'], ['broker/pipeline', 'broker/hosts'], ['broker/pipeline', 'broker/store/memory'],
    ['broker/hosts', 'broker/plugins'], ['broker/hosts/aedes/redis', 'broker/store/redis/link.ts'], ['broker/hosts', 'broker/core'], ['broker/store', 'broker/pipeline'],
    ['broker/store', 'broker/plugins'], ['broker/store', 'broker/core'], ['broker/platform', 'broker/core'],
    ['broker/conformance', 'broker/core'], ['broker/dashboard', 'broker/core'], ['broker/scripts', 'broker/pipeline'], ['broker/cli', 'test'], ['broker/index.ts', 'device-client'],
    ['device-client', 'broker/core'], ['device-client/demo', 'broker/cli'], ['device-client/demo/deploy', 'broker/cli'], ['schemas', 'broker/core'],
    ['mosquitto-compat', 'broker/core'], ['mosquitto-compat/bridge', 'broker/hosts/aedes/host.ts'],
    ['mosquitto-compat/bridge/redis', 'broker/store/redis/link.ts']
  ]
  for (const [from, to] of forbidden) {
    const [found] = complaints(checks.arrowsPoint, importFrom(fileIn(from), fileIn(to)))
    t.match(found, `${fileIn(from)}:2 `, `${from} ↛ ${to}: file and line`)
    t.match(found, /may not import .+: .+/, `${from} ↛ ${to}: what to do instead`)
  }
  const told = forbidden.map(([from]) => from.replace('/tasks/', '/*/'))
  for (const { from } of arrows) t.ok(told.includes(from), `${from} has an example`)
})

t.test('an arrow of the table is none', async t => {
  for (const { from, may } of arrows) {
    for (const to of may) {
      const kind = to.startsWith('type ') ? 'import type' : 'import'
      t.same(complaints(checks.arrowsPoint, importFrom(fileIn(from), fileIn(to), kind)), [], `${from} → ${to}`)
    }
    t.same(complaints(checks.arrowsPoint, importFrom(fileIn(from), fileIn(from))), [], `${from} → itself`)
  }
})

t.test('every way to import is seen', async t => {
  const ways = [
    'import \'../platform/clock.js\'', 'import { type Clock } from \'../platform/clock.js\'', 'export * from \'../platform/clock.js\'',
    'const clock = await import(\'../platform/clock.js\')', 'type Clock = import(\'../platform/clock.js\').Clock'
  ]
  for (const way of ways) t.equal(complaints(checks.arrowsPoint, { 'broker/core/decide.ts': way }).length, 1, way)
  t.match(complaints(checks.arrowsPoint, { 'broker/loose.ts': 'import x from \'node:fs\'' }), [/no layer holds this file/])
})

t.test('the pure layers and the device keep to their packages', async t => {
  const forbidden: Array<[from: string, name: string]> = [
    ['broker/core', 'redis'], ['broker/core', 'aedes'], ['broker/core', 'pino'], ['broker/core', 'node:fs'], ['broker/core', 'node:fs/promises'],
    ['broker/core', 'node:timers'], ['broker/plugins', 'node:fs'], ['broker/plugins/tasks/lifecycle.ts', 'ajv'], ['device-client', 'ws']
  ]
  for (const [from, name] of forbidden) {
    t.match(complaints(checks.arrowsPoint, { [fileIn(from)]: `import x from '${name}'` }), [/:1 .+ may not import /], `${from} ↛ ${name}`)
  }
  t.same(complaints(checks.arrowsPoint, { 'device-client/demo/main.ts': 'import { spawn } from \'node:child_process\'' }), [])
})

t.test('a package away from its home is an offence', async t => {
  for (const { packages, only } of packageHomes) {
    for (const pattern of packages) {
      const text = `import x from '${pattern.replace('*', 'thing')}'`
      t.match(complaints(checks.packagesAreAtHome, { 'broker/pipeline/decide.ts': text }), [/is imported in .+ only/], pattern)
      for (const home of only) t.same(complaints(checks.packagesAreAtHome, { [fileIn(home)]: text }), [], `${pattern} in ${home}`)
    }
  }
})

t.test('a cycle is an offence, of types too', async t => {
  const cycle = { 'a/x.ts': 'import { y } from \'./y.js\'', 'a/y.ts': 'import { z } from \'../z.js\'', 'z.ts': '\nimport type { X } from \'./a/x.js\'' }
  t.match(complaints(checks.nothingIsCyclic, cycle), ['z.ts:2 a cycle: a/x.ts → a/y.ts → z.ts → a/x.ts'])
  t.match(complaints(checks.nothingIsCyclic, { 'a.ts': 'import { a } from \'./a.js\'' }), ['a.ts:1 a cycle: a.ts → a.ts'])
  const diamond = { 'a.ts': 'import \'./b.js\'\nimport \'./c.js\'', 'b.ts': 'import \'./d.js\'', 'c.ts': 'import \'./d.js\'', 'd.ts': '' }
  t.same(complaints(checks.nothingIsCyclic, diamond), [])
})

t.test('a file over the cap is an offence, unless generated', async t => {
  t.match(complaints(checks.filesAreShort, { 'broker/core/a.ts': times(401, 'a()') }), ['broker/core/a.ts:401 401 lines'])
  t.same(complaints(checks.filesAreShort, { 'broker/core/a.ts': times(400, 'a()'), 'schemas/generated/a.ts': times(900, 'a()') }), [])
})

t.test('a function over the cap is an offence, unless it is the body of a test', async t => {
  const f = (lines: number): string => `\nconst f = () => {\n${times(lines - 2, 'a()')}}\n`
  const suite = (title: string): string => `function suite () {\nt.test(${title}, async t => {\n${times(80, 'a()')}})\n}\n`
  t.match(complaints(checks.functionsAreShort, { 'broker/a.ts': f(71) }), ['broker/a.ts:2 a function of 71 lines'])
  t.match(complaints(checks.functionsAreShort, { 'test/support/a.ts': f(71) }), ['test/support/a.ts:2 a function of 71 lines'])
  t.equal(complaints(checks.functionsAreShort, { 'broker/a.ts': suite('\'works\'') }).length, 2)
  t.equal(complaints(checks.functionsAreShort, { 'test/unit/a.ts': suite('notATitle') }).length, 2)
  t.same(complaints(checks.functionsAreShort, { 'test/contract/a.ts': suite('\'works\''), 'schemas/generated/a.ts': f(90) }), [])
  t.same(complaints(checks.functionsAreShort, { 'broker/a.ts': f(70).replace('a()', 'a()\n\n// why\n/* why\n * not */') }), [])
})

t.test('the clock and chance are read in platform/ alone', async t => {
  const offences: Files = { 'Date.now': 'f(Date.now)', 'new Date()': 'f(new Date())', 'performance.now': 'performance.now()', 'Math.random': 'globalThis.Math.random()' }
  for (const [name, instead] of Object.entries(clocks)) {
    const text = `\n${offences[name]}`
    const [found] = complaints(checks.clocksAreInjected, { 'device-client/a.ts': text })
    t.match(found, `device-client/a.ts:2 ${name} outside of platform/: use ${instead}`)
    t.equal(complaints(checks.clocksAreInjected, { 'device-client/platform.ts': text }).length, 1, 'the folder counts, not the name of a file')
    t.equal(complaints(checks.clocksAreInjected, { 'broker/a.ts': `// real time: no${text}` }).length, 1, 'no excuses outside of test/')
    t.same(complaints(checks.clocksAreInjected, { 'broker/platform/a.ts': text, 'test/bench/a.ts': text, 'test/a.ts': `// real time: measures a lag${text}` }), [])
  }
  t.same(complaints(checks.clocksAreInjected, { 'broker/a.ts': 'f(new Date(now), Date.parse(x)) // Date.now() in words' }), [])
})

t.test('a test that sleeps is an offence', async t => {
  const sleeps = [
    'await new Promise(r => setTimeout(r, 10))', 'const p = new Promise<void>((done) => { setTimeout(() => done(), 10) })',
    'await delay(10)', 'await sleep(10)', 'import { setTimeout } from \'node:timers/promises\'', 'import timers from \'timers/promises\''
  ]
  for (const sleep of sleeps) {
    t.match(complaints(checks.testsDoNotSleep, { 'test/integration/a.test.ts': `\n${sleep}` }), [/^test\/integration\/a.test.ts:2 a test that sleeps/], sleep)
    t.same(complaints(checks.testsDoNotSleep, { 'test/a.ts': `// real time: keepalive is a timer of the broker\n${sleep}`, 'device-client/a.ts': sleep }), [])
  }
  t.equal(complaints(checks.testsDoNotSleep, { 'test/a.ts': `${sleeps[0]} // real time:` }).length, 1, 'an excuse has a reason')
  t.same(complaints(checks.testsDoNotSleep, { 'test/a.ts': 'await new Promise((resolve, reject) => { setTimeout(() => reject(late), 5000); once(resolve) })' }), [])
})

t.test('names are kebab-case', async t => {
  for (const path of ['broker/core/taskTable.ts', 'broker/Core/table.ts', 'schemas/tasks/task_submit.json', 'test/unit/Tidy.test.ts']) {
    t.match(complaints(checks.namesAreKebab, { [path]: '' }), [`${path}:1 names of files and folders are kebab-case`])
  }
  t.same(complaints(checks.namesAreKebab, { 'broker/ARCHITECTURE.md': '', 'test/unit/tidy.test.ts': '', 'broker/store/redis/scripts/claim-3.lua': '', 'test/fixtures/My File.txt': '' }), [])
})

t.test('the top level holds what is on the list', async t => {
  t.match(complaints(checks.topLevelIsKnown, { 'utils/a.ts': '', 'notes.txt': '' }), [/^utils:1 nothing else/, /^notes.txt:1 nothing else/])
  t.same(complaints(checks.topLevelIsKnown, { 'package.json': '', '.editorconfig': '', 'broker/index.ts': '', '.ci/run': '' }), [])
})

t.test('this repository keeps every rule', async t => {
  const tree = readTree(process.cwd(), sourceFolders)
  t.ok(tree.sources.some(({ path }) => path === 'test/unit/tidy.test.ts'), 'the tree was read')
  for (const [name, check] of Object.entries(checks)) t.same(check(tree), [], name)
})
