/**
 * One server under load, in a process of its own, so that its CPU time is the
 * server's alone: `stock` is Aedes as it comes, the others are what
 * `orchestra serve` starts on that store. Collects garbage when asked.
 */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { Aedes } from 'aedes'
import { startServer } from '../../broker/cli/server.js'
import { orchestra } from '../../broker/index.js'
import { systemClock } from '../../broker/platform/clock.js'
import { silentLog } from '../../broker/platform/log.js'
import { createRedisStore } from '../../broker/store/redis/index.js'

export type StoreKind = 'memory' | 'level' | 'redis'
export type ServerKind = 'stock' | StoreKind

/** So few that ended tasks are being removed all the time, as in a server that runs for long. */
const ENDED_MAX = 5_000
/** More than the most that are connected. */
const CONNECTIONS_MAX = 20_000

async function startStock (): Promise<number> {
  return listen(await Aedes.createBroker())
}

async function startWithRedis (url: string): Promise<number> {
  const aedes = await Aedes.createBroker()
  const store = createRedisStore({ url, clock: systemClock(), endedMax: ENDED_MAX })
  await orchestra(aedes, { store, protection: { maxConnections: CONNECTIONS_MAX } })
  return listen(aedes)
}

async function listen (aedes: Aedes): Promise<number> {
  const server = createServer({ noDelay: true }, aedes.handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function startOrchestra (kind: StoreKind, place: string): Promise<number> {
  if (kind === 'redis') return startWithRedis(place)
  const store = kind === 'level' ? { data: place } : { memory: true }
  const server = await startServer({ ...store, port: 0, httpPort: 0, maxEnded: ENDED_MAX, maxConnections: CONNECTIONS_MAX }, silentLog)
  return server.mqttPort
}

const [kind = 'stock', place = ''] = process.argv.slice(2) as [ServerKind?, string?]
const port = kind === 'stock' ? await startStock() : await startOrchestra(kind, place)
process.on('message', () => {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.()
  process.send?.({ settled: true })
})
process.on('disconnect', () => process.exit())
process.send?.({ port })
