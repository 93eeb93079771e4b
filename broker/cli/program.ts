/**
 * Puts the commands under one program: makes flags of their settings, reads
 * these from all sources, runs the one that was called, and tells errors in a
 * line each. It knows no command by name.
 */
import { Command, CommanderError, Option } from 'commander'
import type { CommandLine } from './command.js'
import { CommandError, exitCodes, exitCodesText, messageOf } from './exit.js'
import { resolve } from './settings/resolve.js'
import { type Setting, flagOf, variableOf } from './settings/setting.js'

export interface Surroundings {
  readonly version: string
  readonly env: NodeJS.ProcessEnv
  readonly complain: (line: string) => void
}

/** Resolves with the exit code. */
export async function runProgram (commands: readonly CommandLine[], args: readonly string[], { version, env, complain }: Surroundings): Promise<number> {
  let exitCode: number = exitCodes.ok
  const program = new Command('orchestra').description('MQTT-native orchestrator for device fleets').version(version)
  const otherKeys = commands.flatMap(({ settings }) => variableKeys(settings))
  for (const command of commands) {
    const parser = program.command(command.name).description(command.about).addHelpText('after', `\n${command.more ?? exitCodesText}`)
    for (const [key, setting] of Object.entries(command.settings)) parser.addOption(optionOf(key, setting))
    parser.action(async () => {
      const values = await resolve(command.settings, { flags: parser.opts(), env, otherKeys })
      exitCode = await command.run(values, parser.processedArgs as string[])
    })
  }
  for (const parser of [program, ...program.commands]) parser.exitOverride().configureOutput({ outputError: text => complain(text.trimEnd()) })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    complain(`orchestra: ${messageOf(error).replaceAll('\n', '\norchestra: ')}`)
    return error instanceof CommandError ? error.exitCode : exitCodes.failed
  }
}

function variableKeys (settings: CommandLine['settings']): string[] {
  return Object.entries(settings).flatMap(([key, { flagOnly }]) => flagOnly === true ? [] : [key])
}

function optionOf (key: string, setting: Setting<unknown>): Option {
  const { about, value, many, flagOnly, short, bare } = setting
  const placeholder = value === undefined ? '' : bare === true ? ` [${value}]` : ` <${value}>`
  const flags = `${short === undefined ? '' : `-${short}, `}${flagOf(key)}${placeholder}`
  const option = new Option(flags, `${about}${defaultOf(setting)}${flagOnly === true ? '' : ` [${variableOf(key)}]`}`)
  // Read by the setting itself, where a variable and a file are read, too.
  return many === true ? option.argParser((part: string, former: string[] = []) => [...former, part]) : option
}

function defaultOf ({ default: value, defaultText }: Setting<unknown>): string {
  if (defaultText !== undefined) return ` (default: ${defaultText})`
  return typeof value === 'string' || typeof value === 'number' ? ` (default: ${value})` : ''
}
