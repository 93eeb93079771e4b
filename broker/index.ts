/**
 * The extension: `orchestra(aedes, options)` turns an Aedes broker into an
 * orchestrator. Call it before any listener is made from `aedes.handle`.
 * `attach(options)` runs the same orchestrator as a client of another broker.
 */
import type { Aedes } from 'aedes'
import type { ScoreWeights } from './core/solver/index.js'
import { type Shares, Rates, protect, type ProtectionOptions } from './hosts/aedes/guard/index.js'
import type { Bridge, Local } from './hosts/aedes/bridges.js'
import { AedesHost } from './hosts/aedes/host.js'
import type { Way } from './hosts/aedes/logins.js'
import type { Access } from './hosts/aedes/rights.js'
import type { BridgePrincipals } from './hosts/aedes/speakers.js'
import type { Traffic } from './hosts/aedes/traffic.js'
import { RemoteHost } from './hosts/remote/host.js'
import type { BrokerOptions } from './hosts/remote/reach.js'
import type { RetainedTasks } from './hosts/remote/mender.js'
import type { Lend } from './pipeline/account-book.js'
import { Orchestrator } from './pipeline/orchestrator.js'
import { type Clock, systemClock } from './platform/clock.js'
import { type Log, silentLog } from './platform/log.js'
import { type Random, systemRandom } from './platform/random.js'
import { type Secrets, systemSecrets } from './platform/secrets.js'
import { createMemoryStore } from './store/memory/index.js'
import type { Store } from './store/store.js'

export { createLevelStore } from './store/level/index.js'
export { createMemoryStore } from './store/memory/index.js'
export { type RedisStoreOptions, createRedisStore } from './store/redis/index.js'
export { systemClock } from './platform/clock.js'
export { systemRandom } from './platform/random.js'
export { StoreRefusing, StoreUnavailable, StoreUnusable } from './store/store.js'
export { type ScoreWeights, scoreNames } from './core/solver/index.js'
export type { Clock } from './platform/clock.js'
export type { Log } from './platform/log.js'
export type { Store } from './store/store.js'
export { Traffic } from './hosts/aedes/traffic.js'
export type { Credentials, Proof, Way } from './hosts/aedes/logins.js'
export type { Access } from './hosts/aedes/rights.js'
export type { Bridge, Local } from './hosts/aedes/bridges.js'
export type { BridgePrincipals } from './hosts/aedes/speakers.js'
export type { BrokerOptions } from './hosts/remote/reach.js'
export type { ProtectionOptions } from './hosts/aedes/guard/index.js'

export interface Quotas {
  readonly tasks?: number | undefined
  readonly connections?: number | undefined
  readonly subscriptions?: number | undefined
  /** Bytes of the blobs that one principal has uploaded. */
  readonly blobs?: number | undefined
}

export interface OrchestraOptions {
  /** Where our topics begin: at most one slash and 32 bytes. Default `orchestra/v1`. */
  readonly root?: string
  /** Where tasks and devices are kept. Default: in memory. It is opened here and closed by `close`. */
  readonly store?: Store
  /** Any logger with pino's methods. Default: silent. */
  readonly log?: Log
  /** Of one principal: open tasks; on this node, connections and, on each of them, subscriptions. Default: as many as there are. */
  readonly quotas?: Quotas
  /** How secrets are made and hashed. Default: from the system's chance, with scrypt. */
  readonly secrets?: Secrets
  /** Bytes of a command's payload. Default 131,072. */
  readonly payloadBytes?: number
  /** Bytes of a blob. Default 67,108,864. */
  readonly blobBytesMax?: number
  /** What counts how much where devices are chosen for deployments: `stays` 4, `near` 1, `spread` 6, `free` 1, `cpu` 0.5, `battery` 0.5, `shared` 1; 0 leaves it out. */
  readonly scoreWeights?: ScoreWeights
  /** How long a device has to answer an offer. Default 5,000 ms. */
  readonly offerMs?: number
  /** How long devices that were present before a restart have to come back. Default 8,000 ms. */
  readonly restartGraceMs?: number
  /** Limits in front of the broker; false where something else in front of it has them. */
  readonly protection?: (ProtectionOptions & { readonly shares?: Shares | undefined }) | false
  /**
   * `proved`: your `authenticate` proves user names: a client id then names no principal, and who has no user name is none.
   * `stored`: so does this, with the accounts that are kept in the store, and what each may do is theirs; `makeRoot` makes the first.
   * Default: none.
   */
  readonly accounts?: 'none' | 'proved' | 'stored'
  /** With `stored`: other ways to prove who one is than the secrets of the accounts. Default: none. */
  readonly ways?: readonly Way[]
  /** With `stored`: accounts that stand elsewhere, by name, each the same object as long as it is the same; those of the store come first. Default: none. */
  readonly lentAccounts?: Lend
  /** What a client may do below the root, in addition to the rights of its principal. Default: no more is asked. */
  readonly access?: Access
  /** Users whose connections are bridges of other brokers, and for whom each speaks. Default: none. */
  readonly bridgePrincipals?: readonly BridgePrincipals[]
  /** Counts packets, with the protection those that come. */
  readonly traffic?: Traffic
  readonly clock?: Clock
  readonly random?: Random
}

export interface Closable {
  /**
   * Writes what is applied and closes the store. From then on nothing below the
   * root is acknowledged any more: close the broker next. Devices that are
   * connected keep what they execute.
   */
  close: () => Promise<void>
}

