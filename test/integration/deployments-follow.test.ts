/** Deployments that follow something else: the results of others, newer versions of their modules. */
import { found, manifest, pushModules, push, withModules } from '../support/deploying.js'
import { type Rig, type Talker, onBothStores, onMemory } from '../support/topics/rig.js'

const shot = { steps: { shot: manifest.steps.shot }, modules: { cam: 'camera@1.0.0' }, result: 'shot' }
const wide = { modules: { cam: 'camera@^1.0.0', net: 'detector@~1.0.0' } }
const CAMERA_2 = '(module (import "camera" "capture" (func (result i32))) (memory (export "memory") 1 2) (func (export "shoot") (result i64) i64.const 2) (func (export "look") (result i64) i64.const 1))'
const picture = { type: 'bytes', mediaType: 'image/png' }

async function newer (app: Talker, version: string, functions: object = { shoot: { result: picture } }): Promise<void> {
  await push(app, 'camera', CAMERA_2, { version, interfaces: ['camera'], functions })
}

async function begun (rig: Rig): Promise<{ app: Talker, cam: Talker }> {
  const app = await withModules(rig)
  const cam = await rig.device('cam', { interfaces: ['wasm', 'camera'], capacity: 8 })
  return { app, cam }
}

async function ready (device: Talker, deployment: string, revision: number): Promise<void> {
  await device.next(({ topic, body }) => topic === `to/${device.name}/deployments/${deployment}` && body?.revision === revision, `revision ${revision} of ${deployment}`)
  await device.ask(`deployments/${deployment}/ready`, { revision })
}

async function carryOut (device: Talker, end: 'success' | 'fail', body: object): Promise<Record<string, unknown>> {
  const offer = await device.told('offer')
  await device.ask(`tasks/${offer.task}/begin`, { attempt: offer.attempt })
  await device.ask(`tasks/${offer.task}/${end}`, { attempt: offer.attempt, ...body })
  return offer
}

onBothStores('the result of one executes another, once for each execution, and only where there is one', async (t, start) => {
  const rig = await start()
  const { app, cam } = await begun(rig)
  const after = { ...shot, triggers: [{ deployment: 'gate' }] }
  t.match(await app.refused('deployments/log/put', after), { code: 'unknown-deployment', message: /there is no deployment gate: put it first/ })
  await app.ask('deployments/gate/put', shot)
  await app.ask('deployments/log/put', { ...after, steps: { shot: { ...manifest.steps.shot, args: {} } } })
  await ready(cam, 'gate', 1)
  await ready(cam, 'log', 1)
  t.match(await app.refused('deployments/gate/put', { ...shot, triggers: [{ deployment: 'log' }] }), { code: 'invalid', message: /in a circle: gate → log → gate/ })
  t.match(await app.refused('deployments/gate/put', { ...shot, triggers: [{ deployment: 'gate' }] }), { code: 'invalid', message: /gate → gate/ })
  await app.ask('deployments/gate/execute', { run: 'r1' })
  await carryOut(cam, 'success', { result: { base64: 'AAEC' } })
  const { function: called } = await carryOut(cam, 'success', { result: { base64: 'AA==' } })
  t.equal(called, 'deployments/log/1/shot')
  const { body: end } = await rig.watcher.next(({ topic, body }) => topic.startsWith('state/executions/after-') && body?.state === 'completed', 'the end of what followed')
  t.match(end, { deployment: 'log', trigger: 'deployment gate', submitter: 'app' })
  await app.ask('deployments/gate/execute', { run: 'r2' })
  await carryOut(cam, 'fail', { error: { code: 'broken', message: 'no film' } })
  await rig.watcher.next(({ topic, body }) => topic === 'state/executions/r2' && body?.state === 'failed', 'the failure')
  t.same((await app.ask('executions/list', { deployment: 'log' }) as { executions: object[] }).executions.length, 1, 'a failure has no result')
  await app.ask('deployments/log/put', { ...shot, triggers: [] })
  await ready(cam, 'log', 2)
  await app.ask('deployments/gate/execute', { run: 'r3' })
  await carryOut(cam, 'success', { result: { base64: 'AAEC' } })
  t.same((await cam.rest()).filter(line => line.startsWith('to/cam/offer')), [], 'it listens no more')
})

onMemory('what it is given of a result', async (t, start) => {
  const rig = await start()
  const { app, cam } = await begun(rig)
  await app.ask('deployments/gate/put', shot)
  const second = { modules: { net: 'detector@1.0.0' }, steps: { found: { ...found, after: [], args: { image: '=input.result' } } }, result: 'found' }
  await app.ask('deployments/log/put', { ...second, triggers: [{ deployment: 'gate' }] })
  await ready(cam, 'gate', 1)
  await ready(cam, 'log', 1)
  await app.ask('deployments/gate/execute', { run: 'r1' })
  await carryOut(cam, 'success', { result: { base64: 'AAEC' } })
  t.match(await cam.told('offer'), { function: 'deployments/log/1/found', args: { image: { base64: 'AAEC' } } })
})

