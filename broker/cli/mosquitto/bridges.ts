/**
 * From the `connection` blocks of a mosquitto.conf to bridges of ours, with the
 * files that they name read. Nothing is connected here.
 */
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { type BridgeOptions, type BridgeTopic, bridgeProblems } from '../../../mosquitto-compat/bridge/index.js'
import type { BridgeTls, MosquittoBridge } from '../../../mosquitto-compat/conf/index.js'
import { reasonOf } from '../../../mosquitto-compat/conf/lines.js'
import { filesIn } from './tls.js'

export interface TakenBridge extends BridgeOptions {
  /** Where this broker tells whether it is connected, as Mosquitto does it. */
  readonly localNoticeTopic?: string | undefined
}

/** @param problems gets what is wrong, each with its place and what to do */
export function bridgesOf (bridges: readonly MosquittoBridge[], problems: string[]): readonly TakenBridge[] {
  for (const [index, { name, place }] of bridges.entries()) {
    if (bridges.findIndex(other => other.name === name) < index) problems.push(`${place}: connection ${name}: there is one of this name already: give it another`)
  }
  return bridges.map(bridge => bridgeOf(bridge, problems))
}

function bridgeOf (bridge: MosquittoBridge, problems: string[]): TakenBridge {
  const { name, place, addresses, topics, remote, tls, keepaliveS, notifications, notificationsLocalOnly, outgoingRetain } = bridge
  // Mosquitto's own default, so that a session which the other broker keeps goes on.
  const clientId = remote.clientId ?? `${hostname()}.${name}`
  const noticeTopic = notifications ? bridge.notificationTopic ?? `$SYS/broker/connection/${clientId}/state` : undefined
  const taken: TakenBridge = {
    name,
    urls: addresses.map(({ host, port }) => `${tls === undefined ? 'mqtt' : 'mqtts'}://${host.includes(':') ? `[${host}]` : host}:${port}`),
    user: remote.username,
    password: remote.password,
    ...tls !== undefined && filesOf(tls, place, problems),
    clientId,
    keepaliveMs: keepaliveS * 1000,
    topics: topics.map(({ pattern = '', direction, qos, localPrefix, remotePrefix }): BridgeTopic => ({ filter: pattern, direction, qos: qos === 0 ? 0 : 1, localPrefix, remotePrefix, retain: outgoingRetain || direction === 'in' })),
    noticeTopic: notificationsLocalOnly ? undefined : noticeTopic,
    localNoticeTopic: noticeTopic
  }
  const faults = bridgeProblems(taken)
  if (!outgoingRetain && topics.some(({ direction }) => direction === 'both')) faults.push('bridge_outgoing_retain false: not with topics of direction both: write a line with in and one with out')
  problems.push(...faults.map(fault => `${place}: connection ${name}: ${fault}`))
  return taken
}

function filesOf ({ cafile, capath, certfile, keyfile }: BridgeTls, place: string, problems: string[]): Pick<BridgeOptions, 'ca' | 'cert' | 'key'> {
  const read = (setting: string, path: string | undefined): string | undefined => {
    try {
      return path === undefined ? undefined : readFileSync(path, 'utf8')
    } catch (error) {
      problems.push(`${place}: ${setting}: ${reasonOf(error, path ?? '')}: correct the path, or let this user read it`)
      return undefined
    }
  }
  const authorities = [read('bridge_cafile', cafile), ...filesIn(place, 'bridge_capath', capath, problems).map(path => read('bridge_capath', path))]
  return { ca: authorities.filter(content => content !== undefined).join('\n'), cert: read('bridge_certfile', certfile), key: read('bridge_keyfile', keyfile) }
}
