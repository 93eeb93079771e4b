/**
 * Several orchestrators, each in a broker of its own, on one real Redis. Each
 * has a clock that the test moves, so that a second passes on one node and not
 * on another, and a bus that can be listened to and can lose what it is given.
 */
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { Aedes } from 'aedes'
import t from 'tap'
import type { Test } from 'tap'
import { createRedisStore, orchestra, systemClock } from '../../../broker/index.js'
import { type MqttStore, openRedisMqtt } from '../../../broker/cli/mqtt-store.js'
import { createClient } from 'redis'
import { listen } from '../ports.js'
import { type RedisServer, startRedis } from '../redis-server.js'
import { Facts } from '../topics/facts.js'
import { Talker, type TalkerOptions } from '../topics/talker.js'
import { VirtualClock } from '../virtual-clock.js'
import { TappedBus } from './tapped-bus.js'

export const ROOT = 'orchestra/v1'

export interface Node {
  readonly name: string
  readonly aedes: Aedes
  readonly clock: VirtualClock
  readonly bus: TappedBus
  talker: (name: string, options?: TalkerOptions) => Promise<Talker>
  /** What this node said before has come to all other nodes, and was taken in there. */
  said: () => Promise<void>
  isConnected: (clientId: string) => boolean
  /** Cuts a connection, and resolves once the broker has noticed. */
  away: (talker: Talker) => Promise<void>
  /** Resolves once the stored session of a client was read here, and taken in. */
  readsSession: (clientId: string) => Promise<void>
  /** Resolves once this node has missed messages of the others, and hears again. */
  gap: () => Promise<void>
  /** Resolves once the broker has looked which wills are left by brokers that are gone. */
  looksForWills: () => Promise<void>
  /** Closes the orchestrator as an administrator does. */
  stop: () => Promise<void>
}

export interface Nodes {
  readonly facts: Facts
  readonly redis: RedisServer & {
    /** Every connection to it is lost. */
    readonly cut: () => Promise<void>
    /** Of what is published, so much may wait for a node that does not read; Redis cuts off whoever is behind. */
    readonly limitUnread: (bytes: number) => Promise<void>
  }
  start: (name: string, options?: NodeOptions) => Promise<Node>
}

export interface NodeOptions {
  /** Retained messages and stored sessions in Redis, for all nodes. */
  readonly isPersistent?: boolean
  /** How often the broker says that it is there; it looks for wills of others after four times this. */
  readonly heartbeatMs?: number
  /** With the limits in front of the broker that a server has. */
  readonly isProtected?: boolean
  /** What the program does with the broker before it becomes an orchestrator. */
  readonly prepare?: (aedes: Aedes) => void
}

/** A test that ends with what is true of every test: nothing that was told broke the contract. */
export function onNodes (name: string, test: (t: Test, nodes: Nodes) => Promise<void>): void {
  t.test(name, async t => {
    const nodes = await prepareNodes(t)
    await test(t, nodes)
    t.same(nodes.facts.problems, [], 'all that was told is as the contract says')
  })
}

async function prepareNodes (t: Test): Promise<Nodes> {
  const redis = await startRedis(t)
  const facts = new Facts()
  const nodes: Node[] = []
  const start = async (name: string, options: NodeOptions = {}): Promise<Node> => {
    const node = await startNode(t, name, { redis, facts, others: () => nodes.filter(other => other.name !== name), ...options })
    // A newcomer asks everybody, and is heard by everybody through that.
    await Promise.all(nodes.flatMap(other => [other.bus.received('peers/ask', name), node.bus.received('peers/whole', other.name)]))
    nodes.push(node)
    return node
  }
  return { facts, redis: { ...redis, cut: () => cut(redis), limitUnread: bytes => limitUnread(redis, bytes) }, start }
}

interface Surroundings extends NodeOptions {
  readonly redis: RedisServer
  readonly facts: Facts
  readonly others: () => Node[]
}

async function startNode (t: Test, name: string, { redis, facts, others, isPersistent = false, heartbeatMs = 60_000, isProtected = false, prepare }: Surroundings): Promise<Node> {
  const clock = new VirtualClock()
  const options = { url: redis.url, clock: systemClock(), node: name, tag: 'orchestra' }
  const store = createRedisStore(options)
  const bus = new TappedBus(store.bus)
  const mqtt = isPersistent ? await openRedisMqtt(options, store.bus) : undefined
  const aedes = await Aedes.createBroker({ heartbeatInterval: heartbeatMs, ...mqtt && { persistence: mqtt.persistence } })
  prepare?.(aedes)
  const running = await orchestra(aedes, { store, clock, random: () => 0.5, ...!isProtected && { protection: false } })
  const server = createServer(aedes.handle)
  const port = await listen(server)
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopped ??= running.close()
    return stopped
  }
  t.teardown(async () => {
    await stop()
    await new Promise<void>(resolve => aedes.close(resolve))
    await mqtt?.close()
    server.close()
  })
  const talker = async (principal: string, options: TalkerOptions = {}): Promise<Talker> => {
    const talker = await Talker.connect(port, ROOT, principal, facts, options)
    t.teardown(() => talker.leave())
    return talker
  }
  const said = async (): Promise<void> => {
    // Nodes get what one sends in its order.
    const arrived = others().map(other => other.bus.received('mark', name))
    bus.send(undefined, 'mark', '')
    await Promise.all(arrived)
  }
  const away = async (talker: Talker): Promise<void> => {
    const gone = new Promise<void>(resolve => {
      aedes.on('clientDisconnect', client => { if (client.id === talker.client.options.clientId) resolve() })
    })
    await talker.leave()
    await gone
  }
  const gap = (): Promise<void> => new Promise(resolve => { store.bus.onGap(resolve) })
  const { clients } = aedes as unknown as { clients: object }
  return { name, aedes, clock, bus, talker, said, away, gap, isConnected: clientId => clientId in clients, readsSession: clientId => readsSession(mqtt, clientId), looksForWills: () => looksForWills(mqtt), stop }
}

async function cut ({ url }: RedisServer): Promise<void> {
  const client = await createClient({ url }).connect()
  for (const type of ['normal', 'pubsub']) await client.sendCommand(['CLIENT', 'KILL', 'TYPE', type])
  client.destroy()
}

async function limitUnread ({ url }: RedisServer, bytes: number): Promise<void> {
  const client = await createClient({ url }).connect()
  await client.configSet('client-output-buffer-limit', `pubsub ${bytes} 0 0`)
  client.destroy()
}

function readsSession (mqtt: MqttStore | undefined, clientId: string): Promise<void> {
  const persistence = mqtt?.persistence as { subscriptionsByClient: (client: { id: string }) => Promise<object[]> }
  const read = persistence.subscriptionsByClient
  return new Promise(resolve => {
    persistence.subscriptionsByClient = async client => {
      const subscriptions = await read.call(persistence, client)
      if (client.id === clientId) setImmediate(resolve)
      return subscriptions
    }
  })
}

function looksForWills (mqtt: MqttStore | undefined): Promise<void> {
  const persistence = mqtt?.persistence as { streamWill: (alive: object) => Readable }
  const { streamWill } = persistence
  return new Promise(resolve => {
    persistence.streamWill = alive => {
      persistence.streamWill = streamWill
      return streamWill.call(persistence, alive).once('close', resolve)
    }
  })
}
