/** `orchestra script`: what it says of a script that fails, is wrong, or can't be run here; and its exit codes. */
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import t, { type Test } from 'tap'
import { scriptSchemaPath } from '../../schemas/index.js'
import { systemClock } from '../../broker/platform/clock.js'
import { type Outcome, type Script, inProcess, loadScripts, runScripts } from '../../broker/scripts/index.js'
import { failureText } from '../../broker/scripts/reports/readable.js'
import { kinds } from '../../broker/scripts/steps/index.js'
import { evaluate } from '../../broker/platform/expressions.js'
import { startMosquitto } from '../support/mosquitto.js'
import { type Said, orchestra } from '../support/orchestra.js'

interface Ended extends Said { readonly dir: string }

async function script (t: Test, files: Record<string, string>, ...flags: string[]): Promise<Ended> {
  const dir = t.testdir(files)
  return { ...await orchestra(['script', dir, ...flags]), dir }
}

/** As the command does, without a process for each. @throws ScriptError */
async function outcomesOf (t: Test, files: Record<string, string>): Promise<Outcome[]> {
  return await runScripts(await loadScripts([t.testdir(files)]), { target: inProcess(), clock: systemClock(), jobs: 1, told: () => {} })
}

const failures = (outcomes: readonly Outcome[]): Record<string, string> => Object.fromEntries(outcomes.flatMap(outcome => outcome.kind === 'failed' ? [[outcome.script.name, failureText(outcome.failure)]] : []))

const FAILING = `script: a wrong expectation
ids: [cam]
steps:
  - connect: cam
  - publish: from/$(cam)/time
    as: cam
    json: {}
  - expect: to/$(cam)/time/accepted
    as: cam
    match: { at: 7 }
`

