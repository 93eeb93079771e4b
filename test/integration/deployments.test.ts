/** Deployments as who puts them meets them: what is wrong with a manifest is named, parts reach whoever comes later, revisions grow. */
import { onBothStores, onMemory } from '../support/topics/rig.js'
import { found, manifest, modules, withModules } from '../support/deploying.js'

onMemory('what is wrong with a manifest is named', async (t, start) => {
  const rig = await start()
  const app = await withModules(rig)
  await rig.device('cam', { interfaces: ['wasm', 'camera'] })
  const wrong: readonly (readonly [object, string, RegExp])[] = [
    [{ modules: { ...modules, net: 'detector@9.0.0' } }, 'unknown-module', /`modules.net`: there is no detector@9.0.0/],
    [{ steps: { shot: { module: 'x', function: 'shoot' } }, result: 'shot' }, 'invalid', /`steps.shot`: there is no x among `modules`/],
    [{ steps: { shot: { module: 'cam', function: 'constructor' } }, result: 'shot' }, 'invalid', /has no function constructor: it has shoot/],
    [{ steps: { shot: { ...manifest.steps.shot, after: ['found'] }, found } }, 'invalid', /circle: found → shot → found/],
    [{ steps: { ...manifest.steps, found: { ...found, after: ['shoot'] } } }, 'invalid', /`steps.found.after`: there is no step shoot/],
    [{ result: 'image' }, 'invalid', /`result`: there is no step image/],
    [{ steps: { ...manifest.steps, found: { ...found, args: {} } } }, 'invalid', /`args.image` is missing/],
    [{ steps: { ...manifest.steps, found: { ...found, args: { image: 1, size: 2 } } } }, 'invalid', /has no parameter size: it has image/],
    [{ steps: { ...manifest.steps, found: { ...found, args: { image: '=shot.(' } } } }, 'invalid', /`args.image`: /],
    [{ steps: { ...manifest.steps, found: { ...found, args: { image: '=shoot.result' } } } }, 'invalid', /speaks of shoot, and there are input, shot/],
    [{ steps: { ...manifest.steps, again: { ...found, after: ['found'], args: { image: '=found.result' } } } }, 'invalid', /the result of found is json, and bytes is taken/]
  ]
  for (const [change, code, message] of wrong) t.match(await app.refused('deployments/gate/put', { ...manifest, ...change }), { code, message }, JSON.stringify(change))
  t.match(await app.refused('deployments/gate/get'), { code: 'unknown-deployment' }, 'nothing is left of them')
  await app.ask('deployments/gate/put', manifest)
})

onMemory('no device that fits: each is told with what left it out', async (t, start) => {
  const rig = await start()
  const app = await withModules(rig)
  t.match(await app.refused('deployments/gate/put', manifest), { code: 'unsatisfiable', message: /no devices are known/ })
  await rig.device('box', { interfaces: ['wasm'] })
  await rig.device('old', {})
  const refused = await app.refused('deployments/gate/put', manifest)
  t.match(refused, { code: 'unsatisfiable', message: /none of 2 devices fits shot/ })
  t.same(refused.steps, { shot: [{ device: 'box', filter: 'interfaces', reason: 'has no interface camera, which camera@1.0.0 imports' }, { device: 'old', filter: 'interfaces', reason: 'has no interface wasm' }] })
})

onBothStores('who comes later finds its part, a new revision moves as little as it can, removal clears', async (t, start) => {
  const rig = await start()
  const app = await withModules(rig)
  const cam = await rig.device('cam', { interfaces: ['wasm', 'camera'], labels: { zone: 'gate' } })
  const box = await rig.device('box', { interfaces: ['wasm'], labels: { zone: 'hall' } })
  const inZone = (zone: string): object => ({ ...manifest, steps: { ...manifest.steps, found: { ...found, require: { labels: { zone } } } } })
  const spread = inZone('hall')
  t.match(await app.ask('deployments/gate/put', spread), { revision: 1, state: 'deploying', placement: { shot: 'cam', found: 'box' }, devices: { cam: { state: 'sent' }, box: { state: 'sent' } } })
  t.match(await cam.told('deployments/gate'), { revision: 1, steps: { shot: { module: 'cam', function: 'shoot' } }, modules: { cam: { module: 'camera', version: '1.0.0' } } })
  await box.told('deployments/gate')
  t.match(await app.ask('deployments/gate/put', spread), { revision: 1 }, 'the same again changes nothing')
  t.same(await cam.rest(), [])
  t.match(await app.refused('deployments/gate/put', { ...spread, revision: 1, result: 'shot' }), { code: 'stale-revision' })
  await rig.away(box)
  const again = await rig.talker('box', { clientId: 'box-2' })
  t.match(await again.told('deployments/gate'), { revision: 1, steps: { found: {} } })
  const stranger = await rig.talker('stranger', { subscribe: ['#'] })
  t.same((await stranger.rest()).filter(line => line.includes('deployments/gate') && line.startsWith('to/')), [], 'a part is for its device alone')
  t.match(await app.ask('deployments/gate/put', { ...inZone('gate'), revision: 5 }), { revision: 5, placement: { shot: 'cam', found: 'cam' } })
  t.match(await cam.told('deployments/gate'), { revision: 5, steps: { shot: {}, found: {} } })
  await again.next(({ topic, text }) => topic === 'to/box/deployments/gate' && text === '', 'the end of its part')
  t.match(await again.refused('deployments/gate/ready', { revision: 5 }), { code: 'stale-revision' })
  t.match(await cam.ask('deployments/gate/ready', { revision: 5 }), { state: 'ready' })
  t.match(await app.refused('modules/camera/remove', { version: '1.0.0' }), { code: 'in-use', message: 'deployed by gate' })
  t.match(await app.ask('deployments/gate/remove'), { deployment: 'gate', revision: 5 })
  await cam.next(({ topic, text }) => topic === 'to/cam/deployments/gate' && text === '', 'the end of its part')
  t.match(await cam.refused('deployments/gate/ready', { revision: 5 }), { code: 'unknown-deployment' })
  const late = await rig.talker('cam', { clientId: 'cam-2' })
  t.same(await late.rest(), [], 'and nothing is retained')
})

onBothStores('the memory that other deployments may need is not given twice', async (t, start) => {
  const rig = await start()
  const app = await withModules(rig)
  // A camera's module may have two pages of 64 KiB.
  await rig.device('cam', { interfaces: ['wasm', 'camera'], platform: { memory: 200_000 } })
  const shot = { modules: { cam: 'camera@1.0.0' }, steps: { shot: manifest.steps.shot }, result: 'shot' }
  await app.ask('deployments/one/put', shot)
  t.match(await app.refused('deployments/two/put', shot), { code: 'unsatisfiable', steps: { shot: [{ filter: 'memory', reason: /with what else is there may need 262144/ }] } })
  await app.ask('deployments/one/put', { ...shot, triggers: [{ every: '1h' }] })
  await app.ask('deployments/one/remove')
  await app.ask('deployments/two/put', shot)
})

onMemory('what counts how much can be set', async (t, start) => {
  const rig = await start({ scoreWeights: { free: 0, spread: 100 } })
  const app = await withModules(rig)
  for (const name of ['a', 'b']) await rig.device(name, { interfaces: ['wasm', 'camera'] })
  const steps = { one: manifest.steps.shot, two: manifest.steps.shot }
  await app.ask('deployments/gate/put', { ...manifest, steps, result: 'one', policy: { spread: true } })
  t.match(await app.ask('deployments/gate/why'), { steps: { one: { devices: [{ scores: { free: 0, spread: 100 } }, { scores: { spread: 50 } }] } } })
})
