/** What is done with runs that are there: looked at, listed, ended. */
import type { WorkflowCancel, WorkflowGet, WorkflowList } from '../../../schemas/index.js'
import { type Command, type CommandDefinition, type Decision, type Reader, define } from '../../core/command.js'
import { type Page, fittingPage } from '../../core/page.js'
import { WithTexts } from '../../core/payload.js'
import { mayTouch } from '../../core/permissions.js'
import { type Workflow, isOver } from '../../core/workflow.js'
import { type Facts as Left, readLeft, stopped } from './advance.js'
import { changed } from './change.js'
import { workflowDocument } from './documents.js'
import { openOf } from './draft.js'
import { notYours, unknown } from './rejections.js'
import { LOOK_AGAIN_MS } from './run.js'

const LIST_LIMIT = 100

interface Found { readonly run: Workflow | undefined, readonly result: string | undefined }

const get = define<WorkflowGet, Found>({
  key: 'workflows/get',
  order: ({ entity }) => ({ exclusive: `workflow ${entity}` }),
  read: async (reader, { entity }) => ({ run: await reader.record('workflow', entity) as Workflow | undefined, result: await reader.part('workflow', entity, 'result') }),
  decide ({ run, result }, { key, sender }): Decision {
    if (run === undefined) return { reject: unknown }
    return mayTouch(sender, key, run.submitter) ? { transitions: [], reply: new WithTexts(workflowDocument(run), { result }) } : { reject: notYours }
  }
})

type CancelFacts = Pick<Left, 'left' | 'children'> & { readonly run: Workflow | undefined }

async function readOpen (reader: Reader, { entity }: Command<unknown>): Promise<CancelFacts> {
  const run = await reader.record('workflow', entity) as Workflow | undefined
  if (run === undefined || isOver(run)) return { run, left: [], children: [] }
  return { run, ...await readLeft(reader, run, openOf(run.steps)) }
}

const cancel = define<WorkflowCancel, CancelFacts>({
  key: 'workflows/cancel',
  audited: true,
  order: ({ entity }) => ({ exclusive: `workflow ${entity}` }),
  read: readOpen,
  decide (facts, { key, sender, body, now }): Decision {
    const { run } = facts
    if (run === undefined) return { reject: unknown }
    if (!mayTouch(sender, key, run.submitter)) return { reject: notYours }
    if (run.state === 'cancelled') return { transitions: [], reply: workflowDocument(run) }
    if (isOver(run)) return { reject: { code: 'ended', message: 'the run has ended', state: run.state, v: run.v } }
    const { after, ...done } = ended(facts, run, body.reason ?? 'cancelled', now)
    return { ...done, reply: workflowDocument(after) }
  }
})

/** The run of which it is a step goes on without it. */
const stop = define<{ readonly reason: string }, CancelFacts>({
  key: 'workflows/stop',
  order: ({ entity }) => ({ exclusive: `workflow ${entity}` }),
  read: readOpen,
  decide: (facts, { body, now }) => facts.run === undefined || isOver(facts.run) ? { transitions: [] } : ended(facts, facts.run, body.reason, now)
})

function ended (facts: CancelFacts, run: Workflow, reason: string, now: number): ReturnType<typeof stopped> & { readonly after: Workflow } {
  const steps = Object.fromEntries(Object.entries(run.steps).map(([name, step]) => [name, step.state === 'executing' ? { ...step, state: 'cancelled' as const, endedAt: now } : step]))
  const after: Workflow = { ...run, v: run.v + 1, state: 'cancelled', steps, reason, since: now, deadline: now + LOOK_AGAIN_MS }
  const { transitions, follow } = stopped(facts, now, reason)
  return { after, transitions: [changed(run, after), ...transitions], follow }
}

const list = define<WorkflowList, Page>({
  key: 'workflows/list',
  order: () => undefined,
  read: (reader, { key, sender, body }) => fittingPage(
    limit => reader.page('workflow', record => matches(record as Workflow, body) && mayTouch(sender, key, (record as Workflow).submitter), limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(workflowDocument(record as Workflow))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { workflows: records.map(record => workflowDocument(record as Workflow)), cursor } })
})

function matches ({ state, template, tag }: Workflow, body: WorkflowList): boolean {
  return (body.state === undefined || state === body.state) && (body.template === undefined || template === body.template) && (body.tag === undefined || tag === body.tag)
}

/** Ended ones of which there are too many. */
const evict = define<{ readonly ids: readonly string[] }, readonly (Workflow | undefined)[]>({
  key: 'workflows/evict',
  order: () => undefined,
  read: async (reader, { body }) => await Promise.all(body.ids.map(async id => await reader.record('workflow', id) as Workflow | undefined)),
  decide: runs => ({ transitions: runs.flatMap(run => run !== undefined && isOver(run) ? [changed(run, undefined)] : []) })
})

export const manageCommands: readonly CommandDefinition[] = [get, cancel, stop, list, evict]
