/**
 * Who is who, and what each may do below the root: everybody speaks in a branch
 * of their own, reads what is for them and what is for all. What the broker
 * itself may say besides, in its access list, is asked here too. It refuses
 * nothing: the host does.
 */
import type { Client, ConnectPacket } from 'aedes'
import type { AccountBook } from '../../pipeline/account-book.js'
import { isId } from '../../pipeline/ids.js'
import type { Connections } from './connections.js'
import { filterMatches, filtersMeet } from './filters.js'
import type { Speakers } from './speakers.js'

/** What a client may do below our root, in addition to the rights of its principal. */
export interface Access {
  readonly mayPublish: (client: Client, topic: string) => boolean
  /** Asked when something goes out to it; subscriptions are granted. */
  readonly mayRead: (client: Client, topic: string) => boolean
}

export interface RightsOptions {
  /** The root, with its last slash. */
  readonly prefix: string
  readonly connections: Connections
  readonly speakers: Speakers
  /** User names are proven, and a client id names nobody. */
  readonly hasAccounts: boolean
  readonly access: Access | undefined
  /** Who has none may read what is for them alone. Absent: everybody may read what is for all. */
  readonly accounts: AccountBook | undefined
}

/** Filters, as levels. */
interface Reads {
  readonly any: readonly (readonly string[])[]
  /** Of these only what tells of one's own tasks. */
  readonly own: readonly (readonly string[])[]
}

export class Rights {
  /** By principal, until its account changes. */
  readonly #reads = new Map<string, Reads>()

  constructor (private readonly options: RightsOptions) {
    options.accounts?.onChange(name => { this.#reads.delete(name) })
  }

  /** What a client is called that connects so; no id, perhaps, and then nobody below the root. */
  nameOf (username: string | undefined, clientId: string): string | undefined {
    return username ?? (this.options.hasAccounts ? undefined : clientId)
  }

  /** Checked when it connects: after a crash of the broker nobody knows any more whose will it is. */
  isForeignWill ({ will, username, clientId }: ConnectPacket): boolean {
    const { prefix, speakers } = this.options
    if (will === undefined || !will.topic.startsWith(prefix)) return false
    const name = this.nameOf(username, clientId)
    const [branch, owner] = this.#levels(will.topic)
    // Who is called `a/tasks/t1` is nobody: that will would speak for `a`.
    return name === undefined || !isId(name) || branch !== 'from' || (owner !== name && !speakers.speaksFor(name, owner))
  }

  /** Whether the access list lets it; whose branch it is, is told to the sender by the orchestrator. */
  mayPublish (client: Client, topic: string): boolean {
    return this.options.access?.mayPublish(client, topic) !== false
  }

  /** What is for its principal anyway. */
  mayReceive (client: Client, topic: string): boolean {
    return this.options.access?.mayRead(client, topic) !== false
  }

  /** A wildcard is granted and filtered; what could only ever be another's is refused. */
  maySubscribe (client: Client, filter: string): boolean {
    const principal = this.options.connections.of(client)?.principal
    if (principal === undefined) return false
    const [branch, owner] = this.#levels(filter)
    if (branch === 'to') return owner === '+' || owner === '#' || owner === undefined || this.#isFor(principal, owner)
    if (branch !== 'state' && branch !== 'events' && branch !== '+' && branch !== '#') return false
    const reads = this.#readsOf(principal)
    if (reads === undefined) return true
    const wanted = filter.slice(this.options.prefix.length).split('/')
    return [...reads.any, ...reads.own].some(readable => filtersMeet(readable, wanted))
  }

  /** @param payload of what is told of a task: who submitted it */
  mayRead (client: Client, topic: string, payload: string | Buffer): boolean {
    const principal = this.options.connections.of(client)?.principal
    if (principal === undefined || !this.mayReceive(client, topic)) return false
    const [branch, owner] = this.#levels(topic)
    if (branch === 'to') return this.#isFor(principal, owner)
    if (branch !== 'state' && branch !== 'events') return false
    const reads = this.#readsOf(principal)
    if (reads === undefined) return true
    const below = topic.slice(this.options.prefix.length)
    return reads.any.some(readable => filterMatches(readable, below)) ||
      (reads.own.some(readable => filterMatches(readable, below)) && isSubmittedBy(payload, principal))
  }

  /** Undefined where there are no accounts. */
  #readsOf (principal: string): Reads | undefined {
    const { accounts } = this.options
    if (accounts === undefined) return undefined
    const known = this.#reads.get(principal)
    if (known !== undefined) return known
    const { any, own } = accounts.readsOf(principal)
    const reads = { any: any.map(filter => filter.split('/')), own: own.map(filter => filter.split('/')) }
    this.#reads.set(principal, reads)
    return reads
  }

  #isFor (principal: string, owner: string | undefined): boolean {
    return owner === principal || this.options.speakers.speaksFor(principal, owner)
  }

  #levels (topic: string): string[] {
    return topic.slice(this.options.prefix.length).split('/', 2)
  }
}

const SUBMITTER = '"submitter":"'

/**
 * In what is told of tasks the submitter stands before anything that anybody could have chosen freely: the first
 * that is found is it. So it is known of what is live, retained and kept for a session alike, without parsing it.
 */
function isSubmittedBy (payload: string | Buffer, principal: string): boolean {
  const text = typeof payload === 'string' ? Buffer.from(payload) : payload
  const at = text.indexOf(SUBMITTER)
  return at !== -1 && text.indexOf(`${principal}"`, at + SUBMITTER.length) === at + SUBMITTER.length
}
