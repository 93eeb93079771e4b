/**
 * The other nodes that are alive, and what they say of themselves: facts under
 * keys, such as who is connected there. Every node numbers its changes, and says
 * `here` with the last number once a second, so that a lost one is noticed and
 * the whole is asked for. Nothing is stored: a node that falls silent is
 * forgotten with all it said. It knows nothing of MQTT.
 */
import type { Clock, Timer } from '../../platform/clock.js'
import type { Bus } from '../../store/bus.js'

export interface PeersWatcher {
  /** A node is there that was not known, was forgotten, or has started anew. */
  joined: (node: string) => void
  /** Another node said this of itself. */
  said: (key: string) => void
  /** It no longer says so; what it said along with that. */
  ended: (key: string, rest: unknown) => void
  /** A node is gone, or may have said something that was not heard here. */
  missed: () => void
}

interface Peer {
  /** Each start of a node is another life, with numbers of its own. */
  readonly life: number
  /** Of its last change that is known here. */
  last: number
  /** Of its last change that was heard of: beyond `last`, something was missed. Infinity where anything may have been. */
  said: number
  readonly facts: Map<string, string>
  /** Our beats since it was heard. */
  silence: number
  /** The whole was asked for in this beat. */
  isAsked: boolean
}

const HERE_MS = 1_000
/** Counted, not timed: whoever stood still for a while must not take all others for gone. */
const SILENCE_MAX = 5

/** Who waits for the others to have heard what was said so far. */
interface Settling {
  readonly changes: number
  readonly missing: Set<string>
  /** Our beats since it was asked for. */
  beats: number
  readonly done: () => void
}

/** A node that does not answer is not waited for any longer: what it knows is then its own affair. */
const SETTLING_BEATS_MAX = 2

/** An empty one for what nobody says. */
const NOBODY: ReadonlyMap<string, string> = new Map()

export class Peers {
  readonly #bus: Bus
  readonly #clock: Clock
  readonly #life: number
  readonly #own = new Map<string, string>()
  /** How often our own facts have changed. */
  #changes = 0
  readonly #peers = new Map<string, Peer>()
  /** By key: which nodes say so, and with which value. */
  readonly #holders = new Map<string, Map<string, string>>()
  #watcher: PeersWatcher | undefined
  #timer: Timer | undefined
  readonly #settling = new Set<Settling>()
  /** Of this turn. */
  #nextSettled: Promise<void> | undefined

  constructor (bus: Bus, clock: Clock) {
    this.#bus = bus
    this.#clock = clock
    this.#life = clock.now()
  }

