/**
 * What the store does on one connection: reads, and changes in groups. It ends
 * with the connection, and with it everything that this process remembered.
 */
import { ErrorReply } from 'redis'
import { type Change, type IndexesOf, type Patch, type StoredRecord, applyPatch } from '../../core/records.js'
import type { Clock } from '../../platform/clock.js'
import { checkChange } from '../in-process/check.js'
import { sliceOf } from '../in-process/rates.js'
import { type Claim, type Due, type GroupLimit, type Kinds, type Page, type PageRequest, StoreDamaged, StoreRefusing } from '../store.js'
import type { Connection } from './connection.js'
import { type Damages, damageOf } from './damage.js'
import { Groups } from './groups.js'
import { type Keys, decodeName, encodeName } from './keys.js'
import { Packer } from './pack.js'
import { Recent } from './recent.js'
import { script } from './script.js'
import { claim } from './scripts/claim.js'
import { commit } from './scripts/commit.js'
import { due, held, page, touch } from './scripts/read.js'

const scripts = { commit: script(commit), claim: script(claim), held: script(held), page: script(page), due: script(due), touch: script(touch) }

/** How much one page may look at: a filter that nothing passes must not hold up everyone else. */
const EXAMINED_MAX = 10_000
/** Read at once: Redis serves nobody else meanwhile. */
const PAGE_READ = 250
/** Longer than any lease: such deadlines have no key, the sweep finds them. */
const LEASE_MAX_MS = 30 * 24 * 60 * 60_000
const NONE = '-'

export interface SessionOptions {
  readonly clock: Clock
  readonly keys: Keys
  readonly kinds: Kinds
  readonly endedMax: number
  readonly now: () => number
  readonly wait: ReplicaWait | undefined
  readonly damages: Damages
}

/** Nothing is told before so many replicas have it. */
export interface ReplicaWait {
  readonly replicas: number
  readonly timeoutMs: number
}

export class Session {
  readonly recent = new Recent()
  readonly #connection: Connection
  readonly #options: SessionOptions
  readonly #writes: Groups<Write, unknown>
  /** Those that no call under way needs. */
  readonly #packers: Packer[] = []
  /** How many groups were written, and how many of them enough replicas have. */
  #written = 0
  #safe = 0
  #waiting: { readonly written: number, readonly done: Promise<void> } | undefined
  #waitingNext: Promise<void> | undefined
  #refusal: StoreRefusing | undefined

  constructor (connection: Connection, options: SessionOptions) {
    this.#connection = connection
    this.#options = options
    // A claim may have found what a commit of the same group released: that is told first.
    this.#writes = new Groups(options.clock, writes => this.#write(writes), ({ name }) => name === 'claim')
  }

  async get (kind: string, id: string): Promise<StoredRecord | undefined> {
    this.#indexesOf(kind)
    const text = await this.#call<string | null>('HGET', this.#options.keys.record(kind, id), 'r')
    if (text === null) {
      this.recent.forget(kind, id)
      return undefined
    }
    const record = parseRecord(text)
    this.recent.saw(kind, record)
    return record
  }

  async part (kind: string, id: string, name: string): Promise<string | undefined> {
    const known = this.recent.part(kind, id, name)
    if (known !== undefined) return known
    return await this.#call<string | null>('HGET', this.#options.keys.record(kind, id), `p:${name}`) ?? undefined
  }

