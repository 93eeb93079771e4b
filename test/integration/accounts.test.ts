/** Accounts over topics: who may make whom, secrets and their rotation, and that every change counts at once. */
import { Aedes } from 'aedes'
import { MqttClient } from 'mqtt'
import { connect, createServer } from 'node:net'
import t from 'tap'
import { createLevelStore, orchestra } from '../../broker/index.js'
import { listen } from '../support/ports.js'
import { ROOT, ROOT_SECRET, type Rig, type Talker, onBothStores, onMemory, startRig } from '../support/topics/rig.js'

const HOUR_MS = 3_600_000
const SECRET = 'three blue herons'
const stored = { accounts: 'stored' } as const

/** The return code of a connection that is tried (MQTT 3.1.1, 3.2.2.3), 0 where it is let in. */
async function code ({ port }: Pick<Rig, 'port'>, username: string | undefined, password: string | undefined): Promise<number> {
  const client = new MqttClient(() => connect(port, '127.0.0.1'), { protocolVersion: 4, reconnectPeriod: 0, clientId: `try-${username ?? 'nobody'}`, ...username !== undefined && { username }, ...password !== undefined && { password } })
  return await new Promise<number>(resolve => {
    client.once('connect', () => { client.end(true, () => resolve(0)) })
    client.once('error', error => { client.end(true, () => resolve((error as { code?: number }).code ?? -1)) })
  })
}

async function made (rig: Rig, name: string, put: object): Promise<Talker> {
  const { secret } = await rig.watcher.ask(`accounts/${name}/put`, put)
  return await rig.talker(name, { password: String(secret) })
}

const closed = (talker: Talker): Promise<void> => new Promise(resolve => { talker.client.once('close', () => resolve()) })

onBothStores('who has no account, or another secret, stays out', async (t, start) => {
  const rig = await start(stored)
  await rig.watcher.ask('accounts/cam-7/put', { kind: 'device', secret: SECRET })
  t.equal(await code(rig, 'cam-7', SECRET), 0)
  t.equal(await code(rig, 'cam-7', `${SECRET}!`), 5)
  t.equal(await code(rig, 'cam-7', undefined), 5)
  t.equal(await code(rig, 'cam-8', SECRET), 5)
  t.equal(await code(rig, undefined, undefined), 5, 'a client id names nobody')
  t.equal(await code(rig, 'root', ROOT_SECRET), 0)
})

onBothStores('a secret that nobody gave is made, told once, and never again', async (t, start) => {
  const rig = await start(stored)
  const { secret, ...told } = await rig.watcher.ask('accounts/cam-7/put', { kind: 'device', functions: ['work'], labels: { site: 'a' } })
  t.match(secret, /^[\w-]{32}$/)
  t.match(told, { account: 'cam-7', kind: 'device', enabled: true, functions: ['work'], labels: { site: 'a' }, createdBy: 'root', secrets: [{}] })
  for (const again of [await rig.watcher.ask('accounts/cam-7/get'), await rig.watcher.ask('accounts/cam-7/put', { kind: 'device', functions: ['work'], labels: { site: 'a' } }), await rig.watcher.ask('accounts/list')]) {
    t.notOk(JSON.stringify(again).includes(String(secret)))
    t.notMatch(JSON.stringify(again), /scrypt|hash/)
  }
  t.same(rig.logged.filter(({ message, details }) => JSON.stringify([message, details]).includes(String(secret))), [], 'nor is it logged')
  t.equal(await code(rig, 'cam-7', String(secret)), 0)
  t.match(await rig.watcher.ask('accounts/list', { kind: 'device' }), { accounts: [{ account: 'cam-7' }] })
})

onMemory('secrets that are easy to guess are refused, each with the reason', async (t, start) => {
  const { watcher, facts } = await start(stored)
  for (const [secret, reason] of [
    ['short', /12/], ['aaaaaaaaaaaaaaaa', /different characters/], ['xx-Cam-7-xx-1!', /name of the account/],
    ['abcdefghijklmnop', /run/], ['12345678901234567890', /run/], ['password1234!', /everybody tries/]
  ] as const) t.match(await watcher.refused('accounts/cam-7/put', { kind: 'device', secret }), { code: 'invalid', message: reason }, secret)
  t.match(await watcher.refused('accounts/cam-7/get'), { code: 'unknown-account' }, 'nothing was made')
  t.same(facts.problems, [])
})

