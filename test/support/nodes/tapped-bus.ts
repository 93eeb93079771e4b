/** A node's bus, listened to: what it sent, what it received and took in. It can lose messages, or hold them back. */
import type { Bus } from '../../../broker/store/bus.js'

type Send = Parameters<Bus['send']>

export class TappedBus {
  readonly send: Bus['send']
  /** Everything that was sent, as `kind` or `kind → node`. */
  readonly sent: string[] = []
  readonly #received: string[] = []
  readonly #waiting = new Set<{ what: string, got: () => void }>()
  #isSilent = false
  #holds: ((...send: Send) => boolean) | undefined

  /** Takes the place of the methods of `bus` itself. */
  constructor (bus: Bus) {
    const { send, listen } = bus
    this.send = send.bind(bus)
    bus.send = (...args) => {
      if (this.#isSilent) return
      if (this.#holds?.(...args) === true) return
      const [to, kind] = args
      this.sent.push(to === undefined ? kind : `${kind} → ${to}`)
      this.send(...args)
    }
    bus.listen = (kind, listener) => listen.call(bus, kind, (body, from) => {
      listener(body, from)
      this.#took(`${kind} from ${from}`)
    })
    bus.listen('mark', () => {})
  }

  /**
   * The next message that this is true of does not go out.
   * @returns what sends it after all
   */
  hold (which: (to: string | undefined, kind: string, body: string) => boolean): () => void {
    let held: Send | undefined
    this.#holds = (...args) => {
      const [to, kind, body] = args
      if (!which(to, kind, body.toString())) return false
      held = args
      this.#holds = undefined
      return true
    }
    return () => { if (held !== undefined) this.send(...held) }
  }

  /** Nothing goes out any more, as of a process that was killed. */
  fallSilent (): void {
    this.#isSilent = true
  }

  /** Resolves with the next such message that has been taken in here, or the last one that nobody asked for yet. */
  received (kind: string, from: string): Promise<void> {
    const what = `${kind} from ${from}`
    const at = this.#received.indexOf(what)
    if (at !== -1) {
      this.#received.splice(at, 1)
      return Promise.resolve()
    }
    return new Promise(resolve => { this.#waiting.add({ what, got: resolve }) })
  }

  #took (what: string): void {
    for (const waiting of this.#waiting) {
      if (waiting.what !== what) continue
      this.#waiting.delete(waiting)
      waiting.got()
      return
    }
    this.#received.push(what)
  }
}
