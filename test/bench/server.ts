/**
 * One server under load, in a process of its own, so that its CPU time is the
 * server's alone: `stock` is Aedes as it comes, `attached` the orchestrator
 * beside a broker, `plain` and `accounts` it in an Aedes of one's own, without and with accounts, the others are what `orchestra serve` starts on that store.
 * Collects garbage when asked.
 */
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import { attach, createMemoryStore, orchestra, systemClock } from '../../broker/index.js'
import { startServer } from '../../broker/cli/server.js'
import { silentLog } from '../../broker/platform/log.js'
import { listen } from '../support/ports.js'

export type StoreKind = 'memory' | 'level' | 'redis'
export type ServerKind = 'stock' | 'attached' | 'plain' | 'accounts' | StoreKind

/** So few that ended tasks are being removed all the time, as in a server that runs for long. */
const ENDED_MAX = 5_000
/** More than the most that are connected. */
const CONNECTIONS_MAX = 20_000

async function startStock (): Promise<number> {
  const { handle } = await Aedes.createBroker()
  return await listen(createServer(handle))
}

async function startOrchestra (kind: StoreKind, place: string): Promise<number> {
  const settings = { ...storeSettings(kind, place), port: 0, httpPort: 0, maxEnded: ENDED_MAX, maxConnections: CONNECTIONS_MAX }
  const { mqttPort } = await startServer(settings, silentLog)
  return mqttPort
}

const DEVICE = { kind: 'device' } as const
const APP = { kind: 'user', roles: ['submitter'] } as const

/** Who is who is taken at their word: what it costs to find that out is another matter than what each packet is then asked. */
async function startEmbedded (hasAccounts: boolean): Promise<number> {
  const aedes = await Aedes.createBroker()
  await orchestra(aedes, {
    store: createMemoryStore({ clock: systemClock(), endedMax: ENDED_MAX }),
    ...hasAccounts && {
      accounts: 'stored',
      ways: [{ prove: () => Promise.resolve({ isGood: () => true }) }],
      lentAccounts: name => !name.includes('-app-') ? DEVICE : APP
    }
  })
  return await listen(createServer({ noDelay: true }, aedes.handle))
}

/** @param url of the broker */
async function startAttached (url: string): Promise<number> {
  const attached = await attach({ broker: { urls: [url] }, name: 'site', store: createMemoryStore({ clock: systemClock(), endedMax: ENDED_MAX }) })
  await attached.ready
  return Number(new URL(url).port)
}

async function start (kind: ServerKind, place: string): Promise<number> {
  switch (kind) {
    case 'stock': return await startStock()
    case 'plain': return await startEmbedded(false)
    case 'accounts': return await startEmbedded(true)
    case 'attached': return await startAttached(place)
    default: return await startOrchestra(kind, place)
  }
}

function storeSettings (kind: StoreKind, place: string): Parameters<typeof startServer>[0] {
  switch (kind) {
    case 'memory': return { memory: true }
    case 'level': return { data: place }
    case 'redis': return { redis: place, node: `node-${process.pid}` }
  }
}

const [kind = 'stock', place = ''] = process.argv.slice(2) as [ServerKind?, string?]
const port = await start(kind, place)
process.on('message', () => {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.()
  process.send?.({ settled: true })
})
process.on('disconnect', () => process.exit())
process.send?.({ port })