onBothStores('a former secret works beside its successor for so long as was said', async (t, start) => {
  const rig = await start(stored)
  await rig.watcher.ask('accounts/cam-7/put', { kind: 'device', secret: SECRET })
  const cam = await rig.talker('cam-7', { password: SECRET })
  const { secret, formerUntil } = await rig.watcher.ask('accounts/cam-7/secret', { overlapMs: HOUR_MS })
  t.equal(formerUntil, rig.clock.now() + HOUR_MS)
  t.equal(await code(rig, 'cam-7', SECRET), 0)
  t.equal(await code(rig, 'cam-7', String(secret)), 0)
  t.match(await cam.ask('time'), { at: Number }, 'who is connected stays')
  const gone = closed(cam)
  await rig.clock.leap(HOUR_MS + 1)
  await gone
  t.equal(await code(rig, 'cam-7', SECRET), 5)
  t.equal(await code(rig, 'cam-7', String(secret)), 0)
  const another = await rig.talker('cam-7', { password: String(secret) })
  const cut = closed(another)
  await rig.watcher.ask('accounts/cam-7/secret', { overlapMs: 0, secret: 'seven grey geese' })
  await cut
  t.equal(await code(rig, 'cam-7', String(secret)), 5)
  t.equal(await code(rig, 'cam-7', 'seven grey geese'), 0)
})

onBothStores('who is removed, disabled or expires is gone at once', async (t, start) => {
  const rig = await start(stored)
  const { watcher, clock } = rig
  const [removed, disabled, expired] = [
    await made(rig, 'a1', { kind: 'device' }), await made(rig, 'a2', { kind: 'device' }), await made(rig, 'a3', { kind: 'device', expiresAt: clock.now() + HOUR_MS })
  ]
  const gone = [closed(removed), closed(disabled), closed(expired)]
  await watcher.ask('accounts/a1/remove')
  await gone[0]
  await watcher.ask('accounts/a2/put', { kind: 'device', enabled: false })
  await gone[1]
  t.equal(await code(rig, 'a2', String(disabled.client.options.password)), 5)
  await watcher.ask('accounts/a2/put', { kind: 'device' })
  t.equal(await code(rig, 'a2', String(disabled.client.options.password)), 0, 'its secret stayed')
  t.match(await expired.ask('time'), { at: Number })
  await clock.leap(HOUR_MS)
  await gone[2]
  t.equal(await code(rig, 'a3', String(expired.client.options.password)), 5)
  t.match(await watcher.refused('accounts/a1/remove'), { code: 'unknown-account' })
})

onMemory('root alone makes administrators; nobody makes another root, or takes root away', async (t, start) => {
  const rig = await start(stored)
  const { watcher } = rig
  const admin = await made(rig, 'ada', { kind: 'admin' })
  const user = await made(rig, 'uma', { kind: 'user', roles: ['operator'] })
  for (const kind of ['admin', 'root']) t.match(await admin.refused('accounts/eve/put', { kind }), { code: /forbidden|invalid/ }, kind)
  for (const verb of ['put', 'remove', 'secret']) t.match(await admin.refused(`accounts/root/${verb}`, verb === 'put' ? { kind: 'device' } : {}), { code: 'forbidden' }, verb)
  t.match(await admin.ask('accounts/cam-7/put', { kind: 'device' }), { account: 'cam-7', createdBy: 'ada' })
  t.match(await admin.refused('accounts/cam-7/put', { kind: 'admin' }), { code: 'forbidden' }, 'nor raised')
  t.match(await watcher.refused('accounts/root/remove'), { code: 'forbidden' })
  t.match(await watcher.refused('accounts/root/put', { kind: 'device' }), { code: 'invalid' })
  t.match(await watcher.refused('accounts/root2/put', { kind: 'root' }), { code: 'invalid' })
  for (const [verb, body] of [['put', { kind: 'device' }], ['remove', {}], ['secret', {}]] as const) t.match(await user.refused(`accounts/cam-7/${verb}`, body), { code: 'forbidden' }, verb)
  t.match(await user.refused('accounts/list'), { code: 'forbidden' })
  t.match(await user.refused('accounts/cam-7/get'), { code: 'forbidden' })
  t.same(await user.refused('accounts/nobody/get'), await user.refused('accounts/cam-7/get'), 'whether there is one is not told')
  t.match(await user.ask('accounts/uma/get'), { roles: ['operator'] }, 'of oneself one may ask')
  t.match(await user.ask('accounts/uma/secret', { secret: 'seven grey geese' }), { account: 'uma' }, 'and change the own secret')
})

