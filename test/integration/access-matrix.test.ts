/**
 * The matrix: who × which branch × which verb × which way in, made from the
 * table of permissions and run on a broker. What the table does not allow must
 * not happen, and what it allows must.
 */
import { MqttClient } from 'mqtt'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { type Role, grants } from '../../broker/core/permissions.js'
import { filterMatches } from '../../broker/hosts/aedes/filters.js'
import { type MessageKey, messages } from '../../schemas/index.js'
import { ROOT, type Rig, type Talker, onMemory } from '../support/topics/rig.js'

const SECRET = 'three blue herons'
const roles = Object.keys(grants).filter(role => role !== 'root') as Exclude<Role, 'root'>[]
const accountOf = (role: Role): object => ({ secret: SECRET, ...['viewer', 'submitter', 'operator'].includes(role) ? { kind: 'user', roles: [role] } : { kind: role } })
const commands = (Object.keys(messages) as MessageKey[]).filter(key => messages[key].direction === 'in' && !messages[key].binary)
const exampleOf = (key: string): object => (JSON.parse(readFileSync(new URL(`../../../schemas/${key}.json`, import.meta.url), 'utf8')) as { examples: readonly [object] }).examples[0]
/** What one may say about oneself, and about others only by the table. */
const ofSelf = new Set(['accounts/get', 'accounts/secret'])
/** Of one's own only where there is one of another's: `executions.test.ts` and `workflows.test.ts` have such. */
const ofRuns = new Set(['deployments/execute', 'executions/get', 'executions/logs', 'executions/cancel', 'workflows/submit', 'workflows/get', 'workflows/why', 'workflows/cancel', 'schedules/put', 'schedules/get', 'schedules/remove', 'schedules/pause', 'schedules/resume', 'services/put', 'services/get', 'services/scale', 'services/restart', 'services/remove'])

async function people (rig: Rig): Promise<Map<Role, Talker>> {
  const found = new Map<Role, Talker>()
  for (const role of roles) {
    await rig.watcher.ask(`accounts/${role}/put`, accountOf(role))
    found.set(role, await rig.talker(role, { password: SECRET }))
  }
  return found
}

const topicOf = (key: MessageKey, who: string, entity: string): string => messages[key].topics[0].replace('{principal}', who).replace(/\{\w+\}/, entity)

onMemory('publish: every role says every command', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  await rig.watcher.ask('accounts/victim/put', { kind: 'user', secret: SECRET })
  await rig.watcher.ask('tasks/foreign/submit', { function: 'nobody' })
  for (const [role, talker] of await people(rig)) {
    for (const key of commands) {
      const may = grants[role].says[key]
      // About what is another's: with `own` that is forbidden, too.
      const entity = key.startsWith('tasks/') ? 'foreign' : 'victim'
      const command = topicOf(key, role, entity).slice(`from/${role}/`.length)
      const ref = `${role}-${key}`.slice(-60)
      await talker.say(command, { ...exampleOf(key), ref })
      const { body, topic } = await talker.next(({ body }) => body?.ref === ref, `an answer to ${command} of ${role}`)
      const isForbidden = topic.endsWith('/rejected') && body?.code === 'forbidden'
      const mayNot = may === undefined || (may === 'own' && command.includes(entity) && !ofRuns.has(key))
      if (mayNot) t.ok(isForbidden, `${role} may not ${key}: ${JSON.stringify(body)}`)
      else if (may === 'any' && !ofSelf.has(key)) t.notOk(isForbidden, `${role} may ${key}: ${JSON.stringify(body)}`)
      if (role === 'admin' && key.startsWith('accounts/')) await rig.watcher.ask('accounts/victim/put', { kind: 'user', secret: SECRET })
    }
  }
})

onMemory('publish: nobody speaks in another\'s branch, or for the orchestrator', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  await rig.watcher.ask('accounts/victim/put', { kind: 'device', secret: SECRET })
  const victim = await rig.talker('victim', { password: SECRET })
  await victim.ask('birth', { session: 1, functions: ['work'] })
  for (const [role, talker] of await people(rig)) {
    for (const topic of ['from/victim/offline', 'from/victim/accounts/victim/secret', 'from/root/accounts/evil/put', 'to/victim/offer', `to/${role}/offer`, 'state/devices/victim', 'events/devices/victim', 'events/audit', 'elsewhere']) {
      await talker.publish(`${ROOT}/${topic}`, { session: 1, kind: 'device', reason: 'forged', secret: 'seven grey geese', event: 'forged' }, { retain: true })
      t.match((await talker.next(message => message.topic === `to/${role}/rejected`)).body, { code: 'forbidden' }, `${role}: ${topic}`)
    }
  }
  t.same((await victim.rest()), [])
  t.match(await rig.watcher.ask('devices/victim/get'), { state: 'free' })
  t.match(await rig.watcher.refused('accounts/evil/get'), { code: 'unknown-account' })
})

