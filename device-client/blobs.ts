// Blobs over MQTT: uploaded and downloaded in chunks, some at a time, from where a lost connection left them. What comes is
// only given out once its SHA-256 is the one that was asked for.

import { createHash } from 'node:crypto'
import type { BlobAccepted, BlobGetAccepted } from '../schemas/index.js'
import { RequestError } from './failures.js'
import type { Clock } from './platform/clock.js'

export interface BlobOptions {
  /** Bytes of one chunk, 256 to 131,072; 32,768 by default. The other side may want smaller ones. */
  chunk?: number
  /** After each chunk: how much of it is there. */
  progress?: (have: number, bytes: number) => void
}

export interface BlobPeer {
  readonly clock: Clock
  ask<T> (path: string, body: object): Promise<T>
  askBytes<T> (path: string, bytes: Buffer): Promise<T>
}

const defaultChunk = 32_768
/** Chunks that are under way at the same time. */
const window = 8
/** How often an upload begins again where it has come to: somebody else may send the same under the same name. */
const triesMax = 5
/** Without a chunk for so long, those that are missing are asked for again. */
const silenceMs = 3_000

export function hashOf (bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

interface Incoming {
  readonly parts: Map<number, Buffer>
  came: () => void
}

export class Blobs {
  readonly #incoming = new Map<string, Incoming>()

  constructor (private readonly peer: BlobPeer) {}

  /** Resolves with its SHA-256 once all of it is stored. What is there already is not sent. */
  async upload (bytes: Buffer, { chunk = defaultChunk, progress = () => {} }: BlobOptions = {}): Promise<string> {
    const hash = hashOf(bytes)
    for (let triesLeft = triesMax; ; triesLeft--) {
      const begun = await this.peer.ask<BlobAccepted>(`blobs/${hash}/put`, { bytes: bytes.length, chunk })
      if (begun.have === bytes.length) return hash
      try {
        await this.#send(hash, bytes, begun, progress)
        return hash
      } catch (error) {
        if (!(error instanceof RequestError) || error.code !== 'out-of-order' || triesLeft === 1) throw error
      }
    }
  }

  async #send (hash: string, bytes: Buffer, { have, chunk }: BlobAccepted, progress: (have: number, bytes: number) => void): Promise<void> {
    let next = have
    const one = async (): Promise<void> => {
      while (next < bytes.length) {
        const offset = next
        next += chunk
        const answer = await this.peer.askBytes<BlobAccepted>(`blobs/${hash}/${offset}`, bytes.subarray(offset, offset + chunk))
        progress(answer.have, bytes.length)
      }
    }
    const outcomes = await Promise.allSettled(Array.from({ length: window }, one))
    const failed = outcomes.find(outcome => outcome.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  /** @throws RequestError where there is no such blob, or what came is not what was asked for */
  async download (hash: string, { chunk = defaultChunk, progress = () => {} }: BlobOptions = {}): Promise<Buffer> {
    if (this.#incoming.has(hash)) throw new RequestError('conflict', 'this blob is being downloaded already')
    const parts = new Map<number, Buffer>()
    const incoming: Incoming = { parts, came: () => {} }
    this.#incoming.set(hash, incoming)
    try {
      const whole: Buffer[] = []
      let at = 0
      let { bytes } = await this.peer.ask<BlobGetAccepted>(`blobs/${hash}/get`, { count: 0 })
      while (at < bytes) {
        const asked = await this.peer.ask<BlobGetAccepted>(`blobs/${hash}/get`, { offset: at, chunk, count: window })
        bytes = asked.bytes
        await this.#arrived(incoming, asked)
        for (let part = parts.get(at); part !== undefined; part = parts.get(at)) {
          parts.delete(at)
          whole.push(part)
          at += part.length
        }
        parts.clear()
        progress(at, bytes)
      }
      const all = Buffer.concat(whole)
      if (hashOf(all) !== hash) throw new RequestError('hash-mismatch', `what came has the SHA-256 ${hashOf(all)}`)
      return all
    } finally {
      this.#incoming.delete(hash)
    }
  }

  /** Whether it was part of a blob, below the own branch. */
  receive (path: string, bytes: Buffer): boolean {
    const [, hash, offset] = /^blobs\/([0-9a-f]{64})\/(\d{1,15})$/.exec(path) ?? []
    if (hash === undefined) return false
    const incoming = this.#incoming.get(hash)
    incoming?.parts.set(Number(offset), bytes)
    incoming?.came()
    return true
  }

  /** Until all of them are there, or nothing comes any more. */
  async #arrived (incoming: Incoming, { offset, chunk, count }: BlobGetAccepted): Promise<void> {
    const isThere = (): boolean => Array.from({ length: count }, (_, index) => offset + index * chunk).every(start => incoming.parts.has(start))
    while (!isThere()) {
      const isSilent = await new Promise<boolean>(resolve => {
        const alarm = this.peer.clock.after(silenceMs, () => resolve(true))
        incoming.came = () => {
          alarm.cancel()
          resolve(false)
        }
      })
      if (isSilent) return
    }
  }
}