onBothStores('whose task it is may cancel, get, recall and see it; others may not', async (t, start) => {
  const rig = await start(stored)
  const see = ['state/tasks/+', 'events/tasks/+']
  const [one, two, viewer, operator] = [
    await made(rig, 'app-1', { kind: 'user' }), await made(rig, 'app-2', { kind: 'user' }),
    await made(rig, 'vera', { kind: 'user', roles: ['viewer'] }), await made(rig, 'otto', { kind: 'user', roles: ['operator'] })
  ]
  for (const talker of [one, two, viewer]) for (const filter of see) t.not(await talker.subscribe(filter), 128)
  await one.ask('tasks/t1/submit', { function: 'work', tag: '"submitter":"app-2"' })
  await one.seen('state/tasks/t1', { state: 'available' })
  for (const [verb, body] of [['get', {}], ['why', {}], ['cancel', {}], ['submit', { function: 'work' }]] as const) {
    t.match(await two.refused(`tasks/t1/${verb}`, body), { code: 'forbidden' }, verb)
  }
  t.match(await two.ask('tasks/submit', { tasks: [{ task: 't1', function: 'work' }, { task: 't2', function: 'work' }] }), { tasks: [{ code: 'forbidden' }, { state: 'available' }] })
  t.match(await two.ask('tasks/list'), { tasks: [{ task: 't2' }] })
  t.equal(((await viewer.ask('tasks/list')).tasks as unknown[]).length, 2)
  t.match(await viewer.refused('tasks/t1/cancel'), { code: 'forbidden' })
  t.match(await viewer.refused('tasks/t9/submit', { function: 'work' }), { code: 'forbidden' })
  t.match(await one.ask('tasks/t1/submit', { function: 'work', tag: 'again' }), { state: 'available' }, 'the recall')
  t.match(await one.ask('tasks/t1/get'), { submitter: 'app-1' })
  t.match(await operator.ask('tasks/t1/cancel'), { state: 'cancelled' })
  await one.seen('state/tasks/t1', { state: 'cancelled' })
  t.same((await two.rest()).filter(line => line.includes('tasks/t1')), [], 'nothing of it reached another')
  t.ok((await viewer.rest()).some(line => line.startsWith('state/tasks/t1')))
  await two.subscribe('state/tasks/t1')
  t.same(await two.rest(), [], 'nor what is retained')
})

onMemory('a device claims what its account is for', async (t, start) => {
  const rig = await start(stored)
  const cam = await made(rig, 'cam-7', { kind: 'device', functions: ['work'], labels: { site: 'a' } })
  t.match(await cam.refused('birth', { session: 1, functions: ['work', 'admin'] }), { code: 'forbidden', message: /admin/ })
  t.match(await cam.refused('birth', { session: 1, functions: ['work'], labels: { site: 'b' } }), { code: 'forbidden', message: /site=b/ })
  t.match(await cam.refused('birth', { session: 1, functions: ['work'], labels: { zone: 'a' } }), { code: 'forbidden', message: /zone=a/ })
  await cam.ask('birth', { session: 1, functions: [{ name: 'work' }], labels: { site: 'a' } })
  t.match(await cam.refused('tasks/t1/submit', { function: 'work' }), { code: 'forbidden' }, 'a device submits nothing')
  const user = await made(rig, 'uma', { kind: 'user', roles: ['operator'] })
  t.match(await user.refused('birth', { session: 1, functions: ['work'] }), { code: 'forbidden' }, 'and a user is no device')
})

