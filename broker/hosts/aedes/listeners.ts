/**
 * What listens to Aedes' emitter, clients or the program around the broker: the
 * other nodes get to know of it before it begins. So whatever is published
 * anywhere after a SUBACK comes here, and what came before the queue of a stored
 * session is read is in that queue. It passes on nothing itself.
 */
import type { PublishPacket } from 'aedes'
import { OrdinaryInterest } from './coarse.js'
import { takeBreath } from './guard/index.js'
import type { Peers } from './peers.js'

type Listener = (packet: PublishPacket, done: () => void) => void

/** What we use of Aedes' emitter, which is not in its types. */
export interface ListenedTo {
  on: (filter: string, listener: Listener, done?: () => void) => unknown
  removeListener: (filter: string, listener: Listener, done?: () => void) => unknown
  /** By the first level of the filters. */
  readonly _matcher?: { get_trie: () => ReadonlyMap<string, unknown> }
}

interface Waiting { readonly filter: string, readonly listener: Listener }

export class Listeners {
  readonly #peers: Peers
  readonly #interest: OrdinaryInterest
  /** While the others have not all heard of the last first level that is new. */
  #known: Promise<void> | undefined
  /** Those that begin then. */
  readonly #waiting = new Set<Waiting>()

  constructor (peers: Peers, prefix: string) {
    this.#peers = peers
    this.#interest = new OrdinaryInterest(peers, prefix)
  }

  attach (mq: ListenedTo): void {
    const { on, removeListener } = mq
    // Of what the program subscribed to before, only this can be seen: it stays.
    for (const level of mq._matcher?.get_trie().keys() ?? ['#']) this.#interest.add(`${level}/#`, mq)
    mq.on = (filter, listener, done) => {
      if (listener !== takeBreath && this.#interest.add(filter, listener)) this.#settle()
      if (this.#known === undefined) on.call(mq, filter, listener, done)
      else this.#onceKnown(this.#known, { filter, listener }, () => { on.call(mq, filter, listener, done) }, done)
      return mq
    }
    mq.removeListener = (filter, listener, done) => {
      this.#interest.remove(filter, listener)
      for (const one of this.#waiting) if (one.listener === listener && one.filter === filter) this.#waiting.delete(one)
      return removeListener.call(mq, filter, listener, done)
    }
  }

  #settle (): void {
    const known = this.#peers.settled().then(() => { if (this.#known === known) this.#known = undefined })
    this.#known = known
  }

  /** Not before: a client that is given a message ahead of its CONNACK gives up. */
  #onceKnown (known: Promise<void>, waiting: Waiting, begin: () => void, done = (): void => {}): void {
    this.#waiting.add(waiting)
    known.then(() => {
      if (this.#waiting.delete(waiting)) begin()
      else done()
    }, done)
  }
}
