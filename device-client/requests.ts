// Commands and their answers, paired by `ref`. Commands are idempotent, so whatever has no answer yet is simply sent again
// after each reconnecting, and from time to time: that is how nothing gets lost, and nothing is done twice.

import { errors, type Rejected } from '../schemas/index.js'
import { RequestError } from './failures.js'
import { randomHex, type Alarm, type Clock } from './platform/clock.js'

export interface RequestsOptions {
  readonly clock: Clock
  readonly payloadBytesMax: number
  /** To `from/{me}/{path}`; dropped while there is no connection. */
  send (path: string, payload: string | Buffer): void
}

interface Pending {
  readonly path: string
  readonly payload: string | Buffer
  sentAt: number
  tries: number
  /** Why it was sent again. */
  rejection?: Rejected
  readonly timeout: Alarm
  readonly resolve: (answer: never) => void
  readonly reject: (error: RequestError) => void
}

const resendMs = 10_000
const retryAfterMs = 1_000

export class Requests {
  #count = 0
  #closed = false
  #sweep: Alarm | undefined
  readonly #pending = new Map<string, Pending>()
  /** Several connections of one principal see each other's answers. */
  readonly #prefix = `${randomHex(4)}.`

  constructor (readonly options: RequestsOptions) {}

  request<T> (path: string, body: object, timeoutMs: number): Promise<T> {
    const ref = this.#newRef()
    return this.#begin(ref, path, JSON.stringify({ ...body, ref }), timeoutMs)
  }

  /** Bytes as they are: their answer is known by its topic, so one at a time may be under way for each. */
  requestBytes<T> (path: string, bytes: Buffer, timeoutMs: number): Promise<T> {
    return this.#begin(this.#newRef(), path, bytes, timeoutMs)
  }

  #newRef (): string {
    return this.#prefix + (this.#count++).toString(36)
  }

  #begin<T> (ref: string, path: string, payload: string | Buffer, timeoutMs: number): Promise<T> {
    const bytes = Buffer.byteLength(payload)
    if (this.#closed) return Promise.reject(new RequestError('closed', 'the app is closed'))
    if (bytes > this.options.payloadBytesMax) {
      return Promise.reject(new RequestError('too-large', `${path} takes ${bytes} bytes, ${this.options.payloadBytesMax} may travel`))
    }
    return new Promise<T>((resolve, reject) => {
      const timeout = this.options.clock.after(timeoutMs, () => this.#timedOut(ref, `${path} within ${timeoutMs} ms`))
      this.#pending.set(ref, { path, payload, sentAt: 0, tries: 0, timeout, resolve, reject })
      this.#send(ref)
      this.#sweep ??= this.options.clock.after(resendMs, () => this.#resendOld())
    })
  }

  connected (): void {
    for (const ref of this.#pending.keys()) this.#send(ref)
  }

  /** Whether it was the answer to a request. */
  receive (path: string, payload: object): boolean {
    const accepted = path.endsWith('/accepted') || path === 'welcome'
    if (!accepted && !path.endsWith('rejected')) return false
    const ref = (payload as { ref?: string }).ref ?? this.#refOf(path)
    const pending = this.#pending.get(ref)
    if (!pending) return false
    if (accepted) this.#settle(ref)?.resolve(payload as never)
    else this.#rejected(ref, pending, payload as Rejected)
    return true
  }

  close (): void {
    this.#closed = true
    this.#sweep?.cancel()
    for (const ref of [...this.#pending.keys()]) this.#fail(ref, new RequestError('closed', 'the app was closed before the answer came'))
  }

  #send (ref: string): void {
    const pending = this.#pending.get(ref)
    if (!pending) return
    pending.sentAt = this.options.clock.monotonicMs()
    this.options.send(pending.path, pending.payload)
  }

  #rejected (ref: string, pending: Pending, rejection: Rejected): void {
    const { code, message = errors[code]?.meaning ?? code, retryAfterMs: pauseMs = retryAfterMs } = rejection
    // A defect may be passing, but not for ever.
    const again = errors[code]?.retryable && (code !== 'internal' || pending.tries === 0)
    if (!again) return this.#fail(ref, new RequestError(code, message, rejection))
    pending.tries++
    pending.rejection = rejection
    this.options.clock.after(pauseMs, () => this.#send(ref))
  }

  #timedOut (ref: string, what: string): void {
    const rejection = this.#pending.get(ref)?.rejection
    const message = rejection === undefined ? `no answer to ${what}` : `nothing but refusals of ${what}: ${rejection.code}, ${rejection.message}`
    this.#fail(ref, new RequestError('timeout', message, rejection))
  }

  #fail (ref: string, error: RequestError): void {
    this.#settle(ref)?.reject(error)
  }

  #settle (ref: string): Pending | undefined {
    const pending = this.#pending.get(ref)
    pending?.timeout.cancel()
    this.#pending.delete(ref)
    return pending
  }

  /** A command that could not be parsed is rejected without its ref. */
  #refOf (answerPath: string): string {
    const path = answerPath.replace(/\/(accepted|rejected)$/, '')
    for (const [ref, pending] of this.#pending) if (pending.path === path) return ref
    return ''
  }

  #resendOld (): void {
    const before = this.options.clock.monotonicMs() - resendMs / 2
    for (const [ref, { sentAt }] of this.#pending) if (sentAt < before) this.#send(ref)
    this.#sweep = this.#pending.size > 0 ? this.options.clock.after(resendMs, () => this.#resendOld()) : undefined
  }
}
