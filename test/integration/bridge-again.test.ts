/** A bridge on its own, to a broker that can be looked into: what it asks for, and what it sends again. */
import { createServer } from 'node:net'
import { Aedes, type Client, type PublishPacket } from 'aedes'
import t, { type Test } from 'tap'
import { orchestra } from '../../broker/index.js'
import { systemClock } from '../../broker/platform/clock.js'
import { silentLog } from '../../broker/platform/log.js'
import { type Bridge, type BridgeTopic, type Local, type Published, openBridge } from '../../mosquitto-compat/bridge/index.js'
import { listen } from '../support/ports.js'

interface Remote {
  readonly aedes: Aedes
  readonly url: string
  /** The protocol levels of those who connected. */
  readonly levels: string[]
  readonly came: PublishPacket[]
  /** From this one on nothing is acknowledged. */
  deaf: (topic: string, isDeaf: boolean) => Promise<void>
}

async function remote (t: Test, isOurs = false): Promise<Remote> {
  const levels: string[] = []
  const came: PublishPacket[] = []
  let refused: string | undefined
  let heard = (): void => {}
  const aedes = await Aedes.createBroker({
    preConnect: (_, packet, callback) => {
      levels.push(`${packet.protocolVersion}${'bridgeMode' in packet ? ' bridge' : ''}`)
      callback(null, true)
    },
    authorizePublish: (_, packet, callback) => {
      came.push({ ...packet })
      if (packet.topic === refused) heard()
      // Never called back: it is not acknowledged, and neither is what comes behind it.
      else callback(null)
    }
  })
  if (isOurs) await orchestra(aedes)
  const server = createServer(aedes.handle)
  const port = await listen(server)
  t.teardown(async () => {
    await new Promise<void>(resolve => aedes.close(resolve))
    server.close()
  })
  const deaf = (topic: string, isDeaf: boolean): Promise<void> => {
    refused = isDeaf ? topic : undefined
    return new Promise(resolve => { heard = resolve })
  }
  return { aedes, url: `mqtt://127.0.0.1:${port}`, levels, came, deaf }
}

/** This side: remembers what came in. */
class Here implements Local {
  readonly prefix = 'orchestra/v1/'
  readonly came: Published[] = []
  #arrived = (): void => {}

  readonly command: Local['command'] = (_topic, _payload, _qos, decided) => decided(true)

  async publish (message: Published): Promise<void> {
    this.came.push(message)
    this.#arrived()
  }

  async * retained (): AsyncIterable<Published> {}
  async * facts (): AsyncIterable<string> {}
  async fact (): Promise<undefined> {}
  async say (): Promise<void> {}
  tell (): void {}

  async until (count: number): Promise<void> {
    while (this.came.length < count) await new Promise<void>(resolve => { this.#arrived = resolve })
  }
}

async function bridge (t: Test, { url }: Remote, here: Here, topics: readonly BridgeTopic[]): Promise<Bridge> {
  const bridge = await openBridge({ name: 'b', urls: [url], topics }, { clock: systemClock(), random: () => 0, log: silentLog })
  t.teardown(() => bridge.close())
  await bridge.start(here)
  return bridge
}

const published = (topic: string): Published => ({ topic, payload: Buffer.from('x'), qos: 1, retain: false })
const clientOf = ({ aedes }: Remote): Client => Object.values((aedes as unknown as { clients: Record<string, Client> }).clients)[0] as Client

function subscribed ({ aedes }: Remote): Promise<void> {
  return new Promise(resolve => { aedes.once('subscribe', () => resolve()) })
}

t.test('what was acknowledged is not sent again, what was not is, as a repetition', async t => {
  const there = await remote(t)
  const out = await bridge(t, there, new Here(), [{ filter: 'm/#', direction: 'out' }])
  const stuck = there.deaf('m/3', true)
  for (let n = 0; n < 5; n++) await out.take(published(`m/${n}`))
  await stuck
  const last = there.deaf('m/9', true)
  clientOf(there).close()
  await out.take(published('m/9'))
  await last
  const sent = there.came.map(({ topic, dup }) => `${topic}${dup ? ' again' : ''}`)
  const [before, after] = [sent.slice(0, sent.indexOf('m/3') + 1), sent.filter(name => name.endsWith('again'))]
  t.same(before, ['m/0', 'm/1', 'm/2', 'm/3'])
  t.ok(after.includes('m/3 again'))
  t.same(after.filter(name => /m\/[012]/.test(name)), [], 'not what was acknowledged')
  t.equal(sent.filter(name => name === 'm/3').length, 1, 'never again as if it were new')
})

t.test('a broker without MQTT 5, such as ours, is asked with the bridge bit: nothing of one\'s own comes back, and retain flags stay', async t => {
  const there = await remote(t, true)
  const here = new Here()
  const ready = subscribed(there)
  const both = await bridge(t, there, here, [{ filter: 'm/#', direction: 'both' }])
  await ready
  t.same(there.levels, ['5', '4 bridge'])
  await both.take(published('m/mine'))
  const acknowledged = new Promise<void>(resolve => { there.aedes.once('ack', () => resolve()) })
  there.aedes.publish({ cmd: 'publish', topic: 'm/theirs', payload: Buffer.from('x'), qos: 1, retain: true, dup: false }, () => {})
  await acknowledged
  t.match(here.came, [{ topic: 'm/theirs', retain: true }])
  const again = there.levels.length
  const back = new Promise<void>(resolve => { there.aedes.once('clientReady', () => resolve()) })
  clientOf(there).close()
  await back
  t.same(there.levels.slice(again), ['4 bridge'], 'and so from then on')
  there.aedes.publish({ cmd: 'publish', topic: 'm/end', payload: Buffer.from('x'), qos: 1, retain: false, dup: false }, () => {})
  await here.until(2)
  t.same(here.came.map(({ topic }) => topic), ['m/theirs', 'm/end'], 'what is retained does not come again with every connection')
})
