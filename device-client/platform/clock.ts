// The clients' only source of time and chance. Limits are counted on the monotonic clock, because a wall clock may jump
// (an hour off must end no lease early or late); the wall clock serves for what people read and for growing numbers.
// Tests and the simulator hand in a clock of their own.

import { randomBytes } from 'node:crypto'

export interface Alarm { cancel (): void }

export interface Clock {
  /** Milliseconds that only ever grow; their origin means nothing. */
  monotonicMs (): number
  /** Milliseconds since the Unix epoch, as this machine believes. */
  wallMs (): number
  /** Calls once after `delayMs`. */
  after (delayMs: number, call: () => void): Alarm
}

/** Node's timers fire at once beyond this. */
const longestTimerMs = 2 ** 31 - 1

function after (delayMs: number, call: () => void): Alarm {
  let timer: NodeJS.Timeout
  const arm = (leftMs: number): void => {
    timer = leftMs > longestTimerMs
      ? setTimeout(() => arm(leftMs - longestTimerMs), longestTimerMs)
      : setTimeout(call, leftMs)
  }
  arm(Math.max(0, delayMs))
  return { cancel: () => clearTimeout(timer) }
}

export const realClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after
}

/** `bytes` bytes of chance, as hex. */
export function randomHex (bytes: number): string {
  return randomBytes(bytes).toString('hex')
}

/** At least 0, below 1. */
export function randomFraction (): number {
  return Math.random()
}
