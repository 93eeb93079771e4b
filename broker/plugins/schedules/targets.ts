/**
 * What a schedule can start: one row a kind. What is started has a name made of
 * the schedule's and of the time: started again, as after a crash, it is there.
 */
import type { TaskSubmit, WorkflowSubmit } from '../../../schemas/index.js'
import type { Account } from '../../core/account.js'
import type { Internal, Reader, Rejection, Transition } from '../../core/command.js'
import type { Deployment } from '../../core/deployment.js'
import type { Effect } from '../../core/effects.js'
import { type Execution, isOver as isExecutionOver } from '../../core/execution.js'
import { scopeOf } from '../../core/permissions.js'
import type { Schedule, ScheduleContent, Work } from '../../core/schedule.js'
import { type Task, isEnded } from '../../core/task.js'
import { type Workflow, isOver as isRunOver } from '../../core/workflow.js'
import { RUNNING_MAX, begin } from '../executions/index.js'
import { submitFor } from '../tasks/index.js'
import { beginRun, contentHash } from '../workflows/index.js'

export type Started =
  | { readonly transitions: readonly Transition[], readonly follow?: readonly Internal[], readonly effects?: readonly Effect[], readonly work?: Work }
  | { readonly rejection: Rejection }

interface Target {
  /** What its names may have at the most, behind the schedule's. */
  readonly nameMax: number
  /** By the roles that its owner has now. */
  readonly isAllowed: (owner: Account) => boolean
  readonly start: (reader: Reader, schedule: Schedule, id: string, now: number) => Promise<Started>
}

export type TargetName = 'task' | 'workflow' | 'execution' | 'message'

export const targets: Readonly<Record<TargetName, Target>> = {
  task: {
    nameMax: 64,
    isAllowed: owner => scopeOf(owner, 'tasks/submit') !== undefined,
    async start (reader, { content: { task }, submitter }, id, now) {
      const work: Work = { kind: 'task', id }
      const there = await reader.record('task', id) as Task | undefined
      if (there !== undefined) return there.submitter === submitter && there.function === task?.function ? { transitions: [], work } : foreign(work)
      const made = submitFor(reader, id, task as TaskSubmit, submitter, now)
      return 'rejection' in made ? made : { transitions: made.transitions, work }
    }
  },
  workflow: {
    nameMax: 36,
    isAllowed: owner => scopeOf(owner, 'workflows/submit') !== undefined,
    async start (reader, { content: { workflow }, submitter }, id, now) {
      const work: Work = { kind: 'workflow', id }
      const there = await reader.record('workflow', id) as Workflow | undefined
      if (there !== undefined) return there.submitter === submitter && there.content === contentHash(workflow as WorkflowSubmit) ? { transitions: [], work, follow: [{ key: 'workflows/advance', entity: id, body: {} }] } : foreign(work)
      const made = await beginRun(reader, id, workflow as WorkflowSubmit, submitter, now)
      return 'rejection' in made ? made : { ...made, work }
    }
  },
  execution: {
    nameMax: 36,
    isAllowed: owner => scopeOf(owner, 'deployments/execute') !== undefined,
    async start (reader, { id: schedule, content: { execution }, submitter }, id, now) {
      const { deployment: name = '', args, keepMs } = execution ?? {}
      const work: Work = { kind: 'execution', id }
      const follow = [{ key: 'executions/advance', entity: id, body: {} }]
      const there = await reader.record('execution', id) as Execution | undefined
      const trigger = `schedule ${schedule}`
      if (there !== undefined) return there.trigger === trigger && there.deployment === name ? { transitions: [], work, follow } : foreign(work)
      const deployment = await reader.record('deployment', name) as Deployment | undefined
      if (deployment === undefined) return { rejection: { code: 'unknown-deployment', message: `there is no deployment ${name}` } }
      const running = (await reader.held('execution', name)).length
      if (running >= RUNNING_MAX) return { rejection: { code: 'quota', message: `${running} executions of it are under way` } }
      return { transitions: begin(deployment, { run: id, args: args === undefined ? undefined : JSON.stringify(args), submitter, trigger, keepMs }, now), follow, work }
    }
  },
  message: {
    nameMax: Infinity,
    isAllowed: owner => scopeOf(owner, 'schedules/put') === 'any',
    async start (_reader, { content: { message } }) {
      const { topic = '', payload = '', qos = 1, retain = false } = message ?? {}
      return { transitions: [], effects: [{ type: 'publish', topic, payload: typeof payload === 'string' ? payload : JSON.stringify(payload), qos, retain }] }
    }
  }
}

/** Started by no crash in between, but by somebody who has chosen the same name: not ours to count, or to cancel. */
function foreign ({ kind, id }: Work): Started {
  return { rejection: { code: 'conflict', message: `there is a ${kind} ${id} already, which this schedule has not started` } }
}

export function targetOf (content: ScheduleContent): TargetName | undefined {
  const [first, second] = (Object.keys(targets) as TargetName[]).filter(name => content[name] !== undefined)
  return second === undefined ? first : undefined
}

export function workName (schedule: string, at: number): string {
  return `${schedule}-${at.toString(36)}`
}

/** Whether what was started goes on. */
export async function isBusy (reader: Reader, { last }: Schedule): Promise<boolean> {
  if (last?.work === undefined) return false
  const { kind, id } = last.work
  const record = await reader.record(kind, id)
  if (record === undefined) return false
  switch (kind) {
    case 'task': return !isEnded(record as Task)
    case 'workflow': return !isRunOver(record as Workflow)
    case 'execution': return !isExecutionOver(record as Execution)
  }
}
