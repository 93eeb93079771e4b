#!/usr/bin/env node
/** The command line `orchestra`. All there is to know about a command is in its own file. */
import { readFileSync } from 'node:fs'
import { serve } from './commands/serve.js'
import { hint } from './output/lines.js'
import { runProgram } from './program.js'

const commands = [serve]

/** A reader that has seen enough (`orchestra watch | head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
process.exitCode = await runProgram(commands, process.argv.slice(2), { version, env: process.env, complain: hint })