export interface Orchestra extends Closable {
  /** Clients with a stored session that are away. */
  readonly sessionsAway: number
  /**
   * Makes the account `root` where there is none yet, with this secret or one that is made; `reset`: also where there is one.
   * @returns the secret that was made: nobody can ask for it again
   */
  makeRoot: (secret?: string, options?: { readonly reset?: boolean }) => Promise<string | undefined>
  /** Lets a bridge to another broker take part, until it leaves. `aedes-orchestra/bridge` makes them. */
  join: (bridge: Bridge) => Local
  leave: (bridge: Bridge) => void
}

const PAYLOAD_BYTES = 128 * 1024
const BLOB_BYTES_MAX = 64 * 1024 * 1024
/** Room around `args` or `result` in the largest message that carries them. */
const ENVELOPE_BYTES = 8 * 1024
const OFFER_MS = 5_000
const RESTART_GRACE_MS = 8_000

/** @throws StoreUnusable where the store can't be opened; RangeError for a root that can't cross a bridge. */
export async function orchestra (aedes: Aedes, options: OrchestraOptions = {}): Promise<Orchestra> {
  const { orchestrator, secrets, store, root, clock, log } = prepare(options)
  const { protection = {}, accounts = 'none', ways, lentAccounts, access, bridgePrincipals, traffic } = options
  if (lentAccounts !== undefined) orchestrator.accounts?.lend(lentAccounts)
  const rates = protection === false || protection.shares === undefined ? undefined : new Rates(protection.shares, () => clock.now())
  const host = new AedesHost(aedes, orchestrator, { root, accounts: accounts !== 'none', secrets, ways, rates, quotas: options.quotas, access, bridgePrincipals, traffic, clock, log, bus: store.bus })
  await orchestrator.start(host)
  await host.load()
  host.attach()
  const unprotect = protection === false ? undefined : protect(aedes, { ...protection, rates, ...traffic && { received: traffic.received } })
  return {
    get sessionsAway () { return host.sessionsAway },
    makeRoot: (secret, how) => orchestrator.makeRoot(secret, how),
    join: bridge => host.join(bridge),
    leave: bridge => host.leave(bridge),
    async close () {
      unprotect?.()
      host.close()
      await orchestrator.stop()
    }
  }
}

export interface AttachOptions extends Omit<OrchestraOptions, 'protection' | 'accounts' | 'ways' | 'lentAccounts' | 'access' | 'bridgePrincipals' | 'traffic'> {
  /** Where the broker is, and as whom to connect. */
  readonly broker: BrokerOptions
  /** What this orchestrator is called: its client ids begin so. On Redis it must be the name of the store's node. The same after a restart, or what came meanwhile is not found. */
  readonly name: string
  /** Connections that take commands. Default 1; more share a subscription (`$share/…`), which the broker must know. */
  readonly intakes?: number
  /** Of which tasks the state is retained there until it is removed. Default: of ended ones. */
  readonly retained?: RetainedTasks
}

export interface Attached extends Closable {
  /** Resolves once commands are taken; that waits for the broker, for as long as it takes. */
  readonly ready: Promise<void>
}

/**
 * Beside a foreign broker, as its client. Several on one Redis must be at the same broker, which must know `$share/…`.
 * Resolves once the store is open.
 * @throws StoreUnusable where the store can't be opened; RangeError for a root that can't cross a bridge, or another name than the store's.
 */
export async function attach ({ broker, name, intakes = 1, retained = 'ended', ...options }: AttachOptions): Promise<Attached> {
  const { orchestrator, store, root, clock, random, log } = prepare(options)
  const node = store.bus?.node ?? name
  // The heir of a node finds its sessions at the broker by its name.
  if (node !== name) throw new RangeError(`the name ${JSON.stringify(name)} must be that of the store's node, ${JSON.stringify(node)}`)
  const host = new RemoteHost(orchestrator, { broker, root, name, intakes, retained, isShared: store.bus !== undefined, now: () => store.now(), clock, random, log })
  await orchestrator.start(host)
  return {
    ready: host.open(),
    async close () {
      await host.close()
      await orchestrator.stop()
    }
  }
}

function prepare (options: OrchestraOptions) {
  const { root = 'orchestra/v1', clock = systemClock(), random = systemRandom(), log = silentLog } = options
  const { store = createMemoryStore({ clock }), payloadBytes = PAYLOAD_BYTES, blobBytesMax = BLOB_BYTES_MAX, offerMs = OFFER_MS, restartGraceMs = RESTART_GRACE_MS } = options
  checkRoot(root)
  const limits = { openTasksMax: options.quotas?.tasks, blobsMax: options.quotas?.blobs, scoreWeights: options.scoreWeights ?? {}, payloadBytes, valueBytes: payloadBytes - ENVELOPE_BYTES, blobBytesMax, offerMs, root, rootBytes: Buffer.byteLength(root) + 1 }
  const { secrets = systemSecrets() } = options
  return { orchestrator: new Orchestrator({ store, clock, random, log, limits, restartGraceMs, secrets, accounts: options.accounts === 'stored' }), secrets, store, root, clock, random, log }
}

const ROOT_BYTES_MAX = 32

function checkRoot (root: string): void {
  const levels = root.split('/')
  const isPlain = levels.every(level => /^[A-Za-z0-9][A-Za-z0-9_.:-]*$/.test(level))
  if (isPlain && levels.length <= 2 && Buffer.byteLength(root) <= ROOT_BYTES_MAX) return
  throw new RangeError(`the root ${JSON.stringify(root)} must be one or two levels of the characters A-Z a-z 0-9 _ . : -, at most ${ROOT_BYTES_MAX} bytes in all`)
}
