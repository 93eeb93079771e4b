/** Functions of a folder: what they promise is announced, checked at the submit and on the device; a folder is checked beforehand. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { createDevice, type TaskContext } from '../../device-client/device.js'
import { collect, createWorld, ended, gate } from '../support/device-world.js'
import { orchestra as run } from '../support/orchestra.js'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

const orchestra = (...args: readonly string[]) => run(args)

const RESIZE = `
export const description = {
  summary: 'Makes a picture smaller',
  params: {
    type: 'object',
    properties: { image: { type: 'string' }, size: { type: 'integer', minimum: 1, default: 16 } },
    required: ['image'],
    additionalProperties: false
  },
  result: { type: 'string' },
  examples: [{ image: 'a' }, { image: 'a', size: 3 }]
}

export default ({ image, size = 16 }) => image === 'lie' ? size : image + size
`
const WATCH = `
export const description = { summary: 'Looks', kind: 'forever' }

export function run (args, { signal }) {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve('seen')))
}
`
const sound = { 'resize.mjs': RESIZE, 'watch.mjs': WATCH, ocr: { 'page.mjs': 'export default () => 1' }, '_parts.mjs': 'export const part = 1', _lib: { 'a.mjs': 'export const a = 1' } }

/** A device as a process of its own, once it is welcomed. */
async function deviceProcess (t: Test, broker: string, id: string, folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main, 'device', '--id', id, '--broker', broker, '--functions', folder], { stdio: ['ignore', 'pipe', 'ignore'] })
  t.teardown(() => { child.kill('SIGKILL') })
  const [line] = await once(child.stdout, 'data') as [Buffer]
  t.match(String(line), `"device":"${id}"`)
  return child
}

t.test('from a folder to checked calls, with a real device', async t => {
  const world = await createWorld(t)
  const app = world.app()
  t.equal((await app.dispatch('resize', { size: 0 }, { id: 'early', maxAttempts: 1 }).accepted).state, 'available', 'nobody is known who says anything of it')
  t.match((await app.dispatch('resize', {}, { id: 'asked' }).why()).text, 'no device here offers the function resize')
  await app.cancel('asked')
  await deviceProcess(t, world.broker, 'cam-7', t.testdir(sound))
  await t.rejects(app.dispatch('resize', { size: 0 }, { id: 'early', maxAttempts: 1 }).result, { code: 'bad-args', message: '`args.image` is missing', state: 'failed' }, 'the device itself finds it')
  t.equal((await app.get('early')).attempt, 1)

  const refused = async (args: unknown, message: string): Promise<void> => { await t.rejects(app.submit('resize', args), { name: 'RequestError', code: 'bad-args', message }) }
  await refused({ image: 'a', size: 0 }, '`args.size` must be at least 1, as cam-7 describes resize')
  await refused({ size: 1 }, '`args.image` is missing, as cam-7 describes resize')
  await refused({ image: 'a', colour: 1 }, 'unknown field `args.colour`, as cam-7 describes resize')
  await refused(undefined, '`args` is missing, as cam-7 describes resize')
  t.equal(await app.submit('resize', { image: 'a', size: 3 }), 'a3')
  t.equal(await app.submit('resize', { image: 'a' }), 'a16', 'a default is told, and filled in by nobody')
  await t.rejects(app.submit('resize', { image: 'lie' }, { id: 'lie' }), { code: 'bad-result', message: '`result` must be a string', state: 'failed' })
  t.equal((await app.get('lie')).attempt, 1, 'it would go the same way again')
  t.equal(await app.submit('ocr/page'), 1)

  t.match(await collect(app.functions()), [
    { function: 'ocr/page', devices: 1, online: 1 },
    { function: 'resize', devices: 1, online: 1, description: 'Makes a picture smaller', params: { required: ['image'] }, result: { type: 'string' } },
    { function: 'watch', description: 'Looks', kind: 'forever' }
  ])
  const [known] = await collect(app.devices())
  t.same(known?.functions, ['ocr/page', { name: 'resize', description: 'Makes a picture smaller' }, { name: 'watch', description: 'Looks', kind: 'forever' }], 'the state is small')
  t.match(await orchestra('functions', '--broker', world.broker), { code: 0, out: /resize +1\/1 +single +\{image: string, size\?: integer\} +string +Makes a picture smaller/ })
  t.match(await orchestra('submit', 'resize', '--args', '{"image":7}', '--broker', world.broker), { code: 5, err: /bad-args.*`args.image` must be a string, as cam-7 describes resize/ })
})

