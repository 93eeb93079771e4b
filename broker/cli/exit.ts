/**
 * How a command ends: its exit codes, and the errors that are meant for people.
 * Whoever throws a CommandError gets its lines printed, without a stack.
 */

export const exitCodes = {
  /** Done; with `--wait`: completed. */
  ok: 0,
  /** The task failed, or the server could not start. */
  failed: 1,
  /** Wrong flags, arguments or configuration. */
  usage: 2,
  /** The task was cancelled or expired. */
  ended: 3,
  /** No broker, or no orchestrator that answers. */
  unreachable: 4,
  /** The orchestrator refused the command. */
  refused: 5,
  /** Of some clauses of a device it could not be told. */
  unsure: 6,
  /** By a signal, as a shell tells it: 128 and the number of SIGINT. */
  interrupted: 130
} as const

export type ExitCode = typeof exitCodes[keyof typeof exitCodes]

export const exitCodesText = 'Exit codes: 0 done (--wait: completed), 1 failed, 2 wrong usage or configuration,\n3 cancelled or expired, 4 nobody answers, 5 refused by the orchestrator.'

export class CommandError extends Error {
  override name = 'CommandError'
  constructor (readonly exitCode: ExitCode, ...lines: readonly string[]) {
    super(lines.join('\n'))
  }
}

/** The last name of a cause is what helps: an AggregateError of two refused addresses has no message. */
export function messageOf (error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.message !== '') return error.message
  return 'code' in error ? String(error.code) : error.name
}
