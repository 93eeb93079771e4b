/** Our servers, as processes: one broker each, with what it keeps its state in. */
import { type RedisServer, startRedis } from '../support/redis-server.js'
import { startMosquitto } from './mosquitto.js'
import { Script, removedAtEnd, temporaryFolder } from './process.js'
import type { ServerKind } from './server.js'

export interface Server {
  readonly name: string
  readonly port: number
  /** One a node. */
  readonly ports: readonly number[]
  /** Of all that it takes to serve. */
  readonly pids: readonly number[]
  /** The one of them that is Redis. */
  readonly redisPid?: number
  /** Collects garbage. */
  readonly settle: () => Promise<unknown>
  readonly stop: () => Promise<unknown>
}

/** @param nodes more than one share a Redis */
export async function startServer (kind: ServerKind, nodes = 1): Promise<Server> {
  if (kind !== 'redis') return serverOf(kind, [await startNode(kind, temporaryFolder())])
  const redis = await startPrivateRedis()
  const started = await Promise.all(Array.from({ length: nodes }, () => startNode(kind, redis.url)))
  return serverOf(nodes === 1 ? kind : `${nodes} nodes on redis`, started, redis)
}

/** Beside a Mosquitto of its own, whose part in a task counts, too. Undefined where that isn't installed. */
export async function startAttached (): Promise<Server | undefined> {
  const mosquitto = await startMosquitto()
  if (mosquitto === undefined) return undefined
  const server = serverOf('attached', [await startNode('attached', `mqtt://127.0.0.1:${mosquitto.port}`)])
  return {
    ...server,
    pids: [...server.pids, mosquitto.pid],
    async stop () {
      await server.stop()
      await mosquitto.stop()
    }
  }
}

/** As durable as Redis is used for what must not get lost, for us and for others. */
export async function startPrivateRedis (): Promise<RedisServer> {
  const redis = await startRedis(undefined, { appendonly: 'everysec' })
  removedAtEnd(redis.dir)
  return redis
}

interface Node { readonly script: Script, readonly port: number }

async function startNode (kind: ServerKind, place: string): Promise<Node> {
  const { script, ready } = await Script.start<{ port: number }>('server', [kind, place], ['--expose-gc'])
  return { script, port: ready.port }
}

function serverOf (name: string, nodes: readonly Node[], redis?: RedisServer): Server {
  const ports = nodes.map(({ port }) => port)
  return {
    name,
    port: ports[0] as number,
    ports,
    pids: [...nodes.map(({ script }) => script.pid), ...redis === undefined ? [] : [redis.pid]],
    ...redis !== undefined && { redisPid: redis.pid },
    settle: () => Promise.all(nodes.map(({ script }) => {
      script.tell({})
      return script.next()
    })),
    async stop () {
      for (const { script } of nodes) await script.stop()
      await redis?.kill()
    }
  }
}
