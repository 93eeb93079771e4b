/** Runs of workflows over servers that are killed in the middle of them, and devices that vanish. */
import { type MqttClient, connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { type Device, createDevice } from '../../device-client/device.js'
import { ServerProcess } from './support/server-process.js'
import { openForTwo } from './support/stores.js'

const ROOT = 'orchestra/v1'
const ELEMENTS = 300
const RUNS = 4
const SUM = ELEMENTS * (ELEMENTS + 1)

const steps = {
  list: { function: 'list', args: { n: '=input' } },
  part: { function: 'twice', after: ['list'], forEach: '=list.result', args: { n: '=item' }, parallel: 40 },
  join: { function: 'sum', after: ['part'], args: { all: '=part.results' } },
  check: { function: 'twice', after: ['join'], args: { n: '=join.result' } }
}

interface State { readonly state: string, readonly result?: unknown, readonly error?: unknown, readonly steps: { readonly part: { readonly done?: number } } }

/** What is retained of each run is told again after every connection: nothing that came in between is missed. */
class Watch {
  readonly #last = new Map<string, State>()
  readonly #waiting: (() => void)[] = []

  private constructor (private readonly client: MqttClient) {
    client.on('message', (topic, payload) => {
      if (payload.length === 0) return
      this.#last.set(topic.split('/').at(-1) ?? '', JSON.parse(payload.toString()) as State)
      for (const look of this.#waiting.splice(0)) look()
    })
  }

  static async on (t: Test, servers: readonly ServerProcess[]): Promise<Watch> {
    const options = { clientId: 'app', reconnectPeriod: 50, clean: true }
    const client = await connectAsync({ ...options, servers: servers.map(({ port }) => ({ host: '127.0.0.1', port, protocol: 'mqtt' as const })) })
    t.teardown(() => client.endAsync(true))
    return new Watch(client)
  }

  async submit (run: string, body: object): Promise<void> {
    await this.client.subscribeAsync(`${ROOT}/state/workflows/${run}`)
    await this.client.publishAsync(`${ROOT}/from/app/workflows/${run}/submit`, JSON.stringify(body), { qos: 1 })
  }

  async until (isWanted: (states: ReadonlyMap<string, State>) => boolean): Promise<void> {
    while (!isWanted(this.#last)) await new Promise<void>(resolve => { this.#waiting.push(resolve) })
  }

  async ended (run: string): Promise<State | undefined> {
    await this.until(states => !['executing', undefined].includes(states.get(run)?.state))
    return this.#last.get(run)
  }
}

/** @param calls how often each was called with what */
async function device (t: Test, servers: readonly ServerProcess[], id: string, calls: Map<string, number>): Promise<Device> {
  const count = (name: string): void => { calls.set(name, (calls.get(name) ?? 0) + 1) }
  const functions = {
    list: ({ n }: { n: number }) => Array.from({ length: n }, (_, at) => at + 1),
    twice: ({ n }: { n: number }) => {
      count(`twice ${n}`)
      return n * 2
    },
    sum: ({ all }: { all: number[] }) => {
      count('sum')
      return all.reduce((sum, one) => sum + one, 0)
    }
  }
  const made = createDevice({ broker: servers.map(({ port }) => `mqtt://127.0.0.1:${port}`), id, functions: functions as unknown as Parameters<typeof createDevice>[0]['functions'], capacity: 8, heartbeatMs: 1_000 })
  t.teardown(() => made.stop())
  await made.start()
  return made
}

const doneOf = (states: ReadonlyMap<string, State>): number => [...states.values()].reduce((sum, { steps }) => sum + (steps.part.done ?? 0), 0)

async function killedOver (t: Test, servers: readonly ServerProcess[], strikes: readonly ServerProcess[]): Promise<void> {
  const calls = new Map<string, number>()
  for (const id of ['d1', 'd2', 'd3']) await device(t, servers, id, calls)
  const watch = await Watch.on(t, servers)
  for (let n = 0; n < RUNS; n++) await watch.submit(`r${n}`, { input: ELEMENTS, steps, result: '=check.result' })
  for (const [n, server] of strikes.entries()) {
    await watch.until(states => doneOf(states) >= RUNS * ELEMENTS * (n + 1) / (strikes.length + 1))
    await server.kill()
    await server.start()
  }
  for (let n = 0; n < RUNS; n++) t.match(await watch.ended(`r${n}`), { state: 'completed', result: SUM * 2 }, `r${n}`)
  t.ok([...calls.values()].reduce((sum, one) => sum + one, 0) >= RUNS * (ELEMENTS + 2), 'each was done, some perhaps twice')
  t.comment(`${[...calls.values()].reduce((sum, one) => sum + one, 0) - RUNS * (ELEMENTS + 2)} of ${RUNS * (ELEMENTS + 2)} calls were made again after a kill`)
}

t.test('level: runs outlive kill -9 of the server, three times', async t => {
  const server = new ServerProcess(['--data', t.testdir()])
  t.teardown(() => server.kill())
  await server.start()
  await killedOver(t, [server], [server, server, server])
})

t.test('redis: runs outlive kill -9 of each of two nodes', async t => {
  const { args, others } = await openForTwo(t)
  const servers = [new ServerProcess(args), new ServerProcess(others[0])] as const
  for (const server of servers) {
    t.teardown(() => server.kill())
    await server.start()
  }
  await killedOver(t, servers, [servers[0], servers[1], servers[0]])
})

t.test('a device that vanishes in the middle: its elements go to others', async t => {
  const server = new ServerProcess(['--memory'])
  t.teardown(() => server.kill())
  await server.start()
  const watch = await Watch.on(t, [server])
  const calls = new Map<string, number>()
  const lost = await device(t, [server], 'lost', calls)
  const stuck = createDevice({ broker: `mqtt://127.0.0.1:${server.port}`, id: 'stuck', functions: { twice: async () => await new Promise(() => {}) }, capacity: 5, heartbeatMs: 1_000 })
  await stuck.start()
  await watch.submit('r', { input: 20, steps: { ...steps, part: { ...steps.part, onOffline: 'release', leaseMs: 60_000 } }, result: '=join.result' })
  await watch.until(states => (states.get('r')?.steps.part.done ?? 0) >= 15)
  await stuck.stop()
  t.match(await watch.ended('r'), { state: 'completed', result: 420 })
  await lost.stop()
})
