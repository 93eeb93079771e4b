/**
 * Blobs over HTTP: `PUT` and `GET /blobs/{sha256}`. Behind each request stands an
 * MQTT client of this process with the credentials of the request, so that who
 * may what, and how much, is what it is over MQTT.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type App, RequestError, createApp } from '../../device-client/app.js'
import { hashOf } from '../../device-client/blobs.js'
import { isId } from '../../schemas/index.js'
import { type Enter, inProcess } from './in-process.js'

export interface BlobsOptions {
  readonly root: string
  readonly hasAccounts: boolean
  /** Bytes of one blob. */
  readonly bytesMax: number
  readonly enter: Enter
}

/** Without accounts, who says no name is this. */
const ANYBODY = 'http'
const PATH = /^\/blobs\/([0-9a-f]{64})$/
const METHODS = ['GET', 'HEAD', 'PUT']
/** Each is held in memory. */
const AT_ONCE_MAX = 8
const TIMEOUT_MS = 30_000
const CHUNK = 65_536

const STATUS: Readonly<Record<string, number>> = { forbidden: 403, 'unknown-blob': 404, timeout: 503, 'too-large': 413, 'hash-mismatch': 422, quota: 429, unavailable: 503, conflict: 409 }

class HttpError extends Error {
  constructor (readonly status: number, readonly code: string, message: string, readonly headers: Readonly<Record<string, string>> = {}) {
    super(message)
  }
}

export class BlobsOverHttp {
  readonly #options: BlobsOptions
  #busy = 0

  constructor (options: BlobsOptions) {
    this.#options = options
  }

  matches (path: string): boolean {
    return path.startsWith('/blobs/')
  }

  async respond (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    try {
      await this.#respond(request, response, path)
    } catch (error) {
      if (response.headersSent || response.destroyed) {
        response.destroy()
        return
      }
      const { status, code, message, headers } = failureOf(error)
      // What is still on its way of a body that nobody wants.
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers }).end(`${JSON.stringify({ code, message })}\n`)
    }
  }

  async #respond (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { bytesMax } = this.#options
    const [, hash] = PATH.exec(path) ?? []
    if (hash === undefined) throw new HttpError(404, 'unknown-blob', 'a blob is named by its SHA-256: 64 digits 0-9 a-f')
    const { method = '' } = request
    if (!METHODS.includes(method)) throw new HttpError(405, 'unknown-command', `${method} is none of ${METHODS.join(', ')}`, { allow: METHODS.join(', ') })
    if (method === 'PUT' && Number(request.headers['content-length'] ?? 0) > bytesMax) throw new HttpError(413, 'too-large', `a blob may have ${bytesMax} bytes at the most`)
    if (this.#busy >= AT_ONCE_MAX) throw new HttpError(503, 'unavailable', 'as many transfers as there may be at once are under way', { 'retry-after': '1' })
    this.#busy++
    try {
      await this.#withApp(request, app => method === 'PUT' ? put(app, hash, request, response, bytesMax) : give(app, hash, method, response))
    } finally {
      this.#busy--
    }
  }

  async #withApp (request: IncomingMessage, use: (app: App) => Promise<void>): Promise<void> {
    const { root, hasAccounts, enter } = this.#options
    const { name, password } = credentialsOf(request)
    if (name === undefined && hasAccounts) throw unauthorized('say who you are: Authorization: Basic')
    const id = name ?? ANYBODY
    if (!isId(id)) throw unauthorized(`${id} is no name of an account`)
    const refused = new AbortController()
    const ended = new Promise<never>((_resolve, reject) => refused.signal.addEventListener('abort', () => reject(refused.signal.reason)))
    const app = createApp({ broker: inProcess(enter, request), id, root, timeoutMs: TIMEOUT_MS, ...password !== undefined && { password }, problem: error => refused.abort(unauthorized(error.message)) })
    try {
      await Promise.race([ended, use(app)])
    } finally {
      await app.close()
    }
  }
}

async function put (app: App, hash: string, request: IncomingMessage, response: ServerResponse, bytesMax: number): Promise<void> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > bytesMax) throw new HttpError(413, 'too-large', `a blob may have ${bytesMax} bytes at the most`)
    parts.push(part)
  }
  const whole = Buffer.concat(parts)
  const is = hashOf(whole)
  if (is !== hash) throw new HttpError(422, 'hash-mismatch', `what came has the SHA-256 ${is}`)
  await app.blobs.put(whole, { chunk: CHUNK })
  response.writeHead(201, { 'content-type': 'application/json' }).end(`${JSON.stringify({ blob: hash, bytes })}\n`)
}

async function give (app: App, hash: string, method: string, response: ServerResponse): Promise<void> {
  const whole = await app.blobs.get(hash, { chunk: CHUNK })
  // What is named by its hash never changes.
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': whole.length, etag: `"${hash}"`, 'cache-control': 'private, immutable' })
  response.end(method === 'HEAD' ? undefined : whole)
}

function credentialsOf ({ headers: { authorization = '' } }: IncomingMessage): { readonly name?: string, readonly password?: string } {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? []
  if (encoded === undefined) return {}
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  return colon === -1 ? { name: text } : { name: text.slice(0, colon), password: text.slice(colon + 1) }
}

function unauthorized (message: string): HttpError {
  return new HttpError(401, 'forbidden', message, { 'www-authenticate': 'Basic realm="orchestra", charset="UTF-8"' })
}

function failureOf (error: unknown): Pick<HttpError, 'status' | 'code' | 'message' | 'headers'> {
  if (error instanceof HttpError) return error
  if (error instanceof RequestError) return { status: STATUS[error.code] ?? 400, code: error.code, message: error.message, headers: {} }
  return { status: 500, code: 'internal', message: error instanceof Error ? error.message : String(error), headers: {} }
}
