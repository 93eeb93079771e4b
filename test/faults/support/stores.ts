/**
 * The durable stores a server is tested on, each as what `serve` has to be told.
 * A test that needs more than that of one of them asks for its Redis.
 */
import { join } from 'node:path'
import type { Test } from 'tap'
import { type RedisOptions, type RedisServer, startRedis } from '../../support/redis-server.js'
import { Wire } from './wire.js'

export interface Opened {
  /** For `serve`. */
  readonly args: readonly string[]
  /** For other nodes on the same store. */
  readonly others?: readonly (readonly string[])[]
  readonly redis?: RedisServer
}

export interface Durable {
  readonly name: string
  readonly open: (t: Test) => Promise<Opened>
}

export interface OnRedis extends Opened { readonly redis: RedisServer }

export const embedded: Durable = {
  name: 'embedded',
  open: async t => ({ args: ['--data', join(t.testdir(), 'data')] })
}

export const redis: Durable = { name: 'redis', open: t => openRedis(t, 'everysec') }

export const stores: readonly Durable[] = [embedded, redis]

/** A private Redis. The node has a name, as one on a known port has: it is the same one after a restart. */
export async function openRedis (t: Test, appendonly: RedisOptions['appendonly']): Promise<OnRedis> {
  const redis = await startRedis(t, { appendonly })
  return { redis, args: onNode(redis.url, 'one') }
}

export function onNode (url: string, node: string): readonly string[] {
  return ['--redis', url, '--node', node]
}

export interface OnTwoNodes extends OnRedis {
  readonly others: readonly [second: readonly string[]]
  /** Between the first node and Redis. */
  readonly wire: Wire
}

export async function openForTwo (t: Test): Promise<OnTwoNodes> {
  const redis = await startRedis(t, { appendonly: 'everysec' })
  const wire = await Wire.to(redis.port)
  t.teardown(() => wire.close())
  return { redis, wire, args: onNode(`redis://127.0.0.1:${wire.port}`, 'one'), others: [onNode(redis.url, 'two')] }
}
