/** What deployments do by themselves: lost devices, cordoned ones, ones that fail, revisions that go out in batches and come back. */
import type { Body, Rig, Talker } from '../support/topics/rig.js'
import { onBothStores, onMemory } from '../support/topics/rig.js'
import { found, manifest, withModules } from '../support/deploying.js'

const wasm = { interfaces: ['wasm'], capacity: 4 }
const inHall = { ...manifest, steps: { ...manifest.steps, found: { ...found, require: { labels: { zone: 'hall' } } } } }

interface Hall { readonly rig: Rig, readonly app: Talker, readonly cam: Talker, readonly boxes: readonly Talker[] }

async function hall (rig: Rig, count: number): Promise<Hall> {
  const app = await withModules(rig)
  const cam = await rig.device('cam', { interfaces: ['wasm', 'camera'], capacity: 4 })
  const boxes: Talker[] = []
  for (let n = 1; n <= count; n++) boxes.push(await rig.device(`box${n}`, { ...wasm, labels: { zone: 'hall' } }))
  return { rig, app, cam, boxes }
}

async function readyAll (revision: number, ...devices: readonly Talker[]): Promise<void> {
  for (const device of devices) {
    await device.told('deployments/gate')
    await device.ask('deployments/gate/ready', { revision })
  }
}

async function stateOf ({ watcher }: Rig, what: string, is: (body: Body) => boolean): Promise<Body> {
  return (await watcher.next(({ topic, body }) => topic === 'state/deployments/gate' && body !== undefined && is(body), what)).body as Body
}

async function run (device: Talker, end: 'success' | 'fail', body: object): Promise<Body> {
  const offer = await device.told('offer')
  await device.ask(`tasks/${offer.task}/begin`, { attempt: offer.attempt })
  await device.ask(`tasks/${offer.task}/${end}`, { attempt: offer.attempt, ...body })
  return offer
}

onBothStores('a device that is lost for long enough loses what it carried, and nothing else moves; back again it gets nothing', async (t, start) => {
  const stage = await hall(await start(), 2)
  const { rig, app, cam, boxes: [box1, box2] } = stage as Hall & { boxes: [Talker, Talker] }
  await app.ask('deployments/gate/put', { ...inHall, policy: { moveAfterMs: 20_000 } })
  await readyAll(1, cam, box1)
  await stateOf(rig, 'ready', ({ state }) => state === 'ready')
  await app.ask('deployments/gate/execute', { run: 'r1' })
  await box1.ask('offline', { session: 1, reason: 'power', ref: 'x' })
  t.match(await stateOf(rig, 'degraded', ({ state }) => state === 'degraded'), { lost: { box1: rig.clock.now() }, placement: { found: 'box1' } }, 'it may come back')
  await run(cam, 'success', { result: { base64: 'AAEC' } })
  await rig.clock.advance(19_000)
  t.same(await box2.rest(), [])
  await rig.clock.advance(2_000)
  t.match(await stateOf(rig, 'moved', ({ placement }) => (placement as Body).found === 'box2'), { placement: { shot: 'cam', found: 'box2' }, devices: { cam: { state: 'ready' }, box2: { state: 'sent' } }, state: 'deploying' })
  await readyAll(1, box2)
  t.match(await run(box2, 'success', { result: 3 }), { task: 'r1.found.2', args: { image: { base64: 'AAEC' } } }, 'the run that waited goes on there')
  t.match(await app.ask('executions/r1/get'), { state: 'completed', result: 3, steps: { found: { device: 'box2' } } })
  await rig.away(box1)
  const back = await rig.talker('box1', { clientId: 'box1-again' })
  await back.ask('birth', { session: 2, functions: ['work'], ...wasm, labels: { zone: 'hall' } })
  await rig.settle()
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', placement: { found: 'box2' } }, 'no flapping')
  t.same((await back.rest()).filter(line => line.startsWith('to/box1/deployments')), [])
})

onMemory('one that comes back in time keeps what it has', async (t, start) => {
  const { rig, app, cam, boxes } = await hall(await start(), 2)
  const [box1] = boxes as [Talker]
  await app.ask('deployments/gate/put', inHall)
  await readyAll(1, cam, box1)
  await box1.ask('offline', { session: 1, ref: 'x' })
  await stateOf(rig, 'degraded', ({ state }) => state === 'degraded')
  await rig.clock.advance(10_000)
  await box1.ask('birth', { session: 1, functions: ['work'], ...wasm, labels: { zone: 'hall' } })
  const state = await stateOf(rig, 'ready again', ({ state }) => state === 'ready')
  t.match(state, { placement: { found: 'box1' } })
  t.equal(state.lost, undefined)
  await rig.clock.advance(60_000)
  t.match(await app.ask('deployments/gate/get'), { placement: { found: 'box1' } })
})

