/**
 * This host's side of the other nodes: who is connected there, what is told to
 * them, and the stored sessions that clients leave behind on one node and take
 * up on another. All of it is best effort: what is lost is asked for again, or
 * follows from the state.
 */
import type { Aedes } from 'aedes'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Bus } from '../../store/bus.js'
import { keysOf } from './coarse.js'
import type { Session } from './connections.js'
import { Forward } from './forward.js'
import { Peers } from './peers.js'

export interface NodesWatcher {
  /** To `to/{principal}/…`, given relative to the root, for whoever is connected here. */
  directed: (principal: string, topic: string, payload: Buffer, live: boolean) => unknown
  /** A client has connected elsewhere: what it left here is no longer waited on. */
  connected: (clientId: string) => void
  /** A client has gone from another node, and its session with it; it may be connected elsewhere by now. */
  left: (session: Session) => void
  /** Sessions may have been left without word of it. */
  missed: () => void
}

const DIRECTED = 'directed'

export class Nodes {
  readonly peers: Peers
  readonly #bus: Bus
  readonly #forward: Forward

  constructor (aedes: Aedes, bus: Bus, { clock, prefix, log }: { clock: Clock, prefix: string, log: Log }) {
    this.#bus = bus
    this.peers = new Peers(bus, clock)
    this.#forward = new Forward(aedes, bus, this.peers, { prefix, log })
  }

  start (watcher: NodesWatcher): void {
    this.#bus.listen(DIRECTED, bytes => {
      const { topic, payload, live } = unpacked(bytes)
      watcher.directed(topic.split('/', 2)[1] ?? '', topic, payload, live)
    })
    this.peers.start({
      joined: node => this.#forward.greet(node),
      said: key => {
        const clientId = clientOf(key)
        if (clientId !== undefined) watcher.connected(clientId)
      },
      ended: (key, rest) => {
        const clientId = clientOf(key)
        if (clientId !== undefined && isLeft(rest)) watcher.left({ clientId, ...rest })
      },
      missed: () => watcher.missed()
    })
  }

  /** What Aedes emits goes to the others from now on. */
  attach (): void {
    this.#forward.attach()
  }

  close (): void {
    this.peers.close()
  }

  connected (clientId: string, principal: string | undefined): void {
    this.peers.set(keyOf(clientId), principal ?? '')
  }

  /** @param session what it leaves behind: whether somebody has taken it up, each node sees for itself */
  gone (clientId: string, session: Session | undefined): void {
    this.peers.delete(keyOf(clientId), session === undefined ? undefined : { principal: session.principal, filters: session.filters })
  }

  /** The principal of a client that is connected to another node: empty where it has none, undefined where there is no such client. */
  owner (clientId: string): string | undefined {
    const [owner] = this.peers.holders(keyOf(clientId)).values()
    return owner
  }

  /** Whether a principal listens to its own branch on another node. */
  listens (principal: string): boolean {
    return this.peers.holders(`to/${principal}`).size > 0
  }

  interested (topic: string): boolean {
    return !this.peers.isAlone && this.peers.maySay(keysOf(topic))
  }

  /**
   * @param names the principal, and who speaks for it
   * @param topic `to/{principal}/…`
   */
  send (names: readonly string[], topic: string, payload: string | Buffer, live: boolean): void {
    this.peers.tell(names.map(name => `to/${name}`), DIRECTED, () => packed(topic, payload, live))
  }
}

function keyOf (clientId: string): string {
  return `client/${clientId}`
}

function clientOf (key: string): string | undefined {
  return key.startsWith('client/') ? key.slice('client/'.length) : undefined
}

function isLeft (rest: unknown): rest is Omit<Session, 'clientId'> {
  return typeof rest === 'object' && rest !== null && 'filters' in rest
}

/** One byte, 1 for what is worth nothing later; two with the length of the topic; the topic; the payload. */
function packed (topic: string, payload: string | Buffer, live: boolean): Buffer {
  const topicBytes = Buffer.byteLength(topic)
  const bytes = Buffer.allocUnsafe(3 + topicBytes + Buffer.byteLength(payload))
  bytes.writeUInt8(live ? 1 : 0)
  bytes.writeUInt16BE(topicBytes, 1)
  bytes.write(topic, 3)
  if (typeof payload === 'string') bytes.write(payload, 3 + topicBytes)
  else bytes.set(payload, 3 + topicBytes)
  return bytes
}

function unpacked (bytes: Buffer): { topic: string, payload: Buffer, live: boolean } {
  const topicEnd = 3 + bytes.readUInt16BE(1)
  return { topic: bytes.toString('utf8', 3, topicEnd), payload: bytes.subarray(topicEnd), live: bytes.readUInt8() === 1 }
}
