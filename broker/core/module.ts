/**
 * Modules: WebAssembly binaries with a description of what goes in and out, and
 * what they import. Here is how a description is checked against its binary.
 * One idea of calling: a number is a value; JSON and bytes are a place in the
 * module's memory and a length, which `alloc` of the module makes room for.
 */
import type { StoredRecord } from './records.js'
import { BadWasm, type Import, PAGE_BYTES, type Wasm, readWasm } from './wasm.js'

export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'json' | 'bytes'

export interface Value {
  readonly type: ValueType
  /** Of bytes. */
  readonly mediaType?: string | undefined
}

export interface Mounted extends Value {
  /** In this file instead of in the module's memory. */
  readonly mount?: string | undefined
}

/** Files that are there before the first call, by name. */
export type Mounts = Readonly<Record<string, { readonly blob: string }>>

export interface ModuleFunction {
  readonly params?: readonly (Mounted & { readonly name: string })[] | undefined
  readonly result?: Mounted | undefined
  readonly description?: string | undefined
}

/** Lowest first. */
export const RISKS = ['low', 'medium', 'high'] as const
export type Risk = (typeof RISKS)[number]

export interface ModuleLimits {
  readonly memoryBytes?: number | undefined
  /** Of one call. */
  readonly timeMs?: number | undefined
}

/** One version of it; its id is `name@version`. */
export interface Module extends StoredRecord {
  readonly name: string
  readonly version: string
  readonly blob: string
  readonly bytes: number
  readonly functions: Readonly<Record<string, ModuleFunction>>
  readonly interfaces: readonly string[]
  readonly limits: ModuleLimits
  readonly mounts?: Mounts | undefined
  /** Absent: low. */
  readonly risk?: Risk | undefined
  /** As much memory as it may ever have. */
  readonly memoryBytes: number
  readonly createdBy: string
  readonly createdAt: number
}

/** Which versions of a module there are; its id is the module's name. */
export interface Versions extends StoredRecord {
  /** Lowest first. */
  readonly versions: readonly { readonly version: string, readonly blob: string, readonly bytes: number, readonly createdAt: number }[]
}

export interface Described {
  readonly functions: Readonly<Record<string, ModuleFunction>>
  readonly interfaces: readonly string[]
  readonly limits: ModuleLimits
  readonly mounts?: Mounts | undefined
}

/** What a module may import, by interface: from which module of that name, and its functions with their types. */
export const interfaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  /** Milliseconds since 1970. */
  clock: { now: '->f64' },
  /** Fills memory with bytes of chance: place, length. */
  random: { fill: 'i32,i32->' },
  /** A line of UTF-8: level (0 debug … 3 error), place, length. */
  log: { write: 'i32,i32,i32->' },
  /** `capture` takes a picture and says how many bytes it has; `read` copies it: place, length. */
  camera: { capture: '->i32', read: 'i32,i32->i32' },
  /** The value of a sensor, by name: place, length; not a number where there is none. */
  sensor: { read: 'i32,i32->f64' },
  /** Below the device's own branch: topic (place, length), payload (place, length); 0 where it was taken. */
  mqtt: { publish: 'i32,i32,i32,i32->i32' },
  /** Files of the module, by name (place, length): how many bytes, -1 without one; copy from an offset into memory; write. */
  files: { size: 'i32,i32->i32', read: 'i32,i32,i32,i32,i32->i32', write: 'i32,i32,i32,i32->i32' }
}

/** An interface besides those: its functions are those of WASI, and the engine's. */
export const WASI = 'wasi'
const WASI_MODULE = 'wasi_snapshot_preview1'

const ALLOC = 'alloc'
const MEMORY = 'memory'

export function moduleId (name: string, version: string): string {
  return `${name}@${version}`
}

/** As much memory as it may ever have, in bytes. @throws BadWasm with what does not fit */
export function checkModule (binary: Buffer, { functions, interfaces: wanted, limits, mounts = {} }: Described): number {
  const wasm = readWasm(binary)
  for (const imported of wasm.imports) checkImport(imported, wanted)
  for (const [name, described] of Object.entries(functions)) checkFunction(wasm, name, described)
  const mounted = [...Object.keys(mounts), ...Object.values(functions).flatMap(mountsOf)][0]
  if (mounted !== undefined && !wanted.includes('files') && !wanted.includes(WASI)) throw new BadWasm(`${mounted} is mounted, and neither files nor ${WASI}, by which it could be read, is among its \`interfaces\``)
  return memoryOf(wasm, limits)
}

