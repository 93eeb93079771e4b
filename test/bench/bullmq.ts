/** BullMQ as a peer: its processes, and the same load and probe as ours. It is its own load generator. */
import type { ProducerOrder, ProducerSays, WorkerSays } from './bullmq-process.js'
import type { Load } from './loads.js'
import { Script } from './process.js'

export class BullMq implements Load {
  completed = 0
  readonly packets = 0
  #added: number | undefined
  #drained: () => void = () => {}
  #probed: (ms: number) => void = () => {}
  #probeAddedNs = 0n
  #probeStartedNs = 0n

  private constructor (readonly name: string, private readonly producer: Script, private readonly worker: Script) {
    producer.on(said => this.#produced(said))
    worker.on(said => this.#worked(said))
  }

  /** @param children of each flow; without it: jobs */
  static async start (redisUrl: string, concurrency: number, children = 0): Promise<BullMq> {
    const [producer, worker] = await Promise.all(['producer', 'worker'].map(role =>
      Script.start('bullmq-process', [role, redisUrl, `${concurrency}`, `${children}`])))
    return new BullMq(children > 0 ? 'fan-out' : `concurrency ${concurrency}`, producer!.script, worker!.script)
  }

  get pids (): readonly number[] {
    return [this.producer.pid, this.worker.pid]
  }

  start (): void {
    this.#added = undefined
    this.#order({ run: true })
  }

  stop (): Promise<void> {
    this.#order({ run: false })
    return new Promise(resolve => { this.#drained = resolve })
  }

  /** From a call of `add` to the call of the worker's function, in ms, once the job is through. */
  probe (): Promise<number> {
    this.#order({ probe: true })
    return new Promise(resolve => { this.#probed = resolve })
  }

  async end (): Promise<void> {
    await Promise.all([this.producer.stop(), this.worker.stop()])
  }

  #order (order: ProducerOrder): void {
    this.producer.tell(order)
  }

  #produced ({ added, probeAddedNs }: ProducerSays): void {
    if (probeAddedNs !== undefined) this.#probeAddedNs = BigInt(probeAddedNs)
    if (added === undefined) return
    this.#added = added
    this.#drainedAt()
  }

  #worked ({ through, probeStartedNs }: WorkerSays): void {
    if (probeStartedNs !== undefined) this.#probeStartedNs = BigInt(probeStartedNs)
    if (through === undefined) return
    this.completed = through
    this.#order({ through })
    this.#probed(Number(this.#probeStartedNs - this.#probeAddedNs) / 1e6)
    this.#drainedAt()
  }

  #drainedAt (): void {
    if (this.#added === this.completed) this.#drained()
  }
}
