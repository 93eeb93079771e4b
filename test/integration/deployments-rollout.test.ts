/** How a new revision goes out: canaries first, batches, pauses, and back where too many fail. */
import { push, withModules } from '../support/deploying.js'
import { type Rig, type Talker, onBothStores, onMemory } from '../support/topics/rig.js'

const LAMP = '(module (func (export "light") (result i32) i32.const 1))'
const NAMES = ['a', 'b', 'c', 'd']

/** A step on each of four devices. */
const manifest = (version: string, rollout: object): object => ({
  modules: { m: `lamp@${version}` },
  steps: Object.fromEntries(NAMES.map(device => [device, { module: 'm', function: 'light', device }])),
  policy: { rollout }
})

interface Street { readonly app: Talker, readonly devices: readonly Talker[] }

async function lit (rig: Rig): Promise<Street> {
  const app = await withModules(rig)
  for (const version of ['1.0.0', '1.0.1', '1.0.2']) await push(app, 'lamp', LAMP, { version, functions: { light: { result: { type: 'i32' } } } })
  const devices = []
  for (const name of NAMES) devices.push(await rig.device(name, { interfaces: ['wasm'] }))
  await app.ask('deployments/street/put', manifest('1.0.0', {}))
  for (const device of devices) await ready(device, 1)
  return { app, devices }
}

async function ready (device: Talker, revision: number): Promise<void> {
  await device.next(({ topic, body }) => topic === `to/${device.name}/deployments/street` && body?.revision === revision, `revision ${revision}`)
  await device.ask('deployments/street/ready', { revision })
}

async function sent (app: Talker): Promise<readonly string[]> {
  const { devices } = await app.ask('deployments/street/get') as { devices: Record<string, { state: string }> }
  return NAMES.filter(name => devices[name]?.state !== 'pending')
}

onBothStores('a few first, who may be looked at, then the others in batches', async (t, start) => {
  const { app, devices } = await lit(await start())
  const [a, b, c, d] = devices as [Talker, Talker, Talker, Talker]
  await app.ask('deployments/street/put', manifest('1.0.1', { canary: 1, batch: 2 }))
  t.same(await sent(app), ['a'])
  await ready(a, 2)
  t.match(await app.ask('deployments/street/get'), { state: 'deploying', former: 1, paused: { since: Number, by: undefined, until: undefined } })
  t.same(await sent(app), ['a'], 'the others wait')
  t.match(await app.ask('deployments/street/execute', { run: 'r1' }), { revision: 1 }, 'and what is executed is the one before')
  t.match(await app.ask('deployments/street/resume'), { revision: 2, paused: undefined })
  t.same(await sent(app), ['a', 'b', 'c'])
  await app.ask('deployments/street/pause')
  await ready(b, 2)
  await ready(c, 2)
  t.same(await sent(app), ['a', 'b', 'c'], 'paused by hand')
  t.match(await app.ask('deployments/street/pause'), { paused: { by: 'app' } }, 'twice is once')
  await app.ask('deployments/street/resume')
  await ready(d, 2)
  t.match(await app.ask('deployments/street/resume'), { state: 'ready', revision: 2 }, 'nothing to resume')
  t.match(await app.refused('deployments/street2/pause'), { code: 'unknown-deployment' })
})

onMemory('canaries that fail bring back the one before; none for a first revision', async (t, start) => {
  const { app, devices } = await lit(await start())
  const [a, b] = devices as [Talker, Talker, Talker, Talker]
  await app.ask('deployments/street/put', manifest('1.0.1', { canary: 2, canaryMs: 60_000 }))
  t.same(await sent(app), ['a', 'b'])
  await ready(a, 2)
  await b.ask('deployments/street/failed', { revision: 2, error: 'broken lamp' })
  t.match(await app.ask('deployments/street/get'), { state: 'ready', revision: 1, failed: { revision: 2, errors: { b: 'broken lamp' } }, paused: undefined })
  await app.ask('deployments/street/remove')
  await app.ask('deployments/street/put', manifest('1.0.0', { canary: 1 }))
  t.same(await sent(app), NAMES, 'there is nothing that runs')
})

onBothStores('after their time the others follow by themselves; what is paused by hand stays so whatever is put', async (t, start) => {
  const rig = await start()
  const { app, devices } = await lit(rig)
  const [a, ...others] = devices as [Talker, Talker, Talker, Talker]
  await app.ask('deployments/street/put', manifest('1.0.1', { canary: 1, canaryMs: 10_000 }))
  await ready(a, 2)
  t.match(await app.ask('deployments/street/get'), { paused: { until: rig.clock.now() + 10_000 } })
  await rig.clock.advance(9_000)
  t.same(await sent(app), ['a'])
  await rig.clock.advance(2_000)
  for (const device of others) await ready(device, 2)
  t.match(await app.ask('deployments/street/get'), { state: 'ready', revision: 2 })
  await app.ask('deployments/street/pause')
  t.match(await app.ask('deployments/street/put', manifest('1.0.2', {})), { revision: 3, state: 'deploying', paused: { by: 'app' } })
  t.same(await sent(app), [])
  await app.ask('deployments/street/resume')
  t.same(await sent(app), NAMES)
})

onBothStores('a device that is lost in the middle does not make the new revision the one that runs', async (t, start) => {
  const rig = await start()
  const { app, devices } = await lit(rig)
  const [a, b] = devices as [Talker, Talker, Talker, Talker]
  await app.ask('deployments/street/put', manifest('1.0.1', {}))
  await b.say('offline', { session: 1, reason: 'gone' })
  t.match(await app.ask('deployments/street/get'), { state: 'degraded', revision: 2 })
  t.match(await app.ask('deployments/street/execute', { run: 'r1' }), { revision: 1 })
  await a.ask('deployments/street/failed', { revision: 2, error: 'no room' })
  t.match(await app.ask('deployments/street/get'), { revision: 1, failed: { revision: 2, errors: { a: 'no room' } } })
})
