/** `orchestra queue` and `queues`: what waits, and whether it may go on. */
import type { QueueState } from '../../../schemas/index.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { limitSettings, showListing } from '../output/listing.js'
import { ageOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { duration, number, text, toggle } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const verbs = ['get', 'pause', 'resume', 'limit'] as const

const COUNT_MAX = 1_000_000
const [PER_MIN_MS, PER_MAX_MS] = [50, 86_400_000]
const DEFAULT_PER_MS = 1_000

const limitFlags = flagsOnly({
  running: number(1, COUNT_MAX)({ about: 'with limit: how many tasks may be offered or executing at once' }),
  rate: number(1, COUNT_MAX)({ about: 'with limit: how many may be offered within any --per' }),
  per: duration(PER_MIN_MS, PER_MAX_MS)({ about: 'with limit: the span of --rate, 1s by default' }),
  none: toggle({ about: 'with limit: no limit any more' })
})

export const queue = defineCommand({
  name: 'queue <verb> <name>',
  about: 'a queue: get NAME, pause NAME (nothing of it is offered), resume NAME, limit NAME',
  settings: { ...clientSettings, ...flagsOnly({ reason: text({ about: 'with pause: why' }) }), ...limitFlags },
  more: 'A queue is there as soon as a task or a device names it; what names none is of the queue default. A limit replaces the one before it.\nExit codes: 0 done, 2 wrong usage, 5 refused.',
  async run (config, [verb = '', name]) {
    const { json, reason, running, rate, per, none } = config
    if (!verbs.some(one => one === verb)) throw new CommandError(exitCodes.usage, `queue: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    if (reason !== undefined && verb !== 'pause') throw new CommandError(exitCodes.usage, '--reason: is of queue pause')
    checkLimit(verb, config)
    const id = idOf(name)
    await withApp(config, async app => {
      const { ref, ...document } = verb === 'pause'
        ? await app.queues.pause(id, reason)
        : verb === 'limit'
          ? await app.queues.limit(id, none ? {} : { running, rate, perMs: per })
          : await app.queues[verb as 'get'](id)
      say(json ? jsonOf(document) : described(document))
    })
    return exitCodes.ok
  }
})

function checkLimit (verb: string, { running, rate, per, none }: { running?: number | undefined, rate?: number | undefined, per?: number | undefined, none: boolean }): void {
  const given = Object.entries({ running, rate, per }).flatMap(([name, value]) => value === undefined ? [] : `--${name}`)
  if (verb !== 'limit') {
    const [first = none ? '--none' : undefined] = given
    if (first !== undefined) throw new CommandError(exitCodes.usage, `${first}: is of queue limit`)
    return
  }
  if (none && given.length > 0) throw new CommandError(exitCodes.usage, `--none: not with ${given.join(', ')}`)
  if (!none && running === undefined && rate === undefined) throw new CommandError(exitCodes.usage, 'queue limit: say --running, --rate (with --per), or --none to take the limit away')
}

function described ({ queue, state, reason, waiting, devices, running, limit }: QueueState): string {
  const why = reason === undefined ? '' : ` (${reason})`
  return `${queue} is ${state}${why}: ${waiting} waiting, ${running === undefined ? '' : `${running} running, `}${devices} devices serve it${limit === undefined ? '' : `; ${limitOf(limit)}`}`
}

function limitOf ({ running, rate, perMs = DEFAULT_PER_MS }: NonNullable<QueueState['limit']>): string {
  return [running === undefined ? [] : `${running} at once`, rate === undefined ? [] : `${rate} in ${perMs} ms`].flat().join(', ')
}

export const queues = defineCommand({
  name: 'queues',
  about: 'list the queues: what waits in them, for how long, and who serves them',
  settings: { ...clientSettings, ...limitSettings },
  async run (config) {
    const { json, limit } = config
    await withApp(config, async (app, at) => await showListing(each(await app.queues.list()), {
      json,
      limit,
      head: ['QUEUE', 'STATE', 'WAITING', 'OLDEST', 'RUNNING', 'LIMIT', 'DEVICES', 'PAUSED BY', 'REASON'],
      row: one => [one.queue, one.state, one.waiting, ageOf(one.oldestAt, at), one.running, one.limit === undefined ? undefined : limitOf(one.limit), one.devices, one.by, one.reason]
    }))
    return exitCodes.ok
  }
})

async function * each (queues: readonly QueueState[]): AsyncGenerator<QueueState> {
  yield * queues
}
