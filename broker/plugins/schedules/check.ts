/** What makes a schedule one that can start anything: one time, one thing to start, both possible. */
import type { WorkflowSubmit } from '../../../schemas/index.js'
import type { Reader, Rejection } from '../../core/command.js'
import { STEP_PREFIX } from '../../core/deployment.js'
import { everyMs } from '../../core/every.js'
import type { ScheduleContent } from '../../core/schedule.js'
import { argsProblem } from '../tasks/index.js'
import { checkedPlan } from '../workflows/index.js'
import { type TargetName, targetOf, targets, workName } from './targets.js'
import { TIME_MAX, shortestGap } from './times.js'

const CRON_FIELDS = 5
const DAY_MS = 86_400_000
const EVERY_MAX_MS = 3_650 * DAY_MS
const WHEN = ['at', 'every', 'cron'] as const

/** Undefined where nothing is wrong. */
export async function problemOf (reader: Reader, name: string, content: ScheduleContent, now: number): Promise<Rejection | undefined> {
  const target = targetOf(content)
  if (target === undefined) return invalid('say one of `task`, `workflow`, `execution` and `message`')
  const problem = timeProblem(reader, content, now) ?? nameProblem(name, target, now)
  if (problem !== undefined) return invalid(problem)
  return await targetProblem(reader, name, content, now)
}

function timeProblem (reader: Reader, content: ScheduleContent, now: number): string | undefined {
  const { at, every, cron, timezone, start = 0, end, jitterMs = 0 } = content
  const given = WHEN.filter(field => content[field] !== undefined)
  if (given.length !== 1) return 'say one of `at`, `every` and `cron`'
  if (timezone !== undefined && cron === undefined) return '`timezone` is of `cron`, and there is none'
  const beyond = (['at', 'start', 'end'] as const).find(field => (content[field] ?? 0) > TIME_MAX)
  if (beyond !== undefined) return `\`${beyond}\` lies behind the last time that calendars know, ${TIME_MAX}`
  if (at !== undefined && (content.start ?? end) !== undefined) return '`start` and `end` are of `every` and `cron`: `at` is one time'
  if (start > (end ?? Infinity)) return '`end` is before `start`'
  if (every !== undefined && everyMs(every) > EVERY_MAX_MS) return `\`every\` must be at most ${EVERY_MAX_MS / DAY_MS}d`
  const problem = cron === undefined ? undefined : cronProblem(reader, cron, timezone)
  if (problem !== undefined) return problem
  const gap = jitterMs === 0 ? Infinity : shortestGap(content, now, reader.nextCron)
  return jitterMs < gap ? undefined : `\`jitterMs\` must be less than what lies between two times, ${gap} ms`
}

/** Of what croner can read, that which the contract promises. */
function cronProblem (reader: Reader, cron: string, timezone = 'UTC'): string | undefined {
  const fields = cron.trim().split(/\s+/).length
  return fields === CRON_FIELDS || fields === CRON_FIELDS + 1 ? reader.cronProblem(cron, timezone) : `\`cron\` has ${CRON_FIELDS} fields (minute hour day month weekday), or seconds before them: here are ${fields}`
}

/** What is started has a name made of the schedule's. */
function nameProblem (name: string, target: TargetName, now: number): string | undefined {
  const { length } = workName(name, now)
  const { nameMax } = targets[target]
  return length <= nameMax ? undefined : `what it starts would have names of ${length} characters, at most ${nameMax} are taken: choose a name of ${nameMax - (length - name.length)} characters at the most`
}

async function targetProblem (reader: Reader, name: string, { at, task, workflow, execution, message }: ScheduleContent, now: number): Promise<Rejection | undefined> {
  const { valueBytes } = reader.limits
  for (const [field, value] of Object.entries({ 'task.args': task?.args, 'workflow.input': workflow?.input, 'execution.args': execution?.args })) {
    const bytes = value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value))
    if (bytes > valueBytes) return { code: 'too-large', message: `\`${field}\` takes ${bytes} bytes, at most ${valueBytes} are taken: put a blob and send a reference` }
  }
  if (task?.notAfter !== undefined && at === undefined) return invalid('`task.notAfter` is one time, and this starts more than one task: say `expiresMs`')
  const wrong = task === undefined ? undefined : argsProblem(reader, task)
  if (wrong !== undefined) return { code: 'bad-args', message: `\`task\`: ${wrong}` }
  if (task?.function.startsWith(STEP_PREFIX) === true) return invalid('`task.function`: steps of deployments are called by executing the deployment')
  if (message !== undefined) return topicProblem(message.topic, reader.limits.root)
  if (execution !== undefined && await reader.record('deployment', execution.deployment) === undefined) return { code: 'unknown-deployment', message: `\`execution.deployment\`: there is no ${execution.deployment}` }
  if (workflow === undefined) return undefined
  const plan = await checkedPlan(reader, workName(name, now), workflow as WorkflowSubmit)
  return 'rejection' in plan ? { ...plan.rejection, message: `\`workflow\`: ${plan.rejection.message ?? ''}` } : undefined
}

function topicProblem (topic: string, root: string): Rejection | undefined {
  if (/[+#\0]/.test(topic)) return invalid('`message.topic`: a message has a topic without wildcards')
  if (topic.startsWith('$')) return invalid('`message.topic`: what begins with $ is the broker\'s own')
  return topic === root || topic.startsWith(`${root}/`) ? invalid(`\`message.topic\`: nothing is said for others below ${root}: start a task, a workflow or an execution`) : undefined
}

function invalid (message: string): Rejection {
  return { code: 'invalid', message }
}
