/** Connections that go before Aedes has listed them: none of them stays, and none takes another off the list. */
import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import type { Aedes } from 'aedes'
import { type Client } from 'aedes'
import { generate } from 'mqtt-packet'
import t from 'tap'
import { startRig } from '../support/topics/rig.js'

type Inner = Aedes & { persistence: { subscriptionsByClient: (client: Client) => Promise<unknown> }, clients: Record<string, Client | undefined> }

async function hello (port: number, clientId: string, clean: boolean): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}).resume()
  await once(socket, 'connect')
  socket.write(generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clean, clientId, username: 'cam', keepalive: 30 }))
  return socket
}

t.test('who goes while its session is read is not listed, and takes nobody off the list', async t => {
  const rig = await startRig(t)
  const aedes = rig.aedes as Inner
  const cam = await rig.talker('cam', { clientId: 'cam-1' })
  const before = aedes.connectedClients
  const waiting: (() => void)[] = []
  const { persistence } = aedes
  const read = persistence.subscriptionsByClient
  persistence.subscriptionsByClient = async client => {
    await new Promise<void>(resolve => { waiting.push(resolve) })
    return await read.call(persistence, client)
  }
  const sockets = await Promise.all(['cam-1', 'cam-2', 'cam-3'].map(id => hello(rig.port, id, false)))
  while (waiting.length < sockets.length) await cam.ask('time')
  const closed = sockets.map(socket => once(socket, 'close'))
  for (const socket of sockets) socket.destroy()
  await Promise.all(closed)
  await cam.rest()
  for (const goOn of waiting) goOn()
  await cam.rest()
  await cam.rest()
  t.equal(aedes.connectedClients, before)
  t.same(Object.keys(aedes.clients).filter(id => id.startsWith('cam-')), ['cam-1'])
  t.match(await cam.ask('time'), { at: Number }, 'the one that was there before still is')
  await rig.away(cam)
  t.equal(aedes.connectedClients, before - 1, 'and it is noticed when it goes')
})

t.test('who goes in the middle of what is retained is sent no more of it', async t => {
  const rig = await startRig(t)
  const cam = await rig.talker('cam', { clientId: 'cam-1' })
  for (let n = 0; n < 300; n++) await cam.publish(`r/${n}`, 'x', { retain: true })
  let errors = 0
  rig.aedes.on('clientError', () => { errors++ })
  const socket = await hello(rig.port, 'cam-2', true)
  await once(socket, 'data')
  socket.write(generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'r/#', qos: 0 }] }))
  await once(socket, 'data')
  const closed = once(socket, 'close')
  socket.destroy()
  await closed
  for (let turn = 0; turn < 20; turn++) await cam.ask('time')
  t.ok(errors < 10, `${errors} errors`)
})
