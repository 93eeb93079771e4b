// The memory of a module is bounded in its binary: an engine knows no other way to keep one from growing.

const MEMORY_SECTION = 5
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

/** The same module, whose memory never has more than so many bytes. The binary was checked by the orchestrator. */
export function bounded (binary: Buffer, bytesMax: number): Buffer {
  for (let at = HEADER_BYTES; at < binary.length;) {
    const id = binary[at]
    const { value: length, next: begin } = readNumber(binary, at + 1)
    if (id === MEMORY_SECTION) {
      const section = rewritten(binary, begin, bytesMax)
      return Buffer.concat([binary.subarray(0, at), Buffer.from([MEMORY_SECTION, ...numberOf(section.length), ...section]), binary.subarray(begin + length)])
    }
    at = begin + length
  }
  return binary
}

function rewritten (binary: Buffer, begin: number, bytesMax: number): readonly number[] {
  const { value: count, next } = readNumber(binary, begin)
  if (count !== 1) throw new TypeError(`the module has ${count} memories: one at most`)
  const flags = binary[next] ?? 0
  const { value: min, next: afterMin } = readNumber(binary, next + 1)
  const hasMax = (flags & 1) === 1
  const max = Math.min(Math.floor(bytesMax / PAGE_BYTES), hasMax ? readNumber(binary, afterMin).value : Infinity)
  if (min > max) throw new TypeError(`the module begins with ${min * PAGE_BYTES} bytes of memory, more than the ${bytesMax} that it may have`)
  return [...numberOf(count), flags | 1, ...numberOf(min), ...numberOf(max)]
}
