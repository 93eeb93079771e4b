/** Saved workflows and functions: put, get, list, remove. */
import type { TemplateGet, TemplateList, TemplatePut, TemplateRemove } from '../../../schemas/index.js'
import { canonical } from '../../core/canonical.js'
import { type Command, type CommandDefinition, type Decision, type Reader, type Rejection, type Transition, define } from '../../core/command.js'
import { type Page, fittingPage } from '../../core/page.js'
import type { Json } from '../../core/records.js'
import type { Template, TemplateContent } from '../../core/template.js'
import { planProblem } from '../workflows/index.js'

const LIST_LIMIT = 100
const USERS_TOLD_MAX = 10

const exclusive = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `template ${entity}` })
const unknown: Rejection = { code: 'unknown-template', message: 'there is no such template' }

interface PutFacts { readonly before: Template | undefined, readonly problem: Rejection | undefined }

const put = define<TemplatePut, PutFacts>({
  key: 'templates/put',
  audited: true,
  order: exclusive,
  read: async (reader, { entity, body }) => ({ before: await reader.record('template', entity) as Template | undefined, problem: await planProblem(reader, entity, contentOf(body)) }),
  decide ({ before, problem }, { entity, principal, now, body }): Decision {
    if (problem !== undefined) return { reject: problem }
    const content = contentOf(body)
    if (before !== undefined && canonical(before.content) === canonical(content)) return { transitions: [], reply: templateDocument(before) }
    const after: Template = { id: entity, v: (before?.v ?? 0) + 1, content, createdBy: principal, createdAt: now }
    return { transitions: [changed(before, after)], reply: templateDocument(after) }
  }
})

function contentOf ({ ref, ...content }: TemplatePut): TemplateContent {
  return JSON.parse(JSON.stringify(content)) as TemplateContent & Json
}

const get = define<TemplateGet, Template | undefined>({
  key: 'templates/get',
  order: exclusive,
  read: async (reader, { entity }) => await reader.record('template', entity) as Template | undefined,
  decide: template => template === undefined ? { reject: unknown } : { transitions: [], reply: templateDocument(template) }
})

interface RemoveFacts { readonly before: Template | undefined, readonly users: readonly string[] }

const remove = define<TemplateRemove, RemoveFacts>({
  key: 'templates/remove',
  audited: true,
  order: exclusive,
  read: async (reader, { entity }) => ({ before: await reader.record('template', entity) as Template | undefined, users: await usersOf(reader, entity) }),
  decide ({ before, users }): Decision {
    if (before === undefined) return { reject: unknown }
    if (users.length > 0) return { reject: { code: 'in-use', message: `named by ${users.slice(0, USERS_TOLD_MAX).join(', ')}` } }
    return { transitions: [changed(before, undefined)], reply: templateDocument(before) }
  }
})

/** Templates with a step of it. */
async function usersOf (reader: Reader, name: string): Promise<readonly string[]> {
  const uses = ({ content }: Template): boolean => Object.values(content.steps ?? {}).some(({ template }) => template === name)
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await reader.page('template', record => uses(record as Template), LIST_LIMIT, cursor)
    found.push(...page.records.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found.filter(id => id !== name)
}

const list = define<TemplateList, Page>({
  key: 'templates/list',
  order: () => undefined,
  read: (reader, { body }) => fittingPage(
    limit => reader.page('template', () => true, limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(templateDocument(record as Template))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { templates: records.map(record => templateDocument(record as Template)), cursor } })
})

export const templateCommands: readonly CommandDefinition[] = [put, get, remove, list]

function changed (before: Template | undefined, after: Template | undefined): Transition {
  const id = (after ?? before)?.id ?? ''
  return {
    change: { kind: 'template', id, expect: before?.v ?? 0, record: after ?? null },
    notes: [],
    effects: [after === undefined ? { type: 'gone', kind: 'template', id } : { type: 'state', kind: 'template', record: after }]
  }
}

export function templateDocument ({ id, content, createdBy, createdAt, v }: Template): object {
  return { template: id, ...content, createdBy, createdAt, v }
}
