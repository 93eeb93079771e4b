/**
 * Opens the listeners of a mosquitto.conf: TCP, TLS, Unix sockets and
 * WebSocket. Each connection is shown to the gate before Aedes gets it.
 */
import { rmSync, statSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type Server, createServer, isIPv6 } from 'node:net'
import type { Duplex } from 'node:stream'
import { Server as TlsServer, createServer as createTlsServer } from 'node:tls'
import type { Aedes, Client } from 'aedes'
import type { MosquittoListener } from '../../../mosquitto-compat/conf/index.js'
import type { Log } from '../../index.js'
import { upgrade } from '../http.js'
import { type Listening, type Place, listen } from '../listen.js'
import type { ServeConfig } from '../settings/serve.js'
import { hostsOf } from './hosts.js'
import { secureContextOf, tlsOptions } from './tls.js'
import type { Takeover } from './takeover.js'

export interface Doors {
  /** 0 of a Unix socket. */
  readonly ports: readonly number[]
  /** For people. */
  readonly names: readonly string[]
  /** Reads accounts, access lists and certificates again; what is wrong with them is logged, and the former stay. */
  readonly reload: () => void
}

export interface DoorsOptions {
  readonly aedes: Aedes
  readonly takeover: Takeover
  readonly log: Log
  /** Gets each that is open, also where a later one fails. */
  readonly listening: Listening[]
}

/** @throws CommandError */
export async function openDoors ({ aedes, takeover, log, listening }: DoorsOptions): Promise<Doors> {
  const { conf: { listeners }, gate, config } = takeover
  const open: { listener: MosquittoListener, server: Server, port: number }[] = []
  for (const { listener, place } of await placesOf(listeners)) {
    const server = serverOf(listener, config, (stream, request) => {
      gate.enters(stream, listener, request?.socket ?? stream)
      aedes.handle(stream, request)
    })
    if (listener.maxConnections !== undefined) server.maxConnections = listener.maxConnections
    try {
      const taken = await listen(server, place)
      listening.push(taken)
      open.push({ listener, server, port: taken.port })
    } catch (error) {
      if (!listener.isOptional) throw error
    }
  }
  const reload = (): void => {
    const { clients } = aedes as Aedes & { readonly clients: Readonly<Record<string, Client>> }
    const problems = [...gate.reload(Object.values(clients))]
    for (const { listener: { tls }, server } of open) {
      const context = tls === undefined ? undefined : secureContextOf(tls, problems)
      if (context !== undefined && server instanceof TlsServer) server.setSecureContext(context)
    }
    for (const problem of problems) log.error({ problem }, 'a file of the mosquitto.conf can not be read again: what it said before goes on')
    if (problems.length === 0) log.info({}, 'accounts, access lists and certificates are read again')
  }
  return { ports: open.map(({ port }) => port), names: open.map(({ listener }) => nameOf(listener)), reload }
}

type Enter = (stream: Duplex, request?: IncomingMessage) => void

function serverOf ({ tls, protocol }: MosquittoListener, config: ServeConfig, enter: Enter): Server {
  const secure = tls === undefined ? undefined : { noDelay: true, handshakeTimeout: config.connectTimeout, ...tlsOptions(tls, secureContextOf(tls, []) ?? {}) }
  if (protocol === 'mqtt') {
    const enterPlain = (stream: Duplex): void => enter(stream)
    return secure === undefined ? createServer({ noDelay: true }, enterPlain) : createTlsServer(secure, enterPlain)
  }
  const timeouts = { headersTimeout: config.connectTimeout, noDelay: true }
  const server = secure === undefined ? createHttpServer(timeouts, webSocketOnly) : createHttpsServer({ ...timeouts, ...secure }, webSocketOnly)
  // Mosquitto asks for no origin; who names some has meant it.
  const allowOrigin = config.allowOrigin.length > 0 ? config.allowOrigin : ['*']
  server.on('upgrade', upgrade({ allowOrigin, maxPacket: config.maxPacket, enter }))
  return server
}

/** RFC 9110, 15.5.22 */
function webSocketOnly (_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(426, { upgrade: 'websocket', connection: 'upgrade, close' }).end()
}

async function placesOf (listeners: readonly MosquittoListener[]): Promise<readonly { readonly listener: MosquittoListener, readonly place: Place }[]> {
  const found = listeners.map(async listener => (await placesOfOne(listener)).map(place => ({ listener, place })))
  return (await Promise.all(found)).flat()
}

async function placesOfOne ({ at, place: chosenBy }: MosquittoListener): Promise<readonly Place[]> {
  if ('path' in at) {
    removeSocket(at.path)
    return [{ chosenBy, path: at.path, host: undefined, port: 0 }]
  }
  return (await hostsOf(at)).map(host => ({ chosenBy, port: at.port, host, ipv6Only: host !== undefined && isIPv6(host) }))
}

/** Left behind by a crash, of Mosquitto or of ours: nobody could listen there again. */
function removeSocket (path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isSocket() === true) rmSync(path)
}

function nameOf ({ at, tls, protocol }: MosquittoListener): string {
  const where = 'path' in at ? at.path : `${at.host ?? '*'}:${at.port}`
  return `${protocol === 'mqtt' ? 'mqtt' : 'ws'}${tls === undefined ? '' : 's'} on ${where}`
}
