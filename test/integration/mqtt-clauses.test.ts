/** What MQTT 3.1.1 has a server refuse, as it comes on the wire; each named by its clause. What bare Aedes lets through must not pass. */
import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import { generate, parser as createParser } from 'mqtt-packet'
import t, { type Test } from 'tap'
import { startRig } from '../support/topics/rig.js'

const hello = { cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 } as const
interface Answer { readonly cmd: string, readonly returnCode?: number, readonly granted?: readonly number[] }

/** Sends these, and tells what came back until the connection was closed, or `until` was answered. */
async function wire (t: Test, port: number, packets: readonly (Buffer | Parameters<typeof generate>[0])[], until?: string): Promise<{ answers: readonly Answer[], closed: boolean }> {
  const socket: Socket = connect(port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  const answers: Answer[] = []
  const parser = createParser({ protocolVersion: 4 })
  const got = new Promise<boolean>(resolve => {
    parser.on('packet', packet => {
      answers.push(packet as Answer)
      if (packet.cmd === until) resolve(false)
    })
    socket.once('close', () => resolve(true))
  })
  socket.on('data', chunk => parser.parse(chunk)).on('error', () => {})
  await once(socket, 'connect')
  for (const packet of packets) socket.write(Buffer.isBuffer(packet) ? packet : generate(packet))
  const closed = await got
  return { answers, closed }
}

const connectAs = (more: object): Parameters<typeof generate>[0] => ({ ...hello, clientId: 'c1', ...more })
const subscribe = (...topics: string[]): Parameters<typeof generate>[0] => ({ cmd: 'subscribe', messageId: 7, subscriptions: topics.map(topic => ({ topic, qos: 0 as const })) })

t.test('client ids', async t => {
  const { port } = await startRig(t)
  t.match((await wire(t, port, [connectAs({ clientId: '' })], 'connack')).answers, [{ returnCode: 0 }], '[MQTT-3.1.3-6] an empty one is given one')
  t.match(await wire(t, port, [Buffer.from('100c00044d5154540400003c0000', 'hex')], 'connack'), { answers: [{ returnCode: 2 }] }, '[MQTT-3.1.3-8] but not with a session that is kept')
  t.match((await wire(t, port, [connectAs({ clientId: 'x'.repeat(256) })], 'connack')).answers, [{ returnCode: 0 }], '[MQTT-3.1.3-5] long ones')
  t.match((await wire(t, port, [connectAs({ clientId: 'x'.repeat(257) })], 'connack')).answers, [{ returnCode: 2 }], '[MQTT-3.1.3-9] beyond what anybody needs')
  t.match((await wire(t, port, [connectAs({ clientId: 'x'.repeat(65_535) })], 'connack')).answers, [{ returnCode: 2 }])
})

t.test('filters and topics', async t => {
  const { port } = await startRig(t)
  for (const filter of ['a+/b', 'a/+b', 'a#', 'a/#/b', '#/a', '+a', 'a/b+']) {
    const { answers, closed } = await wire(t, port, [connectAs({}), subscribe(filter)], 'suback')
    t.ok(closed || answers.some(({ granted }) => granted?.[0] === 128), `[MQTT-4.7.1-2, 4.7.1-3] ${filter}`)
  }
  const mixed = await wire(t, port, [connectAs({}), subscribe('a/b', 'a+', '+/b/#')], 'suback')
  t.ok(mixed.closed || JSON.stringify(mixed.answers.at(-1)?.granted) === '[0,128,0]', 'what is good in the same packet is granted, or nothing is')
  t.match(await wire(t, port, [connectAs({}), Buffer.from('3006000461' + '2f2b62', 'hex')]), { closed: true }, '[MQTT-3.3.2-2] a wildcard in a topic')
  t.match(await wire(t, port, [connectAs({}), Buffer.from('30020000', 'hex')]), { closed: true }, '[MQTT-4.7.3-1] an empty topic')
})

t.test('wills', async t => {
  const { port } = await startRig(t)
  const will = (topic: string): Buffer => generate(connectAs({ will: { topic, payload: Buffer.from('x'), qos: 0, retain: false } }))
  t.match(await wire(t, port, [will('a/+')]), { closed: true, answers: [] }, '[MQTT-4.7.1-1] a wildcard in a will')
  const three = will('a/b')
  three[9] = (three[9] ?? 0) | 0x18
  t.match(await wire(t, port, [three]), { closed: true, answers: [] }, '[MQTT-3.1.2-14] will QoS 3')
})

t.test('packets', async t => {
  const { port } = await startRig(t)
  for (const [clause, hex] of [
    ['[MQTT-3.10.3-2] UNSUBSCRIBE without topics', 'a2020007'], ['[MQTT-3.8.3-3] SUBSCRIBE without topics', '82020007'],
    ['[MQTT-2.3.1-1] PUBLISH with packet id 0', '32050001610000'], ['[MQTT-2.3.1-1] SUBSCRIBE with packet id 0', '820600000001' + '6100'],
    ['[MQTT-3.8.1-1] flags of SUBSCRIBE', '80060007000161' + '00'], ['[MQTT-3.8.3-4] QoS 3 asked for', '82060007000161' + '03'], ['[MQTT-3.8.3-4] reserved bits of QoS', '82060007000161' + '11'],
    ['[MQTT-3.3.1-4] PUBLISH with QoS 3', '36050001610001'], ['[MQTT-3.3.1-2] DUP with QoS 0', '380300' + '0161'],
    ['[MQTT-1.5.3-2] NUL in a topic', '3005000361' + '0062'], ['[MQTT-1.5.3-1] a surrogate', '30050003eda080'], ['[MQTT-1.5.3-1] bad UTF-8', '30040002c328'],
    ['[MQTT-2.2.2-2] flags of PINGREQ', 'c100'], ['[MQTT-3.14.1-1] flags of DISCONNECT', 'e100'], ['[MQTT-3.1.0-2] a second CONNECT', '101000044d51545404020' + '03c000474776f32'],
    ['reserved packet type 15', 'f000'], ['reserved packet type 0', '0000'], ['a packet that only a server sends', '20020000'], ['a length of five bytes', '30ffffffff7f']
  ] as const) t.match(await wire(t, port, [connectAs({}), Buffer.from(hex, 'hex')]), { closed: true }, clause)
  t.match(await wire(t, port, [Buffer.from('c000', 'hex')]), { closed: true, answers: [] }, '[MQTT-3.1.0-1] the first is no CONNECT')
  t.match(await wire(t, port, [Buffer.from('101000044d5154540403003c00046369643100'.slice(0, 36), 'hex')]), { closed: true, answers: [] }, '[MQTT-3.1.2-3] the reserved connect flag')
  t.match(await wire(t, port, [connectAs({}), { cmd: 'pingreq' }], 'pingresp'), { closed: false }, 'and all others are served')
})
