/**
 * One server under load, in a process of its own, so that its CPU time is the
 * server's alone: `stock` is Aedes as it comes, `memory` and `level` are Aedes
 * with the orchestrator on that store. Answers its parent's questions about
 * CPU time and memory, and ends with it.
 */
import { type AddressInfo, createServer } from 'node:net'
import { Aedes } from 'aedes'
import { orchestra } from '../../broker/index.js'
import { systemClock } from '../../broker/platform/clock.js'
import { createLevelStore } from '../../broker/store/level/index.js'
import { createMemoryStore } from '../../broker/store/memory/index.js'
import type { Store } from '../../broker/store/store.js'

export type ServerKind = 'stock' | 'memory' | 'level'

export interface Usage {
  /** User and system time of all its threads, in µs. */
  readonly cpuMicros: number
  /** After a garbage collection. */
  readonly residentBytes: number
}

/** So few that ended tasks are being removed all the time, as in a server that runs for long. */
const ENDED_MAX = 5_000

function storeOf (kind: ServerKind, directory: string): Store {
  const options = { clock: systemClock(), endedMax: ENDED_MAX }
  return kind === 'level' ? createLevelStore({ ...options, directory }) : createMemoryStore(options)
}

function usage (collect: boolean): Usage {
  if (collect) for (let pass = 0; pass < 3; pass++) globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  return { cpuMicros: user + system, residentBytes: process.memoryUsage.rss() }
}

const [kind = 'stock', directory = ''] = process.argv.slice(2) as [ServerKind?, string?]
const aedes = await Aedes.createBroker()
if (kind !== 'stock') await orchestra(aedes, { store: storeOf(kind, directory) })
const server = createServer(aedes.handle)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', question => process.send?.(usage(question === 'settled')))
process.on('disconnect', () => process.exit())
