/** The beginning of a run. The app chooses its id: the same again is the recall. */
import type { WorkflowSubmit } from '../../../schemas/index.js'
import { canonical } from '../../core/canonical.js'
import { type Accepted, type CommandDefinition, type Decision, type Limits, type Reader, type Rejection, type Transition, define } from '../../core/command.js'
import { longHashOf } from '../../core/hash.js'
import { WithTexts } from '../../core/payload.js'
import { mayTouch } from '../../core/permissions.js'
import type { StoredRecord } from '../../core/records.js'
import type { Template } from '../../core/template.js'
import type { Plan, Workflow } from '../../core/workflow.js'
import { problemOf } from './check.js'
import { workflowDocument } from './documents.js'
import { type Expanded, expand, planOf, unknownTemplate } from './expand.js'
import { notYours } from './rejections.js'
import { begun, runOf } from './run.js'

interface Facts {
  readonly run: Workflow | undefined
  readonly result: string | undefined
  /** An execution of a deployment: its tasks would have the names of ours. */
  readonly execution: StoredRecord | undefined
  readonly plan: Plan
  readonly problem: Rejection | undefined
  readonly open: number
}

export const submit: CommandDefinition = define<WorkflowSubmit, Facts>({
  key: 'workflows/submit',
  audited: true,
  order: ({ entity }) => ({ exclusive: `workflow ${entity}` }),
  async read (reader, { entity, principal, body }) {
    const run = await reader.record('workflow', entity) as Workflow | undefined
    const open = reader.openTasks(principal)
    if (run !== undefined) return { run, result: await reader.part('workflow', entity, 'result'), execution: undefined, plan: { steps: {} }, problem: undefined, open }
    const checked = await checkedPlan(reader, entity, body)
    const execution = await reader.record('execution', entity)
    return 'plan' in checked ? { run, result: undefined, execution, plan: checked.plan, problem: undefined, open } : { run, result: undefined, execution, plan: { steps: {} }, problem: checked.rejection, open }
  },
  decide ({ run, result, execution, plan, problem, open }, { key, sender, principal, entity, body, now }, { limits, node }): Decision {
    const content = contentHash(body)
    if (run !== undefined) {
      if (!mayTouch(sender, key, run.submitter)) return { reject: notYours }
      return run.content === content ? { transitions: [], reply: new WithTexts(workflowDocument(run), { result }) } : { reject: { code: 'conflict', message: 'a run of this name exists with other steps or another input; choose another name' } }
    }
    if (execution !== undefined) return { reject: { code: 'conflict', message: `an execution of a deployment has the name ${entity}: choose another` } }
    const input = body.input === undefined ? undefined : JSON.stringify(body.input)
    const rejection = problem ?? tooMuch(input, open, limits)
    if (rejection !== undefined) return { reject: rejection }
    const { template, priority, keepMs, notify, tag } = body
    const made = runOf(plan, { id: entity, submitter: principal, node, content, template, priority, keepMs, notify: notify === true ? true : undefined, tag }, now)
    return { transitions: [begun(made, plan, input)], reply: workflowDocument(made), follow: [{ key: 'workflows/advance', entity, body: {} }] }
  }
})

/** A run that no command of its submitter begins, but what that has left behind: refused as a command would be. */
export async function beginRun (reader: Reader, id: string, body: WorkflowSubmit, submitter: string, now: number): Promise<Pick<Accepted, 'transitions' | 'follow'> & { readonly transitions: readonly Transition[] } | { readonly rejection: Rejection }> {
  const checked = await checkedPlan(reader, id, body)
  if ('rejection' in checked) return checked
  const input = body.input === undefined ? undefined : JSON.stringify(body.input)
  const rejection = tooMuch(input, reader.openTasks(submitter), reader.limits)
  if (rejection !== undefined) return { rejection }
  const { template, priority, keepMs, tag } = body
  const made = runOf(checked.plan, { id, submitter, node: reader.node, content: contentHash(body), template, priority, keepMs, tag }, now)
  return { transitions: [begun(made, checked.plan, input)], follow: [{ key: 'workflows/advance', entity: id, body: {} }] }
}

export function contentHash ({ steps, result, timeoutMs, template, input = null }: WorkflowSubmit): string {
  return longHashOf(canonical({ steps, result, timeoutMs, template, input }))
}

/** With what is saved in the place of its name. */
export async function checkedPlan (reader: Reader, run: string, { template, steps, result, timeoutMs, input }: WorkflowSubmit): Promise<Expanded> {
  if ((template === undefined) === (steps === undefined)) return invalid('say either `steps` or `template`')
  if (template !== undefined && result !== undefined) return invalid('`result` is of `steps`: what is saved has its own')
  const saved = template === undefined ? undefined : await reader.record('template', template) as Template | undefined
  if (template !== undefined && saved === undefined) return { rejection: unknownTemplate(template) }
  const wrong = saved?.content.params === undefined ? undefined : reader.paramsProblem(saved.content.params, input, 'input')
  if (wrong !== undefined) return { rejection: { code: 'bad-args', message: `${wrong}, as the template ${template} describes it` } }
  const plan: Plan = saved === undefined ? { steps: steps as Plan['steps'], result, timeoutMs } : { ...planOf(saved.id, saved.content), ...timeoutMs !== undefined && { timeoutMs } }
  const problem = problemOf(plan, run, reader.expressionProblem)
  if (problem !== undefined) return invalid(problem)
  return await expand(reader, plan, saved?.content.steps === undefined ? [] : [saved.id])
}

function invalid (message: string): Expanded {
  return { rejection: { code: 'invalid', message } }
}

const ROOM_MS = 5_000

function tooMuch (input: string | undefined, open: number, { valueBytes, openTasksMax = Infinity }: Limits): Rejection | undefined {
  const bytes = Buffer.byteLength(input ?? '')
  if (bytes > valueBytes) return { code: 'too-large', message: `\`input\` takes ${bytes} bytes, at most ${valueBytes} are taken: put a blob and send a reference` }
  return open < openTasksMax ? undefined : { code: 'quota', message: `you have ${open} open tasks, as many as one may have: wait until some have ended`, retryAfterMs: ROOM_MS }
}
