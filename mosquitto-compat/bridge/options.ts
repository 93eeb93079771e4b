/**
 * What a bridge is told: where the other broker is, which topics cross in which
 * direction, and how much waits while it can't be reached. Defaults and what
 * must hold between them are here; nothing is connected.
 */

export type Direction = 'in' | 'out' | 'both'

/** As `topic` in a mosquitto.conf. */
export interface BridgeTopic {
  /** Of which topics, without the prefixes; empty: of the one that they make up. */
  readonly filter: string
  /** `out`: from here to the other broker. */
  readonly direction: Direction
  /** At most; what was published at less crosses at less. 2 crosses as 1. Default 1. */
  readonly qos?: 0 | 1 | undefined
  /** Put before the filter as it is (`site1/`), here … */
  readonly localPrefix?: string | undefined
  /** … and at the other broker. */
  readonly remotePrefix?: string | undefined
  /** False: what is retained on one side is not on the other. Default true. */
  readonly retain?: boolean | undefined
}

export interface BridgeOptions {
  /** An id; `state/bridges/{name}` tells of it, and its queue is in a folder of this name. */
  readonly name: string
  /** mqtt, mqtts, ws or wss; of several, the next is tried where one is gone. */
  readonly urls: readonly string[]
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** PEM. */
  readonly ca?: string | undefined
  readonly cert?: string | undefined
  readonly key?: string | undefined
  /** At the other broker, which keeps its session under it: the same after a restart. Default `orchestra-{name}`. */
  readonly clientId?: string | undefined
  /** Default 60,000 ms. */
  readonly keepaliveMs?: number | undefined
  readonly topics: readonly BridgeTopic[]
  /** So many messages wait at most while the other broker can't be reached. Default 100,000. */
  readonly queueMessages?: number | undefined
  /** So many bytes of topics and payloads. Default 64 MiB. */
  readonly queueBytes?: number | undefined
  /** Where the other broker is told, as Mosquitto does it: 1 or 0, retained. Then `state/bridges/{name}` is not. */
  readonly noticeTopic?: string | undefined
}

export const defaults = { keepaliveMs: 60_000, queueMessages: 100_000, queueBytes: 64 * 2 ** 20 } as const

/** What is wrong with it, in words for whoever wrote it; empty where all is well. */
export function bridgeProblems ({ name, urls, topics, user, password, cert, key }: BridgeOptions): string[] {
  const problems: string[] = []
  if (!/^[A-Za-z0-9][\w.:-]{0,63}$/.test(name)) problems.push(`name: ${JSON.stringify(name)} must be an id: a letter or digit, then up to 63 of A-Z a-z 0-9 _ . : -`)
  if (urls.length === 0) problems.push('urls: there must be one at least')
  for (const url of urls) if (!/^(mqtts?|wss?):\/\/[^/]/.test(url)) problems.push(`urls: ${JSON.stringify(url)} must begin with mqtt://, mqtts://, ws:// or wss://`)
  if (topics.length === 0) problems.push('topics: there must be one at least')
  for (const { filter, localPrefix = '', remotePrefix = '' } of topics) {
    if (![localPrefix + filter, remotePrefix + filter].every(isFilter)) problems.push(`topics: ${JSON.stringify(filter)} is no topic filter: + and # stand for whole levels, # for the last ones`)
    if (/[+#]/.test(localPrefix + remotePrefix)) problems.push(`topics: the prefixes of ${JSON.stringify(filter)} must have no + and #`)
  }
  if (user === undefined && password !== undefined) problems.push('password: needs a user')
  if ((cert === undefined) !== (key === undefined)) problems.push('cert, key: one needs the other')
  return problems
}

/** MQTT 3.1.1, 4.7 */
function isFilter (filter: string): boolean {
  const levels = filter.split('/')
  return filter !== '' && !filter.includes('\0') && levels.every((level, at) => level === '+' || (level === '#' && at === levels.length - 1) || !/[+#]/.test(level))
}
