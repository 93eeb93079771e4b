/** All that usually happens to tasks and to ordinary MQTT, once, on a server that runs. */
import { Facts } from './topics/facts.js'
import { Talker } from './topics/talker.js'

const ROOT = 'orchestra/v1'
/** Of a lease, where a test is not about it. */
const LEASE_MS = 60_000

/** Everything is acknowledged when it resolves. */
export async function live (port: number): Promise<void> {
  const facts = new Facts()
  const app = await Talker.connect(port, ROOT, 'app', facts)
  const cam = await Talker.connect(port, ROOT, 'cam', facts, { will: { topic: 'plain/will', payload: Buffer.from('gone'), qos: 1, retain: true } })
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await complete(app, cam, 'done')
  await app.ask('tasks/failing/submit', { function: 'work', maxAttempts: 1, leaseMs: LEASE_MS })
  await cam.told('offer')
  await cam.ask('tasks/failing/begin', { attempt: 1 })
  await cam.ask('tasks/failing/fail', { attempt: 1, error: { code: 'broken', message: 'it broke' } })
  await app.ask('tasks/waiting/submit', { function: 'nobody-has-it', args: { some: 'arguments' } })
  await app.ask('tasks/waiting/cancel')
  await ordinary(port, facts)
  cam.vanish()
  await app.leave()
}

async function complete (app: Talker, cam: Talker, id: string): Promise<void> {
  await app.ask(`tasks/${id}/submit`, { function: 'work', args: { some: 'arguments' }, leaseMs: LEASE_MS })
  await cam.told('offer')
  await cam.ask(`tasks/${id}/begin`, { attempt: 1 })
  await cam.ask(`tasks/${id}/progress`, { attempt: 1, note: 'halfway' })
  await cam.ask(`tasks/${id}/success`, { attempt: 1, result: 42 })
}

/** Retained messages, and a session that is away while it is written to, with QoS 1 and 2. */
async function ordinary (port: number, facts: Facts): Promise<void> {
  const stored = { clean: false, clientId: 'stored', subscribe: [] }
  const away = await Talker.connect(port, ROOT, 'stored', facts, stored)
  await away.subscribeTo('plain/#', 2)
  await away.leave()
  const writer = await Talker.connect(port, ROOT, 'writer', facts)
  for (const qos of [1, 2] as const) await writer.publish(`plain/${qos}`, 'hello', { qos, retain: true })
  const back = await Talker.connect(port, ROOT, 'stored', facts, stored)
  for (const qos of [1, 2]) await back.next(({ topic }) => topic === `plain/${qos}`, `plain/${qos}`)
  await back.leave()
  await writer.publish('plain/1', '', { qos: 1, retain: true })
  await writer.leave()
}
