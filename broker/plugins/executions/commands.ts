/** What is done with executions: begun, looked at, cancelled. */
import type { DeploymentExecute, ExecutionCancel, ExecutionList } from '../../../schemas/index.js'
import { canonical } from '../../core/canonical.js'
import { type CommandDefinition, type Decision, type Reader, type Rejection, define } from '../../core/command.js'
import type { Deployment } from '../../core/deployment.js'
import { type Execution, isOver, stepTask } from '../../core/execution.js'
import { type Page, fittingPage } from '../../core/page.js'
import { WithTexts } from '../../core/payload.js'
import { mayTouch } from '../../core/permissions.js'
import type { Task } from '../../core/task.js'
import { cancelled, settle } from './advance.js'
import { RUNNING_MAX, begin, executionOf } from './begin.js'
import { changed } from './change.js'
import { executionDocument } from './documents.js'
import { revisionFor, taskIdsOf } from './plan.js'
import { notYours, unknown } from './rejections.js'

const LIST_LIMIT = 100

const unknownDeployment: Rejection = { code: 'unknown-deployment', message: 'there is no such deployment' }

interface Found {
  readonly execution: Execution | undefined
  readonly args?: string | undefined
  readonly result?: string | undefined
}

async function find (reader: Reader, run: string): Promise<Found> {
  const execution = await reader.record('execution', run) as Execution | undefined
  if (execution === undefined) return { execution }
  return { execution, args: await reader.part('execution', run, 'args'), result: await reader.part('execution', run, 'result') }
}

interface ExecuteFacts extends Found {
  readonly deployment: Deployment | undefined
  readonly running: number
  /** A task that has the name of one that this execution would have: another's, or of an execution that is not kept any more. */
  readonly taken: string | undefined
}

/** The same run again is the recall: answered with how it stands, and the result once there is one. */
const execute = define<DeploymentExecute & { readonly trigger?: string }, ExecuteFacts>({
  key: 'deployments/execute',
  audited: true,
  order: ({ body }) => ({ exclusive: `execution ${body.run}` }),
  async read (reader, { entity, body }) {
    const running = body.trigger === undefined ? 0 : (await reader.held('execution', entity)).length
    const deployment = await reader.record('deployment', entity) as Deployment | undefined
    const found = await find(reader, body.run)
    return { deployment, running, ...found, taken: found.execution === undefined && body.trigger === undefined ? await readTaken(reader, deployment, body.run) : undefined }
  },
  decide ({ deployment, execution, args: had, result, running, taken }, { key, sender, principal, entity, body, now }, { limits }): Decision {
    const args = body.args === undefined ? undefined : JSON.stringify(body.args)
    if (execution !== undefined) {
      if (!mayTouch(sender, key, execution.submitter)) return { reject: notYours }
      const isSame = execution.deployment === entity && canonicalText(had) === canonicalText(args)
      return isSame ? { transitions: [], reply: new WithTexts(executionDocument(execution), { result }) } : { reject: { code: 'conflict', message: 'an execution of this name exists with another deployment or args; choose another name' } }
    }
    if (deployment === undefined) return { reject: unknownDeployment }
    if (taken !== undefined) return { reject: { code: 'conflict', message: `there is a task ${taken}: choose another name` } }
    const bytes = Buffer.byteLength(args ?? '')
    if (bytes > limits.valueBytes) return { reject: { code: 'too-large', message: `args take ${bytes} bytes, at most ${limits.valueBytes} are taken: put a blob and send a reference` } }
    if (body.trigger !== undefined && running >= RUNNING_MAX) return { reject: { code: 'quota', message: `${running} executions of it are under way` } }
    const beginning = { run: body.run, args, submitter: body.trigger === undefined ? principal : deployment.createdBy, trigger: body.trigger, keepMs: body.keepMs }
    return { transitions: begin(deployment, beginning, now), reply: executionDocument(executionOf(deployment, beginning, now)), follow: [{ key: 'executions/advance', entity: body.run, body: {} }] }
  }
})

async function readTaken (reader: Reader, deployment: Deployment | undefined, run: string): Promise<string | undefined> {
  const steps = deployment === undefined ? [] : Object.keys(revisionFor(deployment).manifest.steps)
  const found = await Promise.all(steps.map(async step => await reader.record('task', stepTask(run, step, { state: 'waiting' })) as Task | undefined))
  return found.find(task => task !== undefined)?.id
}

function canonicalText (text: string | undefined): string {
  return text === undefined ? '' : canonical(JSON.parse(text))
}

const get = define<object, Found>({
  key: 'executions/get',
  order: ({ entity }) => ({ exclusive: `execution ${entity}` }),
  read: (reader, { entity }) => find(reader, entity),
  decide ({ execution, result }, { key, sender }): Decision {
    if (execution === undefined) return { reject: unknown }
    return mayTouch(sender, key, execution.submitter) ? { transitions: [], reply: new WithTexts(executionDocument(execution), { result }) } : { reject: notYours }
  }
})

interface CancelFacts extends Found { readonly tasks: ReadonlyMap<string, Task | undefined> }

const cancel = define<ExecutionCancel, CancelFacts>({
  key: 'executions/cancel',
  audited: true,
  order: ({ entity }) => ({ exclusive: `execution ${entity}` }),
  async read (reader, { entity }) {
    const execution = await reader.record('execution', entity) as Execution | undefined
    const tasks = new Map<string, Task | undefined>()
    for (const [step, id] of execution === undefined ? [] : taskIdsOf(execution)) tasks.set(step, await reader.record('task', id) as Task | undefined)
    return { execution, tasks }
  },
  decide ({ execution: before, tasks }, { key, sender, body, now }): Decision {
    if (before === undefined) return { reject: unknown }
    if (!mayTouch(sender, key, before.submitter)) return { reject: notYours }
    const { reason = 'cancelled' } = body
    // What changed while it was cancelled is cancelled now.
    if (before.state === 'cancelled') return { transitions: cancelled(tasks, now, before.reason ?? reason), reply: executionDocument(before) }
    if (isOver(before)) return { reject: { code: 'ended', message: 'the execution has ended', state: before.state, v: before.v } }
    const after: Execution = { ...before, v: before.v + 1, state: 'cancelled', reason, since: now, deadline: now + before.keepMs }
    return { transitions: [...changed(before, after), ...cancelled(tasks, now, reason)], reply: executionDocument(after), follow: [settle(before)] }
  }
})

const list = define<ExecutionList, Page>({
  key: 'executions/list',
  order: () => undefined,
  read: (reader, { key, sender, body }) => fittingPage(
    limit => reader.page('execution', record => matches(record as Execution, body) && mayTouch(sender, key, (record as Execution).submitter), limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(executionDocument(record as Execution))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { executions: records.map(record => executionDocument(record as Execution)), cursor } })
})

function matches ({ deployment, state }: Execution, body: ExecutionList): boolean {
  return (body.deployment === undefined || deployment === body.deployment) && (body.state === undefined || state === body.state)
}

/** Ended ones of which there are too many. */
const evict = define<{ readonly ids: readonly string[] }, readonly (Execution | undefined)[]>({
  key: 'executions/evict',
  order: () => undefined,
  read: async (reader, { body }) => await Promise.all(body.ids.map(async id => await reader.record('execution', id) as Execution | undefined)),
  decide: executions => ({ transitions: executions.flatMap(execution => execution !== undefined && isOver(execution) ? changed(execution, undefined) : []) })
})

export const manageCommands: readonly CommandDefinition[] = [execute, get, cancel, list, evict]
