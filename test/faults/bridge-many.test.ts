/** Our server is killed, once while very much waits to cross and once while it crosses: all of it comes, in order, and hardly anything twice. */
import { type MqttClient, connectAsync } from 'mqtt'
import t from 'tap'
import { BridgeStage } from '../support/bridge-stage.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(120_000)
const COUNT = 10_000
/** Are under way at once. */
const TWICE_MAX = 20

async function publishAll (client: MqttClient): Promise<void> {
  await Promise.all(Array.from({ length: COUNT }, async (_, n) => { await client.publishAsync('alarms/n', String(n), { qos: 1 }) }))
}

BridgeStage.test(t, 'killed with 10,000 that wait, and again in the middle of them', { example: 'bridge-out.yaml', mosquitto: ['max_queued_messages 0'] }, async (t, stage) => {
  const reading = { clientId: 'reader', clean: false, protocolVersion: 4 } as const
  const before = await connectAsync(stage.mosquitto.url, reading)
  await before.subscribeAsync('alarms/#', { qos: 1 })
  await before.endAsync()
  await stage.mosquitto.kill('SIGTERM')
  const writer = await connectAsync(`mqtt://127.0.0.1:${stage.port}`, { clientId: 'writer', username: 'writer' })
  await publishAll(writer)
  await writer.endAsync(true)
  await stage.kill()
  await stage.mosquitto.restart()
  const came: number[] = []
  let arrived = (): void => {}
  const reader = await connectAsync(stage.mosquitto.url, reading)
  t.teardown(() => reader.endAsync(true))
  reader.on('message', (_, payload) => {
    came.push(Number(payload.toString()))
    arrived()
  })
  const until = async (isThere: () => boolean): Promise<void> => { while (!isThere()) await new Promise<void>(resolve => { arrived = resolve }) }
  await stage.serve()
  await until(() => came.length > 1_000)
  await stage.kill()
  await stage.serve()
  await until(() => came.at(-1) === COUNT - 1)
  t.ok(came.length - COUNT <= TWICE_MAX, `${came.length - COUNT} twice`)
  t.same([...new Set(came)], Array.from({ length: COUNT }, (_, n) => n), 'each of them, in order')
})
