/**
 * Order. Commands about one entity are decided in the order in which they came,
 * though the packets of one read come at the same time and a store may answer
 * later. Exclusive keys wait for everybody, shared ones for exclusive ones only.
 * Where nothing waits and the store answers at once, nothing here is allocated.
 */
import type { Order } from '../core/command.js'
import type { Awaitable } from '../core/records.js'

interface Queue {
  /** Settles when the last exclusive job is done. */
  exclusive: Promise<unknown> | undefined
  /** Jobs that share the key, since that exclusive one. */
  shared: Promise<unknown>[]
}

const NOTHING: readonly Promise<unknown>[] = []
/**
 * A map that is filled and emptied all the time leaves its old tables behind,
 * each leading to the next: once one of them has got old, all that follow do,
 * with all that was in them. One that is young knows nothing of that.
 */
const RENEWED_AFTER = 1_000

export class Sequencer {
  #queues = new Map<string, Queue>()
  #added = 0

  run<C, T> (orderOf: (command: C) => Order | undefined, command: C, job: () => Awaitable<T>): Awaitable<T> {
    const before = this.#before(orderOf, command)
    const result = before.length === 0 ? job() : Promise.allSettled(before).then(job)
    if (!(result instanceof Promise)) return result
    const order = orderOf(command)
    if (order !== undefined) this.#enter(order, result)
    return result
  }

  #before<C> (orderOf: (command: C) => Order | undefined, command: C): readonly Promise<unknown>[] {
    const order = this.#queues.size === 0 ? undefined : orderOf(command)
    return order === undefined ? NOTHING : [...this.#exclusiveBefore(order.exclusive), ...this.#sharedBefore(order.shared)]
  }

  #exclusiveBefore (key: string): Promise<unknown>[] {
    const queue = this.#queues.get(key)
    if (queue === undefined) return []
    return queue.exclusive === undefined ? [...queue.shared] : [queue.exclusive, ...queue.shared]
  }

  #sharedBefore (key: string | undefined): Promise<unknown>[] {
    const exclusive = key === undefined ? undefined : this.#queues.get(key)?.exclusive
    return exclusive === undefined ? [] : [exclusive]
  }

  #enter ({ exclusive, shared }: Order, job: Promise<unknown>): void {
    const queue = this.#queue(exclusive)
    queue.exclusive = job
    if (queue.shared.length > 0) queue.shared = []
    if (shared !== undefined) this.#queue(shared).shared.push(job)
    const leave = (): void => this.#leave(exclusive, shared, job)
    job.then(leave, leave)
  }

  #queue (key: string): Queue {
    let queue = this.#queues.get(key)
    if (queue === undefined) {
      if (++this.#added % RENEWED_AFTER === 0) this.#queues = new Map(this.#queues)
      this.#queues.set(key, queue = { exclusive: undefined, shared: [] })
    }
    return queue
  }

  #leave (exclusive: string, shared: string | undefined, job: Promise<unknown>): void {
    for (const key of shared === undefined ? [exclusive] : [exclusive, shared]) {
      const queue = this.#queues.get(key)
      if (queue === undefined) continue
      if (queue.exclusive === job) queue.exclusive = undefined
      if (queue.shared.includes(job)) queue.shared = queue.shared.filter(one => one !== job)
      if (queue.exclusive === undefined && queue.shared.length === 0) this.#queues.delete(key)
    }
  }
}