function checkImport ({ module, name, kind, type }: Import, wanted: readonly string[]): void {
  const what = `it imports ${module}.${name}`
  if (kind !== 'function') throw new BadWasm(`${what}, a ${kind}: only functions of interfaces can be imported`)
  if (module === WASI_MODULE) {
    if (!wanted.includes(WASI)) throw new BadWasm(`${what}, and the interface ${WASI} is not among its \`interfaces\``)
    return
  }
  const offered = Object.hasOwn(interfaces, module) ? interfaces[module] : undefined
  if (offered === undefined) throw new BadWasm(`${what}, for which no interface stands: there are ${[...Object.keys(interfaces), WASI].join(', ')}`)
  if (!wanted.includes(module)) throw new BadWasm(`${what}, and ${module} is not among its \`interfaces\``)
  const expected = Object.hasOwn(offered, name) ? offered[name] : undefined
  if (expected === undefined) throw new BadWasm(`${what}, which ${module} does not have: it has ${Object.keys(offered).join(', ')}`)
  if (expected !== type) throw new BadWasm(`${what} as ${type}: it is ${expected}`)
}

function mountsOf ({ params = [], result }: ModuleFunction): readonly string[] {
  return [...params, ...result === undefined ? [] : [result]].flatMap(({ mount }) => mount ?? [])
}

function checkFunction (wasm: Wasm, name: string, described: ModuleFunction): void {
  const all = described.params ?? []
  const numbered = [...all, ...described.result === undefined ? [] : [described.result]].find(({ type, mount }) => mount !== undefined && !isText(type))
  if (numbered !== undefined) throw new BadWasm(`${name}: \`mount\` is for JSON and bytes, not for ${numbered.type}`)
  // What is mounted does not go through the call.
  const params = all.filter(({ mount }) => mount === undefined)
  const result = described.result?.mount === undefined ? described.result : undefined
  const exported = wasm.functions.get(name)
  if (exported === undefined) throw new BadWasm(`it does not export the function ${name}: it exports ${someOf([...wasm.functions.keys()])}`)
  const expected = `${params.map(({ type }) => isText(type) ? 'i32,i32' : type).join(',')}->${result === undefined ? '' : isText(result.type) ? 'i64' : result.type}`
  if (exported.type !== expected) throw new BadWasm(`${name} is ${exported.type} in the binary, and ${expected} by its description`)
  const odd = [...params, ...result === undefined ? [] : [result]].find(({ type, mediaType }) => mediaType !== undefined && type !== 'bytes')
  if (odd !== undefined) throw new BadWasm(`${name}: \`mediaType\` is for bytes`)
  const needsMemory = params.some(({ type }) => isText(type)) || (result !== undefined && isText(result.type))
  if (needsMemory && !wasm.memories.includes(MEMORY)) throw new BadWasm(`${name} takes or gives JSON or bytes: the binary must export its memory as ${MEMORY}`)
  if (params.some(({ type }) => isText(type)) && wasm.functions.get(ALLOC)?.type !== 'i32->i32') throw new BadWasm(`${name} takes JSON or bytes: the binary must export ${ALLOC}, i32->i32, which makes room for so many bytes and says where`)
}

/** JSON and bytes go through the memory. */
function isText (type: ValueType): boolean {
  return type === 'json' || type === 'bytes'
}

function memoryOf ({ memory }: Wasm, { memoryBytes }: ModuleLimits): number {
  if (memory === undefined) return 0
  const { min, max } = memory
  if (max === undefined && memoryBytes === undefined) throw new BadWasm('its memory may grow without bound: give it a maximum, or say `limits.memoryBytes`')
  const most = Math.min(max === undefined ? Infinity : max * PAGE_BYTES, memoryBytes ?? Infinity)
  if (min * PAGE_BYTES > most) throw new BadWasm(`its memory begins with ${min * PAGE_BYTES} bytes, more than \`limits.memoryBytes\``)
  return most
}

const NAMES_TOLD_MAX = 20
const NAME_TOLD_MAX = 64

/** A binary may have any number of them, of any length. */
function someOf (names: readonly string[]): string {
  const told = names.slice(0, NAMES_TOLD_MAX).map(name => name.slice(0, NAME_TOLD_MAX)).join(', ')
  return names.length > NAMES_TOLD_MAX ? `${told} and ${names.length - NAMES_TOLD_MAX} others` : told || 'none'
}
