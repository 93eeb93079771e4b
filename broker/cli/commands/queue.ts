/** `orchestra queue` and `queues`: what waits, and whether it may go on. */
import type { QueueState } from '../../../schemas/index.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { limitSettings, showListing } from '../output/listing.js'
import { ageOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const verbs = ['get', 'pause', 'resume'] as const

export const queue = defineCommand({
  name: 'queue <verb> <name>',
  about: 'a queue: get NAME, pause NAME (nothing of it is offered), resume NAME',
  settings: { ...clientSettings, ...flagsOnly({ reason: text({ about: 'with pause: why' }) }) },
  more: 'A queue is there as soon as a task or a device names it; what names none is of the queue default.\nExit codes: 0 done, 2 wrong usage, 5 refused.',
  async run (config, [verb, name]) {
    const { json, reason } = config
    if (!verbs.some(one => one === verb)) throw new CommandError(exitCodes.usage, `queue: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    if (reason !== undefined && verb !== 'pause') throw new CommandError(exitCodes.usage, '--reason: is of queue pause')
    const id = idOf(name)
    await withApp(config, async app => {
      const { ref, ...document } = verb === 'pause' ? await app.queues.pause(id, reason) : await app.queues[verb as 'get'](id)
      say(json ? jsonOf(document) : `${id} is ${document.state}${document.reason === undefined ? '' : ` (${document.reason})`}: ${document.waiting} waiting, ${document.devices} devices serve it`)
    })
    return exitCodes.ok
  }
})

export const queues = defineCommand({
  name: 'queues',
  about: 'list the queues: what waits in them, for how long, and who serves them',
  settings: { ...clientSettings, ...limitSettings },
  async run (config) {
    const { json, limit } = config
    await withApp(config, async (app, at) => await showListing(each(await app.queues.list()), {
      json,
      limit,
      head: ['QUEUE', 'STATE', 'WAITING', 'OLDEST', 'DEVICES', 'PAUSED BY', 'REASON'],
      row: one => [one.queue, one.state, one.waiting, ageOf(one.oldestAt, at), one.devices, one.by, one.reason]
    }))
    return exitCodes.ok
  }
})

async function * each (queues: readonly QueueState[]): AsyncGenerator<QueueState> {
  yield * queues
}
