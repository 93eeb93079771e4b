/** Two nodes on one Redis with one bridge, while messages cross all the time: who carries is killed, or stands still, or Redis goes; as tests of any length. */
// real time: a stream takes some, and an outage is as long as it is
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import { BridgeStage } from '../../support/bridge-stage.js'
import { type RedisServer, startRedis } from '../../support/redis-server.js'
import type { Talker } from '../../support/topics/talker.js'
import { Commands, Stream, UNDER_WAY, lasting, mosquitto } from './bridges.js'
import { seconds, showed } from './figures.js'
import { Wire } from './wire.js'

const example = 'bridge-out.yaml'
/** More than may be under way, and soon done with, however slow this machine is. */
const AHEAD = 40
const patient = { ...lasting, patienceMs: 60_000 }

interface Scene {
  readonly redis: RedisServer
  /** It carries at the beginning. */
  readonly one: BridgeStage
  readonly two: BridgeStage
  /** From either node to the Mosquitto, and back. */
  readonly streams: Readonly<Record<'one' | 'two' | 'back', Stream>>
  readonly commands: Commands
  /** Ends what flows, and resolves once all of it has come; then what is true of it. */
  readonly end: () => Promise<void>
  /** Resolves once the bridge is connected again. */
  readonly carriedAgain: () => Promise<void>
}

async function start (t: Test, through?: (port: number) => Promise<number>): Promise<Scene> {
  const redis = await startRedis(t, { appendonly: 'always' })
  const options = { example, redis: redis.url, mosquitto, config: { logLevel: 'silent' } }
  const one = await BridgeStage.start(t, { ...options, ...through && { through } })
  const two = await BridgeStage.start(t, { ...options, beside: one })
  const [a, b] = [await one.here('a', { ...patient, subscribe: [] }), await two.here('b', { ...patient, subscribe: [] })]
  const reader = await two.here('reader', { ...patient, subscribe: [] })
  const [there, app] = [await one.there('there', { ...patient, subscribe: [] }), await one.there('app', patient)]
  const watcher = await two.here('watcher', { ...patient, subscribe: ['state/bridges/+'] })
  for (const topic of ['alarms/one', 'alarms/two']) await there.subscribeTo(topic)
  await reader.subscribeTo('alarms/back')
  const streams = { one: new Stream(a, there, 'alarms/one'), two: new Stream(b, there, 'alarms/two'), back: new Stream(there, reader, 'alarms/back') }
  const commands = new Commands(app)
  const all = [...Object.values(streams), commands]
  const flowing = Promise.all(all.map(one => one.flow(AHEAD)))
  // Where something else has failed before, that is what is told.
  flowing.catch(() => {})
  await Promise.all([there.next(({ topic }) => topic === 'alarms/one'), reader.next(({ topic }) => topic === 'alarms/back')])
  const since = await connectedSince(watcher, 0)
  const end = async (): Promise<void> => {
    const ended = Promise.all(all.map(one => one.end()))
    // What a node stored for this session, and was killed before it passed it on, comes with the next connection.
    reader.client.stream.destroy()
    await ended
    await flowing
  }
  return { redis, one, two, streams, commands, end, carriedAgain: async () => { await connectedSince(watcher, since) } }
}

async function connectedSince (watcher: Talker, since: number): Promise<number> {
  const { body } = await watcher.next(({ topic, body }) => topic === 'state/bridges/site1' && body?.state === 'connected' && Number(body.since) > since, 'the bridge to be connected')
  return Number(body?.since)
}

function held (t: Test, where: string, { streams, commands }: Scene): void {
  const { one, two, back } = streams
  for (const { came } of [one, two]) {
    const order = [...came.keys()]
    t.same(order, [...order].sort((a, b) => a - b), 'in their order')
  }
  // What comes in goes to a stored session at the other node, which catches up with its queue when it can.
  t.ok(back.twice <= UNDER_WAY, `${back.twice} came in twice`)
  t.ok(one.twice + two.twice <= UNDER_WAY, `${one.twice + two.twice} went out twice`)
  showed(t, 'R9', where, `of ${one.sent + two.sent} messages out and ${back.sent} in 0 lost, ${one.twice + two.twice} and ${back.twice} twice; ${commands.sent} commands, 0 lost, ${commands.twice} answered twice`)
}

export function carrierKilled (t: Test, { flowMs }: { flowMs: number }): void {
  t.test('R9 two nodes, the one that carries killed: the other carries on, nothing of QoS 1 is lost', { buffered: true }, async t => {
    const scene = await start(t)
    await scene.one.kill()
    await scene.carriedAgain()
    // real time: so long the others go on
    await delay(flowMs)
    await scene.one.serve()
    await scene.end()
    held(t, 'a bridge of two nodes on Redis, the one that carries killed', scene)
  })
}

export function carrierStalled (t: Test, { flowMs }: { flowMs: number }): void {
  t.test('R9 two nodes, the one that carries stands still and goes on: it carries no more', { buffered: true }, async t => {
    const scene = await start(t)
    scene.one.signal('SIGSTOP')
    await scene.carriedAgain()
    scene.one.signal('SIGCONT')
    // real time: so long both go on
    await delay(flowMs)
    await scene.end()
    held(t, 'a bridge of two nodes on Redis, the one that carries stopped for a while', scene)
  })
}

export function redisGone (t: Test, { awayMs }: { awayMs: number }): void {
  t.test(`R9 two nodes with a bridge, Redis gone for ${seconds(awayMs)}: nothing of QoS 1 is lost`, { buffered: true }, async t => {
    const scene = await start(t)
    await scene.redis.kill()
    // real time: for so long it is away
    await delay(awayMs)
    await scene.redis.restart()
    await scene.carriedAgain()
    await scene.end()
    held(t, `a bridge of two nodes, Redis gone for ${seconds(awayMs)}`, scene)
  })
}

export function carrierCutOff (t: Test, { flowMs }: { flowMs: number }): void {
  t.test('R9 two nodes, the one that carries can not reach the other broker any more: the other node does', { buffered: true }, async t => {
    let wire: Wire | undefined
    const scene = await start(t, async port => {
      wire = await Wire.to(port)
      return wire.port
    })
    t.teardown(() => wire?.close())
    wire?.cut()
    await scene.carriedAgain()
    // real time: so long it goes on
    await delay(flowMs)
    await scene.end()
    held(t, 'a bridge of two nodes on Redis, the one that carries cut off from the other broker', scene)
  })
}
