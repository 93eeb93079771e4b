/**
 * A broker at which an orchestrator serves already, ours or a foreign one to
 * which it is attached. It is shared with others: ids are unique to each
 * script, time is real, and nothing is started or ended here.
 */
import { once } from 'node:events'
import { connect as connectTcp, isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import type { Clock } from '../../platform/clock.js'
import type { Random } from '../../platform/random.js'
import type { Need } from '../script.js'
import type { Login, Nodes, StoreState, Target } from './target.js'

export interface LiveOptions {
  /** mqtt or mqtts; connections go to each of several in turn. */
  readonly urls: readonly string[]
  readonly root: string
  readonly gives: readonly Need[]
  readonly clock: Clock
  readonly random: Random
  /** Whom to trust for TLS, PEM; default: the public authorities. */
  readonly ca?: string | undefined
  readonly login?: Login | undefined
  /** By whoever can start it again; no other script may run meanwhile. */
  readonly restart?: () => Promise<void>
  /** As `restart`: whatever a script leaves away or killed is brought back at its end. */
  readonly store?: (state: StoreState) => Promise<void>
  readonly nodes?: Nodes
}

export function live ({ urls, root, gives, clock, random, ca, login, restart, store, nodes }: LiveOptions): Target {
  const runs = runIds(clock, random)
  let turn = 0
  return {
    gives: new Set(gives),
    open: async () => {
      const harm = new Harm(store, nodes)
      return {
        run: runs(),
        root,
        now: clock.now,
        connect: async node => await connectTo(urlOf(urls, node ?? turn++ % urls.length + 1), ca),
        login,
        ...restart !== undefined && { restart },
        ...store !== undefined && { store: async (state: StoreState) => await harm.store(state) },
        ...nodes !== undefined && { nodes: harm },
        close: async () => await harm.undo()
      }
    },
    async close () {}
  }
}

function urlOf (urls: readonly string[], node: number): string {
  const url = urls[node - 1]
  if (url === undefined) throw new Error(`there is no node ${node}, only ${urls.length}`)
  return url
}

/** What a script has done to the parts that others use after it. */
class Harm implements Nodes {
  readonly #killed = new Set<number>()
  #isAway = false

  constructor (private readonly setStore: LiveOptions['store'], private readonly nodes: Nodes | undefined) {}

  async store (state: StoreState): Promise<void> {
    this.#isAway = state !== 'back'
    await this.setStore?.(state)
  }

  async kill (node: number): Promise<void> {
    this.#killed.add(node)
    await this.nodes?.kill(node)
  }

  async start (node: number): Promise<void> {
    await this.nodes?.start(node)
    this.#killed.delete(node)
  }

  async undo (): Promise<void> {
    if (this.#isAway) await this.store('back')
    for (const node of this.#killed) await this.start(node)
  }
}

const LETTERS = 36

/** Short, for devices with small buffers; no two runs of one target are the same, and hardly any two of several. */
export function runIds (clock: Clock, random: Random): () => string {
  const prefix = (clock.now() % LETTERS ** 4).toString(LETTERS) + Math.floor(random() * LETTERS ** 3).toString(LETTERS)
  let count = 0
  return () => `${prefix}.${(++count).toString(LETTERS)}`
}

const PORTS: Readonly<Record<string, number>> = { 'mqtt:': 1883, 'mqtts:': 8883 }

export const isReachable = (url: string): boolean => URL.canParse(url) && Object.hasOwn(PORTS, new URL(url).protocol)

/** For a line; then the broker has its own for the CONNACK. */
const CONNECT_MS = 10_000

async function connectTo (url: string, ca: string | undefined): Promise<Duplex> {
  const { protocol, hostname, port } = new URL(url)
  const place = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port === '' ? PORTS[protocol] : port) }
  const socket = protocol === 'mqtts:' ? connectTls({ ...place, servername: isIP(place.host) === 0 ? place.host : '', ca }) : connectTcp({ ...place, noDelay: true })
  socket.setTimeout(CONNECT_MS, () => { socket.destroy(new Error(`${url} does not answer within ${CONNECT_MS} ms`)) })
  await once(socket, protocol === 'mqtts:' ? 'secureConnect' : 'connect')
  socket.setTimeout(0)
  return socket
}
