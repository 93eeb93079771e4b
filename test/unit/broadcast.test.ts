/** What is told to everybody waits for what is queued for stored sessions, in its order and up to a bound. */
import { Aedes, type PublishPacket } from 'aedes'
import t, { type Test } from 'tap'
import { Broadcast } from '../../broker/hosts/aedes/broadcast.js'
import type { Persistence } from '../../broker/hosts/aedes/deliver.js'

const WAITING_MAX = 10_000

const packet = (topic: string): PublishPacket => ({ cmd: 'publish', topic, payload: Buffer.alloc(0), qos: 1, retain: false, dup: false })
const turn = (): Promise<void> => new Promise(resolve => { setImmediate(resolve) })

/** @param answered when the persistence says who is subscribed to a topic */
async function start (t: Test, answered: (topic: string) => Promise<void>) {
  const aedes = await Aedes.createBroker()
  t.teardown(() => new Promise<void>(resolve => aedes.close(resolve)))
  const { persistence } = aedes as unknown as { persistence: Persistence }
  const { subscriptionsByTopic } = persistence
  persistence.subscriptionsByTopic = async topic => {
    await answered(topic)
    return await subscriptionsByTopic.call(persistence, topic)
  }
  const errors: string[] = []
  const log = { debug () {}, info () {}, warn () {}, error: (details: { err?: unknown }) => { errors.push(String(details.err)) } }
  const emitted: string[] = []
  const waiting = new Map<string, () => void>()
  aedes.on('publish', ({ topic }) => {
    if (topic.startsWith('$SYS/')) return
    emitted.push(topic)
    waiting.get(topic)?.()
  })
  const seen = (topic: string): Promise<void> => new Promise(resolve => { waiting.set(topic, resolve) })
  return { broadcast: new Broadcast(aedes, 0, log), errors, emitted, seen }
}

t.test('so many wait while the persistence does not answer; the rest is lost, and the log says so once', async t => {
  let answer = (): void => {}
  const answered = new Promise<void>(resolve => { answer = resolve })
  const { broadcast, errors, emitted, seen } = await start(t, () => answered)
  const last = seen(`events/${WAITING_MAX - 1}`)
  for (let n = 0; n < WAITING_MAX + 100; n++) broadcast.publish(packet(`events/${n}`))
  t.same(errors, [`Error: ${WAITING_MAX} messages wait already`])
  answer()
  await last
  await turn()
  t.same(emitted, Array.from({ length: WAITING_MAX }, (_, n) => `events/${n}`), 'those that waited')
  const next = seen('events/next')
  broadcast.publish(packet('events/next'))
  await next
  t.equal(errors.length, 1, 'there is room again')
})

t.test('what is queued sooner is not told sooner', async t => {
  let answer = (): void => {}
  const answered = new Promise<void>(resolve => { answer = resolve })
  const { broadcast, emitted, seen } = await start(t, topic => topic === 'slow' ? answered : Promise.resolve())
  const last = seen('third')
  for (const topic of ['first', 'slow', 'third']) broadcast.publish(packet(topic))
  await turn()
  t.same(emitted, ['first'])
  answer()
  await last
  t.same(emitted, ['first', 'slow', 'third'])
})
