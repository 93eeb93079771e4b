/** Ordinary messages of QoS 1 are acknowledged once they are stored, and not before: what was acknowledged outlives the process. */
import { Aedes } from 'aedes'
import { type MqttClient, connectAsync } from 'mqtt'
import { createServer } from 'node:net'
import t, { type Test } from 'tap'
import { orchestra } from '../../broker/index.js'
import type { Persistence } from '../../broker/hosts/aedes/deliver.js'
import { listen } from '../support/ports.js'

interface Stage {
  readonly speaker: MqttClient
  readonly other: MqttClient
  readonly reader: MqttClient
  /** Resolves once the store is asked to write; then it is done, or fails. */
  readonly writing: Promise<(error?: Error) => void>
}

/** @param step of the persistence, which waits for the test with what is published on `slow` */
async function stage (t: Test, step: 'outgoingEnqueueCombi' | 'storeRetained'): Promise<Stage> {
  const aedes = await Aedes.createBroker()
  const running = await orchestra(aedes)
  const server = createServer(aedes.handle)
  const port = await listen(server)
  t.teardown(async () => {
    server.close()
    await new Promise<void>(resolve => { aedes.close(resolve) })
    await running.close()
  })
  const client = async (clientId: string): Promise<MqttClient> => {
    const one = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 4, clientId, reconnectPeriod: 0 })
    t.teardown(() => one.end(true))
    return one
  }
  const { persistence } = aedes as Aedes & { persistence: Persistence & { storeRetained: (packet: { topic: string }) => Promise<unknown> } }
  let asked = (_: (error?: Error) => void): void => {}
  const writing = new Promise<(error?: Error) => void>(resolve => { asked = resolve })
  const before = persistence[step].bind(persistence) as (...args: unknown[]) => Promise<unknown>
  const slow = async (...args: unknown[]): Promise<unknown> => {
    if ((args.at(-1) as { topic: string }).topic === 'slow') await new Promise<void>((resolve, reject) => asked(error => error === undefined ? resolve() : reject(error)))
    return await before(...args)
  }
  Object.assign(persistence, { [step]: slow })
  return { speaker: await client('speaker'), other: await client('other'), reader: await client('reader'), writing }
}

for (const [step, retain] of [['outgoingEnqueueCombi', false], ['storeRetained', true]] as const) {
  t.test(`PUBACK follows ${step}`, async t => {
    const { speaker, other, reader, writing } = await stage(t, step)
    await reader.subscribeAsync('#', { qos: 1 })
    const arrived = new Promise<string>(resolve => { reader.once('message', resolve) })
    const order: string[] = []
    const acknowledged = speaker.publishAsync('slow', 'x', { qos: 1, retain }).then(() => order.push('acknowledged'))
    const write = await writing
    // Behind it, and answered.
    await other.publishAsync('quick', 'x', { qos: 1 })
    t.equal(await arrived, 'quick')
    order.push('written')
    write()
    await acknowledged
    t.same(order, ['written', 'acknowledged'])
  })

  t.test(`where ${step} fails there is none, and the connection is closed`, async t => {
    const { speaker, writing } = await stage(t, step)
    const closed = new Promise<void>(resolve => { speaker.once('close', resolve) })
    let isAcknowledged = false
    speaker.publish('slow', 'x', { qos: 1, retain }, error => { isAcknowledged ||= !error })
    const write = await writing
    write(new Error('the disk is full'))
    await closed
    t.equal(isAcknowledged, false)
  })
}

t.test('what one client says is passed on and acknowledged in its order, however long each takes to store', async t => {
  const { speaker, reader, writing } = await stage(t, 'storeRetained')
  await reader.subscribeAsync('#', { qos: 1 })
  const heard: string[] = []
  const acknowledged: string[] = []
  const arrived = new Promise<void>(resolve => {
    reader.on('message', topic => {
      heard.push(topic)
      if (topic === 'last') resolve()
    })
  })
  const said = ['slow', 'quick', 'last'].map(topic => speaker.publishAsync(topic, 'x', { qos: 1, retain: topic === 'slow' }).then(() => acknowledged.push(topic)))
  const write = await writing
  write()
  await Promise.all([arrived, ...said])
  t.same([heard, acknowledged], [['slow', 'quick', 'last'], ['slow', 'quick', 'last']])
})
