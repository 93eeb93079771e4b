/**
 * The durable stores a server is tested on, each as what `serve` has to be told.
 * A test that needs more than that of one of them asks for its Redis.
 */
import { join } from 'node:path'
import type { Test } from 'tap'
import { type RedisOptions, type RedisServer, startRedis } from '../../support/redis-server.js'

export interface Opened {
  /** For `serve`. */
  readonly args: readonly string[]
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
