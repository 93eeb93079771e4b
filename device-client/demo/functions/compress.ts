// How small a part of a file gets with Brotli at its best, block by block. The long one: it tells its progress after each
// block, and that renews the lease; it stops as soon as the lease is lost.

import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { TaskContext } from '../../device.js'

export const description = 'Compresses a part of a file: {path, start, bytes} → {bytes, packed}'

const brotli = promisify(brotliCompress)
const blockBytes = 32 * 1_024

interface Part { path: string, start: number, bytes: number }

export default async function compress ({ path, start, bytes }: Part, context: TaskContext): Promise<{ bytes: number, packed: number }> {
  const data = await readPart(path, start, bytes)
  let packed = 0
  for (let done = 0; done < data.length; done += blockBytes) {
    context.signal.throwIfAborted()
    context.progress(Math.floor(100 * done / data.length))
    const block = await brotli(data.subarray(done, done + blockBytes))
    packed += block.length
  }
  return { bytes: data.length, packed }
}

async function readPart (path: string, start: number, bytes: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, start)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
