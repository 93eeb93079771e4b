/** A bridge whose other broker is this one, and two brokers that bridge to each other: nothing goes round. */
import { type MqttClient, connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { freePort } from '../support/ports.js'
import { startRedis } from '../support/redis-server.js'
import { type Serving, serve } from '../support/serving.js'

/** With a bridge of both directions. */
function bridged (t: Test, port: number, to: number, ...store: string[]): Promise<Serving> {
  const bridges = [{ name: 'site', urls: [`mqtt://127.0.0.1:${to}`], topics: [{ filter: 'm/#', direction: 'both' }] }]
  return serve(t, port, ['--bridges', JSON.stringify(bridges), ...store])
}

async function client (t: Test, port: number): Promise<MqttClient> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 4 })
  t.teardown(() => client.end(true))
  return client
}

/** How often each of these messages arrives at a client of one port, published at another. */
async function arrivals (t: Test, from: number, to: number): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  const [sender, reader] = [await client(t, from), await client(t, to)]
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
  const served = await bridged(t, port, port, '--memory')
  const line = await served.says('the other broker is this one')
  t.match(JSON.parse(line), { level: 50, bridge: 'site', broker: `mqtt://127.0.0.1:${port}` })
  t.same(await arrivals(t, port, port), { 'm/a': 1, 'm/b': 1, 'm/end': 1 })
  const reader = await client(t, port)
  const state = new Promise<string>(resolve => { reader.once('message', (_, payload) => resolve(payload.toString())) })
  await reader.subscribeAsync('orchestra/v1/state/bridges/site')
  t.match(JSON.parse(await state), { state: 'disconnected' })
})

t.test('to another node of the same', async t => {
  const [redis, one, other] = [await startRedis(t), await freePort(), await freePort()]
  const nodes = await Promise.all([bridged(t, one, other, '--redis', redis.url, '--node', 'one'), bridged(t, other, one, '--redis', redis.url, '--node', 'other')])
  t.match(JSON.parse(await Promise.race(nodes.map(node => node.says('the other broker is this one')))), { bridge: 'site' })
})

t.test('two that bridge to each other: a message may come by both ways, and goes round by none', async t => {
  const [one, other] = [await freePort(), await freePort()]
  const second = await bridged(t, other, one, '--memory')
  const first = await bridged(t, one, other, '--memory')
  await Promise.all([first, second].map(server => server.says('the bridge is connected')))
  const counted = await arrivals(t, one, other)
  t.ok((counted['m/a'] ?? 0) <= 2 && (counted['m/b'] ?? 0) <= 2, JSON.stringify(counted))
  t.equal(first.count('the other broker is this one'), 0)
})
