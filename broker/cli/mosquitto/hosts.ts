/** On which addresses a listener is to be: of a name on all that it has, as localhost often has two. Nothing is opened here. */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'

export interface Where {
  readonly host: string | undefined
  readonly family: 'ipv4' | 'ipv6' | undefined
}

export type Lookup = (host: string, options: { all: true, family: 0 | 4 | 6 }) => Promise<readonly LookupAddress[]>

const families = { ipv4: 4, ipv6: 6 } as const

/** Undefined: all addresses. A name that is not known is returned as it is: whoever listens there says what is wrong. */
export async function hostsOf ({ host, family }: Where, find: Lookup = lookup, hasLoopback6 = isWithLoopback6): Promise<readonly (string | undefined)[]> {
  if (host === undefined) return [family === 'ipv4' ? '0.0.0.0' : family === 'ipv6' ? '::' : undefined]
  try {
    const found = await find(host, { all: true, family: family === undefined ? 0 : families[family] })
    const addresses = [...new Set(found.map(({ address }) => address))]
    // /etc/hosts often has it where IPv6 is turned off.
    return addresses.length > 1 && !hasLoopback6() ? addresses.filter(address => address !== '::1') : addresses
  } catch {
    return [host]
  }
}

function isWithLoopback6 (): boolean {
  return Object.values(networkInterfaces()).flat().some(address => address?.address === '::1')
}
