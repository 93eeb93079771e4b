/** Modules as who pushes them meets them. */
import { createHash } from 'node:crypto'
import { type Talker, onBothStores } from '../support/topics/rig.js'
import { assemble } from '../support/wat.js'

async function upload (talker: Talker, bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const { have } = await talker.ask(`blobs/${hash}/put`, { bytes: bytes.length })
  if (have === bytes.length) return hash
  await talker.say(`blobs/${hash}/0`, bytes)
  await talker.told(`blobs/${hash}/0/accepted`)
  return hash
}

const functions = { add: { params: [{ name: 'a', type: 'i32' }, { name: 'b', type: 'i32' }], result: { type: 'i32' } } }

onBothStores('a module is what its binary is, version by version', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  const one = await upload(app, await assemble('(module (func (export "add") (param i32 i32) (result i32) i32.const 1))'))
  const two = await upload(app, await assemble('(module (memory 1 2) (func (export "add") (param i32 i32) (result i32) i32.const 2))'))
  t.match(await app.refused('modules/sum/put', { version: '1.0.0', blob: '0'.repeat(64), functions }), { code: 'unknown-blob' })
  t.match(await app.refused('modules/sum/put', { version: '1.0.0', blob: one, functions: { sub: {} } }), { code: 'bad-module', message: /does not export the function sub: it exports add/ })
  t.match(await app.refused('modules/sum/put', { version: '1.0.0', blob: one, functions, interfaces: ['toaster'] }), { code: 'bad-module', message: /no interface toaster/ })
  t.match(await app.refused('modules/sum/get'), { code: 'unknown-module' })
  const made = await app.ask('modules/sum/put', { version: '1.0.0', blob: one, functions })
  t.match(made, { module: 'sum', version: '1.0.0', blob: one, functions, interfaces: [], memoryBytes: 0, createdBy: 'app' })
  const { ref: _, ...again } = await app.ask('modules/sum/put', { version: '1.0.0', blob: one, functions })
  t.match(again, { v: made.v, createdAt: made.createdAt }, 'the same again changes nothing')
  t.match(await app.refused('modules/sum/put', { version: '1.0.0', blob: two, functions }), { code: 'conflict', message: /never changes/ })
  await app.ask('modules/sum/put', { version: '1.10.0', blob: two, functions })
  await app.ask('modules/sum/put', { version: '1.9.0', blob: two, functions })
  t.match(await app.ask('modules/sum/get'), { version: '1.10.0', memoryBytes: 131_072 }, 'the highest')
  t.match(await app.ask('modules/sum/get', { version: '1.0.0' }), { blob: one })
  await app.ask('modules/other/put', { version: '0.0.1', blob: one, functions })
  const { modules } = await app.ask('modules/list', { module: 'sum' }) as { modules: { version: string }[] }
  t.same(modules.map(({ version }) => version).sort(), ['1.0.0', '1.10.0', '1.9.0'])
  t.match(await app.ask('modules/sum/remove', { version: '1.10.0' }), { version: '1.10.0' })
  t.match(await app.refused('modules/sum/remove', { version: '1.10.0' }), { code: 'unknown-module' })
  t.match(await app.ask('modules/sum/get'), { version: '1.9.0' })
})

onBothStores('what is no WebAssembly, and what an engine refuses', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  const text = await upload(app, Buffer.from('#!/bin/sh\necho hello\n'))
  t.match(await app.refused('modules/sum/put', { version: '1.0.0', blob: text, functions }), { code: 'bad-module', message: /no WebAssembly/ })
  const good = await assemble('(module (func (export "add") (param i32 i32) (result i32) i32.const 1))')
  // The last instruction but one of its only function: `i32.const 1` becomes something that gives nothing.
  const bad = Buffer.from(good)
  bad[bad.length - 3] = 0x01
  bad[bad.length - 2] = 0x01
  t.match(await app.refused('modules/sum/put', { version: '1.0.0', blob: await upload(app, bad), functions }), { code: 'bad-module', message: /not valid/ })
})
