/** What is read from WebAssembly binaries, and how descriptions are checked against them. */
import t from 'tap'
import { type Described, checkModule } from '../../broker/core/module.js'
import { BadWasm, readWasm } from '../../broker/core/wasm.js'
import { compareVersions } from '../../broker/core/module-version.js'
import { assemble } from '../support/wat.js'

const plain: Described = { functions: { add: { params: [{ name: 'a', type: 'i32' }, { name: 'b', type: 'f64' }], result: { type: 'i64' } } }, interfaces: [], limits: {} }
const ADD = '(func (export "add") (param i32 f64) (result i64) i64.const 1)'
const bytes: Described = { functions: { cut: { params: [{ name: 'image', type: 'bytes', mediaType: 'image/png' }], result: { type: 'json' } } }, interfaces: [], limits: {} }
const CUT = '(func (export "cut") (param i32 i32) (result i64) i64.const 1)'
const ALLOC = '(func (export "alloc") (param i32) (result i32) i32.const 0)'

t.test('exports, imports and memory are read from the binary', async t => {
  const wasm = readWasm(await assemble(`(module
    (import "log" "write" (func (param i32 i32 i32)))
    (import "env" "table" (table 1 funcref))
    (import "env" "g" (global i32))
    (memory (export "memory") 1 4)
    (func $f (export "f") (param i32 i64) (result f32) f32.const 0)
    (export "again" (func $f))
    ${ADD})`))
  t.same(wasm.imports, [
    { module: 'log', name: 'write', kind: 'function', type: 'i32,i32,i32->' },
    { module: 'env', name: 'table', kind: 'table' },
    { module: 'env', name: 'g', kind: 'global' }
  ])
  t.same([...wasm.functions], [['f', { type: 'i32,i64->f32' }], ['again', { type: 'i32,i64->f32' }], ['add', { type: 'i32,f64->i64' }]])
  t.same([wasm.memory, wasm.memories], [{ min: 1, max: 4 }, ['memory']])
})

t.test('what fits is taken, with the memory that it may have', async t => {
  t.equal(checkModule(await assemble(`(module ${ADD})`), plain), 0)
  t.equal(checkModule(await assemble(`(module (memory (export "memory") 1 3) ${CUT} ${ALLOC})`), bytes), 3 * 65_536)
  t.equal(checkModule(await assemble(`(module (memory (export "memory") 1) ${CUT} ${ALLOC})`), { ...bytes, limits: { memoryBytes: 200_000 } }), 200_000)
  t.equal(checkModule(await assemble(`(module (import "clock" "now" (func (result f64))) ${ADD})`), { ...plain, interfaces: ['clock'] }), 0)
  t.equal(checkModule(await assemble(`(module (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32))) ${ADD})`), { ...plain, interfaces: ['wasi'] }), 0)
})

t.test('what does not fit is named', async t => {
  const wrong: readonly (readonly [text: string, described: Described, message: RegExp])[] = [
    ['(module)', plain, /does not export the function add: it exports none/],
    ['(module (func (export "add") (param i32)))', plain, /add is i32-> in the binary, and i32,f64->i64 by its description/],
    [`(module (import "env" "abort" (func)) ${ADD})`, plain, /imports env\.abort, for which no interface stands/],
    [`(module (import "constructor" "x" (func)) ${ADD})`, plain, /no interface stands/],
    [`(module (import "clock" "now" (func (result f64))) ${ADD})`, plain, /clock is not among its `interfaces`/],
    [`(module (import "clock" "then" (func (result f64))) ${ADD})`, { ...plain, interfaces: ['clock'] }, /clock does not have: it has now/],
    [`(module (import "clock" "now" (func (result i32))) ${ADD})`, { ...plain, interfaces: ['clock'] }, /as ->i32: it is ->f64/],
    [`(module (import "log" "memory" (memory 1)) ${ADD})`, { ...plain, interfaces: ['log'] }, /a memory: only functions/],
    [`(module (memory 1) ${ADD})`, plain, /grow without bound/],
    [`(module (memory 4 9) ${ADD})`, { ...plain, limits: { memoryBytes: 131_072 } }, /begins with 262144 bytes/],
    [`(module (memory 1 2) ${CUT} ${ALLOC})`, bytes, /must export its memory/],
    [`(module (memory (export "memory") 1 2) ${CUT})`, bytes, /must export alloc/],
    [`(module ${ADD})`, { ...plain, functions: { add: { params: [{ name: 'a', type: 'i32', mediaType: 'image/png' }, { name: 'b', type: 'f64' }], result: { type: 'i64' } } } }, /`mediaType` is for bytes/]
  ]
  for (const [text, described, message] of wrong) {
    const binary = await assemble(text)
    t.throws(() => checkModule(binary, described), { name: 'BadWasm', message }, text)
  }
})

t.test('what is cut off or made up ends in words, whatever it is', async t => {
  const whole = await assemble(`(module (memory (export "memory") 1 3) ${CUT} ${ALLOC})`)
  for (let length = 0; length < whole.length; length++) {
    try {
      readWasm(whole.subarray(0, length))
    } catch (error) {
      t.ok(error instanceof BadWasm, `${length}: ${String(error)}`)
    }
  }
  for (let at = 8; at < whole.length; at++) {
    const changed = Buffer.from(whole)
    changed[at] = 0xff
    try {
      readWasm(changed)
    } catch (error) {
      t.ok(error instanceof BadWasm, `${at}: ${String(error)}`)
    }
  }
})

t.test('versions in their order', async t => {
  const sorted = ['0.1.0', '1.0.0-alpha', '1.0.0-beta', '1.0.0', '1.2.0', '1.10.0', '2.0.0']
  t.same([...sorted].reverse().sort(compareVersions), sorted)
})
