// The POSIX checksum of a file, as the program `cksum` gives it: the shell device answers the same tasks with that program.

import { readFile } from 'node:fs/promises'

export const description = 'The POSIX checksum of a file: {path} → {crc, bytes}'

export default async function checksum ({ path }: { path: string }): Promise<{ crc: number, bytes: number }> {
  const data = await readFile(path)
  let crc = 0
  for (const byte of data) crc = shifted(crc, byte)
  // The length comes last, lowest byte first, without leading zeros.
  for (let rest = data.length; rest > 0; rest >>>= 8) crc = shifted(crc, rest & 0xff)
  return { crc: ~crc >>> 0, bytes: data.length }
}

function shifted (crc: number, byte: number): number {
  let next = crc ^ byte << 24
  for (let bit = 0; bit < 8; bit++) next = next < 0 ? next << 1 ^ 0x04c11db7 : next << 1
  return next
}
