/** `orchestra get`: all that is known of one task, its result included. */
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { exitCodes } from '../exit.js'
import { jsonOf, plain, say } from '../output/lines.js'
import { ageOf, facts, valueOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'

export const get = defineCommand({
  name: 'get <task>',
  about: 'show a task, its result included',
  settings: clientSettings,
  async run (config, [task]) {
    await withApp(config, async (app, at) => {
      const { ref, since, result, error, dueAt, deadline, percent, logs = [], ...rest } = await app.get(idOf(task))
      if (config.json) return say(jsonOf({ ...rest, since, result, error, dueAt, deadline, percent, logs }))
      say(facts({
        ...rest,
        percent: percent === undefined ? undefined : `${percent}%`,
        for: ageOf(since, at),
        due: timeOf(dueAt),
        deadline: timeOf(deadline),
        error: error && `${error.code}${error.message === undefined ? '' : `: ${error.message}`}`,
        result: result === undefined ? undefined : valueOf(result)
      }))
      for (const { at, from, level, message } of logs) say(plain(`${new Date(at).toISOString()}  ${from}  ${level}  ${message}`))
    })
    return exitCodes.ok
  }
})

const timeOf = (at: number | undefined): string | undefined => at === undefined ? undefined : new Date(at).toISOString()
