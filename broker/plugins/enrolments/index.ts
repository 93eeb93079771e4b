/** Enrolments: tokens for devices that make their own accounts, and their making. */
import type { Enrol, EnrolmentList, EnrolmentPut, EnrolmentRemove } from '../../../schemas/index.js'
import type { Account } from '../../core/account.js'
import { type Command, type CommandDefinition, type Decision, type Reader, type Rejection, define } from '../../core/command.js'
import { type Enrolment, refusalOf, tokenOf } from '../../core/enrolment.js'
import { type Page, fittingPage } from '../../core/page.js'
import { type Awaitable, type Indexes, type StoredRecord, after } from '../../core/records.js'
import { noAccounts, weakness } from '../accounts/index.js'

const LIST_LIMIT = 100
const EXPIRES_MS = 24 * 60 * 60_000

interface Facts { readonly enrolment: Enrolment | undefined }
interface Made extends Facts { readonly secret: string, readonly hash: string }
interface Applied extends Facts { readonly account: Account | undefined, readonly isSame: boolean, readonly hash: string | undefined }

const order = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `enrolment ${entity}` })
const unknown: Rejection = { code: 'unknown-enrolment', message: 'there is no such enrolment, or it has ended' }

function read (reader: Reader, id: string): Awaitable<Facts> {
  return after(reader.record('enrolment', id), record => ({ enrolment: record as Enrolment | undefined }))
}

const put = define<EnrolmentPut, Made>({
  key: 'enrolments/put',
  audited: true,
  order,
  async read (reader, { entity }) {
    const secret = reader.secrets.make()
    return { ...await read(reader, entity), secret, hash: await reader.secrets.hash(secret) }
  },
  decide ({ enrolment: before, secret, hash }, { entity, sender, principal, now, body }): Decision {
    if (sender === undefined) return { reject: noAccounts }
    const { names, uses = 1, expiresMs = EXPIRES_MS, approve = false, functions, queues, labels } = body
    const enrolment: Enrolment = { id: entity, v: Math.max((before?.v ?? 0) + 1, now), hash, names, uses, expiresAt: now + expiresMs, approve, functions, queues, labels, createdBy: principal }
    return { transitions: [transition(before, enrolment, entity)], reply: { ...enrolmentDocument(enrolment), token: tokenOf(entity, secret) } }
  }
})

const remove = define<EnrolmentRemove, Facts>({
  key: 'enrolments/remove',
  audited: true,
  order,
  read: (reader, { entity }) => read(reader, entity),
  decide ({ enrolment }, { entity, sender }): Decision {
    if (sender === undefined) return { reject: noAccounts }
    if (enrolment === undefined) return { reject: unknown }
    return { transitions: [transition(enrolment, null, entity)], reply: enrolmentDocument(enrolment) }
  }
})

const list = define<EnrolmentList, Page>({
  key: 'enrolments/list',
  order: () => undefined,
  read: (reader, { body }) => fittingPage(
    limit => reader.page('enrolment', () => true, limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(enrolmentDocument(record as Enrolment))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }, { sender }) => sender === undefined
    ? { reject: noAccounts }
    : { transitions: [], reply: { enrolments: records.map(record => enrolmentDocument(record as Enrolment)), cursor } }
})

/** The use is taken first, and the account follows: of two nodes at the same moment one alone takes the last use. */
const enrol = define<Enrol, Applied>({
  key: 'enrolments/enrol',
  audited: true,
  order: ({ enrolment = '' }) => ({ exclusive: `enrolment ${enrolment}` }),
  async read (reader, { enrolment = '', entity, body }) {
    const account = await reader.record('account', entity) as Account | undefined
    const hashes = account?.secrets.map(({ hash }) => hash) ?? []
    const isSame = account?.enrolment === enrolment && await reader.secrets.find(hashes, Buffer.from(body.secret)) !== undefined
    return { ...await read(reader, enrolment), account, isSame, hash: account === undefined ? await reader.secrets.hash(body.secret) : undefined }
  },
  decide ({ enrolment, account, isSame, hash }, { entity, now, body, enrolment: shown }): Decision {
    if (shown === undefined) return { reject: { code: 'forbidden', message: 'connect with the token of an enrolment as the password to enrol' } }
    if (account !== undefined) return isSame ? { transitions: [], reply: replyOf(account) } : { reject: { code: 'forbidden', message: 'there is an account of this name already' } }
    const refusal = refusalOf(enrolment, entity, now)
    const weak = weakness(body.secret, entity)
    if (refusal !== undefined || enrolment === undefined) return { reject: { code: 'forbidden', message: refusal ?? '' } }
    if (weak !== undefined || hash === undefined) return { reject: { code: 'invalid', message: weak ?? '' } }
    const { functions, queues, labels, approve, createdBy } = enrolment
    const made: Omit<Account, 'v' | 'changedAt'> = { id: entity, kind: 'device', enabled: !approve, functions, queues, labels, secrets: [{ hash, since: now }], createdAt: now, createdBy, enrolment: shown }
    const used = { ...enrolment, v: enrolment.v + 1, uses: enrolment.uses - 1 }
    return { transitions: [transition(enrolment, used, shown)], reply: replyOf(made), follow: [{ key: 'accounts/enrolled', entity, body: made }] }
  }
})

const deadline = define<object, Facts>({
  key: 'enrolments/deadline',
  order,
  read: (reader, { entity }) => read(reader, entity),
  decide ({ enrolment }, { entity, now }): Decision {
    if (enrolment === undefined || enrolment.expiresAt > now) return { transitions: [] }
    return { transitions: [transition(enrolment, null, entity)] }
  }
})

export const enrolmentCommands: readonly CommandDefinition[] = [put, remove, list, enrol, deadline]

export function enrolmentIndexes (record: StoredRecord): Indexes {
  return { deadline: (record as Enrolment).expiresAt }
}

function transition (before: Enrolment | undefined, record: Enrolment | null, id: string) {
  return { change: { kind: 'enrolment', id, expect: before?.v ?? 0, record }, notes: [], effects: [] }
}

function replyOf ({ id, enabled }: Pick<Account, 'id' | 'enabled'>): object {
  return { account: id, enabled }
}

/** Never with the hash of its token. */
function enrolmentDocument ({ id, names, uses, expiresAt, approve, functions, queues, labels, createdBy, v }: Enrolment): object {
  return { enrolment: id, names, uses, expiresAt, approve, functions, queues, labels, createdBy, v }
}
