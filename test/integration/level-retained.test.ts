/** Which retained messages of the embedded store a filter gets: read by their keys, the same as if all were looked at. */
import t from 'tap'
import { openLevelMqtt } from '../../broker/cli/mqtt-store.js'
import { filterReaches } from '../../broker/hosts/aedes/filters.js'

interface Persistence {
  storeRetained: (packet: object) => Promise<void>
  createRetainedStreamCombi: (filters: readonly string[]) => AsyncIterable<{ readonly topic: string, readonly payload: Buffer }>
}

const topics = ['sport', 'sport/', 'sport/tennis', 'sport/tennis/1', 'sports/x', 'spo', '/', '/sport', 'ü/\u{10ffff}/x', 'ü/y', '$odd/sport', 'sport:x', 'a', 'a/b/c/d']
const filters = ['#', '+', '+/+', 'sport', 'sport/#', 'sport/+', 'sport/+/1', '+/tennis', '/#', '/+', 'ü/#', 'ü/+', '$odd/#', '$odd/+', 'spo/#', 'nothing', 'nothing/#', 'a/+/c/#']

t.test('a filter gets what it reaches, and nothing else', async t => {
  const { persistence, close } = await openLevelMqtt(t.testdir())
  t.teardown(close)
  const kept = persistence as Persistence
  for (const topic of topics) await kept.storeRetained({ cmd: 'publish', topic, payload: Buffer.from(`of ${topic}`), qos: 1, retain: true })
  async function found (...wanted: readonly string[]): Promise<string[]> {
    const texts: string[] = []
    for await (const { payload } of kept.createRetainedStreamCombi(wanted)) texts.push(payload.toString())
    return texts.sort()
  }
  for (const filter of filters) {
    t.same(await found(filter), topics.filter(topic => filterReaches(filter.split('/'), topic)).map(topic => `of ${topic}`).sort(), filter)
  }
  t.same(await found('sport', 'sport/#'), ['of sport', 'of sport', 'of sport/', 'of sport/tennis', 'of sport/tennis/1'].sort(), 'each filter for itself')
  await kept.storeRetained({ cmd: 'publish', topic: 'sport', payload: Buffer.alloc(0), qos: 1, retain: true })
  t.same(await found('sport', 'sport/+'), ['of sport/', 'of sport/tennis'])
})

t.test('more than is read at once', async t => {
  const { persistence, close } = await openLevelMqtt(t.testdir())
  t.teardown(close)
  const kept = persistence as Persistence
  await Promise.all(Array.from({ length: 2_500 }, (_, n) => kept.storeRetained({ cmd: 'publish', topic: `m/${n}`, payload: Buffer.from('x'), qos: 0, retain: true })))
  let count = 0
  for await (const { topic } of kept.createRetainedStreamCombi(['m/+', 'm/7'])) count += topic.startsWith('m/') ? 1 : 0
  t.equal(count, 2_501)
})
