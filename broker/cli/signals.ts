/** Signals that ask a process to end: the first in good order, a second at once. */
import { exitCodes } from './exit.js'

const signals = ['SIGTERM', 'SIGINT'] as const
type Signal = typeof signals[number]

/** Resolves with the first; whoever sends a second doesn't want to wait. */
export function untilSignal (): Promise<Signal> {
  return new Promise(resolve => {
    let asked = false
    for (const signal of signals) {
      process.on(signal, () => {
        if (asked) process.exit(exitCodes.interrupted)
        asked = true
        resolve(signal)
      })
    }
  })
}
