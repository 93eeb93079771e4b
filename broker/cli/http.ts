/**
 * What the HTTP port serves: whether the server is ready, the contract as
 * AsyncAPI, MQTT over WebSocket, and blobs.
 */
import { readFile } from 'node:fs/promises'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { Server as TlsServer } from 'node:tls'
import type { Aedes } from 'aedes'
import { WebSocketServer, createWebSocketStream } from 'ws'
import { asyncapiPath } from '../../schemas/index.js'
import type { Store } from '../index.js'
import { BlobsOverHttp } from './blobs-http.js'
import { messageOf } from './exit.js'
import { type ServeConfig, isLoopback } from './settings/serve.js'
import { kindOf } from './stores.js'
import type { Tls } from './tls.js'

export interface HttpOptions {
  readonly aedes: Aedes
  readonly store: Store
  readonly config: ServeConfig
  /** Why nothing can be stored now; undefined where all is well. */
  readonly problem: () => Promise<unknown>
  /** Undefined: plain HTTP. */
  readonly tls?: Tls | undefined
}

const METHODS = ['GET', 'HEAD']

export function createHttp (options: HttpOptions): Server {
  const { config, tls } = options
  const settings = { headersTimeout: config.connectTimeout, noDelay: true }
  const blobs = new BlobsOverHttp({ root: config.root, hasAccounts: config.accounts, bytesMax: config.maxBlob, enter: options.aedes.handle })
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request)
    const answered = hasMqtt(config) && blobs.matches(path) ? blobs.respond(request, response, path) : respond(request, response, options)
    answered.catch((error: unknown) => answer(response, 500, { problem: messageOf(error) }))
  }
  const server = tls === undefined ? createServer(settings, listener) : createHttpsServer({ ...settings, handshakeTimeout: config.connectTimeout, ...tls.options }, listener)
  if (server instanceof TlsServer) tls?.serve(server)
  server.maxConnections = config.maxConnections
  if (hasMqtt(config)) server.on('upgrade', upgrade({ path: '/mqtt', allowOrigin: config.allowOrigin, maxPacket: config.maxPacket, enter: options.aedes.handle }))
  return server
}

async function respond (request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> {
  const path = pathOf(request)
  if (path !== '/healthz' && path !== '/asyncapi.yaml') return answer(response, 404, { problem: `there are /healthz, /asyncapi.yaml, /blobs/{sha256}${hasMqtt(options.config) ? ' and, for WebSocket, /mqtt' : ''}` })
  if (!METHODS.includes(request.method ?? '')) return answer(response.setHeader('allow', METHODS.join(', ')), 405, { problem: `${path} is read only` })
  if (path === '/asyncapi.yaml') {
    response.setHeader('content-type', 'application/yaml; charset=utf-8').end(await readFile(asyncapiPath))
    return
  }
  const health = await healthOf(options)
  answer(response, health.ready ? 200 : 503, health)
}

function answer (response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(`${JSON.stringify(body)}\n`)
}

interface Health { readonly ready: boolean, readonly problem?: string }

async function healthOf ({ aedes, store, config, problem: ask }: HttpOptions): Promise<Health> {
  const node = store.bus?.node
  const facts = { root: config.root, store: kindOf(config), ...node !== undefined && { node }, connections: aedes.connectedClients }
  const problem = await ask()
  return problem === undefined ? { ready: true, ...facts } : { ready: false, ...facts, problem: messageOf(problem) }
}

/** With a mosquitto.conf, MQTT is served where that says. */
function hasMqtt ({ mosquittoConf }: ServeConfig): boolean {
  return mosquittoConf === undefined
}

export interface UpgradeOptions {
  /** Undefined: any. */
  readonly path?: string
  readonly allowOrigin: readonly string[]
  readonly maxPacket: number
  readonly enter: (stream: Duplex, request: IncomingMessage) => unknown
}

/** MQTT 3.1.1, 6: WebSocket with the subprotocol `mqtt`; `mqttv3.1` is what clients of 3.1 say. */
export function upgrade ({ path, allowOrigin, maxPacket, enter }: UpgradeOptions): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxPacket,
    handleProtocols: protocols => ['mqtt', 'mqttv3.1'].find(protocol => protocols.has(protocol)) ?? false
  })
  return (request, socket, head) => {
    if (path !== undefined && pathOf(request) !== path) return refuse(socket, '404 Not Found')
    if (!mayConnect(request.headers.origin, allowOrigin)) return refuse(socket, '403 Forbidden')
    sockets.handleUpgrade(request, socket, head, webSocket => {
      enter(createWebSocketStream(webSocket), request)
    })
  }
}

/**
 * A browser connects for any page it shows, and tells which: without this, every page that someone
 * on this machine opens could command the fleet. Programs send no origin.
 */
function mayConnect (origin: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes('*') || allowed.includes(origin)) return true
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname)
}

function refuse (socket: Duplex, status: string): void {
  // From the upgrade on nobody else listens: who is gone before the answer would end the process.
  socket.on('error', () => {})
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

function pathOf ({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/'
}
