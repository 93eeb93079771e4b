/** A node that is killed, as a process: what the others see of it, and what becomes of its devices and of ordinary MQTT. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { type Server, startServer } from '../../broker/cli/server.js'
import { HeardLog } from '../support/heard-log.js'
import { type RedisServer, startRedis } from '../support/redis-server.js'
import { Facts } from '../support/topics/facts.js'
import { begun, offerOf, offered, submit } from '../support/topics/steps.js'
import { Talker, type TalkerOptions } from '../support/topics/talker.js'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))
const ROOT = 'orchestra/v1'
/** A presence of 2.5 s, and one that outlasts the test. */
const [SOON, LATE] = [{ heartbeatMs: 1_000 }, { heartbeatMs: 60_000 }]

onPair('a node that is killed goes offline by itself; its devices do, unless they come to another', async (t, { a, b }) => {
  const watcher = await b.talker('watcher', { subscribe: ['to/watcher/#', 'state/nodes/#', 'state/devices/#', 'events/devices/#'] })
  const app = await b.talker('app')
  t.match(await watcher.seen('state/nodes/a', { state: 'online' }), { node: 'a' })
  const born = async (name: string, birth: object): Promise<Talker> => {
    const device = await a.talker(name, { clientId: name })
    await device.ask('birth', { session: 1, functions: [name], ...birth })
    return device
  }
  await born('stays-away', SOON)
  const comes = await born('comes', SOON)
  const speaks = await born('speaks', LATE)
  const leased = await begun(app, comes, 'leased', { function: 'comes' })
  const open = await offered(app, speaks, 'open', { function: 'speaks' })
  const begins = await born('begins', LATE)
  const given = await offered(app, begins, 'given', { function: 'begins' })

  await a.kill()
  const back = await b.talker('comes', { clientId: 'comes' })
  t.match(await back.ask('birth', { session: 1, functions: ['comes'], ...LATE, tasks: [{ task: 'leased', attempt: leased }] }), { tasks: [{ task: 'leased' }] })
  await back.ask('tasks/leased/success', { attempt: leased })
  t.match(await watcher.seen('state/devices/comes', { node: 'b', state: 'free' }), { executing: [] })
  await submit(app, 'next', { function: 'comes' })
  t.equal(await offerOf(back, 'next'), 1)

  const speaking = await b.talker('speaks', { clientId: 'speaks' })
  await speaking.ask('tasks/open/begin', { attempt: open })
  await speaking.ask('tasks/open/success', { attempt: open })
  const beginning = await b.talker('begins', { clientId: 'begins' })
  await beginning.ask('tasks/given/begin', { attempt: given })

  await watcher.seen('events/devices/stays-away', { event: 'lost' })
  await watcher.seen('state/devices/stays-away', { state: 'offline' })
  await watcher.seen('state/nodes/a', { state: 'offline' })
  // Until its next sweep, this node takes the other for alive.
  while ((await app.ask('devices/speaks/get')).node !== 'b') await speaking.ask('heartbeat', { session: 1 })
  while ((await app.ask('devices/begins/get')).node !== 'b') await beginning.ask('tasks/given/progress', { attempt: given })
  await submit(app, 'for-speaks', { function: 'speaks' })
  await offerOf(speaking, 'for-speaks')
  await submit(app, 'for-begins', { function: 'begins' })
  t.same((await beginning.rest()).filter(line => line.includes('/offer ')), [], 'it holds one already')
  await beginning.ask('tasks/given/success', { attempt: given })
  await offerOf(beginning, 'for-begins')
  t.match(await app.ask('devices/list', { state: 'offline' }), { devices: [{ device: 'stays-away' }] }, 'nobody else was lost')
})

