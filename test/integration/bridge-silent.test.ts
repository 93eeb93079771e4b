/** Other brokers that break the protocol, or do not answer: the bridge tells it, connects anew, and loses nothing. */
import { type Socket, createServer } from 'node:net'
import { type Packet, generate, parser } from 'mqtt-packet'
import t, { type Test } from 'tap'
import type { Clock, Timer } from '../../broker/platform/clock.js'
import { silentLog } from '../../broker/platform/log.js'
import { type Bridge, openBridge } from '../../mosquitto-compat/bridge/index.js'
import { alone } from '../support/bridge-alone.js'
import { listen } from '../support/ports.js'

t.jobs = 4
/** Longer than any pause before it comes back. */
const PATIENCE_MS = 11_000

interface Timing { readonly clock: Clock, readonly patienceEnds: () => void }

/** Pauses take no time; what is waited for patiently ends when the test says so. */
function timing (): Timing {
  const timers = new Map<Timer, () => void>()
  const end = (timer: Timer): void => {
    const run = timers.get(timer)
    timers.delete(timer)
    run?.()
  }
  const clock: Clock = {
    now: () => 0,
    setTimeout: (run, ms) => {
      const timer = { unref: () => {} }
      timers.set(timer, run)
      if (ms < PATIENCE_MS) setImmediate(() => end(timer))
      return timer
    },
    clearTimeout: timer => { timers.delete(timer) },
    defer: run => { setImmediate(run) }
  }
  return { clock, patienceEnds: () => { for (const timer of timers.keys()) end(timer) } }
}

interface Peer { readonly say: (packet: Packet) => void, readonly socket: Socket, /** Of the connection, from 1 on. */ readonly nth: number }

/** A broker of MQTT 5, by the script: it answers where `answer` does not say that it has dealt with a packet. */
async function broker (t: Test, answer: (packet: Packet, peer: Peer) => boolean): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    const peer: Peer = { nth: sockets.size, socket, say: packet => { if (socket.writable) socket.write(generate(packet, { protocolVersion: 5 })) } }
    const parse = parser({ protocolVersion: 5 }).on('packet', packet => { if (!answer(packet, peer)) answerAsUsual(packet, peer) })
    socket.on('data', data => parse.parse(data)).on('error', () => {})
  })
  const port = await listen(server)
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `mqtt://me:secret@127.0.0.1:${port}`
}

function answerAsUsual (packet: Packet, { say }: Peer): void {
  const { messageId } = packet
  if (packet.cmd === 'connect') say({ cmd: 'connack', reasonCode: 0, sessionPresent: false })
  if (packet.cmd === 'subscribe') say({ cmd: 'suback', messageId, granted: [1] })
  if (packet.cmd === 'publish' && packet.qos === 1) say({ cmd: 'puback', messageId, reasonCode: 0 })
  if (packet.cmd === 'pingreq') say({ cmd: 'pingresp' })
}

interface Told { readonly level: string, readonly text: string }

async function bridge (t: Test, url: string, { clock }: Timing, told: Told[]): Promise<Bridge> {
  const tell = (level: string) => (details: object, message: string) => { told.push({ level, text: `${JSON.stringify(details)} ${message}` }) }
  const log = { ...silentLog, warn: tell('warn'), error: tell('error') }
  const bridge = await openBridge({ name: 'site', urls: [url], topics: [{ filter: 'm/#', direction: 'both' }] }, { clock, random: () => 0, log })
  t.teardown(() => bridge.close())
  await bridge.start(alone)
  return bridge
}

const one = { topic: 'm/1', payload: Buffer.from('one'), qos: 1, retain: false }

interface Fault {
  readonly name: string
  readonly says: RegExp
  /** Of the first two connections; the third one is well served. */
  readonly does: (packet: Packet, peer: Peer, timing: Timing) => boolean
}

const faults: readonly Fault[] = [
  {
    name: 'never answers a subscription',
    says: /does not answer its subscriptions/,
    does: ({ cmd }, _, { patienceEnds }) => {
      if (cmd === 'subscribe') patienceEnds()
      return cmd === 'subscribe'
    }
  },
  {
    name: 'acknowledges nothing, but answers pings',
    says: /acknowledges nothing/,
    does: ({ cmd }, _, { patienceEnds }) => {
      if (cmd === 'publish') patienceEnds()
      return cmd === 'publish'
    }
  },
  {
    name: 'does not read any more',
    says: /acknowledges nothing/,
    does: ({ cmd }, { socket }, { patienceEnds }) => {
      if (cmd !== 'publish') return false
      socket.pause()
      patienceEnds()
      return true
    }
  },
  {
    name: 'sends garbage',
    says: /no connection to the other broker/,
    does: ({ cmd }, { socket }) => {
      if (cmd === 'publish') socket.write(Buffer.alloc(100, 0xff))
      return cmd === 'publish'
    }
  },
  {
    name: 'closes the connection as soon as it is made',
    says: /no connection to the other broker/,
    does: ({ cmd }, { socket, say }) => {
      if (cmd !== 'connect') return true
      say({ cmd: 'connack', reasonCode: 0, sessionPresent: false })
      socket.end()
      return true
    }
  },
  {
    name: 'acknowledges a subscription with the wrong packet',
    says: /no connection to the other broker/,
    does: (packet, { say }) => {
      if (packet.cmd === 'subscribe') say({ cmd: 'puback', messageId: packet.messageId, reasonCode: 0 })
      return packet.cmd === 'subscribe'
    }
  }
]

for (const { name, says, does } of faults) {
  t.test(`a broker that ${name}: told once, connected anew, and the message crosses`, async t => {
    const time = timing()
    const told: Told[] = []
    const came: string[] = []
    let arrived = (): void => {}
    const arrival = new Promise<void>(resolve => { arrived = resolve })
    const url = await broker(t, (packet, peer) => {
      if (peer.nth < 3) return does(packet, peer, time)
      if (packet.cmd === 'publish') {
        came.push(`${packet.topic} ${packet.payload.toString()}`)
        arrived()
      }
      return false
    })
    const site = await bridge(t, url, time, told)
    await site.take(one)
    await arrival
    t.same(came, ['m/1 one'])
    t.equal(told.filter(({ text }) => says.test(text)).length, 1, 'once')
    t.notMatch(JSON.stringify(told), /secret/)
    t.match(site.state, { refused: 0, dropped: 0 })
  })
}

t.test('a broker that acknowledges what was never sent is not minded', async t => {
  const told: Told[] = []
  let arrived = (): void => {}
  const arrival = new Promise<void>(resolve => { arrived = resolve })
  const url = await broker(t, (packet, { say, nth }) => {
    if (packet.cmd === 'publish') {
      for (let messageId = 60_000; messageId < 60_010; messageId++) say({ cmd: 'puback', messageId, reasonCode: 0 })
      if (packet.topic === 'm/2') arrived()
      t.equal(nth, 1, 'the first connection')
    }
    return false
  })
  const site = await bridge(t, url, timing(), told)
  await site.take(one)
  await site.take({ ...one, topic: 'm/2' })
  await arrival
  t.same(told, [])
})
