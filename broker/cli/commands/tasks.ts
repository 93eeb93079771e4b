/** `orchestra tasks`: which tasks there are. */
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { exitCodes } from '../exit.js'
import { limitSettings, pageOf, showListing } from '../output/listing.js'
import { ageOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { id, oneOf, text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const filters = flagsOnly({
  state: oneOf('waiting', 'available', 'offered', 'executing', 'completed', 'failed', 'cancelled', 'expired')({ value: 'state', about: 'only those that are waiting, available, offered, executing, completed, failed, cancelled or expired' }),
  function: text({ value: 'name', about: 'only those of this function' }),
  device: id({ about: 'only those that this device holds, or held last' }),
  tag: text({ about: 'only those with this tag' })
})

export const tasks = defineCommand({
  name: 'tasks',
  about: 'list tasks',
  settings: { ...clientSettings, ...filters, ...limitSettings },
  async run (config) {
    const { json, limit, state, function: functionName, device, tag } = config
    await withApp(config, (app, at) => showListing(app.list({
      limit: pageOf(limit),
      ...state !== undefined && { state },
      ...functionName !== undefined && { function: functionName },
      ...device !== undefined && { device },
      ...tag !== undefined && { tag }
    }), {
      json,
      limit,
      head: ['TASK', 'STATE', 'FUNCTION', 'DEVICE', 'ATTEMPT', 'DONE', 'FOR', 'TAG'],
      row: task => [task.task, task.state, task.function, task.device, task.attempt, task.percent === undefined ? '' : `${task.percent}%`, ageOf(task.since, at), task.tag]
    }))
    return exitCodes.ok
  }
})
