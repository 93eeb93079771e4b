#!/usr/bin/env node
/** The command line `orchestra`. All there is to know about a command is in its own file. */
import { commandsFor } from './command-table.js'
import { hint } from './output/lines.js'
import { runProgram } from './program.js'
import { version } from './version.js'

/** A reader that has seen enough (`orchestra watch | head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

const { argv: [, , ...args], env } = process
process.exitCode = await runProgram(await commandsFor(args[0], env), args, { version, env, complain: hint })
