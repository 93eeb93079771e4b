/** The command line around workflows, as somebody would use it, with a server and a device that are processes. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { createApp } from '../../device-client/app.js'
import { ServerProcess } from '../faults/support/server-process.js'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

const FUNCTIONS = {
  'fetch.mjs': 'export default ({ n }) => Array.from({ length: n }, (_, i) => i)',
  'resize.mjs': 'export default ({ image }) => { if (image === 2) throw Object.assign(new Error("it is broken"), { code: "broken", retry: false }); return image }',
  'pack.mjs': 'export default files => files.length',
  'hang.mjs': 'export default (_, { signal }) => new Promise(resolve => signal.addEventListener("abort", resolve))'
}
const ALBUM = `steps:
  load: { function: fetch, args: { n: =input.n } }
  part:
    function: resize
    after: [load]
    forEach: =load.result
    args: { image: =item }
    onError: skip
  join: { function: pack, after: [part], args: =part.results }
result: =join.result
input: { n: 2 }
`
const HANGING = 'steps: { wait: { function: hang, leaseMs: 600000 } }\n'

interface Outcome { readonly code: number, readonly out: string, readonly err: string }

interface Stage {
  readonly dir: string
  readonly broker: string
  orchestra (...args: readonly string[]): Promise<Outcome>
  begin (...args: readonly string[]): ChildProcess
}

async function staged (t: Test): Promise<Stage> {
  const dir = t.testdir({ functions: FUNCTIONS, 'album.yaml': ALBUM, 'hanging.yaml': HANGING, 'failing.yaml': ALBUM.replace('    onError: skip\n', '') })
  const server = new ServerProcess(['--memory'])
  await server.start()
  t.teardown(() => server.kill())
  const broker = `mqtt://127.0.0.1:${server.port}`
  const begin = (...args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [main, ...args, '--broker', broker], { stdio: ['ignore', 'pipe', 'pipe'] })
    t.teardown(() => child.kill('SIGKILL'))
    return child
  }
  const device = begin('device', '--id', 'worker-1', '--functions', join(dir, 'functions'), '--capacity', '4')
  await once(createInterface(device.stdout as NodeJS.ReadableStream), 'line')
  const orchestra = async (...args: readonly string[]): Promise<Outcome> => {
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, ...args, '--broker', broker])
      return { code: 0, out: stdout, err: stderr }
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number, stdout: string, stderr: string }
      return { code, out: stdout, err: stderr }
    }
  }
  return { dir, broker, orchestra, begin }
}

t.test('from a file to a result', async t => {
  const { dir, orchestra } = await staged(t)
  const album = join(dir, 'album.yaml')
  t.match(await orchestra('run', album, '--wait', '--run', 'a-1'), { code: 0, out: '2\n', err: /part is completed after \S+ 2\/2\n[^]*a-1 is completed\n$/ }, 'what the file gives')
  t.match(await orchestra('run', album, '--wait', '--input', 'n=4', '--run', 'a-2'), { code: 0, out: '4\n', err: /part is .* 4\/4 \(1 failed\)\n/ })
  writeFileSync(join(dir, 'input.json'), '{"n":3}')
  t.match(await orchestra('run', album, '--wait', '--input', `@${join(dir, 'input.json')}`, '--json', '--run', 'a-3'), { code: 0, out: '{"run":"a-3","state":"completed","result":3}\n' })
  t.match(await orchestra('run', album, '--input', '{"n":1}', '--tag', 'small', '--run', 'a-4'), { code: 0, out: 'a-4\n', err: 'orchestra runs a-4 shows it, with --wait until its end\n' })
  t.match(await orchestra('run', album, '--json'), { code: 0, out: /^{"run":"album-[0-9a-f]{8}","state":"executing"}\n$/, err: '' })
  t.match(await orchestra('runs', 'a-4', '--wait'), { code: 0, out: '1\n', err: /a-4 is completed/ })
  t.match(await orchestra('runs', 'a-2'), { code: 0, out: /^✓ a-2 is completed {2}\S+\n✓ load .*worker-1.*\n└─ ✓ part .* 4\/4 \(1 failed\)\n {3}└─ ✓ join +worker-1 .*\n4\n$/ })
  t.match(JSON.parse((await orchestra('runs', 'a-2', '--json')).out), { run: 'a-2', state: 'completed', result: 4 })
  t.match(await orchestra('run', join(dir, 'failing.yaml'), '--input', 'n=4', '--wait', '--run', 'f-1'), { code: 1, out: '', err: /\nf-1 has failed at part\[2\]: broken: it is broken; orchestra get f-1\.part:2 tells of its task\n$/ })
  t.match(await orchestra('get', 'f-1.part:2'), { code: 0, out: /broken/ })
  t.match(await orchestra('run', join(dir, 'failing.yaml'), '--input', 'n=4', '--wait', '--run', 'f-1', '--json'), { code: 1, out: '{"run":"f-1","state":"failed","code":"broken","message":"failed at part[2]: broken: it is broken","step":"part","index":2}\n' })
  t.match(await orchestra('run', album, '--input', '{}', '--wait'), { code: 1, err: /has failed at load: expression: `args`: =input\.n .*; correct the expression, and run it again/ })
  t.match(await orchestra('runs', '--state', 'failed'), { code: 0, out: /f-1 +failed .* part\[2\]: broken: it is broken/ })
  t.match(await orchestra('runs', '--tag', 'small'), { code: 0, out: /^RUN[^]*a-4 +small +completed/ })
})

t.test('what is wrong is told with its place', async t => {
  const { dir, orchestra } = await staged(t)
  const refused = async (text: string, expected: object, ...more: readonly string[]): Promise<void> => {
    writeFileSync(join(dir, 'bad.yaml'), text)
    t.match(await orchestra('run', join(dir, 'bad.yaml'), '--wait', ...more), { out: '', ...expected })
  }
  await refused(ALBUM.replace('    after: [load]', '    after: [laod]'), { code: 5, err: /^orchestra: \S+bad\.yaml:5: invalid: `steps\.part\.after`: there is no step laod\n$/ })
  await refused(ALBUM.replace('    forEach:', '    foreach:'), { code: 5, err: /bad\.yaml:6: invalid: unknown field `steps\.part\.foreach`\n$/ })
  await refused(ALBUM.replace('{ image: =item }', '{ image: =itm }'), { code: 5, err: /bad\.yaml:7: invalid: `steps\.part`: `args`: =itm: / })
  await refused(`result: =a.result\n${HANGING}`, { code: 5, err: /bad\.yaml:1: invalid: `result`: =a\.result: / })
  await refused('steps: {}\n', { code: 5, err: /bad\.yaml:1: invalid: `steps` must have at least 1 field/ })
  await refused('steps: { a: { template: nobody } }', { code: 5, err: /bad\.yaml:1: unknown-template: `steps\.a`: there is no template nobody: put it first/ })
  await refused('steps:\n  a: [\n', { code: 2, err: /^orchestra: \S+bad\.yaml:3: / })
  await refused('- steps\n', { code: 2, err: /bad\.yaml: it must hold fields and values/ })
  await refused(ALBUM, { code: 2, err: /--input: no JSON/ }, '--input', '{')
  await refused(ALBUM, { code: 2, err: /--input: several times only as key=value/ }, '--input', 'n=1', '--input', '[]')
  await refused(ALBUM, { code: 2, err: /say either which file, or --template NAME/ }, '--template', 'a')
  t.match(await orchestra('run'), { code: 2, err: /say either which file/ })
  t.match(await orchestra('run', join(dir, 'nowhere.yaml')), { code: 2, err: /ENOENT.*nowhere\.yaml/ })
  t.match(await orchestra('run', '--template', 'nobody'), { code: 5, err: '--template nobody: unknown-template: there is no template nobody: put it first' })
  t.match(await orchestra('runs', 'nobody'), { code: 5, err: /unknown-workflow/ })
  t.match(await orchestra('runs', '--wait'), { code: 2, err: /--wait is for one/ })
})

t.test('a run goes on without who has begun it, until it is cancelled', async t => {
  const { dir, orchestra, begin, broker } = await staged(t)
  const waiting = begin('run', join(dir, 'hanging.yaml'), '--wait', '--run', 'h-1')
  let err = ''
  waiting.stderr?.on('data', (chunk: Buffer) => { err += chunk.toString() })
  const ended = once(waiting, 'close')
  const app = createApp({ broker, id: 'app' })
  t.teardown(() => app.close())
  for await (const { kind, payload } of app.watch({ task: 'h-1.wait' }) as AsyncIterable<{ kind: string, payload?: { state?: string } }>) if (kind === 'state' && payload?.state === 'executing') break
  waiting.kill('SIGINT')
  t.same(await ended, [130, null])
  t.match(err, /h-1 goes on: orchestra runs h-1 --wait looks at it again, orchestra cancel run h-1 ends it\n$/)
  t.match(await orchestra('run', join(dir, 'hanging.yaml'), '--wait', '--run', 'h-1', '--timeout', '100ms'), { code: 1, out: '', err: /it is not over after 100 ms: h-1 goes on/ })
  t.match(await orchestra('runs', 'h-1'), { code: 0, out: /^▶ h-1 is executing {2}0 % {2}\S+\n▶ wait {2}worker-1 +\S+\n$/ })
  writeFileSync(join(dir, 'nobody.yaml'), 'steps: { a: { function: nobody-has-it } }')
  t.match(await orchestra('run', join(dir, 'nobody.yaml'), '--run', 'n-1'), { code: 0 })
  t.match(await orchestra('runs', 'n-1'), { code: 0, out: /\n▶ a +\S+ {2}waits for a device\n$/ })
  t.match(await orchestra('why', 'run', 'h-1'), { code: 0, out: /h-1 is executing: it waits for wait[^]*its task is executing \(worker-1\) +orchestra why h-1\.wait/ })
  t.match(await orchestra('cancel', 'nun', 'h-1'), { code: 2, err: /cancel TASK, or cancel run NAME; "nun" is neither/ })
  t.match(await orchestra('cancel', 'run', 'h-1', '--reason', 'enough'), { code: 0, out: 'h-1 is cancelled\n' })
  t.match(await orchestra('runs', 'h-1', '--wait'), { code: 3, out: '', err: /h-1 is cancelled: enough\n$/ })
  t.match(await orchestra('cancel', 'run', 'nobody'), { code: 5, err: /unknown-workflow/ })
})

t.test('saved workflows: put, run, listed, exported and imported, those that others name before these', async t => {
  const { dir, orchestra } = await staged(t)
  writeFileSync(join(dir, 'outer.yaml'), 'description: an album within\nsteps: { all: { template: zoo, args: { n: 3 } } }\nresult: =all.result\n')
  t.match(await orchestra('template', 'put', 'outer', join(dir, 'outer.yaml')), { code: 5, err: /outer\.yaml:2: unknown-template: `steps\.all`: there is no template zoo/ })
  writeFileSync(join(dir, 'zoo.yaml'), ALBUM.replace(/input:.*\n$/, ''))
  t.match(await orchestra('template', 'put', 'zoo', join(dir, 'album.yaml')), { code: 5, err: /album\.yaml:11: invalid: unknown field `input`/ })
  t.match(await orchestra('template', 'put', 'zoo', join(dir, 'zoo.yaml')), { code: 0, out: 'zoo is saved: orchestra run --template zoo\n' })
  t.match(await orchestra('template', 'put', 'outer', join(dir, 'outer.yaml')), { code: 0 })
  t.match(await orchestra('run', '--template', 'outer', '--wait', '--run', 'o-1'), { code: 0, out: '3\n' })
  t.match(await orchestra('runs', '--template', 'outer'), { code: 0, out: /RUN +TEMPLATE[^]*o-1 +outer +completed/ })
  const { out } = await orchestra('templates')
  t.match(out, /^outer +all +1 .*an album within$/m)
  t.match(out, /^zoo +load part join +1 /m)
  t.match(await orchestra('template', 'remove', 'zoo'), { code: 5, err: /in-use: named by outer/ })
  t.match(await orchestra('template', 'get', 'outer'), { code: 0, out: readFileSync(join(dir, 'outer.yaml'), 'utf8').replace(/steps.*/, 'steps:\n  all:\n    template: zoo\n    args:\n      n: 3') })
  t.match(await orchestra('template', 'push', 'zoo'), { code: 2, err: /"push" is none of put, get, remove/ })
  t.match(await orchestra('template', 'put', 'zoo'), { code: 2, err: /say which file/ })
  const fleet = join(dir, 'fleet')
  t.match(await orchestra('export', fleet), { code: 0, out: /0 modules, 2 templates and 0 deployments/ })
  for (const name of ['outer', 'zoo']) t.match(await orchestra('template', 'remove', name), { code: 0, out: `${name} is removed\n` })
  t.match(await orchestra('import', fleet), { code: 0, out: 'template zoo\ntemplate outer\n', err: '' })
  t.match(await orchestra('run', join(fleet, 'templates/outer.yaml'), '--wait'), { code: 0, out: '3\n' }, 'what export has written is run as well')
  t.match(await orchestra('template', 'put', 'copy', join(fleet, 'templates/outer.yaml')), { code: 0, out: /^copy is saved/ }, 'and saved')
  writeFileSync(join(fleet, 'templates/zoo.yaml'), 'name: zoo\nfunction: pack\nresult: =a\n')
  t.match(await orchestra('import', fleet), { code: 1, err: /zoo\.yaml: invalid: `result` is of a workflow/ })
})
