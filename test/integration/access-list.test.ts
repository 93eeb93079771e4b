/** The access list for a foreign broker, on a real Mosquitto: who may what, and an orchestrator attached behind it. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
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

/** What each may do there, tried by what comes of it. */
async function tried (t: Test, broker: Mosquitto): Promise<void> {
  const facts = new Facts()
  const talker = async (name: string, subscribe = [`to/${name}/#`]): Promise<Talker> => {
    const talker = await Talker.connect(broker.port, ROOT, name, facts, { clientId: `${name}-1`, password: 'hush', subscribe })
    t.teardown(() => talker.leave())
    return talker
  }
  const child = spawn(process.execPath, [main, 'attach', '--broker', broker.url, '--user', 'orchestrator', '--memory', '--log-level', 'error'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ORCHESTRA_PASSWORD: 'hush' } })
  t.teardown(() => child.kill('SIGKILL'))
  await once(createInterface(child.stdout), 'line')
  const [cam, app, viewer] = [await talker('cam'), await talker('app'), await talker('viewer', ['to/viewer/#', 'state/#', 'events/tasks/#'])]
  await cam.ask('birth', { session: 1, functions: ['work'] })
  // What is not allowed is acknowledged and goes nowhere; whoever waited for an answer would wait for ever.
  await cam.say('tasks/forged/submit', { function: 'work' })
  await viewer.say('tasks/forged/submit', { function: 'work' })
  await app.say('birth', { session: 1, functions: ['work'] })
  await app.say('devices/cam/forget')
  await cam.publish(`${ROOT}/from/app/tasks/forged/submit`, { function: 'work' })
  await cam.publish(`${ROOT}/state/tasks/forged`, { state: 'forged' }, { retain: true })
  await app.ask('tasks/t1/submit', { function: 'work' })
  const { attempt } = await cam.told('offer')
  await cam.ask('tasks/t1/success', { attempt, result: 7 })
  t.match(await app.ask('tasks/t1/get'), { state: 'completed', result: 7 })
  t.match(await viewer.ask('tasks/t1/get'), { state: 'completed' })
  await viewer.seen('state/tasks/t1', { state: 'completed' })
  t.match(await viewer.refused('tasks/forged/get'), { code: 'unknown-task' })
  t.match(await app.ask('devices/list'), { devices: [{ device: 'cam' }] }, 'the app is no device, and the device is still there')
  for (const filter of ['state/#', 'events/#', 'to/cam/#', '#']) await app.subscribe(filter).catch(() => 128)
  await app.ask('tasks/t2/submit', { function: 'work' })
  await cam.told('offer')
  t.same((await app.rest()).filter(line => !line.startsWith('to/app/') && !/^(state|events)\/(devices|nodes|bridges)/.test(line)), [], 'an app is told of its own tasks alone, on its own branch')
  t.same(facts.problems, [])
}

const known = ['--account', 'cam=device', '--account', 'app=submitter', '--account', 'viewer=viewer']

t.test('mosquitto, by roles: acl_file', async t => {
  const dir = t.testdir()
  const [list, passwords] = [join(dir, 'acl'), join(dir, 'passwords')]
  writeFileSync(list, execFileSync(process.execPath, [main, 'acl', '--for', 'mosquitto', ...known]))
  writeFileSync(passwords, '')
  for (const name of ['orchestrator', 'cam', 'app', 'viewer']) execFileSync('mosquitto_passwd', ['-b', passwords, name, 'hush'], { stdio: 'ignore' })
  await tried(t, await startMosquitto(t, ['allow_anonymous false', `acl_file ${list}`, `password_file ${passwords}`]))
})

t.test('mosquitto, by roles: the plugin for dynamic security', async t => {
  const plugin = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/local/lib', '/opt/homebrew/lib'].map(dir => join(dir, 'mosquitto_dynamic_security.so')).find(path => existsSync(path))
  if (plugin === undefined) {
    t.pass('this Mosquitto has no plugin for dynamic security', { skip: true })
    return
  }
  const config = join(t.testdir(), 'dynamic-security.json')
  execFileSync('mosquitto_ctrl', ['dynsec', 'init', config, 'admin', 'hush'], { input: 'hush\nhush\n', stdio: ['pipe', 'ignore', 'ignore'] })
  const broker = await startMosquitto(t, ['allow_anonymous false', 'per_listener_settings false', `plugin ${plugin}`, `plugin_opt_config_file ${config}`])
  const admin = ['-p', String(broker.port), '-u', 'admin', '-P', 'hush', '-q', '1', '-t', '$CONTROL/dynamic-security/v1']
  const clients = ['orchestrator', 'cam', 'app', 'viewer'].map(username => ({ command: 'createClient', username, password: 'hush' }))
  execFileSync('mosquitto_pub', [...admin, '-m', JSON.stringify({ commands: clients })])
  execFileSync('mosquitto_pub', [...admin, '-s'], { input: execFileSync(process.execPath, [main, 'acl', '--for', 'mosquitto-dynsec', ...known]) })
  await tried(t, broker)
})

t.test('EMQX: the first line that fits decides', async t => {
  const lines = accessList('emqx', { root: 'site/v1', orchestrator: 'boss', users: [] }).split('\n').filter(line => line.startsWith('{'))
  t.equal(lines.length, 4)
  t.equal(lines[0], '{allow, {username, "boss"}, all, ["site/v1/#"]}.')
  t.match(lines.at(-1), /^\{deny, all, all, \["site\/v1\/#"\]\}\.$/, 'whatever is not allowed is denied')
})

t.test('orchestra acl says whose lists there are', async t => {
  const child = spawn(process.execPath, [main, 'acl'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const [line] = await once(createInterface(child.stderr), 'line') as [string]
  t.match(line, /--for: .*mosquitto\|mosquitto-dynsec\|emqx/)
})
