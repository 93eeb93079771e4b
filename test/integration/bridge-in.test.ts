/** A real Mosquitto's own bridge to our broker: one connection that speaks for many, and for nobody else. */
import t from 'tap'
import { BridgeStage, exampleText } from '../support/bridge-stage.js'

t.jobs = 3
const mosquitto = exampleText('bridge-in.conf').split('\n').map(line => line.replace(':1883', ':PORT'))
const example = { example: 'bridge-in.yaml', mosquitto }

BridgeStage.test(t, 'as in the example: devices and apps of the site work with our orchestrator', example, async (t, stage) => {
  await stage.bridged()
  const [cam, app] = [await stage.there('site1-cam'), await stage.there('site1-app')]
  t.match(await cam.ask('birth', { session: 1, functions: ['work'] }), { session: 1, tasks: [] })
  t.match(await app.ask('tasks/t1/submit', { function: 'work', args: [1], notify: true }), { state: 'available' })
  t.match(await cam.told('offer'), { task: 't1', attempt: 1, args: [1] })
  t.match(await cam.ask('tasks/t1/begin', { attempt: 1 }), { leaseMs: 20_000 })
  t.match(await cam.ask('tasks/t1/success', { attempt: 1, result: 42 }), { state: 'completed' })
  t.match(await app.told('tasks/t1/ended'), { state: 'completed', result: 42 })
  const late = await stage.there('late', { subscribe: ['state/#'] })
  t.match(await late.seen('state/devices/site1-cam', { state: 'free' }), { session: 1 }, 'really retained there')
})

BridgeStage.test(t, 'it speaks for those alone that the configuration names', example, async (t, stage) => {
  await stage.bridged()
  const [cam, other] = [await stage.there('site1-cam'), await stage.there('site2-cam')]
  const mine = await stage.here('site1')
  await other.say('birth', { session: 1, functions: ['work'] })
  t.match(await mine.told('rejected'), { code: 'forbidden' }, 'told to the user of the bridge')
  await other.say('birth', { session: 1, functions: ['work'] })
  await mine.told('rejected')
  await cam.ask('birth', { session: 1, functions: ['work'] })
  const app = await stage.here('app')
  t.match(await app.ask('devices/site1-cam/get'), { state: 'free' })
  t.match(await app.refused('devices/site2-cam/get'), { code: 'unknown-device' })
  const foreign = await stage.here('nobody', { subscribe: [] })
  t.equal(await foreign.subscribe('to/site1-cam/#'), 128, 'nobody else is told what they are told')
  t.equal(await mine.subscribe('to/site2-cam/#'), 128, 'and the bridge what others are')
  await foreign.subscribe('to/#')
  await foreign.publish('orchestra/v1/from/site1-cam/offline', { session: 1, reason: 'a lie' })
  await foreign.subscribe('to/nobody/#')
  await foreign.next(({ topic }) => topic === 'to/nobody/rejected')
  t.match(await app.ask('devices/site1-cam/get'), { state: 'free' })
  const [denied, ...more] = stage.logged('does not speak for')
  t.match(JSON.parse(denied ?? '{}'), { user: 'site1', principal: 'site2-cam' }, 'and to whoever runs it')
  t.same(more, [], 'once')
})

BridgeStage.test(t, 'ordinary messages, both directions, each once, and what is retained', example, async (t, stage) => {
  await stage.bridged()
  const [here, there] = [await stage.here('here', { subscribe: [] }), await stage.there('there', { subscribe: [] })]
  for (const talker of [here, there]) for (const filter of ['plant/#', 'site1/#', 'alarms/#']) await talker.subscribeTo(filter)
  for (const talker of [here, there]) await talker.next(({ topic }) => topic.startsWith('alarms/ready'))
  await there.publish('plant/a', 'one')
  t.equal((await here.next(({ topic }) => topic === 'site1/plant/a')).text, 'one')
  await there.publish('alarms/t', 'from there', { retain: true })
  t.equal((await here.next(({ topic }) => topic === 'alarms/t')).text, 'from there')
  await here.publish('alarms/h', 'from here', { retain: true })
  t.equal((await there.next(({ topic }) => topic === 'alarms/h')).text, 'from here')
  t.match(await stage.retainedThere('alarms/#'), { 'alarms/h': 'from here', 'alarms/t': 'from there' })
  t.match(await stage.retainedHere('alarms/#'), { 'alarms/h': 'from here', 'alarms/t': 'from there' })
  await here.publish('alarms/h', '', { retain: true })
  t.equal((await there.next(({ topic }) => topic === 'alarms/h')).text, '')
  await there.publish('alarms/t', '', { retain: true })
  t.equal((await here.next(({ topic, text }) => topic === 'alarms/t' && text === '')).text, '')
  t.notMatch(await stage.retainedThere('alarms/#'), { 'alarms/h': String })
  t.notMatch(await stage.retainedHere('alarms/#'), { 'alarms/t': String })
  t.same(here.inbox.map(({ topic, text }) => `${topic} ${text}`), ['alarms/h from here', 'alarms/h '], 'what was said here, once')
  t.same(there.inbox.map(({ topic, text }) => `${topic} ${text}`), ['plant/a one', 'alarms/t from there', 'alarms/t '], 'what was said there, once')
})
