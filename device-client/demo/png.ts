// PNG files of 8-bit RGB without interlace, written and read with zlib alone (W3C PNG, second edition). Nothing else is
// read: another kind of PNG is refused.

import { deflateSync, inflateSync } from 'node:zlib'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel, row by row from the top. */
  readonly rgb: Buffer
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
/** Behind width and height: 8 bits a sample, RGB, deflate, the five filters, no interlace. */
const kind = Buffer.from([8, 2, 0, 0, 0])
const pixelBytes = 3

export function encodePng ({ width, height, rgb }: Picture): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const rowBytes = width * pixelBytes
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc(height * (rowBytes + 1))
  for (let y = 0; y < height; y++) rgb.copy(rows, y * (rowBytes + 1) + 1, y * rowBytes, (y + 1) * rowBytes)
  return Buffer.concat([signature, chunk('IHDR', Buffer.concat([header, kind])), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/** @throws Error for what is no PNG, or one of another kind. */
export function decodePng (file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('this is no PNG')
  const data: Buffer[] = []
  for (let at = 8; at < file.length;) {
    const bytes = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + bytes))
    at += bytes + 12
  }
  if (!file.subarray(24, 29).equals(kind)) throw new Error('only PNGs of 8-bit RGB without interlace are read')
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  return { width, height, rgb: unfilter(inflateSync(Buffer.concat(data)), width * pixelBytes, height) }
}

function chunk (type: string, data: Buffer): Buffer {
  const framed = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  framed.writeUInt32BE(data.length, 0)
  framed.writeUInt32BE(crc32(framed.subarray(4, -4)), framed.length - 4)
  return framed
}

function crc32 (data: Buffer): number {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

/** Each byte was written as its difference to what the row's filter foretold from the bytes left, above and above left. */
function unfilter (rows: Buffer, rowBytes: number, height: number): Buffer {
  const rgb = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y++) {
    const foretold = filters[rows.readUInt8(y * (rowBytes + 1))]
    if (!foretold) throw new Error(`row ${y} has an unknown filter`)
    for (let x = 0, at = y * rowBytes; x < rowBytes; x++, at++) {
      const left = x < pixelBytes ? 0 : rgb[at - pixelBytes] ?? 0
      const above = rgb[at - rowBytes] ?? 0
      const corner = x < pixelBytes ? 0 : rgb[at - rowBytes - pixelBytes] ?? 0
      rgb[at] = (rows[at + y + 1] ?? 0) + foretold(left, above, corner)
    }
  }
  return rgb
}

const filters: ReadonlyArray<(left: number, above: number, corner: number) => number> = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth
]

/** Whichever is nearest to left + above - corner. */
function paeth (left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
