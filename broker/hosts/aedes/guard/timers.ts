/** The clock's part that is needed here; tests put their own in. */
export interface Timers {
  readonly setTimeout: (run: () => void, delayMs: number) => unknown
  readonly clearTimeout: (timer: unknown) => void
}
