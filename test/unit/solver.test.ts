/** Which device runs which step, and why the others do not. */
import t from 'tap'
import type { Device } from '../../broker/core/device.js'
import { inOrder } from '../../broker/core/graph.js'
import type { Module } from '../../broker/core/module.js'
import { type Place, type Wanted, solve } from '../../broker/core/solver/index.js'

const MiB = 2 ** 20

function place (id: string, more: Partial<Device> = {}, besides: Partial<Place> = {}): Place {
  const device: Device = { id, v: 1, state: 'online', session: 1, functions: [], capacity: 4, heartbeatMs: 0, mode: 'push', begin: 'explicit', replies: 'all', since: 0, interfaces: ['wasm'], ...more }
  return { device, held: 0, ...besides }
}

function module (name: string, more: Partial<Module> = {}): Module {
  return { id: `${name}@1.0.0`, v: 1, name, version: '1.0.0', blob: '', bytes: 1, functions: { f: {} }, interfaces: [], limits: {}, memoryBytes: MiB, createdBy: 'app', createdAt: 0, ...more }
}

function step (name: string, more: Partial<Wanted> = {}): Wanted {
  return { name, module: 'm', function: 'f', of: module('m'), ...more }
}

t.test('each filter leaves out whom it is about, and says why', async t => {
  const cases: readonly (readonly [Wanted, Place, string, RegExp])[] = [
    [step('a', { device: 'box' }), place('cam'), 'device', /only box may/],
    [step('a', { require: { device: 'box' } }), place('cam'), 'device', /only box may/],
    [step('a'), place('cam', { state: 'offline' }), 'offline', /is offline/],
    [step('a'), place('cam', { cordoned: { by: 'x', at: 0, reason: 'lens' } }), 'cordoned', /lens/],
    [step('a', { require: { labels: { zone: 'gate' } } }), place('cam', { labels: { zone: 'hall' } }), 'labels', /label zone is not gate/],
    [step('a', { of: module('m', { risk: 'medium' }) }), place('cam'), 'risk', /takes modules of risk low at the most, m@1.0.0 is medium/],
    [step('a', { of: module('m', { risk: 'high' }) }), place('cam', { labels: { risk: 'medium' } }), 'risk', /is high/],
    [step('a'), place('cam', { interfaces: [] }), 'interfaces', /no interface wasm/],
    [step('a', { of: module('m', { interfaces: ['camera'] }) }), place('cam'), 'interfaces', /no interface camera, which m@1.0.0 imports/],
    [step('a', { of: module('m', { interfaces: ['wasi'] }) }), place('cam'), 'interfaces', /wasi/],
    [step('a', { require: { interfaces: ['gpio'] } }), place('cam'), 'interfaces', /no interface gpio/],
    [step('a', { of: module('m', { memoryBytes: 3 * MiB }) }), place('cam', { platform: { memory: 2 * MiB } }), 'memory', /has 2097152 bytes/]
  ]
  for (const [wanted, one, filter, reason] of cases) t.match(solve([wanted], [one], {}).unsatisfiable, { a: [{ device: 'cam', filter, reason }] }, filter)
  t.match(solve([step('a', { of: module('m', { interfaces: ['log', 'clock'] }) })], [place('cam')], {}), { placement: { a: 'cam' }, unsatisfiable: {} }, 'what every device has need not be said')
  t.match(solve([step('a', { of: module('m', { risk: 'high' }) })], [place('cam', { labels: { risk: 'high' } })], {}), { placement: { a: 'cam' } })
})

t.test('who comes first does not take the only place of another', t => {
  const [camera, plain] = [module('c', { interfaces: ['camera'], memoryBytes: 2 * MiB }), module('m', { memoryBytes: 2 * MiB })]
  const eye = place('eye', { interfaces: ['wasm', 'camera'], platform: { memory: 3 * MiB } })
  const busy = place('zoo', { platform: { memory: 3 * MiB } }, { held: 4 })
  const steps = [step('a', { of: plain }), step('b', { of: camera })]
  t.same(solve(steps, [eye, busy], {}), { placement: { a: 'zoo', b: 'eye' }, unsatisfiable: {} })
  t.match(solve(steps, [eye], {}).unsatisfiable, { b: [{ filter: 'memory' }] }, 'where it does not help either, the first try is told')
  t.end()
})

