/** A bridge whose other broker is this one, and two brokers that bridge to each other: nothing goes round. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { freePort } from '../support/ports.js'
import { startRedis } from '../support/redis-server.js'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

interface Serving {
  /** The first line of its log that says this. */
  readonly says: (text: string) => Promise<string>
  readonly count: (text: string) => number
}

async function serve (t: Test, port: number, bridgesTo: number, ...store: string[]): Promise<Serving> {
  const bridges = [{ name: 'site', urls: [`mqtt://127.0.0.1:${bridgesTo}`], topics: [{ filter: 'm/#', direction: 'both' }] }]
  const child: ChildProcess = spawn(process.execPath, [main, 'serve', '--port', String(port), '--http-port', '0', '--bridges', JSON.stringify(bridges), ...store], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.teardown(() => child.kill('SIGKILL'))
  const log: string[] = []
  const waiting = new Map<string, (line: string) => void>()
  if (child.stderr === null || child.stdout === null) throw new Error('no output')
  createInterface(child.stderr).on('line', line => {
    log.push(line)
    for (const [text, told] of waiting) if (line.includes(text)) told(line)
  })
  await once(createInterface(child.stdout), 'line')
  return {
    says: async text => log.find(line => line.includes(text)) ?? await new Promise(resolve => { waiting.set(text, resolve) }),
    count: text => log.filter(line => line.includes(text)).length
  }
}

/** How often each of these messages arrives at a client of one port, published at another. */
async function arrivals (t: Test, from: number, to: number): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  const [sender, reader] = await Promise.all([from, to].map(port => connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 4 }))) as [Awaited<ReturnType<typeof connectAsync>>, Awaited<ReturnType<typeof connectAsync>>]
  t.teardown(() => [sender, reader].forEach(client => client.end(true)))
  await reader.subscribeAsync('m/#', { qos: 1 })
  const last = new Promise<void>(resolve => {
    reader.on('message', topic => {
      counted[topic] = (counted[topic] ?? 0) + 1
      if (topic === 'm/end') resolve()
    })
  })
  for (const topic of ['m/a', 'm/b', 'm/end']) await sender.publishAsync(topic, 'x', { qos: 1 })
  await last
  return counted
}

t.jobs = 3

t.test('to this very broker: refused, told once with what to do, and nothing comes twice', async t => {
  const port = await freePort()
  const served = await serve(t, port, port, '--memory')
  const line = await served.says('the other broker is this one')
  t.match(JSON.parse(line), { level: 50, bridge: 'site', broker: `mqtt://127.0.0.1:${port}` })
  t.same(await arrivals(t, port, port), { 'm/a': 1, 'm/b': 1, 'm/end': 1 })
  const reader = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 4 })
  t.teardown(() => reader.end(true))
  const state = new Promise<string>(resolve => { reader.once('message', (_, payload) => resolve(payload.toString())) })
  await reader.subscribeAsync('orchestra/v1/state/bridges/site')
  t.match(JSON.parse(await state), { state: 'disconnected' })
})

t.test('to another node of the same', async t => {
  const [redis, one, other] = [await startRedis(t), await freePort(), await freePort()]
  const nodes = await Promise.all([serve(t, one, other, '--redis', redis.url, '--node', 'one'), serve(t, other, one, '--redis', redis.url, '--node', 'other')])
  t.match(JSON.parse(await Promise.race(nodes.map(node => node.says('the other broker is this one')))), { bridge: 'site' })
})

t.test('two that bridge to each other: a message may come by both ways, and goes round by none', async t => {
  const [one, other] = [await freePort(), await freePort()]
  const second = await serve(t, other, one, '--memory')
  const first = await serve(t, one, other, '--memory')
  await Promise.all([first, second].map(server => server.says('the bridge is connected')))
  const counted = await arrivals(t, one, other)
  t.ok((counted['m/a'] ?? 0) <= 2 && (counted['m/b'] ?? 0) <= 2, JSON.stringify(counted))
  t.equal(first.count('the other broker is this one'), 0)
})
