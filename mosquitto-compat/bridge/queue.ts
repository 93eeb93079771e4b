/**
 * What waits to cross, oldest first, on disk where there is a folder. Bounded:
 * where there is no room, what matters least goes first, and what somebody was
 * promised never does. What is under way stays until it is acknowledged. It
 * knows nothing of connections.
 */
import { type Database, asUnusable } from '../../broker/store/level/database.js'

/** As it goes to the other broker. */
export interface Message {
  readonly topic: string
  readonly payload: Buffer
  readonly qos: 0 | 1
  readonly retain: boolean
}

/**
 * What goes first where there is no room: `loose` (QoS 0, events), then `fact`
 * (a state, of which the last one counts), never `kept`, nor a `removal` of a
 * state: nobody would say that again, so it has as much room again.
 */
export type Worth = 'loose' | 'fact' | 'kept' | 'removal'
const worths: readonly unknown[] = ['loose', 'fact', 'kept', 'removal'] satisfies Worth[]

/** There is no room, and nothing that may go. */
export class QueueFull extends Error {
  override name = 'QueueFull'
}

export interface Bounds { readonly messages: number, readonly bytes: number }

interface Entry {
  readonly n: number
  readonly worth: Worth
  readonly topic: string
  readonly bytes: number
  /** May have reached the other broker already. */
  sent: boolean
  /** Absent: it is on disk alone. */
  message?: Message
}

export interface Waiting { readonly n: number, readonly message: Message, readonly sent: boolean }

/** Of messages that are kept in memory besides. */
const HOT_BYTES = 4 * 2 ** 20
/** What an entry costs beside its topic and payload. */
const ENTRY_BYTES = 64

const KEYS = { gte: 'q/', lt: 'q0' }
const SENT = 'sent'
const BEGUN = 'begun'
/** What can't be read is kept below this, for people. */
const SPOILED = 'spoiled/'
const NONE: readonly Waiting[] = []

type Operation = { readonly type: 'put', readonly key: string, readonly value: string } | { readonly type: 'del', readonly key: string }

export class Queue {
  /** Cleared away for lack of room, since the start. */
  dropped = 0
  /** A state was among them: it has to be told anew. */
  hasMissed = false
  /** Not taken, here or by the other broker. */
  refused = 0
  #bytes = 0
  #hotBytes = 0
  #last = 0
  /** In their order, which is the order of the numbers. */
  readonly #waiting = new Map<number, Entry>()
  readonly #underWay = new Map<number, Entry>()
  readonly #loose = new Map<number, Entry>()
  /** By topic, the one that waits. */
  readonly #facts = new Map<string, Entry>()
  #operations: Operation[] = []
  #isSynced = false
  #writing: Promise<void> | undefined
  /** The one that collects. */
  #next: Promise<void> | undefined

  /**
   * @param database absent: in memory
   * @param tellSpoiled of a record that can't be read, under which key it is set aside
   */
  constructor (private readonly bounds: Bounds, private readonly database?: Database, private readonly tellSpoiled: (key: string) => void = () => {}) {}

  /** What waited when the process ended. @throws StoreUnusable */
  async load (): Promise<void> {
    if (this.database === undefined) return
    try {
      await this.#load(this.database)
    } catch (error) {
      throw asUnusable(this.database.location, error)
    }
  }

