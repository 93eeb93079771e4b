/**
 * A broker and an orchestrator of its own for each script, in this process, on
 * a clock that the script moves. The store is in memory; for a script that
 * restarts the orchestrator it is the embedded one, in a temporary folder.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, type Server, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Aedes } from 'aedes'
import { type Orchestra, type Store, createLevelStore, createMemoryStore, orchestra } from '../../index.js'
import { systemSecrets } from '../../platform/secrets.js'
import type { Script } from '../script.js'
import { VirtualClock } from '../virtual-clock.js'
import { StoreGate } from './store-gate.js'
import type { Stage, Target } from './target.js'

const ROOT = 'orchestra/v1'
/** A backoff without its jitter. */
const CHANCE = 0.5
/** Of whom a script with accounts knows the secret; its broker is reached by nobody else. */
const LOGIN = { username: 'root', password: 'the first of all secrets' }

export function inProcess (): Target {
  let runs = 0
  return {
    gives: new Set(['virtual-clock', 'restart', 'store', 'direct', 'own-broker', 'accounts']),
    open: async script => await openStage(script, `r${++runs}`),
    async close () {}
  }
}

interface Running {
  readonly aedes: Aedes
  readonly orchestrator: Orchestra
}

async function openStage (script: Script, run: string): Promise<Stage> {
  const clock = new VirtualClock()
  const directory = script.needs.includes('restart') ? await mkdtemp(join(tmpdir(), 'orchestra-script-')) : undefined
  const gate = new StoreGate()
  const createStore = (): Store => gate.before(directory === undefined ? createMemoryStore({ clock }) : awaited(createLevelStore({ clock, directory }), clock))
  const hasAccounts = script.needs.includes('accounts')
  let running = await start(createStore(), clock, hasAccounts)
  const server = createServer({ noDelay: true }, socket => { running.aedes.handle(socket) })
  const port = await listen(server)
  return {
    run,
    root: ROOT,
    now: clock.now,
    login: hasAccounts ? LOGIN : undefined,
    clock,
    connections: () => running.aedes.connectedClients,
    async connect () {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      await once(socket, 'connect')
      return socket
    },
    async restart () {
      // Not in Aedes' types; it outlives the broker, as stored sessions outlive a process.
      const { persistence } = running.aedes as unknown as { readonly persistence: object }
      await stop(running)
      running = await start(createStore(), clock, hasAccounts, persistence)
    },
    store: async state => gate.set(state),
    async close () {
      server.close()
      gate.set('back')
      await stop(running)
      if (directory !== undefined) await rm(directory, { recursive: true, force: true })
    }
  }
}

async function start (store: Store, clock: VirtualClock, hasAccounts: boolean, persistence?: object): Promise<Running> {
  const aedes = await Aedes.createBroker({ ...persistence !== undefined && { persistence } })
  const orchestrator = await orchestra(aedes, { store, clock, random: () => CHANCE, accounts: hasAccounts ? 'stored' : 'none', secrets: awaited(systemSecrets(), clock) })
  if (hasAccounts) await orchestrator.makeRoot(LOGIN.password)
  return { aedes, orchestrator }
}

async function stop ({ aedes, orchestrator }: Running): Promise<void> {
  await orchestrator.close()
  await new Promise<void>(resolve => { aedes.close(resolve) })
}

async function listen (server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** The clock stands still until it has answered. */
function awaited<T extends object> (inner: T, clock: VirtualClock): T {
  return new Proxy(inner, {
    get (target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, args)
        if (answer instanceof Promise) clock.awaits(answer)
        return answer
      }
    }
  })
}
