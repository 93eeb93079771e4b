/** Services over devices and servers that are killed: as many as are wanted, never more, each started again where its device is lost and nowhere else. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type MqttClient, connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { ServerProcess } from './support/server-process.js'
import { openForTwo } from './support/stores.js'

const ROOT = 'orchestra/v1'
const WANTED = 2
const program = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

/** It notes its begin, and goes on until it is to end. */
const METER = `import { appendFileSync } from 'node:fs'
export default async ({ log }, { task, signal, progress }) => {
  appendFileSync(log, task + '\\n')
  let percent = 0
  const goesOn = setInterval(() => progress(percent++ % 100), 500)
  await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))
  clearInterval(goesOn)
}
`

interface State { readonly state: string, readonly executing: number, readonly each: readonly { readonly instance: number, readonly state: string, readonly device?: string, readonly task?: string, readonly restarts: number }[] }

class Watch {
  most = 0
  last: State | undefined
  readonly #waiting: (() => void)[] = []
  readonly #goingOn = new Set<string>()

  private constructor (private readonly client: MqttClient) {
    client.on('message', (topic, payload, { retain }) => {
      if (payload.length === 0) return
      if (topic.includes('/state/tasks/')) return this.#noted(topic.split('/').at(-1) ?? '', retain)
      this.last = JSON.parse(payload.toString()) as State
      this.most = Math.max(this.most, new Set(this.last.each.filter(({ state }) => state === 'executing').map(({ device }) => device)).size)
      for (const look of this.#waiting.splice(0)) look()
    })
  }

  static async on (t: Test, servers: readonly ServerProcess[]): Promise<Watch> {
    const client = await connectAsync({ clientId: 'app', reconnectPeriod: 50, clean: true, servers: servers.map(({ port }) => ({ host: '127.0.0.1', port, protocol: 'mqtt' as const })) })
    t.teardown(() => client.endAsync(true))
    await client.subscribeAsync(`${ROOT}/state/services/meter`)
    return new Watch(client)
  }

  async put (log: string): Promise<void> {
    await this.client.publishAsync(`${ROOT}/from/app/services/meter/put`, JSON.stringify({ function: 'meter', instances: WANTED, spread: true, leaseMs: 20_000, backoffMs: 100, args: { log } }), { qos: 1 })
  }

  #noted (task: string, isRetained: boolean): void {
    if (!isRetained) this.#goingOn.add(task)
    for (const look of this.#waiting.splice(0)) look()
  }

  /** Each of these says something new of itself. */
  async goOn (tasks: readonly string[]): Promise<void> {
    this.#goingOn.clear()
    await this.client.subscribeAsync(tasks.map(task => `${ROOT}/state/tasks/${task}`))
    while (!tasks.every(task => this.#goingOn.has(task))) await new Promise<void>(resolve => { this.#waiting.push(resolve) })
  }

  /** @returns who executes it */
  async until (isWanted: (state: State) => boolean): Promise<readonly string[]> {
    while (this.last === undefined || !isWanted(this.last)) await new Promise<void>(resolve => { this.#waiting.push(resolve) })
    return this.last.each.flatMap(({ device }) => device ?? [])
  }
}

function startDevice (t: Test, id: string, servers: readonly ServerProcess[], functions: string): ChildProcess {
  const brokers = servers.flatMap(({ port }) => ['--broker', `mqtt://127.0.0.1:${port}`])
  const child = spawn(process.execPath, [program, 'device', '--id', id, '--functions', functions, '--log-level', 'silent', '--heartbeat', '1s', ...brokers], { stdio: 'ignore' })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

const allRun = ({ executing, each }: State): boolean => executing === WANTED && each.every(({ state }) => state === 'executing')

async function proven (t: Test, servers: readonly ServerProcess[], killServer: () => Promise<void>): Promise<void> {
  const functions = t.testdir({ 'meter.mjs': METER })
  const log = join(t.testdirName, 'begun.txt')
  await writeFile(log, '')
  const begun = async (): Promise<readonly string[]> => (await readFile(log, 'utf8')).split('\n').slice(0, -1)
  const devices = new Map(['a', 'b', 'c'].map(id => [id, startDevice(t, id, servers, functions)]))
  const watch = await Watch.on(t, servers)
  await watch.put(log)
  const first = await watch.until(allRun)
  t.equal(new Set(first).size, WANTED, 'no two on one device')
  const running = (): readonly string[] => watch.last?.each.flatMap(({ task }) => task ?? []) ?? []
  await watch.goOn(running())
  t.same(new Set(await begun()), new Set(running()))

  const lost = devices.get(first[0] ?? '')
  if (lost === undefined) throw new Error(`nobody of ours executes it: ${first.join(', ')}`)
  lost.kill('SIGKILL')
  await once(lost, 'exit')
  const second = await watch.until(state => allRun(state) && !state.each.some(({ device }) => device === first[0]))
  t.ok(second.includes(first[1] ?? ''), 'the other goes on where it was')
  await watch.goOn(running())
  t.equal((await begun()).length, WANTED + 1, 'started again once')

  await killServer()
  await watch.goOn(running())
  t.same(await watch.until(allRun), second, 'a server that is killed moves nothing')
  const tasks = await begun()
  t.equal(tasks.length, WANTED + 1)
  t.equal(new Set(tasks).size, tasks.length, 'no task was begun twice')
  t.equal(watch.most, WANTED, 'never more at once')
}

t.test('level: a device and the server killed', async t => {
  const server = new ServerProcess(['--data', t.testdir({ data: {} }) + '/data'])
  t.teardown(() => server.kill())
  await server.start()
  await t.test('as many as are wanted', async t => {
    await proven(t, [server], async () => {
      await server.kill()
      await server.start()
    })
  })
})

t.test('redis: two nodes, a device and one of them killed', async t => {
  const { args, others } = await openForTwo(t)
  const servers = [new ServerProcess(args), new ServerProcess(others[0])] as const
  for (const server of servers) {
    t.teardown(() => server.kill())
    await server.start()
  }
  await proven(t, servers, async () => { await servers[0].kill() })
})
