/** `orchestra cancel`: ends a task, whoever holds it, or a run of a workflow with all its tasks. */
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'
import { text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

export const cancel = defineCommand({
  name: 'cancel <task> [run]',
  about: 'cancel a task; cancel run NAME: a run of a workflow, with its tasks',
  settings: { ...clientSettings, ...flagsOnly({ reason: text({ about: 'told to the device and kept with the task' }) }) },
  async run (config, [task, run]) {
    if (run !== undefined && task !== 'run') throw new CommandError(exitCodes.usage, `cancel: cancel TASK, or cancel run NAME; ${JSON.stringify(task)} is neither`)
    if (run !== undefined) {
      const { ref, ...document } = await withApp(config, app => app.workflows.cancel(idOf(run), config.reason))
      say(config.json ? jsonOf(document) : `${document.run} is ${document.state}`)
      return exitCodes.ok
    }
    const { ref, ...document } = await withApp(config, app => app.cancel(idOf(task), config.reason))
    say(config.json ? jsonOf(document) : `${document.task} is ${document.state}`)
    return exitCodes.ok
  }
})
