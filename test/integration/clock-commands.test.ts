/** `orchestra schedule`, `queue` and `services`, against a server that is a process. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { createDevice } from '../../device-client/device.js'
import { ServerProcess } from '../faults/support/server-process.js'
import { type Said, orchestra } from '../support/orchestra.js'

async function serving (t: Test): Promise<(...args: readonly string[]) => Promise<Said>> {
  const server = new ServerProcess(['--memory'])
  t.teardown(() => server.kill())
  await server.start()
  const functions = { measure: async (_: unknown, { signal }: { signal: AbortSignal }) => await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))), note: () => 1 }
  const device = createDevice({ broker: `mqtt://127.0.0.1:${server.port}`, id: 'cam', functions, capacity: 4, queues: ['default', 'gpu'] })
  t.teardown(() => device.stop())
  await device.start()
  return async (...args) => await orchestra(args, { ORCHESTRA_BROKER: `mqtt://127.0.0.1:${server.port}`, NO_COLOR: '1' })
}

t.test('schedules', async t => {
  const orchestra = await serving(t)
  t.match(await orchestra('schedule', 'put', 'tick', '--every', '1s', '--function', 'note', '--args', '{"n":1}'), { code: 0, out: /^tick is active: next 20/ })
  const file = join(t.testdir(), 'nightly.yaml')
  await writeFile(file, 'cron: 0 3 * * *\ntimezone: Europe/Berlin\nmessage:\n  topic: plant/night\n')
  t.match(await orchestra('schedule', 'put', 'nightly', file), { code: 0 })
  await writeFile(file, 'cron: 0 3 * * *\ntimezon: Europe/Berlin\nmessage:\n  topic: plant/night\n')
  t.match(await orchestra('schedule', 'put', 'nightly', file), { code: 5, err: /nightly\.yaml:2: invalid: unknown field `timezon`/ })
  t.match(await orchestra('schedule', 'put', 'x', file, '--every', '1s'), { code: 2, err: /either a file or flags/ })
  t.match(await orchestra('schedule', 'put', 'x', '--every', '1s'), { code: 5, err: /say one of `task`, `workflow`, `execution` and `message`/ })
  t.match(await orchestra('schedule', 'stop', 'x'), { code: 2, err: /is none of put, get, remove, pause, resume/ })
  const { out } = await orchestra('schedules')
  t.match(out, /nightly +0 3 \* \* \* Europe\/Berlin +message plant\/night +active/)
  t.match(out, /tick +every 1s +task note +active/)
  t.match(await orchestra('schedule', 'pause', 'tick'), { out: 'tick is paused\n' })
  t.match(JSON.parse((await orchestra('schedule', 'get', 'tick', '--json')).out), { state: 'paused', task: { function: 'note' } })
  t.match(await orchestra('schedule', 'remove', 'tick'), { out: 'tick is removed\n' })
  t.match(await orchestra('schedule', 'get', 'tick'), { code: 5, err: /unknown-schedule/ })
})

t.test('queues', async t => {
  const orchestra = await serving(t)
  t.match(await orchestra('queue', 'pause', 'gpu', '--reason', 'new driver'), { code: 0, out: 'gpu is paused (new driver): 0 waiting, 0 running, 1 devices serve it\n' })
  await orchestra('submit', 'note', '--queue', 'gpu', '--id', 't1')
  t.match((await orchestra('queues')).out, /gpu +paused +1 +\S+ +0 +1 +app-\w+ +new driver/)
  t.match((await orchestra('why', 't1')).out, /its queue gpu is paused by app-\w+: new driver/)
  t.match(await orchestra('queue', 'limit', 'gpu', '--running', '4', '--rate', '10', '--per', '1m'), { code: 0, out: /; 4 at once, 10 in 60000 ms\n$/ })
  t.match((await orchestra('queues')).out, /gpu +paused +1 +\S+ +0 +4 at once, 10 in 60000 ms +1 +app-\w+ +new driver/)
  t.match(await orchestra('queue', 'limit', 'gpu'), { code: 2, err: /say --running, --rate \(with --per\), or --none/ })
  t.match(await orchestra('queue', 'pause', 'gpu', '--rate', '1'), { code: 2, err: /--rate: is of queue limit/ })
  t.match(await orchestra('queue', 'limit', 'gpu', '--none'), { code: 0, out: /serve it\n$/ })
  t.match(await orchestra('queue', 'resume', 'gpu'), { code: 0, out: /^gpu is open: / })
  t.match(await orchestra('queue', 'resume', 'gpu', '--reason', 'x'), { code: 2 })
})

t.test('services', async t => {
  const orchestra = await serving(t)
  t.match(await orchestra('services', 'put', 'meter', '--function', 'measure', '--instances', '2'), { code: 0, out: /^meter is starting: 0 of 2 are executing/ })
  for (let out = ''; !out.includes('2 of 2 are executing');) ({ out } = await orchestra('services', 'get', 'meter'))
  t.match((await orchestra('services', 'get', 'meter')).out, /0 +executing +cam +meter\.0\.\w+/)
  t.match(await orchestra('services', 'scale', 'meter', '1'), { code: 0, out: /of 1 are executing/ })
  t.match(await orchestra('services', 'scale', 'meter'), { code: 2, err: /say how many/ })
  t.match((await orchestra('services')).out, /meter +measure +running +1 +1 +1/)
  t.match(await orchestra('services', 'remove', 'meter'), { code: 0, out: 'meter is removed\n' })
})
