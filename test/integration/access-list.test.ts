/** The access list for a foreign broker, on a real Mosquitto: who may what, and an orchestrator attached behind it. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { accessList } from '../../mosquitto-compat/access-list.js'
import { type Mosquitto, startMosquitto } from '../support/mosquitto.js'
import { Facts } from '../support/topics/facts.js'
import { Talker } from '../support/topics/talker.js'

const ROOT = 'orchestra/v1'
const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))
const REFUSED = 128

async function guarded (t: Test): Promise<Mosquitto> {
  const dir = t.testdir()
  const [list, passwords] = [join(dir, 'acl'), join(dir, 'passwords')]
  writeFileSync(list, execFileSync(process.execPath, [main, 'acl', '--for', 'mosquitto']))
  writeFileSync(passwords, '')
  for (const name of ['orchestrator', 'cam', 'app', 'stranger']) execFileSync('mosquitto_passwd', ['-b', passwords, name, 'hush'], { stdio: 'ignore' })
  return await startMosquitto(t, ['allow_anonymous false', `acl_file ${list}`, `password_file ${passwords}`])
}

t.test('mosquitto: everybody in their own branch, the orchestrator in all', async t => {
  const broker = await guarded(t)
  const facts = new Facts()
  const talker = async (name: string, subscribe = [`to/${name}/#`]): Promise<Talker> => {
    const talker = await Talker.connect(broker.port, ROOT, name, facts, { clientId: `${name}-1`, password: 'hush', subscribe })
    t.teardown(() => talker.leave())
    return talker
  }
  const child = spawn(process.execPath, [main, 'attach', '--broker', broker.url, '--user', 'orchestrator', '--memory', '--connections', '2', '--log-level', 'error'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ORCHESTRA_PASSWORD: 'hush' } })
  t.teardown(() => child.kill('SIGKILL'))
  await once(createInterface(child.stdout), 'line')
  const [cam, app, stranger] = [await talker('cam'), await talker('app', ['to/app/#', 'state/#', 'events/#']), await talker('stranger', [])]
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await app.ask('tasks/t1/submit', { function: 'work' })
  await cam.told('offer')
  await cam.ask('tasks/t1/begin', { attempt: 1 })

  await stranger.publish(`${ROOT}/from/cam/tasks/t1/success`, { attempt: 1, result: 'forged' })
  await stranger.publish(`${ROOT}/to/cam/tasks/t1/cancel`, { attempt: 1, reason: 'forged' })
  await stranger.publish(`${ROOT}/state/tasks/t1`, { state: 'forged' }, { retain: true })
  t.ok([0, 1, REFUSED].includes(await stranger.subscribe('to/#')), 'whether it is refused or filtered is up to the broker')
  await cam.ask('tasks/t1/progress', { attempt: 1, percent: 50 })
  t.match(await app.ask('tasks/t1/get'), { state: 'executing', percent: 50 })
  t.match(await cam.ask('tasks/t1/success', { attempt: 1, result: 'real' }), { state: 'completed' })
  t.match(await app.ask('tasks/t1/get'), { state: 'completed', result: 'real' })
  t.same(cam.inbox.filter(({ text }) => text.includes('forged')), [], 'nothing forged reached the device')
  t.same(app.inbox.filter(({ text }) => text.includes('forged')), [])
  t.same(stranger.inbox, [], 'and nothing of others the stranger')
  t.same(facts.problems, [])
})

t.test('an orchestrator that may not subscribe says what to do', async t => {
  const broker = await guarded(t)
  const child = spawn(process.execPath, [main, 'attach', '--broker', broker.url, '--user', 'stranger', '--memory', '--log-level', 'error'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ORCHESTRA_PASSWORD: 'hush' } })
  t.teardown(() => child.kill('SIGKILL'))
  const [line] = await once(createInterface(child.stderr), 'line') as [string]
  t.match(line, /did not come back: the broker must let it publish and read everything below the root, see orchestra acl/)
})

t.test('EMQX: the first line that fits decides', async t => {
  const lines = accessList('emqx', { root: 'site/v1', orchestrator: 'boss' }).split('\n').filter(line => line.startsWith('{'))
  t.equal(lines.length, 4)
  t.equal(lines[0], '{allow, {username, "boss"}, all, ["site/v1/#"]}.')
  t.match(lines.at(-1), /^\{deny, all, all, \["site\/v1\/#"\]\}\.$/, 'whatever is not allowed is denied')
})

t.test('orchestra acl says whose lists there are', async t => {
  const child = spawn(process.execPath, [main, 'acl'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const [line] = await once(createInterface(child.stderr), 'line') as [string]
  t.match(line, /--for: .*mosquitto\|emqx/)
})
