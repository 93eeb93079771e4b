/** The settings of `orchestra schedule put`, and the message they make. */
import type { SchedulePut } from '../../../schemas/index.js'
import { clientSettings } from './client.js'
import { duration, id, moment, number, oneOf, text, toggle } from './kinds.js'
import { type Values, flagsOnly } from './setting.js'
import { argumentsOf } from './submit.js'

export const scheduleSettings = {
  ...clientSettings,
  ...flagsOnly({
    every: text({ value: '10s', about: 'every so often: a number of s, m, h or d' }),
    cron: text({ value: 'pattern', about: 'minute hour day month weekday, with seconds before them or without' }),
    timezone: text({ value: 'zone', about: 'of --cron, as in Europe/Berlin (default: UTC)' }),
    at: moment({ about: 'once, at this time' }),
    start: moment({ about: 'not before' }),
    end: moment({ about: 'not after' }),
    jitter: duration()({ about: 'up to so much later, each time differently' }),
    onOverlap: oneOf('skip', 'queue', 'replace')({ about: 'what becomes of it while what was started before goes on (default: skip)' }),
    onMissed: oneOf('skip', 'once', 'all')({ about: 'what becomes of times that went by (default: once)' }),
    missedMax: number(1, 100)({ about: 'with --on-missed all: the newest so many (default: 100)' }),
    function: text({ value: 'name', about: 'start a task of this function' }),
    template: id({ about: 'start a workflow that is saved under this name' }),
    deployment: id({ about: 'execute this deployment' }),
    topic: text({ about: 'publish a message on this topic' }),
    args: text({ value: 'json|@file', about: 'what the task, the workflow or the deployment is given, or what the message says' }),
    qos: oneOf('0', '1')({ about: 'with --topic: 1, the default, or 0' }),
    retain: toggle({ about: 'with --topic: the message is retained' })
  })
}

export type ScheduleConfig = Values<typeof scheduleSettings>

/** Without what was not said; the orchestrator says what is missing. */
export async function contentOf (config: ScheduleConfig): Promise<Omit<SchedulePut, 'ref'>> {
  const { every, cron, timezone, at, start, end, jitter: jitterMs, onOverlap, onMissed, missedMax, function: name, template, deployment, topic, qos, retain } = config
  const args = await argumentsOf(config.args)
  const given = (value: object): object => args === undefined ? value : { ...value, args }
  const content = {
    every,
    cron,
    timezone,
    at,
    start,
    end,
    jitterMs,
    onOverlap,
    onMissed,
    missedMax,
    task: name === undefined ? undefined : given({ function: name }),
    workflow: template === undefined ? undefined : { template, ...args !== undefined && { input: args } },
    execution: deployment === undefined ? undefined : given({ deployment }),
    message: topic === undefined ? undefined : { topic, qos: qos === undefined ? undefined : Number(qos) as 0 | 1, retain, ...args !== undefined && { payload: args } }
  }
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as Omit<SchedulePut, 'ref'>
}