interface Told { readonly topic: string, readonly owner?: string }
/** What is told in the course of the next test, and whose it is. */
const tellings: readonly Told[] = [
  { topic: 'state/tasks/tA', owner: 'submitter' }, { topic: 'events/tasks/tA', owner: 'submitter' }, { topic: 'state/tasks/tB', owner: 'root' }, { topic: 'events/tasks/tB', owner: 'root' },
  { topic: 'state/devices/dev', owner: '' }, { topic: 'events/devices/dev', owner: '' }, { topic: 'events/audit', owner: '' }, { topic: 'to/dev/offer', owner: '' }, { topic: 'to/submitter/tasks/tA/ended', owner: '' }
]

function mayHear (role: Role, { topic, owner }: Told): boolean {
  if (topic.startsWith('to/')) return topic.startsWith(`to/${role}/`)
  const { reads, readsOwn = [] } = grants[role]
  const has = (filters: readonly string[]): boolean => filters.some(filter => filterMatches(filter.split('/'), topic))
  return has(reads) || (owner === role && has(readsOwn))
}

async function happen (rig: Rig, all: ReadonlyMap<Role, Talker>): Promise<void> {
  const dev = await rig.talker('dev', { password: SECRET })
  await dev.ask('birth', { session: 1, functions: ['work'], capacity: 2 })
  await all.get('submitter')?.ask('tasks/tA/submit', { function: 'work', notify: true })
  await rig.watcher.ask('tasks/tB/submit', { function: 'work' })
  for (let n = 0; n < 2; n++) {
    const { task, attempt } = await dev.told('offer')
    await dev.ask(`tasks/${String(task)}/success`, { attempt, result: { submitter: 'nobody', text: '"submitter":"viewer"' } })
  }
  await rig.watcher.ask('accounts/somebody/put', { kind: 'device' })
}

const ways: readonly (readonly [name: string, filters: readonly string[]])[] = [
  ['literal', [...tellings.map(({ topic }) => `${ROOT}/${topic}`)]],
  ['wildcards below the root', [`${ROOT}/#`]], ['wildcards', ['#']], ['wildcards for the root', ['+/+/state/#', '+/+/events/#', '+/v1/to/#']],
  ['levels', [`${ROOT}/+/+/+`, `${ROOT}/+/+`, `${ROOT}/+/+/+/+/+`]], ['shared', [`$share/g/${ROOT}/#`, `$share/h/${ROOT}/state/#`, `$share/i/${ROOT}/to/dev/#`]]
]

for (const [way, filters] of ways) {
  onMemory(`subscribe, ${way}: what is told live reaches who may hear it, and nobody else`, async (t, start) => {
    const rig = await start({ accounts: 'stored' })
    const all = await people(rig)
    await rig.watcher.ask('accounts/dev/put', { kind: 'device', secret: SECRET })
    for (const talker of all.values()) for (const filter of filters) await talker.subscribeTo(filter)
    await happen(rig, all)
    await rig.settle()
    for (const [role, talker] of all) {
      await talker.ask('time')
      await talker.quiet()
      for (const telling of tellings) {
        const isTold = talker.inbox.some(({ topic }) => topic === telling.topic)
        if (!mayHear(role, telling)) t.notOk(isTold, `${role} must not hear ${telling.topic}`)
        else if (way !== 'shared') t.ok(isTold, `${role} hears ${telling.topic}`)
      }
      t.same(talker.inbox.filter(({ topic }) => topic.startsWith('to/') && !topic.startsWith(`to/${role}/`)), [], `${role} hears nothing that is for another`)
    }
  })
}

