/** `orchestra schedule` and `schedules`: what starts by the clock. */
import { stringify } from 'yaml'
import type { ScheduleAccepted, SchedulePut, ScheduleState } from '../../../schemas/index.js'
import type { App } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { readPlaced } from '../documents.js'
import { CommandError, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { limitSettings, pageOf, showListing } from '../output/listing.js'
import { refusedAt } from '../refused.js'
import { clientSettings } from '../settings/client.js'
import { type ScheduleConfig, contentOf, scheduleSettings } from '../settings/schedule.js'

const verbs = ['put', 'get', 'remove', 'pause', 'resume'] as const

export const schedule = defineCommand({
  name: 'schedule <verb> <name> [file]',
  about: 'what starts by the clock: put NAME FILE (YAML or JSON) or put NAME --every 10s --function f, get, remove, pause, resume NAME',
  settings: scheduleSettings,
  more: 'A time (--every, --cron or --at) and what it starts (--function, --template, --deployment or --topic), or a file with\nthe same fields as schedules/put. Exit codes: 0 done, 2 wrong usage or a file that can\'t be read, 5 refused.',
  async run (config, [verb, name, file]) {
    if (!verbs.some(one => one === verb)) throw new CommandError(exitCodes.usage, `schedule: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    if (verb !== 'put' && file !== undefined) throw new CommandError(exitCodes.usage, `schedule ${verb}: takes a name, and no file`)
    const id = idOf(name)
    await withApp(config, async app => {
      const { ref, ...document } = verb === 'put' ? await put(app, id, file, config) : await app.schedules[verb as 'get'](id)
      if (config.json) return say(jsonOf(document))
      if (verb === 'get') return process.stdout.write(stringify(document))
      say(verb === 'remove' ? `${id} is removed` : `${id} is ${document.state}${document.state === 'active' ? `: ${nextOf(document)}` : ''}`)
    })
    return exitCodes.ok
  }
})

async function put (app: App, id: string, file: string | undefined, config: ScheduleConfig): Promise<ScheduleAccepted> {
  const said = await contentOf(config)
  if (file === undefined) return await app.schedules.put(id, said)
  if (Object.keys(said).length > 0) throw new CommandError(exitCodes.usage, 'schedule put: either a file or flags')
  const placed = await readPlaced<SchedulePut>(file)
  try {
    return await app.schedules.put(id, placed.value)
  } catch (error) {
    throw refusedAt(error, placed)
  }
}

export const schedules = defineCommand({
  name: 'schedules',
  about: 'list what starts by the clock',
  settings: { ...clientSettings, ...limitSettings },
  async run (config) {
    const { json, limit } = config
    await withApp(config, app => showListing(app.schedules.list({ limit: pageOf(limit) }), {
      json,
      limit,
      head: ['SCHEDULE', 'WHEN', 'STARTS', 'STATE', 'NEXT', 'FIRED', 'SKIPPED', 'MISSED', 'BY', 'PROBLEM'],
      row: one => [one.schedule, whenOf(one), whatOf(one), one.state, one.state === 'active' ? nextOf(one) : undefined, one.fired, one.skipped, one.missed, one.submitter, one.problem?.message ?? one.problem?.code]
    }))
    return exitCodes.ok
  }
})

function nextOf ({ nextAt }: Pick<ScheduleState, 'nextAt'>): string {
  return nextAt === undefined ? 'nothing more' : `next ${new Date(nextAt).toISOString()}`
}

function whenOf ({ at, every, cron, timezone }: ScheduleState): string {
  if (at !== undefined) return new Date(at).toISOString()
  return every === undefined ? `${cron}${timezone === undefined ? '' : ` ${timezone}`}` : `every ${every}`
}

function whatOf ({ task, workflow, execution, message }: ScheduleState): string {
  if (task !== undefined) return `task ${task.function}`
  if (workflow !== undefined) return `workflow ${workflow.template ?? Object.keys(workflow.steps ?? {}).join(' ')}`
  return execution === undefined ? `message ${message?.topic}` : `deployment ${execution.deployment}`
}
