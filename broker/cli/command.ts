/**
 * What a command of the command line is: a definition. How it is found, its
 * flags read and its errors told is in program.ts.
 */
import { isId } from '../../schemas/index.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import type { Settings, Values } from './settings/setting.js'

export interface CommandLine<S extends Settings = Settings> {
  /** With its arguments, as in `cancel <task>`. */
  readonly name: string
  readonly about: string
  readonly settings: S
  /** What one should know beyond the flags. */
  readonly more?: string
  readonly run: (values: Values<S>, args: readonly string[]) => Promise<ExitCode>
}

export function defineCommand<S extends Settings> (command: CommandLine<S>): CommandLine {
  return command as unknown as CommandLine
}

/** An argument that must name a task or a device. @throws CommandError */
export function idOf (argument: string | undefined): string {
  if (argument !== undefined && isId(argument)) return argument
  throw new CommandError(exitCodes.usage, `${JSON.stringify(argument)} is no id: a letter or digit, then up to 63 of A-Z a-z 0-9 _ . : -`)
}