t.test('a failed expectation is told with its place and with what came instead', async t => {
  const { code, out, dir } = await script(t, { 'a.yaml': FAILING, 'b.yaml': 'script: skipped\nneeds: [foreign-broker]\nsteps: []\n', 'c.yaml': 'script: passes\nsteps: []\n' }, '--junit', `${t.testdirName}/result.xml`)
  t.equal(code, 1)
  t.match(out, /^TAP version 14\n1\.\.3\nnot ok 1 - a wrong expectation/)
  t.match(out, `at: ${dir}/a.yaml:8`)
  t.match(out, /to\/cam-r1\/time\/accepted \{"at":2000000000000\} {3}\[differs in match: at\]/)
  t.match(out, 'ok 2 - skipped # SKIP needs foreign-broker\n')
  t.match(out, /ok 3 - passes # time=/)
  const xml = readFileSync(`${dir}/result.xml`, 'utf8')
  t.match(xml, /<testsuite name="topic scripts" tests="3" failures="1" skipped="1"/)
  t.match(xml, /<failure message="did not come within 5000 ms">.*&quot;at&quot;:2000000000000/)
  t.match((await script(t, { 'a.yaml': FAILING }, '--report', 'readable')).out, /✗ a wrong expectation\n.*a\.yaml:8: did not come.*\n.*step .*\n.*expected .*\n.*instead .*time\/accepted/)
})

t.test('each kind of failure fails', async t => {
  const steps: Record<string, string> = {
    nothing: '- connect: a\n- publish: from/$(a)/time\n  as: a\n  json: {}\n- nothing: to/#\n  as: a',
    order: '- connect: a\n- command: time\n  as: a\n- publish: from/$(a)/time\n  as: a\n  json: {}\n- expect: [{ topic: $puback }, { topic: to/+/time/accepted }, { topic: to/+/time/accepted }]\n  as: a',
    rejected: '- connect: a\n- command: time\n  as: a\n  rejected: {}',
    accepted: '- connect: a\n- command: next\n  as: a',
    exactly: '- connect: a\n- command: time\n  as: a\n  exactly: {}',
    schema: '- connect: a\n- publish: from/$(a)/time\n  as: a\n  json: {}\n- expect: to/+/time/accepted\n  as: a\n  schema: tasks/state',
    check: '- check: 1 = 2',
    variable: '- connect: a\n- subscribe: $(nowhere)\n  as: a',
    client: '- command: time\n  as: a',
    return: '- connect: a\n  returns: 5',
    grants: '- connect: a\n- subscribe: to/other/#\n  as: a',
    open: '- connect: a\n- closed: a',
    parallel: '- parallel:\n    - - check: 1 = 1\n    - - check: 1 = 2'
  }
  const files = Object.fromEntries(Object.entries(steps).map(([name, text]) => [`${name}.yaml`, `script: ${name}\nids: [a]\nsteps:\n${text.replace(/^/gm, '  ')}\n`]))
  t.same(Object.keys(failures(await outcomesOf(t, files))).sort(), Object.keys(steps).sort())
})

t.test('a script that is wrong is told with file, line and step', async t => {
  for (const [text, complaint] of [
    ['', /a\.yaml:1: this is no script: one begins with script: and has steps:/],
    ['- a\n', /a\.yaml:1: this is no script/],
    ['script: x\nsetup: y\nsteps: []\n', /a\.yaml:1: it has both script and setup/],
    ['script: x\nsteps:\n', /a\.yaml:2: steps must be array/],
    ['script: x\nids: [t1, run]\nsteps: []\n', /a\.yaml:2: ids\.1: run is always there/],
    ['script: x\nsteps:\n  - wait: soon\n', /a\.yaml:3: step 1: wait must be a duration, like 500ms/],
    ['script: x\nsteps:\n  - publish: a\n    as: b\n    text: x\n    json: 1\n', /a\.yaml:3: step 1: takes one of json, text and hex/],
    ['script: x\nsteps:\n  - use: .\n', /a\.yaml:3: step 1: there is no file/],
    ['script: x\nsteps:\n  - connect: a\n  - explode: a\n', /a\.yaml:4: step 2: no such step; there are connect, /],
    ['script: x\nsteps:\n  - publish: from/a\n    as: a\n    colour: red\n', /a\.yaml:3: step 1: has no field colour/],
    ['script: x\nsteps:\n  - each: [1]\n    steps:\n      - publish: a\n        as: b\n        qos: 3\n', /a\.yaml:7: step 1: qos must be/],
    ['script: x\nneeds: [luck]\nsteps: []\n', /a\.yaml:2: needs\.0 must be one of virtual-clock/],
    ['script: x\nsteps: [\n', /a\.yaml:\d: /],
    ['script: x\nsteps:\n  - use: nowhere.yaml\n', /a\.yaml:3: step 1: there is no .*nowhere\.yaml/]
  ] as const) {
    await t.rejects(loadScripts([t.testdir({ 'a.yaml': text })]), { message: complaint }, text)
  }
  t.match(await script(t, { 'a.yaml': 'script: x\nneeds: [luck]\nsteps: []\n' }), { code: 2, err: /a\.yaml:2: needs/ })
  t.match(await script(t, { 's.yaml': 'setup: x\nsteps: []\n' }), { code: 2, err: /there is no script/ })
})

t.test('what only shows once it is filled in is told as clearly', async t => {
  const steps: Readonly<Record<string, readonly [text: string, said: RegExp]>> = {
    qos: ['- publish: x\n  as: a\n  qos: $(seven)', /qos must be one of 0, 1, 2/],
    topic: ['- publish: $(seven)\n  as: a', /publish must be string/],
    long: ['- publish: "$($pad(\'\', 70000, \'x\'))"\n  as: a', /publish must NOT have more than 65535 characters/],
    list: ['- each: $(seven)\n  steps: []', /7 is no list to go through/],
    message: ['- command: time\n  as: a\n- publish: from/$(a)/time\n  as: a\n  json: {}\n- expect: to/#\n  as: a\n  schema: no/such', /there is no message no\/such; there are .*tasks\/state/],
    gone: ['- drop: a\n- nothing: x\n  as: a', /the connection is closed/],
    never: ['- drop: a\n- expect: x\n  as: a\n  within: 1d', /did not come, and the connection is closed/],
    node: ['- kill: 1', /no node can be killed here; a script that does says needs: \[nodes\]/]
  }
  const files = Object.fromEntries(Object.entries(steps).map(([name, [text]]) => [`${name}.yaml`, `script: ${name}\nids: [a]\nvars: { seven: 7 }\nsteps:\n  - connect: a\n${text.replace(/^/gm, '  ')}\n`]))
  t.match(failures(await outcomesOf(t, files)), Object.fromEntries(Object.entries(steps).map(([name, [, said]]) => [name, said])))
})

t.test('a branch that fails ends the others, and a script that waits for ever ends when its time is over, or at a signal', async t => {
  const dir = t.testdir({
    'branch.yaml': 'script: branch\nsteps:\n  - parallel: [[{ check: 1 = 2 }], [{ wait: 20d }]]\n',
    'wait.yaml': 'script: wait\nids: [a]\nsteps:\n  - connect: a\n  - expect: x\n    as: a\n    within: 24d\n'
  })
  const [branch, wait] = await loadScripts([dir])
  const options = { target: inProcess(), clock: systemClock(), jobs: 1, told: () => {} }
  t.match(failures(await runScripts([branch as Script], options)), { branch: /branch\.yaml:3: 1 = 2 is not true/ })
  t.match(failures(await runScripts([wait as Script], { ...options, scriptMs: 300 })), { wait: /wait\.yaml:5: the script takes longer than 300 ms/ })
  const end = new AbortController()
  const target = {
    ...inProcess(),
    open: async (script: Script) => {
      setImmediate(() => end.abort())
      return await inProcess().open(script)
    }
  }
  const outcomes = await runScripts([wait as Script, branch as Script], { ...options, target, signal: end.signal })
  t.match(failures(outcomes), { wait: /it was interrupted/ })
  t.equal(outcomes.length, 1, 'nothing more is begun')
})

t.test('what would steer a terminal, or spoil TAP or XML, is told in another way', async t => {
  const { out, dir } = await script(t, { 'a.yaml': 'script: "\\e[31m # SKIP ]]> <\\x01"\nsteps:\n  - check: "\'\\e\' = 1"\n' }, '--junit', `${t.testdirName}/result.xml`)
  // eslint-disable-next-line no-control-regex
  t.notMatch(out + readFileSync(`${dir}/result.xml`, 'utf8'), /[\u0000-\u0009\u000b-\u001f]/)
  t.match(out, 'not ok 1 - \\u001b[31m \\# SKIP ]]> <\\u0001 # time=')
})

t.test('a file for JUnit that can not be written is told before anything has run', async t => {
  t.match(await script(t, { 'a.yaml': FAILING }, '--junit', '/nowhere/result.xml'), { code: 2, out: '', err: /--junit: \/nowhere\/result\.xml can't be written: ENOENT/ })
})

t.test('where nobody answers it says so once', async t => {
  t.match(await script(t, { 'a.yaml': FAILING }, '--broker', 'mqtt://127.0.0.1:1'), { code: 4, err: /127\.0\.0\.1:1.*ECONNREFUSED/ })
})

t.test('the schema has every kind of step, and no other', async t => {
  const schema = JSON.parse(readFileSync(scriptSchemaPath, 'utf8')) as { $defs: { kinds: object } }
  t.same(Object.keys(schema.$defs.kinds).sort(), Object.keys(kinds).sort())
})

t.test('what would never end ends, and says why', async t => {
  const endless: Readonly<Record<string, readonly [steps: string, said: RegExp]>> = {
    round: ['set: { a: "$(($f := function($x) { $f($x) }; $f(1)))" }', /more than 100000 steps/],
    deep: ['set: { a: "$(($f := function($x) { 1 + $f($x) }; $f(1)))" }', /more than 250 levels deep/],
    pattern: ['set: { a: "$($match(\'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\', /^(a+)+$/))" }', /\/\^\(a\+\)\+\$\/g takes longer than 500 ms/],
    long: ['wait: 99999999999999999999d', /longer than a timer can be/]
  }
  const files = Object.fromEntries(Object.entries(endless).map(([name, [step]]) => [`${name}.yaml`, `script: ${name}\nsteps:\n  - ${step}\n`]))
  t.match(failures(await outcomesOf(t, files)), Object.fromEntries(Object.entries(endless).map(([name, [, said]]) => [name, said])))
  for (const body of [
    'vars: &v\n  a: *v\nsteps: []',
    `vars:\n  a0: &a0 [x]\n${Array.from({ length: 9 }, (_, at) => `  a${at + 1}: &a${at + 1} [${Array.from({ length: 9 }, () => `*a${at}`).join(', ')}]\n`).join('')}steps: []`
  ]) await t.rejects(loadScripts([t.testdir({ 'a.yaml': `script: endless\n${body}\n` })]), { message: /a\.yaml:1: its aliases can not be followed/ })
})

t.test('patterns in scripts find what they would', async t => {
  const pairs = [['$contains("Jam", /jam/i)', true], ['$replace("a1b22", /[0-9]+/, "-")', 'a-b-'], ['$split("a, b;c", /[,;] */)', ['a', 'b', 'c']], ['$match("x1y2", /[a-z]([0-9])/).groups', ['1', '2']]] as const
  for (const [expression, found] of pairs) t.same(await evaluate(expression, {}), found, expression)
})

t.test('what is wrong with a broker is told at once: nobody is there, nobody is let in, no orchestrator answers', async t => {
  const { url } = await startMosquitto(t)
  const refusing = createServer(socket => { socket.once('data', () => socket.end(Buffer.from([0x20, 2, 0, 5]))) })
  await new Promise<void>(resolve => { refusing.listen(0, '127.0.0.1', resolve) })
  t.teardown(() => refusing.close())
  const { port } = refusing.address() as AddressInfo
  const files = { 'a.yaml': FAILING }
  t.match(await script(t, files, '--attach', 'mqtt://127.0.0.1:1'), { code: 4, err: /ECONNREFUSED/ })
  t.match(await script(t, files, '--attach', `mqtt://127.0.0.1:${port}`), { code: 4, err: /the broker refuses the orchestrator: return code 5 \(not authorized\)/ })
  t.match(await script(t, files, '--broker', `mqtt://127.0.0.1:${port}`), { code: 4, err: /return code 5 \(not authorized\)/ })
  t.match(await script(t, files, '--broker', url), { code: 4, err: /no orchestrator answers there below orchestra\/v1: is one served/ })
})