  async #load (database: Database): Promise<void> {
    const sent = Number(await database.get(SENT) ?? 0)
    for await (const [key, value] of database.iterator(KEYS)) {
      const n = Number(key.slice(2))
      const record = decode(value)
      if (record === undefined) {
        this.#setAside(key, value)
        continue
      }
      const { worth, ...message } = record
      this.#list({ n, worth, topic: message.topic, bytes: bytesOf(message), sent: n <= sent }, message)
    }
  }

  /** The others cross. */
  #setAside (key: string, value: string): void {
    this.missed('kept')
    this.tellSpoiled(SPOILED + key)
    for (const operation of [{ type: 'put', key: SPOILED + key, value }, { type: 'del', key }] as const) this.#write(operation, false).catch(() => {})
  }

  get messages (): number {
    return this.#waiting.size + this.#underWay.size
  }

  get underWay (): number {
    return this.#underWay.size
  }

  isUnderWay (n: number): boolean {
    return this.#underWay.has(n)
  }

  get bytes (): number {
    return this.#bytes
  }

  /** One that is not here any more, or never was; what is kept was not taken from who said it. */
  missed (worth: Worth): void {
    if (worth === 'loose' || worth === 'fact') this.dropped++
    else this.refused++
    this.hasMissed ||= worth === 'fact'
  }

  /** For which filters what was retained at the beginning is on its way. */
  async begun (): Promise<string | undefined> {
    return await this.database?.get(BEGUN)
  }

  async setBegun (filters: string): Promise<void> {
    await this.database?.put(BEGUN, filters)
  }

  /** Resolves once it is written. @throws QueueFull */
  add (message: Message, worth: Worth): Promise<void> {
    const former = this.#facts.get(message.topic)
    const bytes = bytesOf(message)
    this.#makeRoom(bytes, former, worth === 'removal' ? 2 : 1)
    // Who reads a state wants the last one.
    if (former !== undefined) this.#remove(former)
    const entry: Entry = { n: this.#last + 1, worth, topic: message.topic, bytes, sent: false }
    this.#list(entry, message)
    return this.#write({ type: 'put', key: keyOf(entry.n), value: encode(message, worth) }, message.qos > 0).catch((error: unknown) => {
      // Refused, so that it comes again: it takes no room. What is under way ends by itself.
      if (this.#waiting.has(entry.n)) this.#remove(entry)
      throw error
    })
  }

  /** The next ones, which are under way from now on. */
  async take (count: number): Promise<readonly Waiting[]> {
    const entries = [...take(this.#waiting.values(), count)]
    const last = entries.at(-1)
    if (last === undefined) return NONE
    for (const entry of entries) {
      this.#unlist(entry)
      this.#underWay.set(entry.n, entry)
    }
    const read = await this.#read(entries)
    // Of what could not be written nothing is there to send.
    const found = new Set(read.map(({ n }) => n))
    for (const { n } of entries) if (!found.has(n)) this.done(n)
    if (entries.some(({ sent }) => !sent)) await this.#write({ type: 'put', key: SENT, value: String(last.n) }, false)
    return read
  }

  /** It is over with it: acknowledged, or sent where that is all. */
  done (n: number): void {
    const entry = this.#underWay.get(n)
    if (entry === undefined) return
    this.#underWay.delete(n)
    this.#forget(entry)
  }

  /** The connection is gone: what was under way is next again. */
  giveBack (): void {
    for (const entry of this.#underWay.values()) entry.sent = true
    const entries = [...this.#underWay.values(), ...this.#waiting.values()]
    this.#underWay.clear()
    for (const places of [this.#waiting, this.#loose, this.#facts]) places.clear()
    for (const entry of entries) this.#enter(entry)
  }

  async close (): Promise<void> {
    await this.#writing
    await this.database?.close()
  }

  /** @param former whose room is had anyway */
  #makeRoom (bytes: number, former: Entry | undefined, times: number): void {
    const { bounds } = this
    const freed = former?.bytes ?? 0
    const isFull = (): boolean => this.messages - (freed > 0 ? 1 : 0) >= times * bounds.messages || this.#bytes - freed + bytes > times * bounds.bytes
    while (isFull()) {
      const [victim] = this.#loose.size > 0 ? take(this.#loose.values(), 1) : [...take(this.#facts.values(), 2)].filter(fact => fact !== former)
      if (victim === undefined) throw new QueueFull(`${this.messages} messages wait already (${this.#bytes} bytes)`)
      this.missed(victim.worth)
      this.#remove(victim)
    }
  }

  #list (entry: Entry, message: Message): void {
    this.#last = entry.n
    this.#bytes += entry.bytes
    this.#enter(entry)
    if (this.database !== undefined && this.#hotBytes + entry.bytes > HOT_BYTES) return
    this.#hotBytes += entry.bytes
    entry.message = message
  }

  #enter (entry: Entry): void {
    this.#waiting.set(entry.n, entry)
    if (entry.worth === 'loose') this.#loose.set(entry.n, entry)
    if (entry.worth === 'fact') this.#facts.set(entry.topic, entry)
  }

  #unlist ({ n, topic }: Entry): void {
    this.#waiting.delete(n)
    this.#loose.delete(n)
    if (this.#facts.get(topic)?.n === n) this.#facts.delete(topic)
  }

  #remove (entry: Entry): void {
    this.#unlist(entry)
    this.#forget(entry)
  }

  #forget ({ n, bytes, message }: Entry): void {
    this.#bytes -= bytes
    if (message !== undefined) this.#hotBytes -= bytes
    // Nobody waits for it: what is not removed is sent once more, as a repetition.
    this.#write({ type: 'del', key: keyOf(n) }, false).catch(() => {})
  }

  async #read (entries: readonly Entry[]): Promise<readonly Waiting[]> {
    const cold = entries.filter(({ message }) => message === undefined)
    const values = cold.length === 0 ? [] : await this.#cold(cold)
    return entries.flatMap(({ n, sent, message = values[n] }) => message === undefined ? [] : [{ n, sent, message }])
  }

  async #cold (entries: readonly Entry[]): Promise<Record<number, Message>> {
    // What failed is told to who wrote it.
    await this.#writing?.catch(() => {})
    const values = await this.database?.getMany(entries.map(({ n }) => keyOf(n))) ?? []
    return Object.fromEntries(entries.flatMap(({ n }, at) => {
      const value = values[at]
      const message = value === undefined ? undefined : decode(value)
      if (value !== undefined && message === undefined) this.#setAside(keyOf(n), value)
      return message === undefined ? [] : [[n, message]]
    }))
  }

  /** With whatever else is to be written meanwhile, in one piece. */
  #write (operation: Operation, isSynced: boolean): Promise<void> {
    if (this.database === undefined) return Promise.resolve()
    this.#operations.push(operation)
    this.#isSynced ||= isSynced
    this.#writing = this.#next ??= this.#writeNext(this.database, this.#writing)
    return this.#writing
  }

  async #writeNext (database: Database, before: Promise<void> | undefined): Promise<void> {
    await before?.catch(() => {})
    // All of this turn together.
    await new Promise<void>(resolve => { setImmediate(resolve) })
    const operations = this.#operations
    const sync = this.#isSynced
    this.#operations = []
    this.#isSynced = false
    this.#next = undefined
    await database.batch(operations, { sync })
  }
}

function * take<T> (values: Iterable<T>, count: number): Iterable<T> {
  let taken = 0
  for (const value of values) {
    if (taken++ === count) return
    yield value
  }
}

function keyOf (n: number): string {
  return `q/${String(n).padStart(16, '0')}`
}

function bytesOf ({ topic, payload }: Message): number {
  return ENTRY_BYTES + Buffer.byteLength(topic) + payload.length
}

function encode ({ topic, payload, qos, retain }: Message, worth: Worth): string {
  return JSON.stringify({ topic, qos, retain, worth, payload: payload.toString('base64') })
}

/** Absent: it is no record of ours, or damaged. */
function decode (text: string): Message & { worth: Worth } | undefined {
  const { topic, qos, retain, worth, payload } = parsed(text)
  if (typeof topic !== 'string' || typeof payload !== 'string' || typeof retain !== 'boolean') return undefined
  if ((qos !== 0 && qos !== 1) || !worths.includes(worth)) return undefined
  return { topic, qos, retain, worth: worth as Worth, payload: Buffer.from(payload, 'base64') }
}

function parsed (text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    return {}
  }
}