onPair('nodes and devices that come and go are logged, and how they went', async (_t, { a, b, log, start }) => {
  await log.heard('info', 'a node is here', { node: 'a' })
  const first = await start('c')
  await log.heard('info', 'a node is here', { node: 'c' })
  await first.close()
  await log.heard('info', 'a node is gone: it said goodbye', { node: 'c' })
  await start('c')
  await log.heard('info', 'a node is here', { node: 'c' })
  await a.kill()
  await log.heard('info', 'a node is gone: it was not heard of', { node: 'a' })

  const cam = await b.talker('cam', { clientId: 'cam' })
  await cam.ask('birth', { session: 1, functions: ['work'], ...SOON })
  await log.heard('debug', 'device born', { device: 'cam', session: 1, node: 'b' })
  await cam.say('offline', { session: 1, reason: 'battery' })
  await log.heard('debug', 'device left', { device: 'cam', reason: 'battery' })
  await cam.ask('birth', { session: 2, functions: ['work'], ...SOON })
  await log.heard('debug', 'device lost', { device: 'cam', reason: 'no sign of life' })
})

onPair('ordinary MQTT goes on across the nodes, and outlives the one that is killed', async (t, { a, b }) => {
  const stored: TalkerOptions = { clientId: 'stored', clean: false, subscribe: [] }
  const reader = await a.talker('reader', stored)
  await reader.subscribeTo('plain/#', 1)
  const writer = await b.talker('writer', { subscribe: [] })
  await writer.publish('plain/live', 'hello')
  await reader.next(({ topic, text }) => topic === 'plain/live' && text === 'hello')
  await reader.leave()
  await writer.publish('plain/missed', 'on the other node')
  const there = await b.talker('reader', stored)
  await there.next(({ topic }) => topic === 'plain/missed')

  const here = await a.talker('reader', stored)
  const onA = await a.talker('writer', { clientId: 'on-a', subscribe: [] })
  await onA.publish('plain/kept', 'retained', { retain: true })
  await here.next(({ topic }) => topic === 'plain/kept')
  await a.kill()
  const late = await b.talker('late', { subscribe: [] })
  await late.subscribeTo('plain/#')
  t.match(await late.next(({ topic }) => topic === 'plain/kept'), { text: 'retained', retain: true })
  await writer.publish('plain/after', 'the session waits on')
  await late.next(({ topic }) => topic === 'plain/after')
  const again = await b.talker('reader', stored)
  await again.next(({ topic }) => topic === 'plain/after')
})

interface Node {
  talker: (name: string, options?: TalkerOptions) => Promise<Talker>
}

interface Pair {
  /** A process of its own. */
  readonly a: Node & { kill: () => Promise<void> }
  /** In this process. */
  readonly b: Node
  /** Of b. */
  readonly log: HeardLog
  /** Another one in this process. */
  readonly start: (name: string, log?: HeardLog) => Promise<Server>
}

function onPair (name: string, test: (t: Test, pair: Pair) => Promise<void>): void {
  t.test(name, async t => {
    const facts = new Facts()
    await test(t, await startPair(t, facts))
    t.same(facts.problems, [], 'all that was told is as the contract says')
  })
}

async function startPair (t: Test, facts: Facts): Promise<Pair> {
  const redis = await startRedis(t)
  const log = new HeardLog()
  const start = async (name: string, log = new HeardLog()): Promise<Server> => {
    const server = await startServer({ port: 0, httpPort: 0, redis: redis.url, node: name }, log)
    t.teardown(() => server.close())
    return server
  }
  const [a, server] = await Promise.all([startChild(t, redis), start('b', log)])
  const on = (port: number): Node => ({
    async talker (name, options) {
      const talker = await Talker.connect(port, ROOT, name, facts, options)
      t.teardown(() => talker.leave())
      return talker
    }
  })
  return { a: { ...on(a.port), kill: () => ended(a.child) }, b: on(server.mqttPort), log, start }
}

async function startChild (t: Test, { url }: RedisServer): Promise<{ child: ChildProcess, port: number }> {
  const args = ['serve', '--redis', url, '--node', 'a', '--port', '0', '--http-port', '0', '--log-level', 'silent']
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => ended(child))
  const [line] = await once(createInterface(child.stdout), 'line') as [string]
  const { listening } = JSON.parse(line) as { listening: { mqtt: number } }
  return { child, port: listening.mqtt }
}

/** kill -9 */
async function ended (child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