  start (watcher: PeersWatcher): void {
    this.#watcher = watcher
    this.#listen('peers/here', ([life, last], from) => { this.#heard(from, life, last) })
    this.#listen('peers/ask', ([life, last], from) => this.#asked(from, life, last))
    this.#listen('peers/change', ([life, number, key, value, rest], from) => this.#changed(from, life, number, key, value, rest))
    this.#listen('peers/whole', ([life, last, facts], from) => this.#replaced(from, life, last, facts))
    this.#listen('peers/sync', ([life, last], from) => {
      this.#heard(from, life, last)
      this.#send(from, 'peers/synced', [last])
    })
    this.#listen('peers/synced', ([last], from) => { this.#isSettled(from, last) })
    this.#listen('peers/bye', (_body, from) => this.#forget(from))
    this.#bus.onGap(() => {
      if (this.#timer === undefined) return
      for (const peer of this.#peers.values()) peer.said = Infinity
      this.#ask(undefined)
      watcher.missed()
    })
    this.#ask(undefined)
    this.#beatLater()
  }

  close (): void {
    if (this.#timer === undefined) return
    this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
    this.#watcher = undefined
    this.#send(undefined, 'peers/bye', [])
    this.#peers.clear()
    this.#holders.clear()
    for (const settling of this.#settling) this.#settle(settling)
  }

  get isAlone (): boolean {
    return this.#peers.size === 0
  }

  /** The nodes that say this, with what they say. */
  holders (key: string): ReadonlyMap<string, string> {
    return this.#holders.get(key) ?? NOBODY
  }

  /** Whether any of them says one of these, or may do so unheard. */
  maySay (keys: readonly string[]): boolean {
    if (keys.some(key => this.#holders.has(key))) return true
    for (const peer of this.#peers.values()) if (this.#isInDoubt(peer)) return true
    return false
  }

  /** To each of them that says one of these, or may do so unheard. */
  tell (keys: readonly string[], kind: string, body: () => Buffer): void {
    let bytes: Buffer | undefined
    for (const [node, peer] of this.#peers) {
      if (!this.#isInDoubt(peer) && !keys.some(key => peer.facts.has(key))) continue
      bytes ??= body()
      this.#bus.send(node, kind, bytes)
    }
  }

  /** Resolves once all others have taken in what was said here so far, know that they missed it, or do not answer. */
  settled (): Promise<void> {
    if (this.isAlone || this.#timer === undefined) return Promise.resolve()
    this.#nextSettled ??= new Promise(resolve => {
      this.#clock.defer(() => {
        this.#nextSettled = undefined
        const settling = { changes: this.#changes, missing: new Set(this.#peers.keys()), beats: 0, done: resolve }
        // Who is deaf would not hear the answers.
        if (this.isAlone || this.#bus.isDeaf) return resolve()
        this.#settling.add(settling)
        this.#send(undefined, 'peers/sync', [this.#life, settling.changes])
      })
    })
    return this.#nextSettled
  }

  /** Told at once: whoever is answered after this call may rely on the others to hear of it first. */
  set (key: string, value: string): void {
    if (this.#own.get(key) === value) return
    this.#own.set(key, value)
    this.#announce(key, value)
  }

  /** @param rest what the others are to know when they hear of this */
  delete (key: string, rest?: unknown): void {
    if (this.#own.delete(key)) this.#announce(key, null, rest)
  }

  #announce (key: string, value: string | null, rest?: unknown): void {
    this.#changes++
    if (!this.isAlone) this.#send(undefined, 'peers/change', [this.#life, this.#changes, key, value, rest])
  }

  #ask (node: string | undefined): void {
    this.#send(node, 'peers/ask', [this.#life, this.#changes])
  }

  #beatLater (): void {
    this.#timer = this.#clock.setTimeout(() => this.#beat(), HERE_MS)
    this.#timer.unref?.()
  }

  #beat (): void {
    this.#send(undefined, 'peers/here', [this.#life, this.#changes])
    for (const [node, peer] of this.#peers) {
      peer.isAsked = false
      if (++peer.silence > SILENCE_MAX) this.#forget(node)
    }
    for (const settling of this.#settling) if (++settling.beats >= SETTLING_BEATS_MAX) this.#settle(settling)
    this.#beatLater()
  }

  /** @param last the number of the last change that should be known here */
  #heard (from: string, life: number, last: number): Peer {
    const peer = this.#alive(from, life)
    peer.said = Math.max(peer.said, last)
    if (peer.said > peer.last && !peer.isAsked) {
      peer.isAsked = true
      this.#ask(from)
    }
    return peer
  }

  #alive (from: string, life: number): Peer {
    const known = this.#peers.get(from)
    const peer = known?.life === life ? known : this.#join(from, life)
    peer.silence = 0
    return peer
  }

  /** A node that can't hear does not count on what it has heard. */
  #isInDoubt (peer: Peer): boolean {
    return this.#bus.isDeaf || peer.said > peer.last
  }

  #isSettled (node: string, last: number): void {
    for (const settling of this.#settling) {
      if (settling.changes > last || !settling.missing.delete(node)) continue
      if (settling.missing.size === 0) this.#settle(settling)
    }
  }

  #settle (settling: Settling): void {
    this.#settling.delete(settling)
    settling.done()
  }

  #join (node: string, life: number): Peer {
    this.#forget(node)
    const peer: Peer = { life, last: 0, said: 0, facts: new Map(), silence: 0, isAsked: false }
    this.#peers.set(node, peer)
    this.#watcher?.joined(node)
    return peer
  }

  #asked (from: string, life: number, last: number): void {
    this.#heard(from, life, last)
    this.#send(from, 'peers/whole', [this.#life, this.#changes, [...this.#own]])
  }

  #changed (from: string, life: number, number: number, key: string, value: string | null, rest: unknown): void {
    const peer = this.#heard(from, life, number - 1)
    peer.said = Math.max(peer.said, number)
    // Something before it was lost, or it came with the whole already.
    if (number !== peer.last + 1) return
    peer.last = number
    if (value === null) this.#drop(from, peer, key, rest)
    else this.#keep(from, peer, key, value)
  }

  #replaced (from: string, life: number, last: number, facts: readonly [string, string][]): void {
    const peer = this.#alive(from, life)
    peer.isAsked = false
    if (peer.said === Infinity) peer.said = last
    if (last <= peer.last) return
    peer.last = last
    const current = new Map(facts)
    for (const key of [...peer.facts.keys()]) if (!current.has(key)) this.#drop(from, peer, key)
    for (const [key, value] of current) this.#keep(from, peer, key, value)
    this.#watcher?.missed()
  }

  #forget (node: string): void {
    const peer = this.#peers.get(node)
    if (peer === undefined) return
    for (const key of [...peer.facts.keys()]) this.#drop(node, peer, key)
    this.#peers.delete(node)
    this.#isSettled(node, Infinity)
    this.#watcher?.missed()
  }

  #keep (node: string, peer: Peer, key: string, value: string): void {
    peer.facts.set(key, value)
    const holders = this.#holders.get(key)
    if (holders === undefined) this.#holders.set(key, new Map([[node, value]]))
    else holders.set(node, value)
    this.#watcher?.said(key)
  }

  #drop (node: string, peer: Peer, key: string, rest?: unknown): void {
    peer.facts.delete(key)
    const holders = this.#holders.get(key)
    holders?.delete(node)
    if (holders?.size === 0) this.#holders.delete(key)
    this.#watcher?.ended(key, rest)
  }

  #listen<K extends keyof Messages> (kind: K, listener: (body: Messages[K], from: string) => void): void {
    this.#bus.listen(kind, (body, from) => { if (this.#timer !== undefined) listener(JSON.parse(body.toString()) as Messages[K], from) })
  }

  #send<K extends keyof Messages> (to: string | undefined, kind: K, body: Messages[K]): void {
    this.#bus.send(to, kind, JSON.stringify(body))
  }
}

/** What nodes say to each other; numbers are of changes. */
interface Messages {
  'peers/here': [life: number, last: number]
  /** Answered with the whole. */
  'peers/ask': [life: number, last: number]
  'peers/change': [life: number, number: number, key: string, value: string | null, rest?: unknown]
  'peers/whole': [life: number, last: number, facts: readonly [string, string][]]
  /** Answered with the same number: up to there all was taken in, or is known to be missing. */
  'peers/sync': [life: number, last: number]
  'peers/synced': [last: number]
  'peers/bye': []
}
