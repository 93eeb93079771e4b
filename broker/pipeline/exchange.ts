/**
 * What the nodes of one store tell each other about devices and work. All of it
 * can be lost: devices are read from the store after a gap, lanes are reviewed
 * at every sweep, and what a device holds is counted again from time to time.
 */
import type { Device } from '../core/device.js'
import type { Note } from '../core/effects.js'
import type { Store } from '../store/store.js'

export type Word =
  /** A lane has work that its node can't place. */
  | { readonly type: 'work', readonly lane: string }
  /** The record of a device has changed. */
  | { readonly type: 'device', readonly id: string, readonly device: Device | null }
  /** An account has changed. */
  | { readonly type: 'account', readonly id: string }
  /** A queue is paused now, or not any more. */
  | { readonly type: 'queue', readonly id: string }
  /** A deployment that listens to topics has changed. */
  | { readonly type: 'deployment', readonly id: string }
  /** To the node that carries a run on: which of its work has ended. */
  | { readonly type: 'ended', readonly run: string, readonly ended: readonly object[] }
  /** To the node that serves the device: what was said of it here. */
  | { readonly type: 'note', readonly note: Extract<Note, { type: 'credit' | 'load' | 'spoke' }> }
  /** To the node that serves the device: a task that it holds has changed here, or is held no more. */
  | { readonly type: 'task', readonly device: string, readonly isReleased: boolean, readonly emits: string | undefined }

const KIND = 'pipeline'

export class Exchange {
  /** Undefined where there is but one process. */
  readonly node: string | undefined
  readonly #bus: Store['bus']
  readonly #hasOthers: () => boolean

  constructor ({ bus }: Store, hasOthers: () => boolean) {
    this.node = bus?.node
    this.#bus = bus
    this.#hasOthers = hasOthers
  }

  /** To one node, or to all others. */
  tell (to: string | undefined, word: Word): void {
    // Who serves which device everybody must learn, and what somebody may do, also a node that has just been taken for gone.
    if (word.type === 'device' || word.type === 'account' || word.type === 'queue' || word.type === 'deployment' || this.#hasOthers()) this.#bus?.send(to, KIND, JSON.stringify(word))
  }

  listen (heard: (word: Word) => void, gap: () => void): void {
    this.#bus?.listen(KIND, body => heard(JSON.parse(body.toString()) as Word))
    this.#bus?.onGap(gap)
  }
}
