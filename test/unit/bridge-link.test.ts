/** The connection of a bridge: how it comes back where the other broker lets it in and cuts it off again. */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import t from 'tap'
import { silentLog } from '../../broker/platform/log.js'
import { Link } from '../../mosquitto-compat/bridge/link.js'

/** MQTT 5: accepted, no properties. */
const CONNACK = Buffer.from([0x20, 3, 0, 0, 0])

t.test('cut off as soon as it is connected, it comes back ever later, and at once after a long time', async t => {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(CONNACK))
  }).listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await once(server, 'listening')
  const time = { now: 0, perConnection: 0 }
  const pauses: number[] = []
  let hasEnough = (): void => {}
  const clock = {
    now: () => time.now,
    setTimeout: (run: () => void, ms: number) => {
      pauses.push(ms)
      if (pauses.length === 6) time.perConnection = 60_000
      if (pauses.length < 7) setImmediate(run)
      else hasEnough()
      return {}
    },
    clearTimeout: () => {},
    defer: () => {}
  }
  const { port } = server.address() as AddressInfo
  const link = new Link({
    bridge: { name: 'b', urls: [`mqtt://127.0.0.1:${port}`], topics: [] },
    clientId: 'b',
    keepaliveMs: 60_000,
    subscriptions: [],
    will: () => undefined,
    echo: { topic: 'r/to/b/bridge/b', say: async () => {} },
    clock,
    random: () => 1,
    log: silentLog
  }, { up: () => { time.now += time.perConnection }, down: () => {}, packet: (_, done) => done() })
  const enough = new Promise<void>(resolve => { hasEnough = resolve })
  link.open()
  await enough
  await link.close(false)
  t.same(pauses, [200, 400, 800, 1_600, 3_200, 6_400, 200])
})
