/** Functions that go on for ever: so many instances, started again elsewhere, replaced some at a time. */
import { type Rig, type Talker, onBothStores, onMemory } from '../support/topics/rig.js'

async function device (rig: Rig, name: string, birth: object = {}): Promise<Talker> {
  return await rig.device(name, { functions: ['measure'], capacity: 8, heartbeatMs: 0, ...birth })
}

/** Begins what it is offered next. */
async function begun (device: Talker): Promise<string> {
  const { task, attempt } = await device.told('offer')
  await device.ask(`tasks/${String(task)}/begin`, { attempt })
  return String(task)
}

interface Each { readonly instance: number, readonly state: string, readonly task?: string, readonly device?: string, readonly restarts: number }
const eachOf = (document: object): readonly Each[] => (document as { each: readonly Each[] }).each

onBothStores('as many instances as are wanted: scaled up and down, and ended with the service', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const one = await device(rig, 'one')
  t.match(await app.ask('services/meter/put', { function: 'measure', args: { hz: 10 }, instances: 2 }), { state: 'starting', generation: 1, executing: 0 })
  const offers = [await one.told('offer'), await one.told('offer')]
  t.match(offers, [{ task: /^meter\.0\./, args: { hz: 10 } }, { task: /^meter\.1\./ }])
  for (const { task } of offers) await one.ask(`tasks/${String(task)}/begin`, { attempt: 1 })
  t.match(await app.ask('services/meter/get'), { state: 'running', executing: 2, each: [{ instance: 0, state: 'executing', task: offers[0]?.task, device: 'one', restarts: 0 }, { instance: 1 }] })
  t.match(await app.ask('services/meter/put', { function: 'measure', args: { hz: 10 }, instances: 2 }), { generation: 1, executing: 2 }, 'the same again changes nothing')
  await app.ask('services/meter/scale', { instances: 3 })
  const third = await begun(one)
  await app.ask('services/meter/scale', { instances: 1 })
  await one.told(`tasks/${String(offers[1]?.task)}/cancel`)
  await one.told(`tasks/${third}/cancel`)
  t.match(await app.ask('services/meter/get'), { state: 'running', instances: 1, executing: 1 })
  await app.ask('services/meter/scale', { instances: 0 })
  await one.told(`tasks/${String(offers[0]?.task)}/cancel`)
  t.match(await app.ask('services/meter/get'), { state: 'stopped', each: [] })
  await app.ask('services/meter/scale', { instances: 1 })
  const last = await begun(one)
  await app.ask('services/meter/remove')
  await one.told(`tasks/${last}/cancel`)
  t.match(await app.refused('services/meter/get'), { code: 'unknown-service' })
  await rig.clock.advance(60_000)
  t.same((await one.rest()).filter(told => told.includes('/offer')), [])
})

onMemory('an instance whose device is lost is started again elsewhere, later each time, and not for ever', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const [one, two] = [await device(rig, 'one'), await device(rig, 'two', { capacity: 1 })]
  await app.ask('services/meter/put', { function: 'measure', restarts: { max: 2, withinMs: 60_000 } })
  const first = await begun(one)
  await one.ask('offline', { session: 1, ref: 'x' })
  t.match(await app.ask('services/meter/get'), { state: 'degraded', executing: 0, each: [{ state: 'waiting', restarts: 1, error: { code: 'device-lost' } }] })
  await rig.clock.advance(1_000)
  const second = await begun(two)
  t.not(second, first)
  t.match(await app.ask('services/meter/get'), { state: 'running', each: [{ device: 'two', restarts: 1 }] })
  await two.ask(`tasks/${second}/success`, { attempt: 1, result: 1 })
  t.match(await app.ask('services/meter/get'), { each: [{ state: 'waiting', restarts: 2, error: { code: 'completed' } }] }, 'that it ends is no reason to stay away')
  await rig.clock.advance(1_999)
  t.same((await two.rest()).filter(told => told.includes('/offer')), [])
  await rig.clock.advance(1)
  const third = await begun(two)
  await two.ask(`tasks/${third}/fail`, { attempt: 1, error: { code: 'broken', message: 'no sensor' } })
  t.match(await app.ask('services/meter/get'), { state: 'degraded', each: [{ state: 'failed', restarts: 3, error: { code: 'broken', message: 'no sensor' } }] })
  await rig.clock.advance(120_000)
  t.same((await two.rest()).filter(told => told.includes('/offer')), [])
  await app.ask('services/meter/restart')
  await begun(two)
  t.match(await app.ask('services/meter/get'), { state: 'running', generation: 2, each: [{ restarts: 0 }] })
})

onMemory('a lease that runs out, and progress that goes on', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const one = await device(rig, 'one')
  await app.ask('services/meter/put', { function: 'measure', leaseMs: 5_000 })
  const task = await begun(one)
  for (let n = 0; n < 5; n++) {
    await rig.clock.advance(4_000)
    await one.ask(`tasks/${task}/progress`, { attempt: 1, note: `${n}` })
  }
  t.match(await app.ask('services/meter/get'), { state: 'running', each: [{ restarts: 0 }] }, 'it goes on as long as it says so')
  await rig.clock.advance(5_000)
  t.match(await app.ask('services/meter/get'), { each: [{ state: 'waiting', error: { code: 'timed-out' } }] })
  await rig.clock.advance(1_000)
  await begun(one)
})