onBothStores('a newer version of a module: what takes it moves to it, in batches, and back where it fails', async (t, start) => {
  const rig = await start()
  const { app, cam } = await begun(rig)
  t.match(await app.refused('deployments/gate/put', { ...manifest, modules: { ...wide.modules, cam: 'camera@^1.0.1' } }), { code: 'unknown-module', message: /there is no camera@\^1.0.1/ })
  t.match(await app.ask('deployments/gate/put', { ...manifest, ...wide }), { modules: wide.modules, versions: { cam: '1.0.0', net: '1.0.0' } })
  await app.ask('deployments/fixed/put', manifest)
  await ready(cam, 'gate', 1)
  await ready(cam, 'fixed', 1)
  await newer(app, '2.0.0')
  await newer(app, '1.9.0-beta')
  t.same(await cam.rest(), [], 'neither another first number nor what is not finished')
  await newer(app, '1.4.0')
  t.match(await cam.told('deployments/gate'), { revision: 2, modules: { cam: { version: '1.4.0' } } })
  t.match(await app.ask('deployments/gate/get'), { state: 'deploying', revision: 2, former: 1, versions: { cam: '1.4.0' }, createdBy: 'app' })
  t.match(await app.refused('modules/camera/remove', { version: '1.0.0' }), { code: 'in-use', message: /deployed by .*gate/ })
  await cam.ask('deployments/gate/failed', { revision: 2, error: 'no room' })
  t.match(await cam.told('deployments/gate'), { revision: 1, modules: { cam: { version: '1.0.0' } } })
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', revision: 1, failed: { revision: 2, errors: { cam: 'no room' } } })
  await newer(app, '1.4.0')
  t.same(await cam.rest(), [], 'what failed is not tried again by itself')
  await newer(app, '1.5.0')
  await ready(cam, 'gate', 3)
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', revision: 3, versions: { cam: '1.5.0', net: '1.0.0' } })
  await newer(app, '1.4.9')
  t.match(await app.ask('deployments/gate/get'), { revision: 3 }, 'never to a lower one')
  t.match(await app.ask('deployments/fixed/get'), { revision: 1, versions: { cam: '1.0.0' } }, 'a version that is named stays')
})

onMemory('a newer version that does not fit: said, and tried again where devices come', async (t, start) => {
  const rig = await start()
  const { app, cam } = await begun(rig)
  await app.ask('deployments/gate/put', { ...shot, modules: { cam: 'camera@^1.0.0' } })
  await ready(cam, 'gate', 1)
  await newer(app, '1.1.0', { look: { result: picture } })
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', revision: 1, failed: { revision: 2, errors: { 'camera@1.1.0': /has no function shoot/ } } })
  await push(app, 'camera', CAMERA_2, { version: '1.2.0', interfaces: ['camera'], risk: 'high', functions: { shoot: { result: picture } } })
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', revision: 1, problem: 'camera@1.2.0: none of 1 devices fits shot' })
  const brave = await rig.device('brave', { interfaces: ['wasm', 'camera'], labels: { risk: 'high' } })
  await rig.clock.advance(5_000)
  await ready(brave, 'gate', 3)
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', revision: 3, placement: { shot: 'brave' } })
  t.notOk((await app.ask('deployments/gate/get')).problem)
})

onMemory('what came between the module and the deployment is made up for when it is put again', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  await pushModules(app)
  const cam = await rig.device('cam', { interfaces: ['wasm', 'camera'] })
  await app.ask('deployments/gate/put', { ...shot, modules: { cam: 'camera@~1.0.0' } })
  await ready(cam, 'gate', 1)
  await newer(app, '1.0.1')
  await cam.told('deployments/gate')
  await cam.ask('deployments/gate/failed', { revision: 2, error: 'no room' })
  t.match(await app.ask('deployments/gate/put', { ...shot, modules: { cam: 'camera@~1.0.0' } }), { revision: 3, versions: { cam: '1.0.1' } }, 'what failed is tried again where somebody asks for it')
})

onMemory('no more than a thousand executions come of one', async (t, start) => {
  const rig = await start()
  const { app, cam } = await begun(rig)
  await app.ask('deployments/gate/put', shot)
  await ready(cam, 'gate', 1)
  let before = ['gate']
  for (const layer of [1, 2, 3, 4]) {
    const names = Array.from({ length: 6 }, (_, n) => `layer${layer}-${n}`)
    for (const name of names) {
      await app.ask(`deployments/${name}/put`, { ...shot, triggers: before.map(deployment => ({ deployment })) })
      await ready(cam, name, 1)
    }
    before = names
  }
  cam.client.on('message', (topic, payload) => {
    if (!topic.endsWith('/offer')) return
    const { task, attempt } = JSON.parse(payload.toString()) as { task: string, attempt: number }
    cam.say(`tasks/${task}/success`, { attempt, result: { base64: 'AA==' } }).catch(() => {})
  })
  await app.ask('deployments/gate/execute', { run: 'r1' })
  let [count, former] = [0, -1]
  while (count !== former) {
    former = count
    await rig.clock.advance(1_000)
    await cam.rest()
    count = 0
    let cursor: string | undefined
    do {
      const page = await app.ask('executions/list', { limit: 200, ...cursor !== undefined && { cursor } }) as { executions: object[], cursor?: string }
      count += page.executions.length
      cursor = page.cursor
    } while (cursor !== undefined)
  }
  t.ok(count > 200 && count <= 1_001, `${count} of the 1,555 that there would be`)
})
