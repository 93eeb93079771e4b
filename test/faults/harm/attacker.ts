/**
 * One way to do harm, as a process: `node attacker.js WAY PORT SEED COUNT`. It
 * says `{"ready":true}` when it is under way, and what came of it at the end,
 * which for those that go on until they are told is the end of its input.
 */
import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import { generate } from 'mqtt-packet'
import { connectAsync } from 'mqtt'
import { Chance } from '../../simulation/chance.js'
import { hello, mutant, wrongCommand } from './mutants.js'

const [way = '', port = '', seed = '1', count = '0'] = process.argv.slice(2)
const chance = new Chance(Number(seed))
const total = Number(count)
/** Connections of one attacker at the same time. */
const AT_ONCE = 40
const ROOT = 'orchestra/v1'

let isOver = false
process.stdin.resume().once('end', () => { isOver = true })
const over = (): boolean => isOver
const told = once(process.stdin, 'end')
const tell = (what: object): void => { process.stdout.write(`${JSON.stringify(what)}\n`) }

async function open (): Promise<Socket> {
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => {}).resume()
  await Promise.race([once(socket, 'connect'), gone(socket)])
  return socket
}

/** Closed, however. */
function gone (socket: Socket): Promise<void> {
  return new Promise(resolve => { socket.once('close', () => resolve()) })
}

async function each (work: (number: number) => Promise<void>): Promise<void> {
  let next = 0
  const one = async (): Promise<void> => { while (next < total && !over()) await work(next++) }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

/** Each on a connection of its own: the first that is wrong ends it. Some are let in before, some are not. */
async function packets (): Promise<object> {
  let closed = 0
  await each(async number => {
    const socket = await open()
    if (chance.fraction() < 0.8) socket.write(generate(hello(`p${number % 500}`)))
    // What looks right after all is followed by what can't be.
    socket.end(Buffer.concat([mutant(chance, `p${number % 500}`), Buffer.from([0xff, 0xff])]))
    if (!socket.closed) await gone(socket)
    closed++
  })
  return { closed }
}

async function commands (): Promise<object> {
  const name = `w${seed}`
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { username: name, clientId: name, protocolVersion: 4, reconnectPeriod: 0 })
  let answered = 0
  client.on('message', () => { answered++ })
  await client.subscribeAsync(`${ROOT}/to/${name}/#`)
  for (let sent = 0; sent < total; sent += 50) {
    await Promise.all(Array.from({ length: Math.min(50, total - sent) }, () => wrongCommand(chance, name))
      .filter(({ topic }) => !/[+#\0]/.test(topic))
      .map(({ topic, payload }) => client.publishAsync(topic, payload, { qos: 1 })))
  }
  const isConnected = client.connected
  await client.endAsync()
  return { answered, isConnected }
}

/** Say nothing; and, when they are closed, come again. */
async function silent (): Promise<object> {
  const waits: number[] = []
  const sockets = await Promise.all(Array.from({ length: total }, async () => {
    const opened = performance.now()
    const socket = await open()
    socket.once('close', () => waits.push(performance.now() - opened))
    return socket
  }))
  tell({ ready: true })
  while (!over() && waits.length < sockets.length) await Promise.race([told, ...sockets.filter(socket => !socket.closed).slice(0, 1).map(socket => gone(socket))])
  return { opened: sockets.length, closed: waits.length, longestMs: Math.round(Math.max(0, ...waits)) }
}

/** A CONNECT that comes byte by byte, and one packet after it. */
async function slow (): Promise<object> {
  const sockets = await Promise.all(Array.from({ length: total }, open))
  const bytes = generate(hello('slow'))
  let at = 0
  tell({ ready: true })
  const timer = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write(bytes.subarray(at % bytes.length, at % bytes.length + 1))
    at++
  }, 400)
  await Promise.race([told, Promise.all(sockets.map(async socket => { if (!socket.closed) await gone(socket) }))])
  clearInterval(timer)
  return { opened: sockets.length, closed: sockets.filter(({ closed }) => closed).length }
}