onBothStores('a token is good for its names, its uses and its time, and for nothing but enrolling', async (t, start) => {
  const rig = await start(stored)
  const { watcher, clock } = rig
  const { token } = await watcher.ask('enrolments/hall/put', { names: 'cam-*', uses: 2, expiresMs: HOUR_MS, functions: ['work'], labels: { site: 'a' }, approve: true })
  t.match(token, /^enrol\.hall\.[\w-]{32}$/)
  await watcher.ask('accounts/cam-0/put', { kind: 'device', secret: SECRET })
  t.equal(await code(rig, 'cam-0', String(token)), 5, 'not for a name that has an account')
  t.equal(await code(rig, 'door-1', String(token)), 5, 'nor for another name')
  t.equal(await code(rig, 'cam-1', `${String(token)}x`), 5, 'nor with another token')
  const [one, twin] = [await rig.talker('cam-1', { password: String(token) }), await rig.talker('cam-1', { password: String(token), clientId: 'cam-1-twin' })]
  for (const [command, body] of [['birth', { session: 1, functions: ['work'] }], ['tasks/t1/submit', { function: 'work' }], ['accounts/cam-0/get', {}]] as const) t.match(await one.refused(command, body), { code: 'forbidden' }, command)
  t.equal(await one.subscribe('state/#'), 128)
  t.match(await one.refused('enrol', { secret: 'cam-1 and more of it' }), { code: 'invalid' })
  const cut = [closed(one), closed(twin)]
  t.match(await one.ask('enrol', { secret: SECRET }), { account: 'cam-1', enabled: false })
  await Promise.all(cut)
  t.notOk(twin.inbox.some(({ text }) => text.includes(SECRET)), 'what another is told has no secret in it')
  t.equal(await code(rig, 'cam-1', SECRET), 5, 'it waits to be approved')
  t.match(await watcher.ask('accounts/cam-1/get'), { enabled: false, functions: ['work'], labels: { site: 'a' }, enrolment: 'hall', createdBy: 'root' })
  await watcher.ask('accounts/cam-1/put', { kind: 'device', functions: ['work'], labels: { site: 'a' } })
  t.equal(await code(rig, 'cam-1', SECRET), 0)
  t.equal(await code(rig, 'cam-1', String(token)), 5)
  t.match(await watcher.ask('enrolments/list'), { enrolments: [{ enrolment: 'hall', uses: 1 }] })
  const slow = await rig.talker('cam-2', { password: String(token) })
  const gone = closed(slow)
  await clock.advance(61_000)
  await gone
  await clock.leap(HOUR_MS)
  t.equal(await code(rig, 'cam-3', String(token)), 5, 'its time is over')
  t.match(await watcher.refused('enrolments/hall/remove'), { code: 'unknown-enrolment' }, 'and it is gone')
})

onMemory('who is refused again and again does not push out what others did', async (t, start) => {
  const rig = await start(stored)
  const mallory = await made(rig, 'mallory', { kind: 'device' })
  for (let n = 0; n < 100; n++) await mallory.refused(`accounts/a${n}/put`, { kind: 'admin' })
  const { entries } = await rig.watcher.ask('audit/list', { account: 'mallory' }) as { entries: { address: string, client: string }[] }
  t.equal(entries.length, 30)
  t.match(entries[0], { command: 'accounts/put', allowed: false, code: 'forbidden', address: '127.0.0.1', client: String })
  t.match(await rig.watcher.ask('audit/list', { entity: 'mallory' }), { entries: [{ account: 'root', allowed: true }] })
  t.equal(rig.logged.filter(({ message }) => message === 'refused').length, 100, 'the log has them all')
})

onMemory('who is to go can not put it off by asking for many secrets', async (t, start) => {
  const rig = await start(stored)
  const cam = await made(rig, 'cam-7', { kind: 'device' })
  const gone = closed(cam)
  let answered = 0
  cam.client.on('packetreceive', packet => { if (packet.cmd === 'puback') answered++ })
  const many = Promise.all(Array.from({ length: 200 }, (_, n) => cam.say('accounts/cam-7/secret', { secret: `three blue herons ${n}` }).catch(() => {})))
  await rig.watcher.ask('accounts/cam-7/remove')
  t.ok(answered < 100, `after ${answered} of 200`)
  await gone
  await many
  t.match(await rig.watcher.refused('accounts/cam-7/get'), { code: 'unknown-account' })
})

t.test('accounts outlive a restart, and a second start makes no second root', async t => {
  const directory = t.testdir()
  const rig = await startRig(t, { ...stored, directory })
  await rig.watcher.ask('accounts/cam-7/put', { kind: 'device', secret: SECRET })
  t.match(await rig.watcher.ask('accounts/root/secret', { secret: 'seven grey geese', overlapMs: 0 }), { account: 'root' }, 'who is cut off by it hears of it')
  await rig.stop()
  const store = createLevelStore({ directory, clock: rig.clock })
  const aedes = await Aedes.createBroker()
  const running = await orchestra(aedes, { ...stored, store, clock: rig.clock })
  const server = createServer(aedes.handle)
  const port = await listen(server)
  t.teardown(async () => {
    await running.close()
    await new Promise<void>(resolve => aedes.close(resolve))
    server.close()
  })
  t.equal(await running.makeRoot(), undefined)
  t.equal(await code({ port }, 'cam-7', SECRET), 0)
  t.equal(await code({ port }, 'root', ROOT_SECRET), 5, 'its former secret ended before')
  t.equal(await code({ port }, 'root', 'seven grey geese'), 0)
})

t.test('without accounts the commands say how to have them', async t => {
  const { watcher } = await startRig(t)
  t.match(await watcher.refused('accounts/cam-7/put', { kind: 'device' }), { code: 'forbidden', message: /--accounts/ })
  t.equal(await watcher.subscribeTo(`${ROOT}/accounts/#`), 128)
})
