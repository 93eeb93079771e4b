// The memory of a module is bounded in its binary, and so are its tables: an engine knows no other way to keep them from growing.

const TABLE_SECTION = 4
const MEMORY_SECTION = 5
/** Of each of its tables: what they hold is outside of its memory. */
const TABLE_ENTRIES_MAX = 100_000
const TABLES_MAX = 16
const HEADER_BYTES = 8
const PAGE_BYTES = 65_536

interface Read { readonly value: number, readonly next: number }

/** LEB128, as everywhere in the format. */
function readNumber (bytes: Uint8Array, at: number): Read {
  let value = 0
  for (let shift = 0, next = at; ; shift += 7) {
    const byte = bytes[next++] ?? 0
    value += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) return { value, next }
  }
}

function numberOf (value: number): number[] {
  const bytes = []
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80)
  return [...bytes, value]
}

/** The same module, whose memory never has more than so many bytes, and whose tables stay small. The binary was checked by the orchestrator. */
export function bounded (binary: Buffer, bytesMax: number): Buffer {
  const pieces: Uint8Array[] = [binary.subarray(0, HEADER_BYTES)]
  for (let at = HEADER_BYTES; at < binary.length;) {
    const id = binary[at]
    const { value: length, next: begin } = readNumber(binary, at + 1)
    const section = id === MEMORY_SECTION ? memories(binary, begin, bytesMax) : id === TABLE_SECTION ? tables(binary, begin) : undefined
    if (section === undefined) pieces.push(binary.subarray(at, begin + length))
    else pieces.push(Buffer.from([id ?? 0, ...numberOf(section.length), ...section]))
    at = begin + length
  }
  return Buffer.concat(pieces)
}

function memories (binary: Buffer, begin: number, bytesMax: number): readonly number[] {
  const { value: count, next } = readNumber(binary, begin)
  if (count !== 1) throw new TypeError(`the module has ${count} memories: one at most`)
  const { min, limits } = within(binary, next, Math.floor(bytesMax / PAGE_BYTES))
  if (limits === undefined) throw new TypeError(`the module begins with ${min * PAGE_BYTES} bytes of memory, more than the ${bytesMax} that it may have`)
  return [...numberOf(count), ...limits]
}

function tables (binary: Buffer, begin: number): readonly number[] {
  const { value: count, next } = readNumber(binary, begin)
  if (count > TABLES_MAX) throw new TypeError(`the module has ${count} tables: ${TABLES_MAX} at most`)
  const section = numberOf(count)
  for (let left = count, at = next; left > 0; left--) {
    const { min, limits, after } = within(binary, at + 1, TABLE_ENTRIES_MAX)
    if (limits === undefined) throw new TypeError(`a table of the module begins with ${min} entries: ${TABLE_ENTRIES_MAX} at most`)
    section.push(binary[at] ?? 0, ...limits)
    at = after
  }
  return section
}

/** Limits of the format, with a maximum; none where they begin beyond it. */
function within (binary: Buffer, at: number, most: number): { readonly min: number, readonly limits: readonly number[] | undefined, readonly after: number } {
  const flags = binary[at] ?? 0
  const { value: min, next } = readNumber(binary, at + 1)
  const declared = (flags & 1) === 1 ? readNumber(binary, next) : { value: Infinity, next }
  const max = Math.min(most, declared.value)
  return { min, limits: min > max ? undefined : [flags | 1, ...numberOf(min), ...numberOf(max)], after: declared.next }
}
