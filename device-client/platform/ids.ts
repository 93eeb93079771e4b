// Ids that sort by the time they were made: 10 characters of time, 16 of chance, in Crockford's base 32. Within one
// process they only grow, even when the wall clock goes back.

import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.js'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const timeLength = 10
const chanceLength = 16

function base32 (value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest >>= 5n) text = alphabet.charAt(Number(rest & 31n)) + text
  return text
}

export function idSource (clock: Clock): () => string {
  let lastMs = 0
  let chance = 0n
  return () => {
    const nowMs = clock.wallMs()
    if (nowMs > lastMs) {
      lastMs = nowMs
      // The highest bit stays free, so that counting on within a millisecond never overflows.
      chance = BigInt(`0x${randomBytes(chanceLength * 5 / 8).toString('hex')}`) >> 1n
    } else chance++
    return base32(BigInt(lastMs), timeLength) + base32(chance, chanceLength)
  }
}
