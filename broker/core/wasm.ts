/**
 * What a WebAssembly binary says of itself: which functions it exports and
 * imports, with their types, and how much memory it may have. Only the sections
 * with that are read (core specification 2.0, 5.5). That the code is valid, an
 * engine must say.
 */

export interface Signature {
  /** As in `i32,i32->i64`. */
  readonly type: string
}

export interface Import extends Partial<Signature> {
  readonly module: string
  readonly name: string
  readonly kind: Kind
}

export interface Memory {
  /** Pages of 64 KiB. */
  readonly min: number
  readonly max: number | undefined
}

export interface Wasm {
  readonly imports: readonly Import[]
  /** Functions alone, by name. */
  readonly functions: ReadonlyMap<string, Signature>
  /** Exported under these names. */
  readonly memories: readonly string[]
  /** Its own, or one that it imports; undefined where it has none. */
  readonly memory: Memory | undefined
}

type Kind = 'function' | 'table' | 'memory' | 'global'

export const PAGE_BYTES = 65_536

/** What is wrong with a binary, in words for people. */
export class BadWasm extends Error {
  override name = 'BadWasm'
}

const KINDS: readonly Kind[] = ['function', 'table', 'memory', 'global']
const VALUE_TYPES: Readonly<Record<number, string>> = { 0x7f: 'i32', 0x7e: 'i64', 0x7d: 'f32', 0x7c: 'f64', 0x7b: 'v128', 0x70: 'funcref', 0x6f: 'externref' }
const FUNCTION_TYPE = 0x60
const SECTION = { type: 1, import: 2, function: 3, table: 4, memory: 5, export: 7 } as const
const TYPES_MAX = 100_000
const IMPORTS_MAX = 10_000
const FUNCTIONS_MAX = 1_000_000
const EXPORTS_MAX = 100_000
const VALUES_MAX = 1_000
/** What they hold is outside of the memory: devices bound each, as they do the memory. */
const TABLES_MAX = 16
const TABLE_ENTRIES_MAX = 100_000
const HEADER = Buffer.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00)

class Bytes {
  at = 0

  constructor (private readonly bytes: Buffer) {}

  get isOver (): boolean {
    return this.at >= this.bytes.length
  }

  byte (): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new BadWasm('the binary ends in the middle')
    return byte
  }

  /** LEB128, unsigned, of at most 32 bits. */
  number (): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw new BadWasm('a number in the binary has too many bytes')
  }

  take (length: number): Buffer {
    const taken = this.bytes.subarray(this.at, this.at + length)
    if (taken.length !== length) throw new BadWasm('the binary ends in the middle')
    this.at += length
    return taken
  }

  name (): string {
    return this.take(this.number()).toString()
  }

  /** @param max more than any tool makes: each takes memory here */
  list<T> (what: string, max: number, read: () => T): T[] {
    const list: T[] = []
    const count = this.number()
    if (count > max) throw new BadWasm(`it has ${count} ${what}: ${max} are taken`)
    for (let left = count; left > 0; left--) list.push(read())
    return list
  }
}

/** @throws BadWasm */
export function readWasm (binary: Buffer): Wasm {
  const bytes = new Bytes(binary)
  if (!binary.subarray(0, HEADER.length).equals(HEADER)) throw new BadWasm('it is no WebAssembly module of version 1')
  bytes.at = HEADER.length
  const sections = new Map<number, Bytes>()
  while (!bytes.isOver) {
    const id = bytes.byte()
    const content = new Bytes(bytes.take(bytes.number()))
    if (id !== 0) sections.set(id, content)
  }
  const types = sections.get(SECTION.type)
  const signatures = types?.list('types', TYPES_MAX, () => signatureIn(types)) ?? []
  const typeOf = (index: number): string => signatures[index] ?? 'an unknown type'
  const imported = sections.get(SECTION.import)
  const memories: Memory[] = []
  const imports = imported?.list('imports', IMPORTS_MAX, () => importIn(imported, typeOf, memories)) ?? []
  const own = sections.get(SECTION.function)
  const functionTypes = [...imports.flatMap(({ kind, type = '' }) => kind === 'function' ? [type] : []), ...own?.list('functions', FUNCTIONS_MAX, () => typeOf(own.number())) ?? []]
  const tables = sections.get(SECTION.table)
  tables?.list('tables', TABLES_MAX, () => tableIn(tables))
  const memory = sections.get(SECTION.memory)
  if (memory !== undefined) memories.push(...memory.list('memories', 1, () => limitsIn(memory)))
  return { imports, ...exportsIn(sections.get(SECTION.export), functionTypes), memory: memories[0] }
}

function signatureIn (bytes: Bytes): string {
  if (bytes.byte() !== FUNCTION_TYPE) throw new BadWasm('a type in the binary is none of a function')
  const values = (): string => bytes.list('values in a type', VALUES_MAX, () => VALUE_TYPES[bytes.byte()] ?? 'unknown').join(',')
  const params = values()
  return `${params}->${values()}`
}

function importIn (bytes: Bytes, typeOf: (index: number) => string, memories: Memory[]): Import {
  const module = bytes.name()
  const name = bytes.name()
  const kind = KINDS[bytes.byte()]
  if (kind === undefined) throw new BadWasm(`${module}.${name} is imported as something unknown`)
  if (kind === 'function') return { module, name, kind, type: typeOf(bytes.number()) }
  if (kind === 'memory') memories.push(limitsIn(bytes))
  else if (kind === 'table') {
    bytes.byte()
    limitsIn(bytes)
  } else bytes.take(2)
  return { module, name, kind }
}

function tableIn (bytes: Bytes): void {
  bytes.byte()
  const { min } = limitsIn(bytes)
  if (min > TABLE_ENTRIES_MAX) throw new BadWasm(`a table begins with ${min} entries: ${TABLE_ENTRIES_MAX} are taken`)
}

function limitsIn (bytes: Bytes): Memory {
  const flags = bytes.byte()
  if (flags > 3) throw new BadWasm('its memory has 64-bit addresses, which devices do not have')
  const min = bytes.number()
  return { min, max: (flags & 1) === 1 ? bytes.number() : undefined }
}

function exportsIn (bytes: Bytes | undefined, functionTypes: readonly string[]): { functions: Map<string, Signature>, memories: string[] } {
  const functions = new Map<string, Signature>()
  const memories: string[] = []
  bytes?.list('exports', EXPORTS_MAX, () => {
    const name = bytes.name()
    const kind = KINDS[bytes.byte()]
    const index = bytes.number()
    if (kind === 'function') functions.set(name, { type: functionTypes[index] ?? 'an unknown type' })
    if (kind === 'memory') memories.push(name)
  })
  return { functions, memories }
}
