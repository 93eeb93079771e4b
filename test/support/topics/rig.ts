/**
 * A real Aedes with the orchestrator in it, over TCP, on a clock that the test
 * moves. Once a test is over, the rig tells what was wrong with anything that
 * any connection was told.
 */
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import t from 'tap'
import type { Test } from 'tap'
import { type OrchestraOptions, type Store, createMemoryStore, orchestra } from '../../../broker/index.js'
import { systemClock } from '../../../broker/platform/clock.js'
import { systemSecrets } from '../../../broker/platform/secrets.js'
import type { OpenDatabase } from '../../../broker/store/level/database.js'
import { LevelStore } from '../../../broker/store/level/level-store.js'
import { RedisStore } from '../../../broker/store/redis/redis-store.js'
import type { Watcher } from '../../../broker/store/store.js'
import { listen } from '../ports.js'
import { type RedisServer, startRedis } from '../redis-server.js'
import { VirtualClock } from '../virtual-clock.js'
import { type Body, Facts } from './facts.js'
import { Talker, type TalkerOptions } from './talker.js'

export type { Body } from './facts.js'
export type { Talker } from './talker.js'

export const ROOT = 'orchestra/v1'
/** Of the account `root`, where there are accounts. */
export const ROOT_SECRET = 'the first of all secrets'

export interface RigOptions extends Omit<OrchestraOptions, 'store' | 'clock'> {
  /** Where a level store is kept; without it the store is in memory. */
  readonly directory?: string | undefined
  /** Instead of a directory: on a Redis of these tests' own. */
  readonly redis?: boolean
  /** Instead of the real one, for a directory. */
  readonly openDatabase?: OpenDatabase
  /** How many ended tasks the store keeps. */
  readonly endedMax?: number
  readonly wrapStore?: (store: Store) => Store
  /** What the owner of the broker did before. */
  readonly prepare?: (aedes: Aedes) => void
}

export interface Rig {
  readonly aedes: Aedes
  readonly port: number
  readonly clock: VirtualClock
  /** What the orchestrator logged, as `level message`. */
  readonly logged: { readonly level: string, readonly message: string, readonly details: Body }[]
  /** Sees everything below `state/` and `events/`. With accounts it is root. */
  readonly watcher: Talker
  /** A connection of this principal. */
  talker: (name: string, options?: TalkerOptions) => Promise<Talker>
  /** A connection that has said birth, which offers `work`. */
  device: (name: string, birth?: object, options?: TalkerOptions) => Promise<Talker>
  /** Cuts a connection, and resolves once the broker has noticed. */
  away: (talker: Talker) => Promise<void>
  /** Problems found so far; a test that provokes one empties it. */
  readonly facts: Facts
  /** Resolves once everything that was under way to the watcher has come. */
  settle: () => Promise<void>
  /** Closes the orchestrator; the broker goes on. */
  stop: () => Promise<void>
}

/** What scrypt costs is no part of what is told. */
const cheapSecrets = systemSecrets({ N: 16 })
/** A backoff without its jitter. */
const RANDOM = 0.5