t.test('what other deployments need counts', t => {
  const box = place('box', { platform: { memory: 3 * MiB } }, { taken: 2 * MiB })
  t.match(solve([step('a', { of: module('m', { memoryBytes: 2 * MiB }) })], [box], {}).unsatisfiable, { a: [{ filter: 'memory', reason: /with what else is there may need 4194304/ }] })
  t.same(solve([step('a')], [box], {}).placement, { a: 'box' })
  t.end()
})

t.test('weights are as they are set', t => {
  const places = [place('idle', { interfaces: ['wasm'] }, { load: { cpu: 10, battery: 20 } }), place('full', {}, { load: { cpu: 90, battery: 100 } })]
  t.same(solve([step('a')], places, {}).placement, { a: 'full' }, 'as much battery as processor by default: the first by name where they are even')
  t.same(solve([step('a')], places, {}, { weights: { battery: 0 } }).placement, { a: 'idle' })
  t.same(solve([step('a')], places, {}, { weights: { battery: 10 } }).placement, { a: 'full' })
  t.end()
})

t.test('what is placed counts: memory is shared by the steps of one module, and not by others', async t => {
  const small = place('small', { platform: { memory: 2 * MiB } })
  const three = ['a', 'b', 'c'].map(name => step(name))
  t.match(solve(three, [small], {}).placement, { a: 'small', b: 'small', c: 'small' }, 'one module, once')
  const { placement, unsatisfiable } = solve([...'ab'].map(name => step(name, { of: module(name, { memoryBytes: 1.5 * MiB }) })), [small], {})
  t.same(placement, { a: 'small' })
  t.match(unsatisfiable, { b: [{ filter: 'memory', reason: /with what else is there/ }] })
})

t.test('scores: near, spread, free, battery, and least moves', async t => {
  const three = [step('a'), step('b', { after: ['a'] }), step('c', { after: ['b'] })]
  const places = ['x', 'y', 'z'].map(id => place(id))
  t.same(solve(three, places, {}).placement, { a: 'x', b: 'x', c: 'x' }, 'together, on the first by name')
  t.equal(new Set(Object.values(solve(three, places, { spread: true }).placement)).size, 3, 'one each')
  t.same(solve([step('a')], [place('x', {}, { held: 4 }), place('y')], {}).placement, { a: 'y' }, 'who is free')
  t.same(solve([step('a')], [place('x', {}, { load: { battery: 10 } }), place('y', {}, { load: { battery: 80 } })], {}).placement, { a: 'y' })
  t.same(solve(three, places, {}, { before: { a: 'z', b: 'y', c: 'y' } }).placement, { a: 'z', b: 'y', c: 'y' }, 'who has it keeps it')
  t.same(solve(three, places.slice(0, 2), {}, { before: { a: 'z', b: 'y', c: 'y' } }).placement, { a: 'x', b: 'y', c: 'y' }, 'only what was on a lost device moves')
})

t.test('the same for the same, whatever the order of the devices', async t => {
  const places = Array.from({ length: 40 }, (_, n) => place(`d${n}`, { labels: { zone: n % 3 === 0 ? 'gate' : 'hall' } }, { held: n % 4 }))
  const wanted = Array.from({ length: 12 }, (_, n) => step(`s${n}`, { after: n === 0 ? [] : [`s${n - 1}`], require: { labels: { zone: n % 2 === 0 ? 'gate' : 'hall' } } }))
  const first = solve(wanted, places, { spread: true })
  t.same(solve(wanted, [...places].reverse(), { spread: true }), first)
})

t.test('steps in their order, and circles by name', async t => {
  t.same(inOrder({ c: { after: ['b'] }, b: { after: ['a'] }, a: {} }).order, ['a', 'b', 'c'])
  t.same(inOrder({ c: { after: ['b'] }, b: { after: ['a'] }, a: { after: ['c'] } }).cycle, ['a', 'c', 'b', 'a'])
  t.same(inOrder({ a: { after: ['a'] } }).cycle, ['a', 'a'])
})
