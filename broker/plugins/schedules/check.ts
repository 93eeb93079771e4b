/** What makes a schedule one that can start anything: one time, one thing to start, both possible. */
import type { WorkflowSubmit } from '../../../schemas/index.js'
import type { Reader, Rejection } from '../../core/command.js'
import { STEP_PREFIX } from '../../core/deployment.js'
import type { ScheduleContent } from '../../core/schedule.js'
import { checkedPlan } from '../workflows/index.js'
import { type TargetName, targetOf, targets, workName } from './targets.js'

const WHEN = ['at', 'every', 'cron'] as const

/** Undefined where nothing is wrong. */
export async function problemOf (reader: Reader, name: string, content: ScheduleContent, now: number): Promise<Rejection | undefined> {
  const target = targetOf(content)
  if (target === undefined) return invalid('say one of `task`, `workflow`, `execution` and `message`')
  const problem = timeProblem(reader, content) ?? nameProblem(name, target, now)
  if (problem !== undefined) return invalid(problem)
  return await targetProblem(reader, name, content, now)
}

function timeProblem (reader: Reader, content: ScheduleContent): string | undefined {
  const { cron, timezone, start = 0, end = Infinity } = content
  const given = WHEN.filter(field => content[field] !== undefined)
  if (given.length !== 1) return 'say one of `at`, `every` and `cron`'
  if (timezone !== undefined && cron === undefined) return '`timezone` is of `cron`, and there is none'
  if (start > end) return '`end` is before `start`'
  return cron === undefined ? undefined : reader.cronProblem(cron, timezone ?? 'UTC')
}

/** What is started has a name made of the schedule's. */
function nameProblem (name: string, target: TargetName, now: number): string | undefined {
  const { length } = workName(name, now)
  const { nameMax } = targets[target]
  return length <= nameMax ? undefined : `what it starts would have names of ${length} characters, at most ${nameMax} are taken: choose a name of ${nameMax - (length - name.length)} characters at the most`
}

async function targetProblem (reader: Reader, name: string, { task, workflow, execution, message }: ScheduleContent, now: number): Promise<Rejection | undefined> {
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
