/**
 * Many strings as one MessagePack array. A script with a thousand arguments
 * costs Node and Redis several times as much as one that unpacks them itself.
 */

const ARRAY_32 = 0xdd
const STR_16 = 0xda
const STR_32 = 0xdb
const STR_16_MAX = 0xffff
const HEADER_MAX = 5
/** Of UTF-8, for a UTF-16 unit. */
const BYTES_MAX = 3
/** Up to here a loop is faster than a call into native code. */
const SHORT = 24

/** Kept for the next time: a new buffer for each group is what the collector has most work with. */
const KEPT_BYTES = 256 * 1024

export class Packer {
  readonly #kept = Buffer.allocUnsafeSlow(KEPT_BYTES)

  /** Good until the next call. */
  pack (strings: readonly string[]): Buffer {
    let size = HEADER_MAX
    for (const text of strings) size += HEADER_MAX + BYTES_MAX * text.length
    const bytes = size <= KEPT_BYTES ? this.#kept : Buffer.allocUnsafe(size)
    bytes[0] = ARRAY_32
    let at = bytes.writeUInt32BE(strings.length, 1)
    for (const text of strings) at = packString(bytes, at, text)
    return bytes.subarray(0, at)
  }
}

/** Returns where the next one goes. */
function packString (bytes: Buffer, at: number, text: string): number {
  const isLong = text.length * BYTES_MAX > STR_16_MAX
  const start = at + (isLong ? 5 : 3)
  const length = packShort(bytes, start, text) ?? bytes.write(text, start)
  bytes[at] = isLong ? STR_32 : STR_16
  if (isLong) bytes.writeUInt32BE(length, at + 1)
  else bytes.writeUInt16BE(length, at + 1)
  return start + length
}

/** Its bytes where it is short and ASCII; undefined where it is not. */
function packShort (bytes: Buffer, start: number, text: string): number | undefined {
  if (text.length > SHORT) return undefined
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n)
    if (code > 0x7f) return undefined
    bytes[start + n] = code
  }
  return text.length
}
