/** Our broker as a client of a real Mosquitto: what crosses, in which direction, and what does not. */
import t from 'tap'
import { BridgeStage } from '../support/bridge-stage.js'

t.jobs = 3
const ROOT = 'orchestra/v1'

BridgeStage.test(t, 'as in the example: devices and apps of the site work with our orchestrator', { example: 'bridge-out.yaml' }, async (t, stage) => {
  const [cam, app] = [await stage.there('cam'), await stage.there('app')]
  t.match(await cam.ask('birth', { session: 1, functions: ['work'] }), { session: 1, tasks: [] })
  t.match(await app.ask('tasks/t1/submit', { function: 'work', args: [1], notify: true }), { state: 'available' })
  t.match(await cam.told('offer'), { task: 't1', attempt: 1, args: [1] })
  t.match(await cam.ask('tasks/t1/begin', { attempt: 1 }), { leaseMs: 20_000 })
  t.match(await cam.ask('tasks/t1/success', { attempt: 1, result: 42 }), { state: 'completed' })
  t.match(await app.told('tasks/t1/ended'), { state: 'completed', result: 42 })
  const late = await stage.there('late', { subscribe: ['state/#'] })
  t.match(await late.seen('state/tasks/t1', { state: 'completed' }), { result: 42 }, 'really retained there')
  t.match(await late.seen('state/devices/cam', { state: 'free' }), { session: 1 })
  t.match(await late.seen('state/bridges/site1', { state: 'connected' }), { bridge: 'site1' })
  const here = await stage.here('here', { subscribe: ['state/bridges/+'] })
  t.match(await here.seen('state/bridges/site1', { state: 'connected' }), { refused: 0, dropped: 0 })
})

BridgeStage.test(t, 'a thousand answers at once all cross', { example: 'bridge-out.yaml', mosquitto: ['max_queued_messages 0'] }, async (t, stage) => {
  const app = await stage.there('app')
  const tasks = Array.from({ length: 1_000 }, (_, n) => `tasks/t${n}/get`)
  const answers = await Promise.all(tasks.map(task => app.refused(task)))
  t.same([...new Set(answers.map(({ code }) => code))], ['unknown-task'])
})

BridgeStage.test(t, 'ordinary messages: prefixes, both directions, and each once', { example: 'bridge-out.yaml' }, async (t, stage) => {
  const here = await stage.here('here', { subscribe: [] })
  const there = await stage.there('there', { subscribe: [] })
  for (const talker of [here, there]) for (const filter of ['plant/#', 'site1/#', 'alarms/#']) await talker.subscribeTo(filter)
  await there.publish('plant/a', 'one')
  t.equal((await here.next(({ topic }) => topic === 'site1/plant/a')).text, 'one')
  await there.publish('alarms/a', 'from there')
  t.equal((await here.next(({ topic }) => topic === 'alarms/a')).text, 'from there')
  await here.publish('alarms/b', 'from here')
  t.equal((await there.next(({ topic }) => topic === 'alarms/b')).text, 'from here')
  await here.publish('site1/plant/b', 'stays')
  // Behind all of that, in both directions.
  await here.publish('alarms/end', '1')
  await there.next(({ topic, text }) => topic === 'alarms/end' && text === '1')
  await there.publish('alarms/end', '2')
  await here.next(({ topic, text }) => topic === 'alarms/end' && text === '2')
  const read = (talker: typeof here): string[] => talker.inbox.map(({ topic, text }) => `${topic} ${text}`)
  t.same(read(here), ['alarms/b from here', 'site1/plant/b stays', 'alarms/end 1'], 'what was said here, once')
  t.same(read(there), ['plant/a one', 'alarms/a from there', 'alarms/end 2'], 'what was said there, once')
})

BridgeStage.test(t, 'retained messages and their removal cross in both directions', { example: 'bridge-out.yaml' }, async (t, stage) => {
  const [here, there] = [await stage.here('here', { subscribe: [] }), await stage.there('there', { subscribe: [] })]
  await here.publish('alarms/h', 'on', { retain: true })
  await there.publish('alarms/t', 'on', { retain: true })
  await there.publish(`${ROOT}/from/there/time`, '{}', { retain: true })
  for (const [talker, topic] of [[there, 'alarms/h'], [here, 'alarms/t']] as const) {
    await talker.subscribeTo(topic)
    t.match(await talker.next(({ topic: other }) => other === topic), { text: 'on' })
  }
  t.match(await stage.retainedThere('alarms/#'), { 'alarms/h': 'on', 'alarms/t': 'on' })
  await here.publish('alarms/h', '', { retain: true })
  await there.publish('alarms/t', '', { retain: true })
  for (const [talker, topic] of [[there, 'alarms/h'], [here, 'alarms/t']] as const) await talker.next(({ topic: other, text }) => other === topic && text === '')
  t.same(await stage.retainedThere('alarms/#'), {})
  t.same(await stage.retainedHere('alarms/#'), {})
  await stage.gone(`${ROOT}/from/#`)
})

const facing = ['connection back', 'address 127.0.0.1:PORT', 'remote_username back', 'restart_timeout 1', 'topic alarms/# both 1']

BridgeStage.test(t, 'two bridges that face each other: nothing goes round', { example: 'bridge-out.yaml', mosquitto: facing }, async (t, stage) => {
  const [here, there] = [await stage.here('here', { subscribe: [] }), await stage.there('there', { subscribe: [] })]
  await here.subscribeTo('$SYS/broker/connection/+/state')
  await here.next(({ topic, text }) => topic.startsWith('$SYS/') && text === '1', 'the bridge of Mosquitto')
  for (const talker of [here, there]) await talker.subscribeTo('alarms/x/#')
  for (let n = 0; n < 10; n++) {
    await here.publish(`alarms/x/h${n}`, 'x')
    await there.publish(`alarms/x/t${n}`, 'x')
  }
  // A message that goes round overtakes none: behind two rounds of others it would have been seen again and again.
  for (const mark of ['one', 'two', 'three']) {
    for (const [from, to] of [[here, there], [there, here]] as const) {
      await from.publish(`alarms/x/${mark}-${from.name}`, '')
      await to.next(({ topic }) => topic === `alarms/x/${mark}-${from.name}`)
    }
  }
  for (const talker of [here, there]) {
    const counts = new Map<string, number>()
    for (const { topic } of talker.inbox) counts.set(topic, (counts.get(topic) ?? 0) + 1)
    const most = Math.max(...counts.values())
    t.ok(most <= 3, `at ${talker.name} a message came ${most} times at most: one for each way that there is`)
    t.equal([...counts.keys()].filter(topic => /x\/[ht]\d$/.test(topic)).length, 20)
  }
})