t.test('of devices of several versions one that fits is enough, and the others fail it', async t => {
  const world = await createWorld(t)
  const called = gate()
  await world.device({ id: 'old', functions: { mix: { description: { params: { type: 'integer' } }, run: () => 'old' } } })
  await world.device({ id: 'new', functions: { mix: { description: { params: { type: 'string' } }, run: called.fn } } })
  const app = world.app()
  await t.rejects(app.submit('mix', true), { code: 'bad-args', message: /^`args` must be an? (integer|string), as (old|new) describes mix$/ })
  await t.rejects(app.submit('mix', 'text', { require: { device: 'old' } }), { code: 'bad-args', message: '`args` must be an integer, as old describes mix' })
  const outcome = app.submit('mix', 'text', { require: { device: 'new' } })
  const { args, finish } = await called.callAt(0)
  t.equal(args, 'text')
  finish('done')
  t.equal(await outcome, 'done')
  t.match(await collect(app.functions({ function: 'mix' })), [{ devices: 2, variants: 2 }])
})

t.test('a function that goes on for ever keeps its lease, and ends when it is cancelled', async t => {
  const world = await createWorld(t)
  const contexts: TaskContext[] = []
  const run = async (_: unknown, context: TaskContext): Promise<string> => {
    contexts.push(context)
    await once(context.signal, 'abort')
    return 'stopped'
  }
  const device = await world.device({ functions: { watch: { description: { kind: 'forever' }, run } } })
  const app = world.app()
  const begun = new Promise(resolve => device.once('task', resolve))
  const handle = app.dispatch('watch', undefined, { id: 'w', leaseMs: 1_000 })
  handle.result.catch(() => {})
  await begun
  const first = contexts[0]?.deadline ?? 0
  const seen = app.watch({ task: 'w' })
  // real time: a lease of a second passes twice
  for await (const { kind } of seen) if (kind === 'state' && (contexts[0]?.deadline ?? 0) > first + 2_000) break
  t.match(await app.get('w'), { state: 'executing', attempt: 1 })
  const over = ended(device)
  await handle.cancel()
  await t.rejects(handle.result, { name: 'TaskError', state: 'cancelled' })
  await over
  t.equal(contexts.length, 1)
})

const broken = {
  'no-export.mjs': 'export const a = 1',
  'two.mjs': 'export default () => 1\nexport function run () {}',
  'syntax.mjs': 'const a = 1\n\nexport default (a => {\n',
  'throws.mjs': 'const a = 1\n\nthrow new Error("no such camera")',
  'schema.mjs': 'export const description = { params: { type: "text" } }\nexport default () => 1',
  'pattern.mjs': 'export const description = { params: { properties: { a: { pattern: "(a+)+$" } } } }\nexport default () => 1',
  'deep.mjs': 'let params = { type: "string" }\nfor (let n = 0; n < 8; n++) params = { type: "array", items: params }\nexport const description = { params }\nexport default () => 1',
  'example.mjs': 'export const description = { params: { type: "integer" }, examples: [1, "two"] }\nexport default () => 1',
  'kind.mjs': 'export const description = { kind: "often", colour: "red" }\nexport default () => 1',
  'two words.mjs': 'export default () => 1',
  'same.js': 'module.exports = () => 1',
  'same.mjs': 'export default () => 1',
  'good.cjs': 'module.exports = { description: "good", run: () => 1 }',
  'notes.txt': 'no function'
}

