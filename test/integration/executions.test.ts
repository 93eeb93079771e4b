/** Executions at the level of topics: the steps are tasks of the devices that were chosen, and what one gives the next one takes. */
import { type Body, type Rig, type Talker, onBothStores, onMemory } from '../support/topics/rig.js'
import { found, manifest, modules, push, pushModules, withModules } from '../support/deploying.js'

interface Deployed { readonly rig: Rig, readonly app: Talker, readonly cam: Talker, readonly box: Talker }

async function deployed (rig: Rig, change: object = {}): Promise<Deployed> {
  const app = await withModules(rig)
  const cam = await rig.device('cam', { interfaces: ['wasm', 'camera'], labels: { zone: 'gate' }, capacity: 4 })
  const box = await rig.device('box', { interfaces: ['wasm'], labels: { zone: 'hall' }, capacity: 4 })
  const steps = { ...manifest.steps, found: { ...found, require: { labels: { zone: 'hall' } } } }
  const { revision } = await app.ask('deployments/gate/put', { ...manifest, steps, ...change })
  for (const device of [cam, box]) {
    await device.told('deployments/gate')
    await device.ask('deployments/gate/ready', { revision })
  }
  return { rig, app, cam, box }
}

/** Takes its next offer, and ends it so. */
async function run (device: Talker, end: 'success' | 'fail', body: object): Promise<Record<string, unknown>> {
  const offer = await device.told('offer')
  const { task, attempt } = offer
  await device.ask(`tasks/${task}/begin`, { attempt })
  await device.ask(`tasks/${task}/${end}`, { attempt, ...body })
  return offer
}

const PICTURE = { base64: 'AAEC' }

onBothStores('from the first step to the last: what one gives the next one takes, and the result is kept', async (t, start) => {
  const { rig, app, cam, box } = await deployed(await start())
  t.match(await app.ask('deployments/gate/execute', { run: 'r1', args: { at: 1 } }), { execution: 'r1', state: 'executing', revision: 1, steps: { shot: { state: 'waiting' } } })
  t.match(await run(cam, 'success', { result: PICTURE }), { task: 'r1.shot', function: 'deployments/gate/1/shot', args: {} })
  t.match(await run(box, 'success', { result: { edges: 7 } }), { task: 'r1.found', function: 'deployments/gate/1/found', args: { image: PICTURE } })
  await rig.watcher.next(({ topic, body }) => topic === 'state/executions/r1' && body?.state === 'completed', 'the end')
  const ended = await app.ask('executions/r1/get')
  t.match(ended, { state: 'completed', result: { edges: 7 }, steps: { shot: { state: 'completed', device: 'cam', attempts: 1, resultBytes: 17 }, found: { state: 'completed', device: 'box', argsBytes: 27 } } })
  t.match(await app.ask('deployments/gate/execute', { run: 'r1', args: { at: 1 } }), { state: 'completed', result: { edges: 7 } }, 'the same again is the recall')
  t.match(await app.refused('deployments/gate/execute', { run: 'r1', args: { at: 2 } }), { code: 'conflict' })
  const late = await rig.talker('late', { subscribe: ['state/executions/r1'] })
  t.match((await late.next(({ topic }) => topic === 'state/executions/r1', 'the state')).body, { state: 'completed', result: { edges: 7 } }, 'retained')
  t.match(await app.ask('executions/list', { deployment: 'gate' }), { executions: [{ execution: 'r1' }] })
  t.match(await app.ask('tasks/r1.found/get'), { run: 'r1', function: 'deployments/gate/1/found' })
})