  async held (kind: string, holder: string): Promise<readonly StoredRecord[]> {
    const texts = await this.#evaluate<Found[]>('held', [kind, encodeName(holder)])
    return texts.flatMap(text => this.#parsed(text) ?? [])
  }

  async lanes (kind: string): Promise<readonly string[]> {
    const lanes = await this.#call<Iterable<string>>('SMEMBERS', this.#options.keys.lanes(kind))
    return Array.from(lanes, decodeName)
  }

  async depth (kind: string, lane: string): Promise<number> {
    return await this.#call<number>('ZCARD', this.#options.keys.lane(kind, lane))
  }

  async first (kind: string, lane: string, rankMin?: number): Promise<string | undefined> {
    const [name] = await this.#call<string[]>('ZRANGEBYSCORE', this.#options.keys.lane(kind, lane), String(rankMin ?? '-inf'), '+inf', 'LIMIT', '0', '1')
    return name === undefined ? undefined : decodeName(name)
  }

  async grouped (kind: string, group: string): Promise<number> {
    return await this.#call<number>('SCARD', this.#options.keys.group(kind, group))
  }

  async page (kind: string, { match, limit, cursor }: PageRequest): Promise<Page> {
    const records: StoredRecord[] = []
    let last = cursor
    for (let examined = 0; examined < EXAMINED_MAX;) {
      const some = Math.min(PAGE_READ, EXAMINED_MAX - examined)
      const found = await this.#evaluate<Found[]>('page', [kind, last === undefined ? '-' : `(${last}`, String(some)])
      for (let n = 0; n < found.length; n += 2) {
        if (records.length === limit) return { records, cursor: last as string }
        examined++
        last = found[n] as string
        const record = this.#parsed(found[n + 1] ?? null)
        if (record !== undefined && match(record)) records.push(record)
      }
      if (found.length < 2 * some) return { records }
    }
    return { records, ...last !== undefined && { cursor: last } }
  }

  async due (limit: number): Promise<readonly Due[]> {
    const { keys, damages, endedMax } = this.#options
    const now = this.#options.now()
    const found = await this.#evaluate<string[]>('due', [String(now), String(limit), String(endedMax)])
    const candidates: { kind: string, id: string, deadline: number }[] = []
    for (let n = 0; n < found.length; n += 2) {
      const [name, deadline] = [found[n] as string, scoreOf(found[n + 1] as string)]
      const colon = name.indexOf(':')
      const [kind, id] = [name.slice(0, colon), decodeName(name.slice(colon + 1))]
      // What is known to be damaged is not in the way of the others.
      if (!damages.wasTold(keys.record(kind, id))) candidates.push({ kind, id, deadline })
    }
    candidates.sort((a, b) => a.deadline - b.deadline)
    return candidates.slice(0, limit).map(({ kind, id, deadline }) => ({ kind, id, cause: deadline <= now ? 'deadline' : 'surplus' }))
  }

  commit (change: Change): Promise<'applied' | 'conflict'> {
    checkChange(change)
    return this.#writes.add({ name: 'commit', args: this.#changeArgs(change) }).then(outcome => {
      if (outcome === 1) this.recent.wrote(change)
      else this.recent.forget(change.kind, change.id)
      if (outcome instanceof ErrorReply) throw this.#told(outcome)
      return outcome === 1 ? 'applied' : 'conflict'
    })
  }

  claim (claim: Claim): Promise<readonly StoredRecord[]> {
    return this.#writes.add({ name: 'claim', args: this.#claimArgs(claim) }).then(reply => this.#claimed(claim, reply as ClaimReply | ErrorReply))
  }

  #claimed ({ kind, patch }: Claim, reply: ClaimReply | ErrorReply): readonly StoredRecord[] {
    if (reply instanceof ErrorReply) throw this.#told(reply)
    const records: StoredRecord[] = []
    for (let n = 0; n < reply.length; n += 4) {
      if (reply[n] instanceof ErrorReply) return this.#passedOver(reply.slice(n), records)
      const [id, version, text, args] = reply.slice(n, n + 4) as [string, string, string, string | null]
      const known = this.recent.get(kind, decodeName(id))
      const before = known !== undefined && known.v === Number(version) ? known : parseRecord(text)
      const record = applyPatch(before, patch)
      this.recent.claimed(kind, record, args)
      records.push(record)
    }
    return records
  }

  /** What a claim did without goes to the log. */
  #passedOver<T> (problems: ClaimReply, records: T): T {
    for (const problem of problems) if (problem instanceof ErrorReply) this.#told(problem)
    return records
  }

  async touch (kind: string, id: string, deadline: number, v: number | undefined): Promise<void> {
    const written = await this.#evaluate('touch', [kind, encodeName(id), String(deadline), this.#lease(deadline), v === undefined ? '' : String(v)])
    // A full Redis takes none of these, whereas some commits and claims only move what is there. Each node touches its record every second.
    if (written === 1) this.#refusal = undefined
  }

  refusal (): StoreRefusing | undefined {
    return this.#refusal
  }

  /** Resolves once nothing is under way. */
  async idle (): Promise<void> {
    await this.#writes.idle()
  }

  /** Undefined where no replica has to have it, or enough of them do. */
  flushed (): Promise<void> | undefined {
    const { wait } = this.#options
    if (wait === undefined || this.#safe === this.#written) return undefined
    if (this.#waiting === undefined) return this.#await(wait)
    if (this.#waiting.written === this.#written) return this.#waiting.done
    // What is under way was sent before the write in question. One more is for all that came since.
    this.#waitingNext ??= this.#waiting.done.catch(() => {}).then(() => {
      this.#waitingNext = undefined
      return this.#await(wait)
    })
    return this.#waitingNext
  }

  #await (wait: ReplicaWait): Promise<void> {
    const written = this.#written
    const done = this.#reached(wait).then(() => { this.#safe = written }).finally(() => { this.#waiting = undefined })
    this.#waiting = { written, done }
    return done
  }

  async #reached ({ replicas, timeoutMs }: ReplicaWait): Promise<void> {
    const reached = await this.#call<number>('WAIT', String(replicas), String(timeoutMs))
    if (reached < replicas) throw new StoreRefusing(`only ${reached} of ${replicas} replicas had it within ${timeoutMs} ms`)
  }

  /** Commits first: a claim that was asked for because of one finds it done. Both calls are sent at once. */
  async #write (writes: readonly Write[]): Promise<readonly unknown[]> {
    const args: { [N in Write['name']]: string[] } = { commit: [], claim: [] }
    for (const write of writes) args[write.name].push(...write.args)
    const [commits, claims] = await Promise.all([this.#ask('commit', args.commit), this.#ask('claim', args.claim)])
    this.#written++
    const next = { commit: commits.values(), claim: claims.values() }
    return writes.map(({ name }) => next[name].next().value as unknown)
  }

  async #ask (name: Write['name'], args: readonly string[]): Promise<readonly unknown[]> {
    if (args.length === 0) return []
    const packer = this.#packers.pop() ?? new Packer()
    try {
      return await this.#evaluate<unknown[]>(name, [packer.pack(args)])
    } finally {
      this.#packers.push(packer)
    }
  }

  async #evaluate<T> (name: keyof typeof scripts, args: readonly (string | Buffer)[]): Promise<T> {
    try {
      return await this.#connection.evaluate<T>(scripts[name], this.#options.keys.prefix, args)
    } catch (error) {
      throw this.#told(error)
    }
  }

  async #call<T> (...args: readonly string[]): Promise<T> {
    try {
      return await this.#connection.call<T>(args)
    } catch (error) {
      throw this.#told(error)
    }
  }

  /** What went wrong, once whoever has to know does. */
  #told (error: unknown): unknown {
    const known = error instanceof ErrorReply ? damageOf(error) ?? error : error
    if (known instanceof StoreDamaged) this.#options.damages.tell(known)
    if (known instanceof StoreRefusing) this.#refusal = known
    return known
  }

  /** Undefined for what is not there, or is no record. */
  #parsed (text: Found): StoredRecord | undefined {
    if (text instanceof ErrorReply) this.#told(text)
    else if (text !== null) return parseRecord(text)
    return undefined
  }

  #changeArgs ({ kind, id, expect, record, parts = {} }: Change): string[] {
    const name = encodeName(id)
    if (record === null) return [kind, name, String(expect), '0', '', 'o', NONE, '', NONE, NONE, '', '', '0', '0']
    const { lane, rank = 0, addends = {}, holder, group, deadline, ended } = this.#indexesOf(kind)(record)
    const at = deadline === undefined || deadline === Infinity ? '' : String(deadline)
    const isOpen = ended !== true
    const sets = lane === undefined ? [] : Object.entries(addends).flatMap(([field, value]) => [`n:${field}`, String(value)])
    const removals: string[] = []
    for (const part in parts) {
      const text = parts[part] ?? null
      if (text === null) removals.push(`p:${part}`)
      else sets.push(`p:${part}`, text)
    }
    return [
      kind, name, String(expect), String(record.v), JSON.stringify(record), isOpen ? 'o' : 'e',
      isOpen && lane !== undefined ? `+${encodeName(lane)}` : NONE, String(rank),
      isOpen && holder !== undefined ? `+${encodeName(holder)}` : NONE,
      group === undefined ? NONE : `+${encodeName(group)}`,
      at, isOpen && lane === undefined && deadline !== undefined ? this.#lease(deadline) : '',
      String(sets.length / 2), String(removals.length), ...sets, ...removals
    ]
  }

  #claimArgs ({ kind, lanes, max, within, limits = [], patch }: Claim): string[] {
    const { holder } = this.#indexesOf(kind)({ id: '', v: 1, ...patch.set })
    const { at, plus } = patch.deadline
    return [
      kind, String(max), within === undefined ? '' : String(within.max), holder === undefined ? NONE : `+${encodeName(holder)}`,
      JSON.stringify(patch), String(at), plus ?? '', String(plus === undefined ? 0 : patch.add[plus] ?? 0), String(this.#options.now()),
      String(lanes.length), ...lanes.map(encodeName), String(limits.length), ...limits.flatMap(limitArgs)
    ]
  }

  /** How long its key lives, in ms. */
  #lease (deadline: number): string {
    const ms = Math.max(Math.ceil(deadline - this.#options.now()), 1)
    return ms > LEASE_MAX_MS ? '' : String(ms)
  }

  #indexesOf (kind: string): IndexesOf {
    const indexesOf = this.#options.kinds[kind]
    if (indexesOf === undefined) throw new Error(`the store was not opened with the kind ${kind}`)
    return indexesOf
  }
}

function limitArgs ({ group, held, rate, lanes }: GroupLimit): string[] {
  return [encodeName(group), String(held ?? ''), String(rate?.max ?? ''), String(rate === undefined ? '' : sliceOf(rate.perMs)), String(lanes.length), ...lanes.map(encodeName)]
}

function scoreOf (text: string): number {
  return text === 'inf' ? Infinity : Number(text)
}

/** Made into arguments at once: what is sent is what was decided. */
interface Write {
  readonly name: 'commit' | 'claim'
  readonly args: readonly string[]
}

type Found = string | null | ErrorReply
/** Id, version before, `r` before, args; and again. Then what was passed over. */
type ClaimReply = readonly Found[]

function parseRecord (text: string): StoredRecord {
  const [json = '', patch] = text.split('\n')
  const record = JSON.parse(json) as StoredRecord
  return patch === undefined ? record : applyPatch(record, JSON.parse(patch) as Patch)
}
