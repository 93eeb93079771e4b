#!/usr/bin/env node
/** The command line `orchestra`. All there is to know about a command is in its own file. */
import { acl } from './commands/acl.js'
import { attach } from './commands/attach.js'
import { cordon, forget, uncordon } from './commands/blocking.js'
import { cancel } from './commands/cancel.js'
import { conformance } from './commands/conformance.js'
import { device } from './commands/device.js'
import { devices } from './commands/devices.js'
import { get } from './commands/get.js'
import { nodes } from './commands/nodes.js'
import { script } from './commands/script.js'
import { serve } from './commands/serve.js'
import { submit } from './commands/submit.js'
import { tasks } from './commands/tasks.js'
import { watch } from './commands/watch.js'
import { why } from './commands/why.js'
import { hint } from './output/lines.js'
import { runProgram } from './program.js'
import { version } from './version.js'

const commands = [serve, attach, acl, device, submit, tasks, devices, nodes, watch, get, why, cancel, cordon, uncordon, forget, script, conformance]

/** A reader that has seen enough (`orchestra watch | head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

process.exitCode = await runProgram(commands, process.argv.slice(2), { version, env: process.env, complain: hint })