onMemory('cordoned moves at once; where there is no other it says so, and goes on once there is', async (t, start) => {
  const { rig, app, cam, boxes } = await hall(await start(), 1)
  const [box1] = boxes as [Talker]
  await app.ask('deployments/gate/put', inHall)
  await readyAll(1, cam, box1)
  await app.ask('devices/box1/cordon', { reason: 'fan' })
  t.match(await stateOf(rig, 'degraded', ({ state }) => state === 'degraded'), { problem: /none of 2 devices fits found/, placement: { found: 'box1' } })
  const box9 = await rig.device('box9', { ...wasm, labels: { zone: 'hall' } })
  await rig.clock.advance(6_000)
  await readyAll(1, box9)
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', placement: { found: 'box9' } })
  await box1.next(({ topic, text }) => topic === 'to/box1/deployments/gate' && text === '', 'the end of its part')
})

onMemory('a step that fails again and again on one device moves; one that ran on a lost device is repeated only where it may be', async (t, start) => {
  const { app, cam, boxes } = await hall(await start(), 2)
  const [box1, box2] = boxes as [Talker, Talker]
  await app.ask('deployments/gate/put', inHall)
  await readyAll(1, cam, box1)
  for (const name of ['a', 'b', 'c']) {
    await app.ask('deployments/gate/execute', { run: name })
    await run(cam, 'success', { result: { base64: 'AAEC' } })
    await run(box1, 'fail', { error: { code: 'trap' } })
  }
  await readyAll(1, box2)
  t.match(await app.ask('deployments/gate/get'), { placement: { found: 'box2' } })
  for (const [name, idempotent] of [['d', false], ['e', true]] as const) {
    const { revision } = await app.ask('deployments/gate/put', { ...inHall, steps: { ...inHall.steps, shot: { ...inHall.steps.shot, idempotent } } })
    await readyAll(Number(revision), cam, ...idempotent ? [box2] : [])
    if (!idempotent) await readyAll(Number(revision), box2)
    await app.ask('deployments/gate/execute', { run: name })
    const { task, attempt } = await cam.told('offer')
    await cam.ask(`tasks/${task}/begin`, { attempt })
    await cam.ask('offline', { session: 1, ref: 'x' })
    await cam.ask('birth', { session: 1, functions: ['work'], interfaces: ['wasm', 'camera'], capacity: 4 })
    if (idempotent) t.match(await run(cam, 'success', { result: { base64: 'AAEC' } }), { task: 'e.shot', attempt: 2 })
    else t.match(await app.ask('executions/d/get'), { state: 'failed', error: { step: 'shot', code: 'device-lost' } })
  }
})

onBothStores('a revision goes out in batches; where one fails, the former one is what runs', async (t, start) => {
  const stage = await hall(await start(), 2)
  const { rig, app, cam, boxes: [box1, box2] } = stage as Hall & { boxes: [Talker, Talker] }
  const rollout = { policy: { rollout: { batch: 1, abortAfter: 1 } } }
  const three = (more: object): object => ({ ...inHall, ...rollout, ...more, steps: { ...inHall.steps, found: { ...inHall.steps.found, device: 'box1' }, twice: { ...inHall.steps.found, device: 'box2' } } })
  t.match(await app.ask('deployments/gate/put', three({})), { devices: { box1: { state: 'sent' }, box2: { state: 'pending' }, cam: { state: 'pending' } } })
  await readyAll(1, box1, box2, cam)
  await stateOf(rig, 'ready', ({ state, revision }) => state === 'ready' && revision === 1)
  await app.ask('deployments/gate/put', three({ result: 'shot' }))
  t.match(await box1.told('deployments/gate'), { revision: 2, former: { revision: 1, steps: { found: {} } } })
  t.same(await cam.rest(), [], 'not its turn yet')
  await app.ask('deployments/gate/execute', { run: 'r1' })
  t.match(await run(cam, 'success', { result: { base64: 'AAEC' } }), { function: 'deployments/gate/1/shot' }, 'what is executed meanwhile is the one before')
  await box1.ask('deployments/gate/ready', { revision: 2 })
  await box2.told('deployments/gate')
  await box2.ask('deployments/gate/failed', { revision: 2, error: 'no room' })
  const back = await stateOf(rig, 'back', ({ failed }) => failed !== undefined)
  t.match(back, { revision: 1, state: 'ready', failed: { revision: 2, errors: { box2: 'no room' } } })
  for (const box of [box1, box2]) {
    const part = await box.told('deployments/gate')
    t.match(part, { revision: 1 })
    t.equal(part.former, undefined)
    await box.ask('deployments/gate/ready', { revision: 1 })
  }
  t.match(await app.refused('deployments/gate/put', { ...three({}), revision: 2, result: 'twice' }), { code: 'stale-revision' })
  t.match(await app.ask('deployments/gate/put', three({ result: 'twice' })), { revision: 3, former: 1 })
  await readyAll(3, box1, box2)
  await run(box1, 'success', { result: 1 })
  t.match(await app.ask('executions/r1/get'), { state: 'executing' })
  await readyAll(3, cam)
  t.match(await app.ask('deployments/gate/get'), { state: 'ready', revision: 3, former: 1 }, 'as long as a run of it is under way')
  await run(box2, 'success', { result: 2 })
  await stateOf(rig, 'settled', ({ former, revision }) => revision === 3 && former === undefined)
  t.match(await app.ask('executions/r1/get'), { state: 'completed', result: 1 })
})
