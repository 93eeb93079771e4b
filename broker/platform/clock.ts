/**
 * Time from outside. The only place where the machine's clock is read; whoever
 * needs time or a timer is given a Clock, so that tests and the simulation can
 * give a virtual one.
 */

export interface Timer { unref?: () => unknown }

export interface Clock {
  /** Milliseconds since the Unix epoch; never goes back within one process. */
  now: () => number
  setTimeout: (run: () => void, delayMs: number) => Timer
  clearTimeout: (timer: Timer) => void
  /** Runs once the current turn of the event loop is over. */
  defer: (run: () => void) => void
}

/** Longer delays overflow Node's timers and would fire at once. */
const TIMER_MAX_MS = 2 ** 31 - 1

/** The wall clock at start, carried on by the monotonic one: a clock set back moves nothing. */
export function systemClock (): Clock {
  const offset = Date.now() - performance.now()
  return {
    now: () => Math.floor(offset + performance.now()),
    setTimeout: (run, delayMs) => setTimeout(run, Math.min(Math.max(delayMs, 0), TIMER_MAX_MS)),
    clearTimeout: timer => clearTimeout(timer as NodeJS.Timeout),
    defer: run => { setImmediate(run) }
  }
}
