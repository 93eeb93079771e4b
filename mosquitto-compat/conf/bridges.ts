/**
 * The `connection` blocks of a mosquitto.conf, with Mosquitto's defaults, for
 * whoever runs a bridge. Nothing is connected here.
 */
import { type Block, type Given, bitOf, last, numberOf, textOf } from './blocks.js'

export interface MosquittoBridge {
  readonly name: string
  /** `file:line` */
  readonly place: string
  readonly addresses: readonly BridgeAddress[]
  readonly topics: readonly BridgeTopic[]
  readonly remote: BridgeNames
  readonly keepaliveS: number
  readonly notifications: boolean
  readonly notificationsLocalOnly: boolean
  readonly notificationTopic: string | undefined
  /** Whether outgoing messages keep their retain flag. */
  readonly outgoingRetain: boolean
  readonly tls: BridgeTls | undefined
}

export interface BridgeAddress { readonly host: string, readonly port: number }

export interface BridgeTopic {
  /** Undefined: nothing but the prefixes. */
  readonly pattern: string | undefined
  readonly direction: 'in' | 'out' | 'both'
  readonly qos: 0 | 1 | 2
  readonly localPrefix: string
  readonly remotePrefix: string
}

export interface BridgeNames {
  readonly clientId: string | undefined
  readonly username: string | undefined
  readonly password: string | undefined
}

export interface BridgeTls {
  readonly cafile: string | undefined
  readonly capath: string | undefined
  readonly certfile: string | undefined
  readonly keyfile: string | undefined
}

const PORT = 1883
const KEEPALIVE_S = 60
const KEEPALIVE_S_MIN = 5

export function bridgeOf (block: Block, problems: string[]): MosquittoBridge {
  const { value: name = '', place = '' } = last(block, 'connection') ?? {}
  const addresses = ['address', 'addresses'].flatMap(key => block.get(key) ?? []).flatMap(given => addressesOf(given, problems))
  if (addresses.length === 0) problems.push(`${place}: connection ${name}: has no address: write address and host:port behind it`)
  const keepaliveS = numberOf(block, 'keepalive_interval') ?? KEEPALIVE_S
  if (keepaliveS < KEEPALIVE_S_MIN) problems.push(`${last(block, 'keepalive_interval')?.place}: keepalive_interval: must be at least ${KEEPALIVE_S_MIN}`)
  checkRestart(last(block, 'restart_timeout'), problems)
  /** By its present name, or by its former one. */
  const remote = (name: string): string | undefined => textOf(block, `remote_${name}`) ?? textOf(block, name)
  return {
    name,
    place,
    addresses,
    topics: (block.get('topic') ?? []).flatMap(given => topicOf(given, problems) ?? []),
    remote: { clientId: remote('clientid'), username: remote('username'), password: remote('password') },
    keepaliveS,
    notifications: bitOf(block, 'notifications') ?? true,
    notificationsLocalOnly: bitOf(block, 'notifications_local_only') ?? false,
    notificationTopic: textOf(block, 'notification_topic'),
    outgoingRetain: bitOf(block, 'bridge_outgoing_retain') ?? true,
    tls: tlsOf(block)
  }
}

function addressesOf ({ value, place }: Given, problems: string[]): BridgeAddress[] {
  return value.split(/\s+/).flatMap(text => {
    // Of an IPv6 address the port is what stands behind the last colon.
    const [, host = text, digits = String(PORT)] = /^(.+):(\d+)$/.exec(text) ?? []
    const port = Number(digits)
    if (port >= 1 && port <= 65_535) return [{ host: host.replace(/^\[(.*)\]$/, '$1'), port }]
    problems.push(`${place}: address: the port must be a number from 1 to 65535, not ${JSON.stringify(digits)}`)
    return []
  })
}

/** topic pattern [[[out | in | both] qos-level] local-prefix remote-prefix] */
function topicOf ({ value, place }: Given, problems: string[]): BridgeTopic | undefined {
  const [pattern = '', way = 'out', level = '0', localPrefix = '', remotePrefix = '', ...more] = value.split(/\s+/).map(word => word === '""' ? '' : word)
  const direction = (['in', 'out', 'both'] as const).find(word => word === way)
  const qos = ([0, 1, 2] as const).find(number => String(number) === level)
  const wrong = (what: string): undefined => { problems.push(`${place}: topic: ${what}`) }
  if (direction === undefined) return wrong(`the direction must be in, out or both, not ${JSON.stringify(way)}`)
  if (qos === undefined) return wrong(`the QoS must be 0, 1 or 2, not ${JSON.stringify(level)}`)
  if (more.length > 0) return wrong(`${JSON.stringify(more.join(' '))} is too much: write pattern, direction, QoS, local prefix and remote prefix`)
  if (pattern === '' && (localPrefix === '' || remotePrefix === '')) return wrong('without a pattern it needs both prefixes')
  return { pattern: pattern === '' ? undefined : pattern, direction, qos, localPrefix, remotePrefix }
}

function checkRestart (given: Given | undefined, problems: string[]): void {
  if (given === undefined) return
  const [, base, cap = base] = /^(\d+)(?:\s+(\d+))?$/.exec(given.value) ?? []
  if (base === undefined || Number(base) < 1 || Number(cap) < Number(base)) problems.push(`${given.place}: restart_timeout: must be seconds, or seconds from and to, not ${JSON.stringify(given.value)}`)
}

function tlsOf (block: Block): BridgeTls | undefined {
  const [cafile, capath] = [textOf(block, 'bridge_cafile'), textOf(block, 'bridge_capath')]
  if ((cafile ?? capath) === undefined) return undefined
  return {
    cafile,
    capath,
    certfile: textOf(block, 'bridge_certfile'),
    keyfile: textOf(block, 'bridge_keyfile')
  }
}
