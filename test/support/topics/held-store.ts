/**
 * A store whose writes a test holds back, or lets fail. What is applied is seen
 * by everybody inside; nobody outside may be told before it is written.
 */
import { type Store, StoreUnavailable } from '../../../broker/index.js'

export class HeldWrites {
  #written: Promise<void> | undefined
  #settle: { release: () => void, fail: () => void } | undefined

  readonly wrap = (store: Store): Store => new Proxy(store, {
    get: (target, name) => {
      if (name === 'flushed') return () => this.#written ?? target.flushed()
      const member = Reflect.get(target, name) as unknown
      return typeof member === 'function' ? member.bind(target) as unknown : member
    }
  })

  hold (): void {
    this.#written = new Promise((resolve, reject) => {
      this.#settle = { release: resolve, fail: () => reject(new StoreUnavailable('held back by the test')) }
    })
    this.#written.catch(() => {})
  }

  release (): void {
    this.#settle?.release()
    this.#written = undefined
  }

  fail (): void {
    this.#settle?.fail()
    this.#written = undefined
  }
}
