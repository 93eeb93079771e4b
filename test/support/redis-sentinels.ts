/**
 * A primary, a replica, and three sentinels that watch them: real processes on
 * loopback, each with a folder of its own. Resolves once the sentinels agree
 * who is there, so that a kill is answered by a failover.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'
import type { RedisAddress } from '../../broker/store/redis/settings.js'
import { freePort } from './ports.js'
import { type RedisServer, type Teardown, startRedis } from './redis-server.js'

export interface Sentinels {
  readonly name: string
  readonly nodes: readonly RedisAddress[]
  /** The two of them, first the one that is primary at the start. */
  readonly servers: readonly [RedisServer, RedisServer]
}

const NAME = 'fleet'
const QUORUM = 2
/** Short, so that a test is: a production system gives a primary longer. */
const DOWN_AFTER_MS = 1_000
const FAILOVER_TIMEOUT_MS = 5_000

export async function startSentinels (t: Teardown): Promise<Sentinels> {
  const options = { appendonly: 'always' as const }
  const primary = await startRedis(t, { ...options, args: ['--repl-diskless-sync-delay', '0'] })
  const replica = await startRedis(t, { ...options, args: ['--replicaof', '127.0.0.1', String(primary.port), '--repl-diskless-sync-delay', '0'] })
  const nodes = await Promise.all([1, 2, 3].map(() => startSentinel(t, primary.port)))
  await Promise.all(nodes.map(agreed))
  return { name: NAME, nodes, servers: [primary, replica] }
}

async function startSentinel (t: Teardown, primaryPort: number): Promise<RedisAddress> {
  const dir = mkdtempSync(join(tmpdir(), 'orchestra-sentinel-'))
  const port = await freePort()
  const config = join(dir, 'sentinel.conf')
  // It writes what it learns into this file.
  writeFileSync(config, [
    `port ${port}`, 'bind 127.0.0.1', `dir ${dir}`,
    `sentinel monitor ${NAME} 127.0.0.1 ${primaryPort} ${QUORUM}`,
    `sentinel down-after-milliseconds ${NAME} ${DOWN_AFTER_MS}`,
    `sentinel failover-timeout ${NAME} ${FAILOVER_TIMEOUT_MS}`
  ].join('\n'))
  const child = spawn('redis-server', [config, '--sentinel'], { stdio: 'ignore' })
  const gone = once(child, 'exit')
  const kill = (): void => { child.kill('SIGKILL') }
  process.on('exit', kill)
  t.teardown(async () => {
    kill()
    await gone
    process.off('exit', kill)
    rmSync(dir, { recursive: true, force: true })
  })
  return { host: '127.0.0.1', port }
}

/** It knows the replica and both other sentinels. */
async function agreed ({ host, port }: RedisAddress): Promise<void> {
  const client = createClient({ RESP: 2, socket: { host, port, reconnectStrategy: 50 } })
  client.on('error', () => {})
  await client.connect()
  for (;;) {
    const flat = await client.sendCommand<string[]>(['SENTINEL', 'MASTER', NAME])
    const fact = (name: string): number => Number(flat[flat.indexOf(name) + 1])
    if (fact('num-slaves') === 1 && fact('num-other-sentinels') === 2) break
  }
  client.destroy()
}