onMemory('spread: no two on one device; one for which there is no other waits', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const [one, two] = [await device(rig, 'one'), await device(rig, 'two')]
  await app.ask('services/meter/put', { function: 'measure', instances: 3, spread: true })
  const tasks = [await begun(one), await begun(two)]
  t.match(await app.ask('services/meter/get'), { state: 'degraded', executing: 2 })
  const three = await device(rig, 'three')
  await rig.clock.advance(10_000)
  await begun(three)
  const { each } = await app.ask('services/meter/get')
  t.same(new Set((each as Each[]).map(({ device }) => device)), new Set(['one', 'two', 'three']))
  await one.ask('offline', { session: 1, ref: 'x' })
  await rig.clock.advance(1_000)
  t.match(await app.ask('services/meter/get'), { executing: 2 }, 'not on one of the others')
  t.same([...await two.rest(), ...await three.rest()].filter(told => told.includes('/offer')), [])
  t.equal(tasks.length, 2)
})

onMemory('a change replaces instances one at a time', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const one = await device(rig, 'one')
  await app.ask('services/meter/put', { function: 'measure', args: 1, instances: 3 })
  const before = [await begun(one), await begun(one), await begun(one)]
  t.match(await app.ask('services/meter/put', { function: 'measure', args: 2, instances: 3 }), { state: 'updating', generation: 2 })
  for (let n = 0; n < 3; n++) {
    await one.next(({ topic }) => topic.endsWith('/cancel'), 'the end of one')
    t.match(await app.ask('services/meter/get'), { executing: 2 }, 'never fewer')
    const { task, args } = await one.told('offer')
    t.equal(args, 2)
    t.same((await one.rest()).filter(told => told.includes('/cancel')), [], 'not before this one goes on')
    await one.ask(`tasks/${String(task)}/begin`, { attempt: 1 })
  }
  const now = await app.ask('services/meter/get')
  t.match(now, { state: 'running', executing: 3 })
  t.notOk(eachOf(now).some(({ task = '' }) => before.includes(task)))
})

onMemory('bad input is refused with what to do; a service is its submitter\'s', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  const secret = 'three blue herons'
  for (const [name, role] of [['anna', 'submitter'], ['ben', 'submitter'], ['vera', 'viewer']] as const) await rig.watcher.ask(`accounts/${name}/put`, { kind: 'user', roles: [role], secret })
  const [anna, ben, vera] = [await rig.talker('anna', { password: secret }), await rig.talker('ben', { password: secret }), await rig.talker('vera', { password: secret })]
  const cases: readonly (readonly [object, object])[] = [
    [{}, { message: '`function` is missing' }],
    [{ function: 'f', instances: -1 }, { message: '`instances` must be at least 0' }],
    [{ function: 'f', instances: 101 }, { message: '`instances` must be at most 100' }],
    [{ function: 'f', maxAttempts: 3 }, { message: 'unknown field `maxAttempts`' }],
    [{ function: 'deployments/a/1/b' }, { message: '`function`: steps of deployments are called by executing the deployment' }],
    [{ function: 'f', args: 'x'.repeat(125_000) }, { code: 'too-large' }]
  ]
  for (const [body, rejection] of cases) t.match(await anna.refused('services/s/put', body), rejection)
  t.match(await anna.refused(`services/${'s'.repeat(49)}/put`, { function: 'f' }), { message: /choose one of 48 characters at the most/ })
  for (const command of ['get', 'scale', 'restart', 'remove']) t.match(await anna.refused(`services/none/${command}`, command === 'scale' ? { instances: 1 } : {}), { code: 'unknown-service' })
  await anna.ask('services/s/put', { function: 'f' })
  for (const command of ['get', 'restart', 'remove']) t.match(await ben.refused(`services/s/${command}`), { code: 'forbidden' })
  t.match(await vera.ask('services/s/get'), { submitter: 'anna' })
  t.match(await vera.refused('services/s/scale', { instances: 2 }), { code: 'forbidden' })
  t.match(await ben.ask('services/list'), { services: [] })
  t.match(await anna.ask('services/list'), { services: [{ service: 's' }] })
})

onMemory('a device that was chosen and goes before it begins: another is chosen', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const one = await device(rig, 'one')
  await app.ask('services/meter/put', { function: 'measure', spread: true })
  await one.told('offer')
  const two = await device(rig, 'two')
  await one.ask('offline', { session: 1, ref: 'x' })
  await rig.clock.advance(10_000)
  await begun(two)
  t.match(await app.ask('services/meter/get'), { state: 'running', each: [{ device: 'two', restarts: 0 }] })
})

onMemory('what is to end does, whatever it says at the same moment', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const one = await device(rig, 'one', { capacity: 64 })
  for (let round = 0; round < 6; round++) {
    await app.ask('services/meter/put', { function: 'measure' })
    const task = await begun(one)
    const said = Array.from({ length: 8 }, async (_, n) => { await one.say(`tasks/${task}/progress`, { attempt: 1, percent: n }) })
    await (round % 2 === 0 ? app.ask('services/meter/remove') : app.ask('services/meter/scale', { instances: 0 }))
    await Promise.all(said)
    await rig.clock.advance(10_000)
    t.match(await app.ask(`tasks/${task}/get`), { state: 'cancelled' }, `round ${round}`)
    if (round % 2 === 1) await app.ask('services/meter/remove')
    await one.rest()
  }
  t.match(await app.refused('services/meter/get'), { code: 'unknown-service' })
})
