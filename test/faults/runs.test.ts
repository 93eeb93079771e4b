/** Runs of workflows over a server that is killed and started again: whoever waits gets the result, and nothing happens twice. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { createApp } from '../../device-client/app.js'
import { ServerProcess } from './support/server-process.js'

const commandLine = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

/** Each call is a line of a file, so that a second one would be seen. */
const FUNCTIONS = {
  'list.mjs': 'export default n => Array.from({ length: n }, (_, i) => i)',
  'work.mjs': 'import { appendFileSync } from "node:fs"\nexport default ({ n, file }) => { appendFileSync(file, n + "\\n"); return n }',
  'sum.mjs': 'export default numbers => numbers.reduce((sum, n) => sum + n, 0)'
}
const steps = {
  list: { function: 'list', args: '=input.n' },
  work: { function: 'work', after: ['list'], forEach: '=list.result', args: { n: '=item', file: '=input.file' } },
  sum: { function: 'sum', after: ['work'], args: '=work.results' }
}

function command (t: Test, { port }: ServerProcess, ...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [commandLine, ...args, '--broker', `mqtt://127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

async function stage (t: Test, store: readonly string[]) {
  const dir = t.testdir({ functions: FUNCTIONS, 'sum.yaml': JSON.stringify({ steps, result: '=sum.result' }) })
  const server = new ServerProcess(store.map(part => part === 'DIR' ? join(dir, 'data') : part))
  await server.start()
  t.teardown(() => server.kill())
  const device = command(t, server, 'device', '--id', 'worker', '--functions', join(dir, 'functions'), '--capacity', '4')
  device.stderr?.resume()
  await once(createInterface(device.stdout as NodeJS.ReadableStream), 'line')
  const app = createApp({ broker: `mqtt://127.0.0.1:${server.port}`, id: 'app' })
  t.teardown(() => app.close())
  return { dir, server, app }
}

const N = 300
const SUM = N * (N - 1) / 2

t.test('a run, and those who wait for it, outlive kill -9 of the server', async t => {
  const { dir, server, app } = await stage(t, ['--data', 'DIR'])
  const result = app.workflows.run({ steps, result: '=sum.result' }, { n: N, file: join(dir, 'calls') }, { run: 'r-1' })
  const waiting = command(t, server, 'runs', 'r-1', '--wait')
  let [out, err] = ['', '']
  waiting.stdout?.on('data', (chunk: Buffer) => { out += chunk.toString() })
  waiting.stderr?.on('data', (chunk: Buffer) => { err += chunk.toString() })
  const ended = once(waiting, 'close')
  await once(createInterface(waiting.stderr as NodeJS.ReadableStream), 'line')
  for (const share of [1 / 4, 1 / 2]) {
    for await (const { steps } of app.workflows.watch('r-1')) if ((steps.work?.done ?? 0) > N * share) break
    await server.kill()
    await server.start()
  }
  t.equal(await result, SUM)
  t.same(await ended, [0, null], err)
  t.equal(out, `${SUM}\n`)
  t.equal(await app.workflows.result('r-1'), SUM)
  const calls = readFileSync(join(dir, 'calls'), 'utf8').trim().split('\n').map(Number)
  t.same(calls.sort((one, other) => one - other), Array.from({ length: N }, (_, n) => n), 'each of it once')
})

t.test('where the server has forgotten the run, who waits is told', async t => {
  const { server, app } = await stage(t, ['--memory'])
  const result = app.workflows.run({ steps: { a: { function: 'nobody-has-it' } } }, undefined, { run: 'r-1' })
  result.catch(() => {})
  for await (const { state } of app.workflows.watch('r-1')) if (state === 'executing') break
  await server.kill()
  await server.start()
  await t.rejects(result, { name: 'RequestError', code: 'unknown-workflow' })
})
