/** Signals that ask a process to end: the first in good order, a second at once. */

const signals = ['SIGTERM', 'SIGINT'] as const
type Signal = typeof signals[number]

/** As a shell tells it: 128 and the signal's number. */
const INTERRUPTED = 130

/** Resolves with the first; whoever sends a second doesn't want to wait. */
export function untilSignal (): Promise<Signal> {
  return new Promise(resolve => {
    let asked = false
    for (const signal of signals) {
      process.on(signal, () => {
        if (asked) process.exit(INTERRUPTED)
        asked = true
        resolve(signal)
      })
    }
  })
}