/** Packets that say they are 200 MiB, before and after CONNECT. */
async function oversized (): Promise<object> {
  let closed = 0
  await each(async number => {
    const socket = await open()
    if (number % 2 === 1) socket.write(generate(hello(`o${number}`)))
    socket.write(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x5f]))
    socket.write(Buffer.alloc(64 * 1024))
    // By the header alone: nothing more comes.
    if (!socket.closed) await gone(socket)
    closed++
  })
  return { closed }
}

/** As much as goes, from a few connections of one principal. */
async function flood (): Promise<object> {
  let sent = 0
  const sockets = await Promise.all(Array.from({ length: 4 }, async (_, number) => {
    const socket = await open()
    socket.write(generate({ ...hello('flood'), clientId: `flood-${number}`, will: undefined } as never))
    return socket
  }))
  const block = Buffer.concat(Array.from({ length: 200 }, () => generate({ cmd: 'publish', topic: 'flood/x', payload: Buffer.alloc(200), qos: 0, dup: false, retain: false })))
  tell({ ready: true })
  await Promise.all(sockets.map(async socket => {
    while (!over() && !socket.destroyed) {
      sent += 200
      if (!socket.write(block)) await Promise.race([once(socket, 'drain'), gone(socket), told]).catch(() => {})
    }
    socket.destroy()
  }))
  return { sent }
}

/** Asks for everything and reads nothing. */
async function unread (): Promise<object> {
  let dropped = 0
  tell({ ready: true })
  while (!over()) {
    const socket = await open()
    socket.pause()
    socket.write(generate({ ...hello('unread'), clientId: 'unread', will: undefined } as never))
    socket.write(generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: '#', qos: 0 }] }))
    // A socket that does not read is not told that it was closed: what it writes fails.
    const poke = setInterval(() => socket.write(Buffer.from([0xc0, 0])), 500)
    await Promise.race([told, gone(socket)])
    clearInterval(poke)
    if (!over()) dropped++
    socket.destroy()
  }
  return { dropped }
}

/** A new topic with every message, retained and not, and filters on all of them. */
async function topics (): Promise<object> {
  let made = 0
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { username: 'bomber', clientId: 'bomber', protocolVersion: 4, reconnectPeriod: 0 })
  client.on('error', () => {})
  tell({ ready: true })
  while (!over() && client.connected) {
    await Promise.race([told, Promise.all(Array.from({ length: 50 }, () => client.publishAsync(`bomb/${made++ % 20_000}/${'x'.repeat(40)}`, 'x', { qos: 1, retain: made % 2 === 0 }).catch(() => {})))])
  }
  await client.endAsync(true)
  return { made }
}

/** Connects, subscribes, says something, and vanishes with its will; with a session that is kept, or without. */
async function churn (): Promise<object> {
  let turns = 0
  tell({ ready: true })
  while (!over()) {
    const name = `churn-${turns++ % 200}`
    const socket = await open()
    socket.write(generate({ ...hello(name), clean: turns % 3 !== 0 } as never))
    socket.write(generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: `${ROOT}/to/${name}/#`, qos: 1 }, { topic: `c/${turns % 50}/#`, qos: 1 }] }))
    socket.write(generate({ cmd: 'publish', topic: `${ROOT}/from/${name}/birth`, payload: `{"session":${turns},"functions":["churn"]}`, qos: 1, messageId: 2, dup: false, retain: false }))
    await Promise.race([once(socket, 'data'), gone(socket), told])
    socket.destroy()
  }
  return { turns }
}

const ways: Readonly<Record<string, () => Promise<object>>> = { packets, commands, silent, slow, oversized, flood, unread, topics, churn }
const result = await ways[way]?.()
tell({ way, ...result })
process.exit(0)
