// Devices and apps that are given several brokers: where one is gone, they go on at the next.
import { once } from 'node:events'
import t, { type Test } from 'tap'
import { type Server, startServer } from '../../broker/cli/server.js'
import { silentLog } from '../../broker/platform/log.js'
import { createApp as createClient, type AppOptions } from '../../device-client/app.js'
import { createDevice } from '../../device-client/device.js'
import { Line, createWorld, gate, nearOf } from '../support/device-world.js'
import { startRedis } from '../support/redis-server.js'

const CALLS_PER_MOVE = 8
const MOVES = 7

t.test('where a broker is gone, the device and the app go on at the next one, and back', async t => {
  const { device: createDevice, app: createApp, line: createLine } = await createWorld(t)
  const [one, two] = [await createLine(), await createLine()]
  const broker = ['mqtt://127.0.0.1:1', nearOf(one), nearOf(two)]
  const { fn, calls, callAt } = gate()
  const device = await createDevice({ broker, functions: { work: fn } })
  const app = createApp({ broker })
  const { result } = app.dispatch('work')
  const call = await callAt(0)
  two.cut()
  one.cut()
  two.mend()
  await once(device as never, 'connected')
  call.finish('done')
  t.equal(await result, 'done')
  t.equal(calls.length, 1)
  two.cut()
  one.mend()
  await once(device as never, 'connected')
  t.ok(await app.time())
})

t.test('brokers that are no addresses are refused, whichever of them', async t => {
  const open = (broker: AppOptions['broker']) => () => createClient({ broker })
  t.throws(open([]), { name: 'TypeError', message: 'broker: the list is empty' })
  t.throws(open(['mqtt://127.0.0.1:1', 'http://127.0.0.1']), { name: 'TypeError', message: /http:\/\/127\.0\.0\.1 is no mqtt/ })
})

for (const mode of ['push', 'pull'] as const) {
  t.test(`a device that changes nodes in the middle of its work loses nothing, and does nothing twice (${mode})`, async t => {
    const { servers, lines } = await twoNodes(t)
    let [running, most, calls] = [0, 0, 0]
    let called: () => void = () => {}
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running)
      // real time: work takes some, so that the lines are cut in the middle of it
      await new Promise(resolve => setTimeout(resolve, 5))
      running--
      calls++
      called()
    }
    const reached = (count: number): Promise<void> => new Promise(resolve => {
      called = () => { if (calls >= count) resolve() }
      called()
    })
    const broker = lines.map(nearOf)
    const device = createDevice({ broker, id: 'cam-7', capacity: 3, mode, functions: { work } })
    const app = createClient({ broker: `mqtt://127.0.0.1:${servers[0].mqttPort}`, id: 'app' })
    t.teardown(() => Promise.all([device.stop({ timeoutMs: 0 }), app.close()]))
    await device.start()
    const handles = app.submitMany(Array.from({ length: CALLS_PER_MOVE * (MOVES + 1) }, () => ({ function: 'work' })))
    const done = Promise.all(handles.map(({ result }) => result))
    for (let n = 0; n < MOVES; n++) {
      await reached((n + 1) * CALLS_PER_MOVE)
      // Alternately, what it says last gets lost, and what it is told.
      const [here, there] = n % 2 === 0 ? lines : [lines[1], lines[0]]
      here.loses = n % 4 < 2 ? 'up' : 'down'
      const isBack = once(device as never, 'connected')
      here.cut()
      there.mend()
      await isBack
      t.equal((await app.device('cam-7')).node, n % 2 === 0 ? 'b' : 'a')
    }
    await done
    t.equal(calls, handles.length)
    t.ok(most <= 3, `${most} at once`)
  })
}

/** Two nodes on one Redis, each behind a line; that of the second is cut. */
async function twoNodes (t: Test): Promise<{ servers: [Server, Server], lines: [Line, Line] }> {
  const { url } = await startRedis(t)
  const start = async (node: string): Promise<Server> => {
    const server = await startServer({ port: 0, httpPort: 0, redis: url, node }, silentLog)
    t.teardown(() => server.close())
    return server
  }
  const servers: [Server, Server] = [await start('a'), await start('b')]
  const lines: [Line, Line] = [await lineTo(t, servers[0]), await lineTo(t, servers[1])]
  lines[1].cut()
  return { servers, lines }
}

async function lineTo (t: Test, { mqttPort }: Server): Promise<Line> {
  const line = new Line(`mqtt://127.0.0.1:${mqttPort}`)
  await once(line.server.listen(0, '127.0.0.1'), 'listening')
  t.teardown(() => {
    line.cut()
    line.server.close()
  })
  return line
}