onBothStores('two at once don\'t meet; one waits until its devices are ready', async (t, start) => {
  const rig = await start()
  const { app, cam, box } = await deployed(rig)
  await Promise.all(['a', 'b'].map(async name => await app.ask('deployments/gate/execute', { run: name })))
  const first = [await run(cam, 'success', { result: PICTURE }), await run(cam, 'success', { result: PICTURE })]
  t.same(first.map(({ task }) => task).sort(), ['a.shot', 'b.shot'])
  await run(box, 'success', { result: 1 })
  await run(box, 'success', { result: 2 })
  for (const name of ['a', 'b']) await rig.watcher.next(({ topic, body }) => topic === `state/executions/${name}` && body?.state === 'completed', `the end of ${name}`)
  const solo = { ...manifest, steps: { shot: manifest.steps.shot }, result: 'shot' }
  await app.ask('deployments/solo/put', solo)
  await app.ask('deployments/solo/execute', { run: 'c' })
  await cam.told('deployments/solo')
  t.same(await cam.rest(), [], 'not offered before it is ready')
  await cam.ask('deployments/solo/ready', { revision: 1 })
  t.match(await run(cam, 'success', { result: PICTURE }), { task: 'c.shot' })
})

onMemory('what goes wrong ends it, with the step and the reason', async (t, start) => {
  const rig = await start()
  const { app, cam, box } = await deployed(rig)
  const ended = async (name: string): Promise<unknown> => (await rig.watcher.next(({ topic, body }) => topic === `state/executions/${name}` && body?.state !== 'executing', 'the end')).body
  await app.ask('deployments/gate/execute', { run: 'a' })
  await run(cam, 'fail', { error: { code: 'trap', message: 'unreachable' } })
  t.match(await ended('a'), { state: 'failed', error: { step: 'shot', code: 'trap', message: 'unreachable' }, steps: { shot: { state: 'failed' }, found: { state: 'waiting' } } }, 'not tried again: nobody said that it may be')
  await app.ask('deployments/gate/execute', { run: 'b' })
  const { task, attempt } = await cam.told('offer')
  await cam.ask(`tasks/${task}/begin`, { attempt })
  t.match(await app.ask('executions/b/cancel', { reason: 'enough' }), { state: 'cancelled', reason: 'enough' })
  await cam.told(`tasks/${task}/cancel`)
  t.match(await app.refused('executions/c/get'), { code: 'unknown-execution' })
  t.match(await app.refused('executions/a/cancel'), { code: 'ended' })
  await app.ask('deployments/gate/execute', { run: 'd' })
  await run(cam, 'success', {})
  t.match(await ended('d'), { state: 'failed', error: { step: 'found', code: 'expression', message: /`args.image` comes to nothing: =shot.result/ } })
  await app.ask('deployments/gate/execute', { run: 'e' })
  await cam.told('offer')
  await app.ask('deployments/gate/remove')
  t.match(await ended('e'), { state: 'failed', error: { code: 'replaced' } })
  await box.rest()
})

onMemory('who may only do what is their own, may only do so with their own executions', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  const secret = 'three blue herons'
  const talker = async (name: string, account: object): Promise<Talker> => {
    await rig.watcher.ask(`accounts/${name}/put`, { secret, ...account })
    return await rig.talker(name, { password: secret })
  }
  const app = await talker('app', { kind: 'user', roles: ['operator'] })
  const [one, other] = [await talker('one', { kind: 'user', roles: ['submitter'] }), await talker('other', { kind: 'user', roles: ['submitter'] })]
  const cam = await talker('cam', { kind: 'device' })
  await cam.ask('birth', { session: 1, functions: ['work'], interfaces: ['wasm', 'camera'] })
  await pushModules(app)
  await app.ask('deployments/gate/put', manifest)
  await one.ask('deployments/gate/execute', { run: 'r1' })
  t.match(await other.refused('deployments/gate/execute', { run: 'r1' }), { code: 'forbidden' })
  t.match(await other.refused('executions/r1/get'), { code: 'forbidden' })
  t.match(await other.refused('executions/r1/cancel'), { code: 'forbidden' })
  t.same((await other.ask('executions/list')).executions, [])
  t.match(await one.ask('executions/list'), { executions: [{ execution: 'r1', submitter: 'one' }] })
  t.match(await app.ask('executions/r1/cancel'), { state: 'cancelled' }, 'an operator may with any')
  t.match(await one.refused('deployments/gate/remove'), { code: 'forbidden' })
})

