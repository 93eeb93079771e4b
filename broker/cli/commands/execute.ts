/** `orchestra execute`: runs a deployment and tells its result. */
import { withApp } from '../client.js'
import { type App, RequestError, RunError } from '../../../device-client/app.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { stepsTable } from '../output/steps.js'
import { clientSettings } from '../settings/client.js'
import { duration, id, text, toggle } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const WAIT_MS = 60_000

export const execute = defineCommand({
  name: 'execute <deployment>',
  about: 'run a deployment, and tell its result',
  settings: {
    ...clientSettings,
    ...flagsOnly({
      args: text({ value: 'json', about: 'what its expressions know as `input`' }),
      run: id({ about: 'a name for it: the same again is the same execution (default: a new one)' }),
      wait: duration(1)({ default: WAIT_MS, about: 'how long to wait for its end' }),
      trace: toggle({ about: 'tell what became of each step, too' })
    })
  },
  more: 'Exit codes: 0 completed (its result is on stdout, as JSON), 1 failed or not over in time, 5 refused.',
  async run (config, [name]) {
    const { args, run, wait, trace, json } = config
    const deployment = idOf(name)
    const input = argsOf(args)
    await withApp(config, async app => {
      const { execution } = await app.executions.begin(deployment, { ...run !== undefined && { run }, ...input !== undefined && { args: input } })
      const result = await app.executions.run(deployment, input, { run: execution, timeoutMs: wait }).catch(async (error: unknown) => {
        if (trace && error instanceof RunError) await tellTrace(app, execution, json)
        if (error instanceof RunError) throw new CommandError(exitCodes.failed, `${execution}: ${error.code}: ${error.message}`)
        throw error instanceof RequestError && error.code === 'timeout' ? new CommandError(exitCodes.failed, `${execution} goes on: ${error.message}`) : error
      })
      if (!trace) return say(json ? jsonOf({ execution, result }) : JSON.stringify(result ?? null))
      await tellTrace(app, execution, json)
      if (!json) say(JSON.stringify(result ?? null))
    })
    return exitCodes.ok
  }
})

async function tellTrace (app: App, run: string, json: boolean): Promise<void> {
  const { ref, ...document } = await app.executions.get(run)
  say(json ? jsonOf(document) : stepsTable(document.steps))
}

function argsOf (text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CommandError(exitCodes.usage, `--args: no JSON: ${messageOf(error)}`)
  }
}
