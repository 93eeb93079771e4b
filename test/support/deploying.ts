/** A deployment of two steps for tests: a camera that shoots, a detector that takes what it shot. */
import { createHash } from 'node:crypto'
import type { Rig, Talker } from './topics/rig.js'
import { assemble } from './wat.js'

const CAMERA = '(module (import "camera" "capture" (func (result i32))) (memory (export "memory") 1 2) (func (export "shoot") (result i64) i64.const 0))'
const DETECTOR = '(module (memory (export "memory") 1 4) (func (export "alloc") (param i32) (result i32) i32.const 0) (func (export "detect") (param i32 i32) (result i64) i64.const 0))'

export async function push (talker: Talker, name: string, text: string, description: object): Promise<void> {
  const binary = await assemble(text)
  const hash = createHash('sha256').update(binary).digest('hex')
  const { have } = await talker.ask(`blobs/${hash}/put`, { bytes: binary.length })
  if (have !== binary.length) {
    await talker.say(`blobs/${hash}/0`, binary)
    await talker.told(`blobs/${hash}/0/accepted`)
  }
  await talker.ask(`modules/${name}/put`, { version: '1.0.0', blob: hash, ...description })
}

/** @returns the app, which has pushed the modules */
export async function withModules ({ talker }: Rig): Promise<Talker> {
  const app = await talker('app')
  await pushModules(app)
  return app
}

export async function pushModules (app: Talker): Promise<void> {
  await push(app, 'camera', CAMERA, { interfaces: ['camera'], functions: { shoot: { result: { type: 'bytes', mediaType: 'image/png' } } } })
  await push(app, 'detector', DETECTOR, { functions: { detect: { params: [{ name: 'image', type: 'bytes', mediaType: 'image/png' }], result: { type: 'json' } } } })
}

export const modules = { cam: 'camera@1.0.0', net: 'detector@1.0.0' }
export const found = { module: 'net', function: 'detect', after: ['shot'], args: { image: '=shot.result' } }
export const manifest = { modules, steps: { shot: { module: 'cam', function: 'shoot' }, found }, result: 'found' }
