/** A limited queue over nodes that are killed: never more at once than it may, and all of it is done in the end. */
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { createDevice } from '../../device-client/device.js'
import { ServerProcess } from './support/server-process.js'
import { openForTwo } from './support/stores.js'

const ROOT = 'orchestra/v1'
const [TASKS, RUNNING, WORK_MS] = [40, 3, 100]

/** Devices that note how many of them work at once. */
async function workers (t: Test, servers: readonly ServerProcess[]): Promise<{ readonly most: () => number, readonly done: Promise<void> }> {
  let [working, most] = [0, 0]
  const ended = new Set<string>()
  let isDone: () => void = () => {}
  const done = new Promise<void>(resolve => { isDone = resolve })
  const work = async (_args: unknown, { task }: { task: string }): Promise<number> => {
    most = Math.max(most, ++working)
    await new Promise(resolve => { setTimeout(resolve, WORK_MS) }) // real time: how long the work takes
    working--
    ended.add(task)
    if (ended.size === TASKS) isDone()
    return 1
  }
  for (const [n, { port }] of [...servers, ...servers].entries()) {
    const others = servers.map(({ port }) => `mqtt://127.0.0.1:${port}`)
    const device = createDevice({ broker: [`mqtt://127.0.0.1:${port}`, ...others], id: `worker-${n}`, functions: { work }, capacity: 4, queues: ['gpu'], heartbeatMs: 1_000 })
    t.teardown(() => device.stop())
    await device.start()
  }
  return { most: () => most, done }
}

async function limited (t: Test, { port }: ServerProcess): Promise<void> {
  const client = await connectAsync({ host: '127.0.0.1', port, clientId: 'app' })
  t.teardown(() => client.endAsync(true))
  const say = async (topic: string, body: object): Promise<void> => { await client.publishAsync(`${ROOT}/from/app/${topic}`, JSON.stringify(body), { qos: 1 }) }
  await say('queues/gpu/limit', { running: RUNNING })
  await Promise.all(Array.from({ length: TASKS }, (_, n) => say(`tasks/t${n}/submit`, { function: 'work', queue: 'gpu', maxAttempts: 9, backoffMs: 0 })))
}

t.test('redis: two nodes, one of them killed in between', async t => {
  const { args, others } = await openForTwo(t)
  const servers = [new ServerProcess(args), new ServerProcess(others[0])] as const
  for (const server of servers) {
    t.teardown(() => server.kill())
    await server.start()
  }
  const { most, done } = await workers(t, servers)
  await limited(t, servers[1])
  await new Promise(resolve => { setTimeout(resolve, 4 * WORK_MS) }) // real time: in the middle of it
  await servers[0].kill()
  await done
  t.equal(most(), RUNNING)
})

t.test('level: the server killed and started again', async t => {
  const server = new ServerProcess(['--data', t.testdir()])
  t.teardown(() => server.kill())
  await server.start()
  const { most, done } = await workers(t, [server])
  await limited(t, server)
  await new Promise(resolve => { setTimeout(resolve, 4 * WORK_MS) }) // real time: in the middle of it
  await server.kill()
  await server.start()
  await done
  t.equal(most(), RUNNING)
})
