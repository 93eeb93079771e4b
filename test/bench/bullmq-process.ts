/**
 * A producer or a worker of BullMQ, each in a process of its own. The worker's
 * function is empty; the producer adds one job a call, many calls under way at
 * a time, and learns how many jobs are through so as not to run ahead. The Redis
 * client is the one we use, with command timeouts off: of those that BullMQ
 * takes, the fastest here.
 */
import { FlowProducer, Queue, Worker } from 'bullmq'
import { createClient } from 'redis'

export interface ProducerOrder { readonly run?: boolean, readonly through?: number, readonly probe?: boolean }
export interface ProducerSays { readonly added?: number, readonly probeAddedNs?: string }
export interface WorkerSays { readonly through?: number, readonly probeStartedNs?: string }

/** Calls of `add` that have not been answered. */
const ADDING_MAX = 200
/** Jobs that are not through, so that a worker never waits for the next one. */
const UNDER_WAY_MAX = 2_000
/** How often the worker says how many are through. */
const TOLD_EVERY_MS = 10

const PAYLOAD = 'x'.repeat(64)

const [role, url = '', concurrency = '', children = '0'] = process.argv.slice(2)
const name = `bench-${concurrency}-${children}`
const connection = createClient({ url, commandOptions: { timeout: undefined } })
const say = (what: ProducerSays | WorkerSays): void => { process.send?.(what) }
/** The same clock in both processes. */
const nowNs = (): string => process.hrtime.bigint().toString()

async function work (): Promise<void> {
  let through = 0
  let told = 0
  const worker = new Worker(name, async ({ name }) => {
    if (name === 'probe') say({ probeStartedNs: nowNs() })
  }, { connection, concurrency: Number(concurrency) })
  worker.on('completed', () => { through++ })
  worker.on('error', error => { throw error })
  setInterval(() => { if (through !== told) say({ through: told = through }) }, TOLD_EVERY_MS)
  await worker.waitUntilReady()
}

class Producer {
  readonly #queue: Queue
  #adding = 0
  #added = 0
  #through = 0
  #running = false

  // As an orchestrator's ended tasks here: nothing grows while it is measured.
  constructor () {
    this.#queue = new Queue(name, { connection, defaultJobOptions: { removeOnComplete: true } })
  }

  async start (): Promise<void> {
    await this.#queue.waitUntilReady()
    process.on('message', (order: ProducerOrder) => this.#obey(order))
  }

  #obey ({ run = this.#running, through = this.#through, probe = false }: ProducerOrder): void {
    const stopped = this.#running && !run
    this.#running = run
    this.#through = through
    if (probe) this.#probe()
    if (run) this.#fill()
    else if (stopped) this.#sayWhenAdded()
  }

  #fill (): void {
    while (this.#adding < ADDING_MAX && this.#added - this.#through < UNDER_WAY_MAX) this.#add('work')
  }

  #probe (): void {
    say({ probeAddedNs: nowNs() })
    this.#add('probe')
  }

  #add (job: string): void {
    this.#adding++
    this.#added++
    this.#queue.add(job, { payload: PAYLOAD }).then(() => {
      this.#adding--
      if (this.#running) this.#fill()
      else this.#sayWhenAdded()
    }, fail)
  }

  #sayWhenAdded (): void {
    if (this.#adding === 0) say({ added: this.#added })
  }
}

/** One flow after the other: so many children, and the parent that waits for them. */
class Flows {
  readonly #flows = new FlowProducer({ connection })
  #added = 0
  #through = 0
  #running = false

  async start (): Promise<void> {
    await this.#flows.waitUntilReady()
    process.on('message', ({ run = this.#running, through = this.#through }: ProducerOrder) => {
      const begins = !this.#running && run
      const ended = through === this.#added && through !== this.#through
      this.#running = run
      this.#through = through
      if (run ? begins || ended : false) this.#add().catch(fail)
      if (!run) say({ added: this.#added })
    })
  }

  async #add (): Promise<void> {
    const opts = { removeOnComplete: true }
    const jobs = Array.from({ length: Number(children) }, () => ({ name: 'work', queueName: name, data: { payload: PAYLOAD }, opts }))
    this.#added += jobs.length + 1
    await this.#flows.add({ name: 'join', queueName: name, data: {}, opts, children: jobs })
  }
}

function fail (error: unknown): never {
  throw error
}

process.on('disconnect', () => process.exit())
await (role === 'worker' ? work() : Number(children) > 0 ? new Flows().start() : new Producer().start())
say({})
