/** TLS on the ports of a server: its files, taken over when they change without dropping a connection. */
import type { Server as TlsServer } from 'node:tls'
import { type TlsOptions } from 'node:tls'
import { type Log, systemClock } from '../index.js'
import { contextOf, endOf } from './certificates.js'
import { flagOf } from './settings/setting.js'
import type { TlsConfig } from './settings/tls.js'
import { Watched, contentOfNow } from './watched.js'

/** From then on it is said at each start and in the log. */
const SOON_MS = 14 * 86_400_000

export interface Tls {
  /** For node:tls and node:https. */
  readonly options: TlsOptions
  /** Gets new certificates from here on. */
  readonly serve: (server: TlsServer) => void
  readonly close: () => void
}

/** @returns undefined where none is wanted. @throws CommandError that says which file, what is wrong with it, and what to do */
export function openTls (config: TlsConfig, log: Log): Tls | undefined {
  const { tlsCert, tlsKey, tlsClientCa, tlsCrl, tlsMinVersion, tlsRequireClient } = config
  if (tlsCert === undefined || tlsKey === undefined) return undefined
  const names = { cert: nameOf('tlsCert', tlsCert), key: nameOf('tlsKey', tlsKey), ca: nameOf('tlsClientCa', tlsClientCa), crl: nameOf('tlsCrl', tlsCrl) }
  const read = (): TlsOptions => {
    const cert = contentOfNow('tlsCert', tlsCert)
    const key = contentOfNow('tlsKey', tlsKey)
    const ca = tlsClientCa === undefined ? undefined : contentOfNow('tlsClientCa', tlsClientCa)
    const crl = tlsCrl === undefined ? undefined : contentOfNow('tlsCrl', tlsCrl)
    const now = systemClock().now()
    const context = contextOf({ cert, key, ca, crl, names }, now, { minVersion: `TLSv${tlsMinVersion}` })
    const end = endOf(cert)
    if (end - now < SOON_MS) log.warn({ until: new Date(end).toISOString() }, 'the certificate of this server ends soon: get a new one')
    return context
  }
  const files = new Watched([tlsCert, tlsKey, tlsClientCa, tlsCrl].filter(path => path !== undefined), 'the certificate of this server, or what belongs to it,', read, log)
  const servers: TlsServer[] = []
  files.onChange(() => { for (const server of servers) server.setSecureContext(files.value) })
  return {
    options: { ...files.value, requestCert: tlsClientCa !== undefined, rejectUnauthorized: tlsRequireClient },
    serve: server => { servers.push(server) },
    close: () => files.close()
  }
}

function nameOf (key: string, path: string | undefined): string {
  return `${flagOf(key)}: ${path ?? ''}`
}