t.test('check tells all that is wrong, file by file', async t => {
  const { 'throws.mjs': throws, 'good.cjs': good } = broken
  const folder = t.testdir({ all: { ...broken, 'loop.mjs': 'for (;;);', 'gone.mjs': 'process.exit(3)' }, two: { 'throws.mjs': throws, 'good.cjs': good } })
  const { code, out, err } = await orchestra('functions', 'check', `${folder}/all`, '--timeout', '4s')
  t.equal(code, 1)
  const lines = out.trim().split('\n')
  for (const line of [
    'no-export.mjs exports no function: it takes `export default async (args, context) => result`, or one that is called run',
    'two.mjs exports two functions, default and run: one of them is to go',
    'throws.mjs:3 no such camera',
    'schema.mjs `description.params.type` must be one of object, array, string, number, integer, boolean, null',
    'pattern.mjs unknown field `description.params.properties.a.pattern`',
    'deep.mjs `description.params.items.items.items.items.items.items.items.items` is level 9, at most 8 are taken',
    'example.mjs `description.examples[1]` must be an integer',
    'kind.mjs unknown field `description.colour`',
    'kind.mjs `description.kind` must be one of single, forever',
    'two words.mjs the name "two words" must have the form ^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,127}$',
    'same.mjs is the function same, which same.js is already',
    'good.cjs ok',
    'loop.mjs is not loaded after 4000 ms: it may go round for ever',
    'gone.mjs ended the process that loads it: exit code 3'
  ]) t.ok(lines.includes(line), line)
  t.ok(lines.some(line => /^syntax\.mjs:\d Unexpected/.test(line)), 'with its line')
  t.match(err, /notes\.txt is no \.js, \.mjs or \.cjs module/)
  const json = await orchestra('functions', 'check', `${folder}/two`, '--json')
  t.equal(json.code, 1)
  const told = json.out.trim().split('\n').map(line => JSON.parse(line) as { file: string })
  t.match(told.find(({ file }) => file === 'throws.mjs'), { ok: false, problems: [{ line: 3, message: 'no such camera' }] })
  t.match(told.find(({ file }) => file === 'good.cjs'), { function: 'good', ok: true, problems: [] })
})

t.test('a folder without fault, an empty one and none', async t => {
  const folder = t.testdir({ sound, empty: {} })
  t.match(await orchestra('functions', 'check', `${folder}/sound`), { code: 0, out: 'ocr/page.mjs ok\nresize.mjs ok\nwatch.mjs ok\n', err: '' })
  t.match(await orchestra('functions', 'list', `${folder}/sound`), { code: 0, out: /resize +single +\{image: string, size\?: integer\}/ })
  t.match(await orchestra('functions', 'check', `${folder}/empty`), { code: 2, err: /holds no .js, .mjs or .cjs module/ })
  t.match(await orchestra('functions', 'check', `${folder}/nowhere`), { code: 2, err: /ENOENT/ })
  t.match(await orchestra('functions', 'check'), { code: 2, err: /say which folder/ })
  t.match(await orchestra('functions', 'chek', folder), { code: 2, err: /none of list, check/ })
})

t.test('a device with a faulty file does not start, and says all that is wrong', async t => {
  const folder = t.testdir(broken)
  const { code, out, err } = await orchestra('device', '--id', 'cam-7', '--functions', folder, '--broker', 'mqtt://127.0.0.1:1')
  t.match({ code, out }, { code: 2, out: '' })
  for (const line of [/no-export\.mjs exports no function/, /throws\.mjs:3 no such camera/, /same\.mjs is the function same/, /example\.mjs `description\.examples\[1\]` must be an integer/]) t.match(err, line)
  const functions = { work: { description: { params: { minimum: '1' } as never }, run: () => 1 } }
  await t.rejects(createDevice({ broker: 'mqtt://127.0.0.1:1', id: 'dev-1', functions }).start(), { name: 'TypeError', message: 'functions: work `description.params.minimum` must be a number' })
  const large = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`f${n}`, { description: 'x'.repeat(1_000), run: () => 1 }]))
  await t.rejects(createDevice({ broker: 'mqtt://127.0.0.1:1', id: 'dev-1', functions: large }).start(), { message: /their descriptions take 4\d+ bytes, at most 32768 are taken/ })
})
