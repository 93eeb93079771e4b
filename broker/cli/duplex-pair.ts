/** Two ends of one wire within a process: what is written at one is read at the other. */
import { Duplex } from 'node:stream'

class End extends Duplex {
  other: End | undefined
  #taken: (() => void) | undefined

  override _read (): void {
    const taken = this.#taken
    this.#taken = undefined
    taken?.()
  }

  override _write (chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const { other } = this
    if (other === undefined || other.destroyed) return done()
    if (other.push(chunk)) done()
    else other.#taken = done
  }

  override _final (done: () => void): void {
    this.other?.push(null)
    done()
  }

  override _destroy (error: Error | null, done: (error: Error | null) => void): void {
    const { other } = this
    this.other = undefined
    this.#taken?.()
    if (other !== undefined && !other.destroyed) other.destroy()
    done(error)
  }
}

export function duplexPair (): readonly [Duplex, Duplex] {
  const [one, two] = [new End(), new End()]
  one.other = two
  two.other = one
  return [one, two]
}