onBothStores('every so often: in step, once for what was missed, not more than there is room for; by messages, with what they say', async (t, start) => {
  const rig = await start()
  const app = await withModules(rig)
  const cam = await rig.device('cam', { interfaces: ['wasm', 'camera'], capacity: 100, heartbeatMs: 0 })
  const plain = { modules: { cam: 'camera@1.0.0', net: 'json@1.0.0' }, steps: { shot: { module: 'net', function: 'take', args: { image: '=$exists(input.payload) ? input.payload : input.at' } } } }
  await push(app, 'json', '(module (memory (export "memory") 1 1) (func (export "alloc") (param i32) (result i32) i32.const 0) (func (export "take") (param i32 i32)))', { functions: { take: { params: [{ name: 'image', type: 'json' }] } } })
  await app.ask('deployments/tick/put', { ...plain, triggers: [{ every: '10s' }, { topic: 'doors/+' }] })
  await cam.told('deployments/tick')
  await cam.ask('deployments/tick/ready', { revision: 1 })
  const since = rig.clock.now()
  await rig.clock.advance(10_000)
  const shot = async (): Promise<string> => String((await run(cam, 'success', { result: PICTURE })).task).replace('.shot', '')
  const first = await shot()
  t.match(await app.ask(`executions/${first}/get`), { trigger: 'every 10s', submitter: 'app' })
  await rig.clock.advance(10_000)
  t.not(await shot(), first, 'another one')
  const before = (await app.ask('executions/list', { deployment: 'tick' })).executions as Body[]
  t.same(before.map(({ createdAt }) => Math.round((Number(createdAt) - since) / 1_000)).sort((a, b) => a - b), [10, 20])
  const door = await rig.talker('door')
  for (const [topic, payload, expected] of [['doors/north', '{"open":true}', { open: true }], ['doors/south', 'open', 'open'], ['doors/east', Buffer.from([0xff, 1]), { base64: '/wE=' }]] as const) {
    await door.client.publishAsync(topic, payload as string, { qos: 1 })
    const [begun] = (await app.ask('executions/list', { deployment: 'tick', state: 'executing' })).executions as Body[]
    t.match(begun, { trigger: topic }, 'acknowledged once it has begun')
    t.match(await run(cam, 'success', { result: PICTURE }), { args: { image: expected } })
  }
  await door.client.publishAsync('windows/north', 'open', { qos: 1 })
  t.same((await cam.rest()).filter(line => line.includes('offer')), [])
  for (let n = 0; n < 80; n++) await door.client.publishAsync('doors/west', String(n), { qos: 1 })
  await rig.settle()
  const all = (await app.ask('executions/list', { deployment: 'tick', limit: 1_000 })).executions as Body[]
  t.equal(all.filter(({ state }) => state === 'executing').length, 64, 'no more than so many at a time')
  t.same(await app.ask('deployments/tick/remove').then(() => cam.rest()).then(lines => lines.length > 0), true)
  await door.client.publishAsync('doors/north', '', { qos: 1 })
  t.equal(((await app.ask('executions/list', { deployment: 'tick', state: 'executing' })).executions as Body[]).length, 0)
})

