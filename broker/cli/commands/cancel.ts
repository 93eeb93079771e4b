/** `orchestra cancel`: ends a task, whoever holds it. */
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'
import { text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

export const cancel = defineCommand({
  name: 'cancel <task>',
  about: 'cancel a task',
  settings: { ...clientSettings, ...flagsOnly({ reason: text({ about: 'told to the device and kept with the task' }) }) },
  async run (config, [task]) {
    const { ref, ...document } = await withApp(config, app => app.cancel(idOf(task), config.reason))
    say(config.json ? jsonOf(document) : `${document.task} is ${document.state}`)
    return exitCodes.ok
  }
})
