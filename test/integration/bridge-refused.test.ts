/** What the other broker does not take, because it is too large: it is given up and told, and everything else goes across. */
import { connectAsync } from 'mqtt'
import t from 'tap'
import { type Clock, systemClock } from '../../broker/index.js'
import { silentLog } from '../../broker/platform/log.js'
import { openBridge } from '../../mosquitto-compat/bridge/index.js'
import { alone } from '../support/bridge-alone.js'
import { BridgeStage } from '../support/bridge-stage.js'
import { freePort } from '../support/ports.js'
import { serve } from '../support/serving.js'

t.jobs = 2

BridgeStage.test(t, 'a broker that says what it takes (MQTT 5) is not sent more', { example: 'bridge-out.yaml', mosquitto: ['max_packet_size 4096'] }, async (t, stage) => {
  const [here, there] = [await stage.here('here', { subscribe: ['state/bridges/+'] }), await stage.there('there', { subscribe: [] })]
  await there.subscribeTo('alarms/#')
  await here.publish('alarms/large', 'x'.repeat(5_000))
  await here.publish('alarms/most', 'x'.repeat(4_000))
  await here.publish('alarms/small', 'x')
  await there.next(({ topic }) => topic === 'alarms/small')
  t.same(there.inbox.map(({ topic }) => topic), ['alarms/most'])
  t.match(await here.seen('state/bridges/site1', { refused: 1 }), { state: 'connected', queued: { messages: 0 } })
  t.match(stage.logged('takes no packet of this size').map(line => JSON.parse(line) as object), [{ topic: 'alarms/large', packetBytes: 4096 }])
  t.same(stage.logged('no connection'), [])
})

/** Waits a fiftieth of what it is told, so that coming back ever later takes no time here. */
function hasty (): Clock {
  const clock = systemClock()
  return { ...clock, now: () => clock.now(), setTimeout: (run, ms) => clock.setTimeout(run, ms / 50), clearTimeout: timer => clock.clearTimeout(timer), defer: run => clock.defer(run) }
}

t.test('one that cuts the connection: it is found out which message it is', async t => {
  const port = await freePort()
  await serve(t, port, ['--memory', '--max-packet', '32KiB', '--max-payload', '16KiB'])
  const reader = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 4 })
  t.teardown(() => reader.endAsync(true))
  const came = new Set<string>()
  const last = new Promise<void>(resolve => {
    reader.on('message', topic => {
      came.add(topic)
      if (topic === 'm/30') resolve()
    })
  })
  await reader.subscribeAsync('m/#', { qos: 1 })
  const told: object[] = []
  const log = { ...silentLog, error: (details: object) => { told.push(details) } }
  const bridge = await openBridge({ name: 'site', urls: [`mqtt://127.0.0.1:${port}`], topics: [{ filter: 'm/#', direction: 'out' }] }, { clock: hasty(), random: () => 0, log })
  t.teardown(() => bridge.close())
  await bridge.start(alone)
  for (let n = 1; n <= 30; n++) await bridge.take({ topic: `m/${n}`, payload: Buffer.alloc(n === 7 ? 40_000 : 10), qos: 1, retain: false })
  await last
  t.match(told, [{ bridge: 'site', topic: 'm/7', bytes: 40_000 }])
  t.same([...came].sort(), Array.from({ length: 30 }, (_, at) => `m/${at + 1}`).filter(topic => topic !== 'm/7').sort())
  t.match(bridge.state, { state: 'connected', refused: 1 })
})
