/** `orchestra submit`: hands in a task and, if asked to, waits for its end. */
import { type App, RequestError, TaskError, type TaskHandle } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { type ExitCode, exitCodes, exitCodesText } from '../exit.js'
import { hint, jsonOf, plain, say } from '../output/lines.js'
import { showProgress } from '../output/progress.js'
import { valueOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { argumentsOf, submissionOf, submitSettings } from '../settings/submit.js'

const more = `Without --wait it prints the id of the task once it is stored; with --wait the result, as JSON.
Interrupted while it waits, the task goes on: ask with "orchestra get", or submit again under the same --id.

${exitCodesText}`

export const submit = defineCommand({
  name: 'submit <function>',
  about: 'hand in a task',
  settings: { ...clientSettings, ...submitSettings },
  more,
  async run (config, [functionName = '']) {
    const args = await argumentsOf(config.args)
    return withApp(config, async app => {
      const handle = app.dispatch(functionName, args, submissionOf(config))
      const { state } = await handle.accepted.catch(error => { throw doubtful(error, handle.id) })
      if (config.wait) return await untilEnd(app, handle, config.json)
      say(config.json ? jsonOf({ task: handle.id, state }) : handle.id)
      return exitCodes.ok
    })
  }
})

/** Without an answer nobody knows whether it was stored: its id is what to ask by. */
function doubtful (error: unknown, id: string): unknown {
  if (!(error instanceof RequestError) || error.code !== 'timeout') return error
  return new RequestError(error.code, `${error.message}. It may be stored all the same: submit it again with --id ${id}, and it is the same task`, error.rejection)
}

/** Then who waits is told what for. */
const HINT_AFTER_MS = 3_000

async function untilEnd (app: App, handle: TaskHandle, json: boolean): Promise<ExitCode> {
  const { id, result } = handle
  const hide = showProgress(app.watch({ task: id }))
  const hinting = setTimeout(() => { tellWhy(handle).catch(() => {}) }, HINT_AFTER_MS)
  try {
    const value = await result.finally(async () => {
      clearTimeout(hinting)
      await hide()
    })
    say(json ? jsonOf({ task: id, state: 'completed', result: value }) : valueOf(value))
    return exitCodes.ok
  } catch (error) {
    if (!(error instanceof TaskError)) throw error
    const { code, message, state, document } = error
    if (json) say(jsonOf({ task: id, state, code, message, ...document?.attempt !== undefined && { attempt: document.attempt } }))
    else hint(plain(`${id} ${endingOf(error)}`))
    return state === 'cancelled' || state === 'expired' ? exitCodes.ended : exitCodes.failed
  }
}

/** Many texts, like those of Node.js, begin with their code. */
function endingOf ({ code, message, state }: TaskError): string {
  if (state === undefined) return `is lost from sight: ${code}: ${message}`
  if (message === `the task is ${state}`) return `is ${state}`
  return `is ${state}: ${code === state || message.startsWith(`${code}:`) ? '' : `${code}: `}${message}`
}

async function tellWhy (handle: TaskHandle): Promise<void> {
  const { state, text } = await handle.why()
  if (state === 'available' || state === 'waiting') hint(plain(`${handle.id} is ${state}: ${text}`))
}
