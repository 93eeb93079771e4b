/** A client certificate as a proof: signed by an authority of ours, in time and not revoked, which TLS has seen to. */
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { Way } from '../../index.js'

export type NameIn = 'subject' | 'san'

export function byCertificate (nameIn: NameIn): Way {
  const nameOf = (socket: Duplex): string | undefined => nameInCertificate(socket, nameIn)
  return {
    nameOf,
    prove: async ({ socket, username }) => nameOf(socket) === username ? { isGood: () => true } : undefined
  }
}

function nameInCertificate (socket: Duplex, nameIn: NameIn): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined
  // An empty object where the client has shown none.
  const { subject, subjectaltname } = socket.getPeerCertificate() as { subject?: { CN?: string | string[] }, subjectaltname?: string }
  const name = nameIn === 'subject' ? subject?.CN : /^(?:DNS|email|URI):([^,"]+)/.exec(subjectaltname ?? '')?.[1]
  // Of several common names none is more right than another.
  return typeof name === 'string' ? name : undefined
}
