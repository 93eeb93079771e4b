/** What starts by the clock, over nodes that are killed: each time once, and none left out that was to be made up for. */
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { createDevice } from '../../device-client/device.js'
import { ServerProcess } from './support/server-process.js'
import { openForTwo } from './support/stores.js'

const ROOT = 'orchestra/v1'

/** @returns what the device was called for, as it comes */
async function counted (t: Test, servers: readonly ServerProcess[]): Promise<{ readonly times: number[], readonly until: (count: number) => Promise<void> }> {
  const times: number[] = []
  const waiting: (() => void)[] = []
  const note = (_args: unknown, { task }: { task: string }): number => {
    times.push(parseInt(task.split('-')[1] ?? '', 36))
    for (const look of waiting.splice(0)) look()
    return 1
  }
  const device = createDevice({ broker: servers.map(({ port }) => `mqtt://127.0.0.1:${port}`), id: 'clock', functions: { note }, capacity: 8, heartbeatMs: 1_000 })
  t.teardown(() => device.stop())
  await device.start()
  return { times, until: async count => { while (times.length < count) await new Promise<void>(resolve => { waiting.push(resolve) }) } }
}

async function put (t: Test, { port }: ServerProcess, content: object): Promise<void> {
  const client = await connectAsync({ host: '127.0.0.1', port, clientId: 'app', reconnectPeriod: 50 })
  t.teardown(() => client.endAsync(true))
  await client.publishAsync(`${ROOT}/from/app/schedules/tick/put`, JSON.stringify(content), { qos: 1 })
}

/** In step, each once. */
function checked (t: Test, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  t.equal(new Set(sorted).size, sorted.length, 'none twice')
  t.same(sorted.slice(1).map((at, n) => at - (sorted[n] ?? 0)), sorted.slice(1).map(() => 1_000), 'none left out')
}

const tick = { every: '1s', onMissed: 'all', onOverlap: 'queue', task: { function: 'note' } }

t.test('redis: two nodes, one of them killed in between', async t => {
  const { args, others } = await openForTwo(t)
  const servers = [new ServerProcess(args), new ServerProcess(others[0])] as const
  for (const server of servers) {
    t.teardown(() => server.kill())
    await server.start()
  }
  const { times, until } = await counted(t, servers)
  await put(t, servers[1], tick)
  await until(3)
  await servers[0].kill()
  await until(8)
  checked(t, times)
})

t.test('level: the server killed, and started again after some times have gone by', async t => {
  const server = new ServerProcess(['--data', t.testdir()])
  t.teardown(() => server.kill())
  await server.start()
  const { times, until } = await counted(t, [server])
  await put(t, server, tick)
  await until(2)
  await server.kill()
  // real time: what is missed is missed by it
  await new Promise(resolve => { setTimeout(resolve, 7_000) })
  await server.start()
  await until(10)
  checked(t, times)
})
