// How bright a PNG is: its mean luma (ITU-R BT.601, 0 to 255), and how many of its pixels fall into each of sixteen steps.

import { readFile } from 'node:fs/promises'
import { decodePng } from '../png.js'

export const description = 'How bright a PNG is: {path} → {mean, histogram}'

const steps = 16

export default async function brightness ({ path }: { path: string }): Promise<{ mean: number, histogram: number[] }> {
  const { rgb } = decodePng(await readFile(path))
  const counts = new Uint32Array(steps)
  let sum = 0
  for (let i = 0; i < rgb.length; i += 3) {
    const luma = Math.floor((299 * rgb.readUInt8(i) + 587 * rgb.readUInt8(i + 1) + 114 * rgb.readUInt8(i + 2)) / 1_000)
    counts[luma >> 4] = (counts[luma >> 4] ?? 0) + 1
    sum += luma
  }
  return { mean: Math.round(sum * 3 / rgb.length), histogram: [...counts] }
}