onMemory('retained, and kept for a session: only to who may read it, also once that has changed', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  const all = await people(rig)
  await rig.watcher.ask('accounts/dev/put', { kind: 'device', secret: SECRET })
  const kept = { password: SECRET, clean: false, subscribe: [] as string[] }
  for (const role of roles) {
    const session = await rig.talker(role, { ...kept, clientId: `${role}-kept` })
    for (const filter of ['state/#', 'events/#', 'state/tasks/tA', 'state/tasks/tB']) await session.subscribe(filter)
    await rig.away(session)
  }
  await happen(rig, all)
  const states = tellings.filter(({ topic }) => topic.startsWith('state/'))
  for (const [role, talker] of all) {
    talker.inbox.length = 0
    for (const { topic } of states) await talker.subscribe(topic)
    await talker.subscribe('state/#')
    for (const state of states.filter(one => mayHear(role, one))) t.ok(await talker.seen(state.topic), `${role}, retained: ${state.topic}`)
    const rest = await talker.rest()
    for (const { topic } of states.filter(one => !mayHear(role, one))) t.notOk(rest.some(line => line.startsWith(`${topic} `)), `${role}, not retained: ${topic}`)
  }
  // Who may no longer see it is not told of it either when its session is taken up.
  await rig.watcher.ask('accounts/viewer/put', { kind: 'user', roles: ['submitter'] })
  for (const role of roles) {
    const session = await rig.talker(role, { ...kept, clientId: `${role}-kept` })
    await session.subscribe(`to/${role}/#`)
    await session.ask('time')
    const now = role === 'viewer' ? 'submitter' : role
    const heard = session.inbox.map(({ topic }) => topic)
    const allowed = heard.filter(topic => topic.startsWith('to/') || mayHear(now, tellings.find(telling => telling.topic === topic) ?? { topic }))
    // A task is its submitter's: the viewer has submitted none.
    t.same(heard.filter(topic => !allowed.includes(topic) || (role === 'viewer' && topic.includes('/tasks/'))), [], `${role}, replayed`)
  }
})

onMemory('wills: nobody\'s will says what they may not', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  await people(rig)
  const refusedAt = async (role: string, topic: string): Promise<number> => {
    const client = new MqttClient(() => connect(rig.port, '127.0.0.1'), { protocolVersion: 4, reconnectPeriod: 0, clientId: `will-${role}`, username: role, password: SECRET, will: { topic: `${ROOT}/${topic}`, payload: Buffer.from('{}'), qos: 1, retain: false } })
    return await new Promise<number>(resolve => {
      client.once('connect', () => { client.end(true, () => resolve(0)) })
      client.once('error', error => { client.end(true, () => resolve((error as { code?: number }).code ?? -1)) })
    })
  }
  for (const role of roles) {
    for (const topic of ['from/root/offline', 'to/root/x', 'state/tasks/t1', 'events/audit', 'from']) t.equal(await refusedAt(role, topic), 5, `${role}: ${topic}`)
    if (grants[role].says['accounts/put'] !== undefined) continue
    const dying = await rig.talker(role, { password: SECRET, clientId: `dying-${role}`, will: { topic: `${ROOT}/from/${role}/accounts/evil-${role}/put`, payload: Buffer.from('{"kind":"device"}'), qos: 1, retain: false } })
    const said = rig.watcher.seen('events/audit', { account: role, command: 'accounts/put', allowed: false })
    dying.vanish()
    await said
    t.match(await rig.watcher.refused(`accounts/evil-${role}/get`), { code: 'unknown-account' })
  }
})

onMemory('a bridge speaks for those that it is for, and each of them may what their account may', async (t, start) => {
  const rig = await start({ accounts: 'stored', bridgePrincipals: [{ user: 'site', principals: ['far-1', 'far-2'] }] })
  await rig.watcher.ask('accounts/site/put', { kind: 'bridge', secret: SECRET })
  await rig.watcher.ask('accounts/far-2/put', { kind: 'device', secret: SECRET })
  const site = await rig.talker('site', { password: SECRET, subscribe: ['to/site/#', 'to/far-1/#', 'to/far-2/#'] })
  const say = async (who: string, command: string, body: object): Promise<string> => {
    await site.publish(`${ROOT}/from/${who}/${command}`, { ...body, ref: command })
    const { topic, body: told } = await site.next(({ body }) => body?.ref === command || body?.topic !== undefined)
    return `${topic} ${String(told?.code ?? '')}`.trim()
  }
  t.match(await say('far-1', 'birth', { session: 1, functions: ['work'] }), /birth\/rejected forbidden$/, 'without an account nobody is anybody')
  t.match(await say('far-2', 'birth', { session: 1, functions: ['work'] }), /welcome$/)
  t.match(await say('far-2', 'tasks/t1/submit', { function: 'work' }), /rejected forbidden$/, 'a device behind it is a device')
  t.match(await say('root', 'accounts/evil/put', { kind: 'device' }), /to\/site\/rejected forbidden$/)
  // What is for those behind it reaches the bridge, which is why it is there.
  rig.facts.problems.length = 0
})
