/** Listeners of one file that want one port. Which ports others have is found out only by listening. */
import { isIPv4, isIPv6 } from 'node:net'
import type { MosquittoListener } from './listeners.js'

type Placed = Pick<MosquittoListener, 'at'>

/** @returns for each of them its place, the other's, and what to do */
export function clashesOf (listeners: readonly MosquittoListener[]): readonly string[] {
  return listeners.flatMap((listener, index) => {
    const earlier = listeners.slice(0, index).find(other => clash(other, listener))
    return earlier === undefined || !('port' in listener.at) ? [] : [`${listener.place}: port ${listener.at.port} is that of ${earlier.place} already: take one of them out, or give it another port`]
  })
}

export function clash ({ at: one }: Placed, { at: other }: Placed): boolean {
  // Of one path the last socket counts, in Mosquitto, too.
  if ('path' in one || 'path' in other || one.port !== other.port) return false
  const isOneFamily = familyOf(one) === undefined || familyOf(other) === undefined || familyOf(one) === familyOf(other)
  return isOneFamily && (isAny(one.host) || isAny(other.host) || one.host === other.host)
}

type Address = Extract<MosquittoListener['at'], { port: number }>

function familyOf ({ host = '', family }: Address): 'ipv4' | 'ipv6' | undefined {
  return isIPv4(host) ? 'ipv4' : isIPv6(host) ? 'ipv6' : family
}

function isAny (host: string | undefined): boolean {
  return host === undefined || host === '0.0.0.0' || host === '::'
}