export async function startRig (t: Test, { directory, openDatabase, redis = false, endedMax, wrapStore = store => store, prepare, ...options }: RigOptions = {}): Promise<Rig> {
  const clock = new VirtualClock()
  const aedes = await Aedes.createBroker()
  prepare?.(aedes)
  const kept = endedMax === undefined ? {} : { endedMax }
  const store = wrapStore(redis ? await redisStore(clock, kept) : directory === undefined ? createMemoryStore({ clock, ...kept }) : new LevelStore({ clock, directory, ...kept }, openDatabase))
  const { logged, log } = recorder()
  const { root = ROOT } = options
  const running = await orchestra(aedes, { random: () => RANDOM, log, secrets: cheapSecrets, ...options, root, store, clock })
  const hasAccounts = options.accounts === 'stored'
  if (hasAccounts) await running.makeRoot(ROOT_SECRET)
  const server = createServer(aedes.handle)
  const port = await listen(server)
  const facts = new Facts()

  async function talker (name: string, talkerOptions?: TalkerOptions): Promise<Talker> {
    const talker = await Talker.connect(port, root, name, facts, talkerOptions)
    talker.quiet = () => clock.settle()
    t.teardown(() => talker.leave())
    return talker
  }

  async function device (name: string, birth: object = {}, talkerOptions?: TalkerOptions): Promise<Talker> {
    const device = await talker(name, talkerOptions)
    await device.ask('birth', { session: 1, functions: ['work'], ...birth })
    return device
  }

  async function away (talker: Talker): Promise<void> {
    const gone = new Promise<void>(resolve => {
      aedes.on('clientDisconnect', client => { if (client.id === talker.client.options.clientId) resolve() })
    })
    await talker.leave()
    await gone
  }

  // Registered first, so that it runs last: tap takes them in reverse order.
  let stopped: Promise<void> | undefined
  async function stop (): Promise<void> {
    stopped ??= running.close()
    await stopped
  }

  t.teardown(async () => {
    await stop()
    await new Promise<void>(resolve => aedes.close(resolve))
    server.close()
  })
  const seer = hasAccounts ? 'root' : 'watcher'
  const watcher = await talker(seer, { ...hasAccounts && { password: ROOT_SECRET }, subscribe: [`to/${seer}/#`, 'state/#', 'events/#'] })
  const settle = async (): Promise<void> => {
    if (stopped === undefined) await watcher.rest()
  }
  return { aedes, port, clock, logged, watcher, talker, device, away, facts, settle, stop }
}

export type Start = (options?: RigOptions) => Promise<Rig>
type Scenario = (t: Test, start: Start) => Promise<void>

/** A test that ends with what is true of every test: nothing that was told broke the contract. */
function onStore (name: string, test: Scenario, storeOf: (t: Test) => RigOptions): void {
  t.test(name, async t => {
    const rigs: Rig[] = []
    const stored = storeOf(t)
    await test(t, async options => {
      const rig = await startRig(t, { ...stored, ...options })
      rigs.push(rig)
      return rig
    })
    for (const rig of rigs) await checkFacts(t, rig)
  })
}

/** The same test on a store that answers at once and on one that answers later. */
export function onMemory (name: string, test: Scenario): void {
  onStore(name, test, () => ({}))
  onStore(`${name} (redis)`, test, () => ({ redis: true }))
}

/** The same test on every store. */
export function onBothStores (name: string, test: Scenario): void {
  onMemory(name, test)
  onStore(`${name} (level)`, test, t => ({ directory: t.testdir() }))
}

let server: Promise<RedisServer> | undefined
let tags = 0

/** Judges by the test's clock, which waits for what Redis has not answered yet, and tells in its place when something may have expired. */
async function redisStore (clock: VirtualClock, kept: { endedMax?: number }): Promise<Store> {
  server ??= startRedis(t)
  const { url } = await server
  const time = { now: clock.now, adjust: async () => {} }
  const store = new RedisStore({ clock: systemClock(), url, tag: `t${tags++}`, expiryEvents: false, ...kept }, time)
  return new Proxy(store, {
    get (target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => {
        if (name === 'open') clock.onAdvance(() => (args[1] as Watcher).due())
        const answer: unknown = Reflect.apply(value, target, args)
        if (answer instanceof Promise) clock.awaits(answer)
        return answer
      }
    }
  })
}

async function checkFacts (t: Test, { facts, logged, settle }: Rig): Promise<void> {
  await settle()
  const failures = logged.filter(({ level }) => level === 'error')
  t.same(facts.problems, [], 'all that was told is as the contract says')
  t.same(failures.map(({ message, details }) => `${message}: ${String(details.err)}`), [], 'nothing failed inside')
}

function recorder (): Pick<Rig, 'logged'> & { log: NonNullable<OrchestraOptions['log']> } {
  const logged: Rig['logged'] = []
  const at = (level: string) => (details: object, message: string): void => { logged.push({ level, message, details: details as Body }) }
  return { logged, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } }
}
