// Another program writes over keys of ours while servers run: whom it concerns is told to wait, all others go on, and the
// log says which key it is, once.
import { createClient } from 'redis'
import t, { type Test } from 'tap'
import { startServer } from '../../broker/cli/server.js'
import { silentLog } from '../../broker/platform/log.js'
import { type RedisServer, startRedis } from '../support/redis-server.js'
import { Facts } from '../support/topics/facts.js'
import { Talker, type TalkerOptions } from '../support/topics/talker.js'

async function stage (t: Test, redis: RedisServer, tag: string) {
  const logged: string[] = []
  const keep = (_details: object, message: string): void => { logged.push(message) }
  const server = await startServer({ port: 0, httpPort: 0, redis: redis.url, redisTag: tag }, { ...silentLog, warn: keep, error: keep })
  t.teardown(() => server.close())
  const client = createClient({ url: redis.url })
  await client.connect()
  t.teardown(() => { client.destroy() })
  const facts = new Facts()
  const connect = async (name: string, options: TalkerOptions = {}): Promise<Talker> => {
    const talker = await Talker.connect(server.mqttPort, 'orchestra/v1', name, facts, options)
    t.teardown(() => talker.leave())
    return talker
  }
  // Told again after ten seconds: each text once.
  return { logged: () => [...new Set(logged)].filter(line => !line.includes('append-only')), client, connect, key: (name: string) => `{${tag}}:${name}` }
}

const damaged = (key: string): RegExp => new RegExp(`^the key ${key.replace(/[{}]/g, '\\$&')} in Redis is a string, where`)

t.test('a task that was overwritten: its commands are rejected, everybody else goes on', async t => {
  const { logged, client, connect, key } = await stage(t, await startRedis(t, { appendonly: 'everysec' }), 'record')
  const [app, cam] = [await connect('app'), await connect('cam')]
  await cam.ask('birth', { session: 1, functions: ['work'], capacity: 2 })
  for (const task of ['hit', 'other']) {
    await app.ask(`tasks/${task}/submit`, { function: 'work' })
    await cam.told('offer')
    await cam.ask(`tasks/${task}/begin`, { attempt: 1 })
  }
  await client.set(key('r:task:hit'), 'theirs')

  const [rejection] = await Promise.all([
    cam.refused('tasks/hit/success', { attempt: 1 }),
    cam.ask('tasks/other/success', { attempt: 1 }),
    ...Array.from({ length: 50 }, (_, n) => app.ask(`tasks/n${n}/submit`, { function: 'nobody-has-it' }))
  ])
  t.match(rejection, { code: 'unavailable', retryAfterMs: Number })
  t.match(await app.refused('tasks/hit/submit', { function: 'work' }), { code: 'unavailable' })
  t.match(await app.refused('tasks/hit/get'), { code: 'unavailable' })
  t.equal((await app.ask('tasks/list', { limit: 100 }) as { tasks: unknown[] }).tasks.length, 51, 'the list has the others')
  t.match(await cam.ask('birth', { session: 2, functions: ['work'], capacity: 2 }), { tasks: [] }, 'the device can come back')
  t.equal(await client.get(key('r:task:hit')), 'theirs')
  t.equal(logged().length, 1)
  t.match(logged()[0], damaged(key('r:task:hit')))

  await client.del(key('r:task:hit'))
  t.match(await app.ask('tasks/hit/submit', { function: 'nobody-has-it' }), { state: 'available' }, 'once it is removed the name is free')
})

t.test('what a device holds was overwritten: it ends what it has, and new work goes to another, without a storm', async t => {
  const { logged, client, connect, key } = await stage(t, await startRedis(t, { appendonly: 'everysec' }), 'held')
  const [app, hit, other] = [await connect('app'), await connect('hit'), await connect('other')]
  await hit.ask('birth', { session: 1, functions: ['work'], capacity: 5 })
  await app.ask('tasks/first/submit', { function: 'work' })
  await hit.told('offer')
  await hit.ask('tasks/first/begin', { attempt: 1 })
  await client.set(key('held:task:hit'), 'theirs')
  await app.ask('tasks/next/submit', { function: 'work' })
  await hit.ask('tasks/first/success', { attempt: 1, result: 42 })
  t.match(await app.ask('tasks/next/get'), { state: 'available' })

  await client.configResetStat()
  await app.ask('tasks/list')
  await client.sendCommand(['BLPOP', key('nothing'), '1'])
  const [, scripts = '0'] = /cmdstat_evalsha:calls=(\d+)/.exec(await client.info('commandstats')) ?? []
  t.ok(Number(scripts) < 30, `${scripts} scripts in a second`)

  await other.ask('birth', { session: 1, functions: ['work'], capacity: 5 })
  t.match(await other.told('offer'), { task: 'next' })
  await other.ask('tasks/next/begin', { attempt: 1 })
  await app.ask('tasks/more/submit', { function: 'work' })
  t.match(await other.told('offer'), { task: 'more' }, 'more goes past the one that is hit')
  t.match(await hit.refused('birth', { session: 2, functions: ['work'] }), { code: 'unavailable' })
  t.equal(await client.get(key('held:task:hit')), 'theirs')
  t.equal(logged().length, 1)
  t.match(logged()[0], damaged(key('held:task:hit')))

  await client.del(key('held:task:hit'))
  t.match(await hit.ask('birth', { session: 2, functions: ['work'], capacity: 5 }), { tasks: [] })
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await app.ask(`tasks/${name}/submit`, { function: 'work' })
  await hit.told('offer')
  t.pass('once it is removed it gets work again')
})
