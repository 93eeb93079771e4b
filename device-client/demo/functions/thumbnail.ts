// A PNG made small: each pixel of the thumbnail is the average of the box of pixels that it stands for.

import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type { TaskContext } from '../../device.js'
import { decodePng, encodePng, type Picture } from '../png.js'

export const description = 'A small copy of a PNG: {path, width} → {width, height, png}, the last one in base64'

interface Thumbnail { width: number, height: number, png: string }

export default async function thumbnail ({ path, width }: { path: string, width: number }, context: TaskContext): Promise<Thumbnail> {
  const large = decodePng(await readFile(path))
  const height = Math.max(1, Math.round(large.height * width / large.width))
  const small: Picture = { width, height, rgb: Buffer.alloc(width * height * 3) }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) small.rgb.set(averageOf(large, small, x, y), (y * width + x) * 3)
    context.progress(Math.floor(100 * y / height))
    // Otherwise no cancel would be heard, and no progress sent, before the end.
    await setImmediate()
    context.signal.throwIfAborted()
  }
  return { width, height, png: encodePng(small).toString('base64') }
}

function averageOf (large: Picture, small: Picture, x: number, y: number): [red: number, green: number, blue: number] {
  const [left, right] = [x, x + 1].map((edge) => Math.floor(edge * large.width / small.width)) as [number, number]
  const [top, bottom] = [y, y + 1].map((edge) => Math.floor(edge * large.height / small.height)) as [number, number]
  const sums: [number, number, number] = [0, 0, 0]
  for (let row = top; row < bottom; row++) {
    for (let i = (row * large.width + left) * 3; i < (row * large.width + right) * 3; i += 3) {
      sums[0] += large.rgb.readUInt8(i)
      sums[1] += large.rgb.readUInt8(i + 1)
      sums[2] += large.rgb.readUInt8(i + 2)
    }
  }
  const count = (right - left) * (bottom - top)
  return [sums[0] / count, sums[1] / count, sums[2] / count]
}
