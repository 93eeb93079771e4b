/** What each step of a run waits for that is not over. */
import type { WorkflowWhy } from '../../../schemas/index.js'
import { type CommandDefinition, type Decision, define } from '../../core/command.js'
import { mayTouch } from '../../core/permissions.js'
import type { Task } from '../../core/task.js'
import { type Plan, type Workflow, type WorkflowStep, childId, compensations, isOver, isStepOver, taskId } from '../../core/workflow.js'
import { notYours, unknown } from './rejections.js'

interface Facts { readonly run: Workflow | undefined, readonly plan: Plan, readonly tasks: ReadonlyMap<string, Task> }

/** Each can be asked about on its own. */
const TASKS_TOLD_MAX = 3

export const why: CommandDefinition = define<WorkflowWhy, Facts>({
  key: 'workflows/why',
  order: ({ entity }) => ({ exclusive: `workflow ${entity}` }),
  async read (reader, { entity }) {
    const run = await reader.record('workflow', entity) as Workflow | undefined
    if (run === undefined) return { run, plan: { steps: {} }, tasks: new Map() }
    const plan = JSON.parse(await reader.part('workflow', entity, 'plan') ?? '{"steps":{}}') as Plan
    const ids = Object.entries(run.steps).flatMap(([name, step]) => tasksOf(run, name, step))
    const tasks = await Promise.all(ids.map(async id => await reader.record('task', id) as Task | undefined))
    return { run, plan, tasks: new Map(tasks.flatMap(task => task === undefined ? [] : [[task.id, task]])) }
  },
  decide ({ run, plan, tasks }, { key, sender }): Decision {
    if (run === undefined) return { reject: unknown }
    if (!mayTouch(sender, key, run.submitter)) return { reject: notYours }
    const steps = Object.fromEntries(isOver(run) ? [] : Object.entries(run.steps).flatMap(([name, step]) => isStepOver(step) ? [] : [[name, { state: step.state, ...waits(run, name, plan, tasks) }]]))
    return { transitions: [], reply: { run: run.id, state: run.state, v: run.v, text: textOf(run), steps } }
  }
})

function textOf ({ state, steps, error, reason }: Workflow): string {
  const cause = error === undefined ? reason : `${error.step === undefined ? '' : `${error.step}: `}${error.message ?? error.code}`
  if (isOver({ state })) return `it has ended: ${state}${cause === undefined ? '' : `, ${cause}`}`
  const open = Object.keys(steps).filter(name => steps[name]?.state === 'executing').join(', ')
  return state === 'compensating' ? `it has failed (${cause ?? ''}), and waits for ${open}` : `it waits for ${open}`
}

function tasksOf ({ id }: Workflow, name: string, { state, elements }: WorkflowStep): readonly string[] {
  if (state !== 'executing') return []
  return elements === undefined ? [taskId(id, name)] : elements.open.slice(0, TASKS_TOLD_MAX).map(index => taskId(id, name, index))
}

function waits (run: Workflow, name: string, plan: Plan, tasks: Facts['tasks']): object {
  const step = run.steps[name] ?? { state: 'waiting' }
  const planned = plan.steps[name] ?? {}
  if (step.state === 'waiting') {
    if (compensations(plan).has(name)) return { text: 'it waits for a failure that it would make up for' }
    const after = planned.after?.filter(before => !isStepOver(run.steps[before] ?? { state: 'waiting' })) ?? []
    return { text: `it waits for ${after.join(', ')}`, after }
  }
  if (planned.plan !== undefined && step.elements === undefined) return { text: `it waits for a run of ${planned.template ?? ''}`, run: childId(run.id, name) }
  const ids = planned.plan === undefined ? tasksOf(run, name, step) : []
  const [first] = ids.flatMap(id => tasks.get(id) ?? [])
  const task = first === undefined ? '' : `; ${first.id} is ${first.state}${first.device === undefined ? '' : ` (${first.device})`}`
  if (step.elements === undefined) return { text: `its task is ${first?.state ?? 'about to be submitted'}${first?.device === undefined ? '' : ` (${first.device})`}`, tasks: ids }
  const { total, next, open } = step.elements
  return { text: `${open.length} of ${total} elements are under way, ${next - open.length} are over${task}`, tasks: ids }
}