onBothStores('names that are in every object are names like others', async (t, start) => {
  const rig = await start()
  const app = await withModules(rig)
  const device = await rig.device('constructor', { interfaces: ['wasm', 'camera'], labels: { zone: 'gate' } })
  const steps = { valueOf: manifest.steps.shot, toString: { ...found, after: ['valueOf'], args: { image: '=valueOf.result' } } }
  t.match(await app.ask('deployments/hasOwnProperty/put', { modules, steps, result: 'toString' }), { placement: { valueOf: 'constructor', toString: 'constructor' } })
  await device.told('deployments/hasOwnProperty')
  await device.ask('deployments/hasOwnProperty/ready', { revision: 1 })
  await app.ask('deployments/hasOwnProperty/execute', { run: 'constructor' })
  await run(device, 'success', { result: PICTURE })
  t.match(await run(device, 'success', { result: 3 }), { args: { image: PICTURE } })
  await rig.watcher.next(({ topic, body }) => topic === 'state/executions/constructor' && body?.state === 'completed', 'the end')
  await app.ask('devices/constructor/cordon', { reason: 'lens' })
  t.match(await app.ask('deployments/hasOwnProperty/why'), { steps: { valueOf: { devices: [{ filter: 'cordoned' }] } } })
})

onBothStores('tasks of others under the names of its steps', async (t, start) => {
  const rig = await start()
  const { app, cam, box } = await deployed(rig)
  const evil = await rig.talker('evil')
  await evil.ask('tasks/r1.shot/submit', { function: 'never' })
  await evil.ask('tasks/r2.found/submit', { function: 'never' })
  t.match(await evil.refused('tasks/x/submit', { function: 'deployments/gate/1/shot', require: { device: 'cam' } }), { code: 'invalid', message: /by executing the deployment/ })
  t.match(await app.refused('deployments/gate/execute', { run: 'r1' }), { code: 'conflict', message: /there is a task r1.shot/ })
  await app.ask('deployments/gate/execute', { run: 'r3' })
  await evil.ask('tasks/r3.found/submit', { function: 'never' })
  await run(cam, 'success', { result: PICTURE })
  t.match(await run(box, 'success', { result: 1 }), { task: 'r3.found.2' }, 'it takes another name')
  await rig.watcher.next(({ topic, body }) => topic === 'state/executions/r3' && body?.state === 'completed', 'the end')
  t.match(await evil.ask('tasks/r3.found/get'), { state: 'available', submitter: 'evil' })
})

onMemory('what the caller has got wrong does not count against the device', async (t, start) => {
  const { rig, app, cam } = await deployed(await start())
  for (const name of ['a', 'b', 'c', 'd']) {
    await app.ask('deployments/gate/execute', { run: name })
    await run(cam, 'fail', { error: { code: 'bad-args', message: 'celsius must be a number' } })
    await rig.watcher.next(({ topic, body }) => topic === `state/executions/${name}` && body?.state === 'failed', 'the failure')
  }
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', placement: { shot: 'cam' } })
})

onBothStores('one that has not begun when its revision is replaced is of the next', async (t, start) => {
  const rig = await start()
  const app = await withModules(rig)
  const cam = await rig.device('cam', { interfaces: ['wasm', 'camera'] })
  const solo = { modules: { cam: 'camera@1.0.0' }, steps: { shot: manifest.steps.shot }, result: 'shot' }
  await app.ask('deployments/solo/put', solo)
  t.match(await app.ask('deployments/solo/execute', { run: 'r1' }), { revision: 1, steps: { shot: { state: 'waiting' } } })
  await app.ask('deployments/solo/put', { ...solo, steps: { picture: manifest.steps.shot }, result: 'picture' })
  await cam.next(({ topic, body }) => topic === 'to/cam/deployments/solo' && body?.revision === 2, 'revision 2')
  await cam.ask('deployments/solo/ready', { revision: 2 })
  t.match(await run(cam, 'success', { result: PICTURE }), { task: 'r1.picture' })
  const { body } = await rig.watcher.next(({ topic, body }) => topic === 'state/executions/r1' && body?.state === 'completed', 'the end')
  t.match(body, { revision: 2, steps: { picture: { state: 'completed' } } })
  await app.ask('deployments/solo/remove')
  t.match(await app.refused('deployments/solo/execute', { run: 'r2' }), { code: 'unknown-deployment' })
})
