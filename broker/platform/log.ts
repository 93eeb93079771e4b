/** What the orchestrator needs of a logger: pino has it, and so has a test's own. */

export interface Log {
  debug: (details: object, message: string) => void
  info: (details: object, message: string) => void
  warn: (details: object, message: string) => void
  error: (details: object, message: string) => void
}

const silent = (): void => {}

export const silentLog: Log = { debug: silent, info: silent, warn: silent, error: silent }
