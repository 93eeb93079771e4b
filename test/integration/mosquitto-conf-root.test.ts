// A mosquitto.conf around the orchestrator: below our root its access list counts in addition to everybody's own rights.
import { writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { type Files, files, ourServer, write } from '../support/mosquitto-conf.js'
import { Peer, as } from '../support/peer.js'
import { freePort } from '../support/ports.js'
import { Facts } from '../support/topics/facts.js'
import { Talker, type TalkerOptions } from '../support/topics/talker.js'

const ROOT = 'orchestra/v1'

interface Scene extends Files {
  readonly port: number
  readonly reload: () => Promise<void>
  /** A principal with its account. */
  readonly talker: (name: string, options?: TalkerOptions) => Promise<Talker>
}

async function scene (t: Test, list: string, ...more: readonly string[]): Promise<Scene> {
  const port = await freePort()
  const all = files(t, ['cam', 'app'])
  writeFileSync(all.acl, list)
  write(all.conf, `listener ${port} 127.0.0.1`, `password_file ${all.passwords}`, `acl_file ${all.acl}`, ...more)
  const broker = await ourServer(all.conf)
  t.teardown(() => broker.stop())
  const talker = async (name: string, options: TalkerOptions = {}): Promise<Talker> => {
    const talker = await Talker.connect(port, ROOT, name, new Facts(), { password: `${name}'s`, clientId: `${name}-1`, ...options })
    t.teardown(() => talker.leave())
    return talker
  }
  return { ...all, port, reload: () => broker.reload(async () => true), talker }
}

const everything = `pattern write ${ROOT}/from/%u/#\npattern read ${ROOT}/to/%u/#\npattern read ${ROOT}/state/#\npattern read ${ROOT}/events/#\n`

t.test('with the list that orchestra acl writes, work is done', async t => {
  const { talker } = await scene(t, everything)
  const [cam, app] = [await talker('cam'), await talker('app', { subscribe: ['to/app/#', 'state/#'] })]
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await app.ask('tasks/t1/submit', { function: 'work' })
  await cam.told('offer')
  await cam.ask('tasks/t1/success', { attempt: 1, result: 'real' })
  t.match(await app.seen('state/tasks/t1', { state: 'completed' }), { result: 'real' })
})

t.test('what is denied is not read: straight to a connection, as a state, as an event', async t => {
  const { talker, acl, reload } = await scene(t, `${everything}user cam\ntopic deny ${ROOT}/to/cam/offer\nuser app\ntopic deny ${ROOT}/state/tasks/+\ntopic deny ${ROOT}/events/devices/#\n`)
  const [cam, app] = [await talker('cam'), await talker('app', { subscribe: ['to/app/#', 'state/#', 'events/#'] })]
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await app.ask('tasks/t1/submit', { function: 'work' })
  await app.seen('events/tasks/t1', { event: 'offered' })
  await cam.ask('time')
  t.notOk(cam.trace.some(topic => topic.endsWith('/offer')), 'the offer was not written to its connection')
  t.equal(await app.subscribe('state/tasks/t1'), 1, 'a subscription is granted')
  await app.ask('time')
  const heard = app.trace.filter(topic => topic.includes('state/') || topic.includes('events/'))
  t.ok(heard.some(topic => topic.includes('state/devices/cam')) && heard.some(topic => topic.includes('events/tasks/t1')), 'what it may read, it does')
  t.notOk(heard.some(topic => topic.includes('state/tasks') || topic.includes('events/devices')), 'what it may not, neither live nor at its subscription')
  writeFileSync(acl, everything)
  await reload()
  await cam.ask('birth', { session: 2, functions: ['work'] })
  await cam.told('offer')
  t.ok(cam.trace.some(topic => topic.endsWith('/offer')), 'with the list read again it is')
})

t.test('what is denied is not said: a command is rejected, a will is not sent', async t => {
  const { talker, port } = await scene(t, `${everything}user cam\ntopic deny ${ROOT}/from/cam/tasks/#\ntopic deny ${ROOT}/from/cam/offline\n`)
  const app = await talker('app', { subscribe: ['to/app/#', 'events/#'] })
  const cam = await talker('cam')
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await app.ask('tasks/t1/submit', { function: 'work' })
  await cam.told('offer')
  t.match(await cam.refused('tasks/t1/begin', { attempt: 1 }), { code: 'forbidden', message: /access list/ })
  const mortal = await Peer.sure(port, as('cam', { clientId: 'cam-2', will: { topic: `${ROOT}/from/cam/offline`, payload: Buffer.from('{"session":1,"reason":"lost"}'), qos: 1, retain: false } }))
  await mortal.drop()
  t.match(await app.ask('devices/cam/get'), { state: 'free' })
})

t.test('own rights stay: a list that allows all opens no foreign branch', async t => {
  const { talker } = await scene(t, 'pattern readwrite #\n')
  const [cam, app] = [await talker('cam'), await talker('app', { subscribe: ['to/#'] })]
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await app.publish(`${ROOT}/from/cam/offline`, { session: 1, reason: 'forged' })
  t.match(await app.told('rejected'), { code: 'forbidden' })
  t.match(await app.ask('devices/cam/get'), { state: 'free' })
  t.notOk(app.trace.some(topic => topic.includes('to/cam')))
})

t.test('with accounts a client id names nobody', async t => {
  const { talker, port } = await scene(t, 'topic readwrite #\npattern readwrite #\n', 'allow_anonymous true')
  const cam = await talker('cam')
  await cam.ask('birth', { session: 1, functions: ['work'] })
  const guest = await Peer.sure(port, { clientId: 'cam' })
  t.same(await guest.subscribe(`${ROOT}/to/cam/#`, 'ordinary/#'), [128, 1])
  await guest.publish(`${ROOT}/from/cam/offline`, '{"session":1,"reason":"forged"}')
  await guest.publish('ordinary/x', 'x')
  await guest.on('ordinary/x')
  t.match(await cam.ask('devices/cam/get'), { state: 'free' })
  await guest.leave()
  t.equal(await Peer.connect(port, { clientId: 'cam', will: { topic: `${ROOT}/from/cam/offline`, payload: Buffer.from('{}'), qos: 1, retain: false } }), 5)
})
