/** What is done with accounts: put, get, list, remove, another secret; and what happens to them by themselves. */
import type { AccountGet, AccountList, AccountPut, AccountRemove, AccountSecret } from '../../../schemas/index.js'
import type { Account, StoredSecret } from '../../core/account.js'
import { type Command, type CommandDefinition, type Decision, type Reader, define } from '../../core/command.js'
import { type Page, fittingPage } from '../../core/page.js'
import { type Awaitable, after } from '../../core/records.js'
import { change } from './change.js'
import { accountDocument } from './documents.js'
import { forbids, misfits, noAccounts, unknownAccount, weakness } from './rules.js'

const LIST_LIMIT = 100
const OVERLAP_MS = 60 * 60_000

interface Facts { readonly account: Account | undefined }

/** `made`: where nobody has given one; it is told once. */
interface NewSecret { readonly hash: string, readonly made?: string }

interface Secretive extends Facts { readonly secret: NewSecret | undefined }

const order = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `account ${entity}` })
/** What takes rights away waits behind nothing: hashing secrets is slow, and whoever is to go could ask for many. */
const first = (): undefined => undefined

function read (reader: Reader, { entity }: Command<unknown>): Awaitable<Facts> {
  return after(reader.record('account', entity), account => ({ account: account as Account | undefined }))
}

async function newSecret (reader: Reader, given: string | undefined): Promise<NewSecret> {
  if (given !== undefined) return { hash: await reader.secrets.hash(given) }
  const made = reader.secrets.make()
  return { hash: await reader.secrets.hash(made), made }
}

const put = define<AccountPut, Secretive>({
  key: 'accounts/put',
  audited: true,
  order: command => command.body.secret === undefined ? first() : order(command),
  async read (reader, command) {
    const { account } = await read(reader, command)
    const { secret } = command.body
    // Hashing is dear: not for who may not.
    const isNeeded = command.sender !== undefined && (secret !== undefined || account === undefined)
    return { account, secret: isNeeded ? await newSecret(reader, secret) : undefined }
  },
  decide ({ account: before, secret }, { entity, sender, principal, now, body }): Decision {
    if (sender === undefined) return { reject: noAccounts }
    const { kind, roles = kind === 'user' ? ['submitter'] : undefined, enabled = true, expiresAt, functions, queues, labels } = body
    const rejection = forbids(sender, 'accounts/put', { id: entity, kind: before?.kind ?? kind }) ?? forbids(sender, 'accounts/put', { id: entity, kind }) ?? misfits(entity, body, before)
    if (rejection !== undefined) return { reject: rejection }
    const secrets = secret === undefined ? before?.secrets ?? [] : [{ hash: secret.hash, since: now }]
    const { createdAt = now, createdBy = principal, enrolment } = before ?? {}
    const wanted = { id: entity, kind, roles, enabled, expiresAt, functions, queues, labels, secrets, createdAt, createdBy, enrolment }
    if (before !== undefined && secret === undefined && isSame(before, wanted)) return { transitions: [], reply: accountDocument(before) }
    const { transition, account } = change(before, wanted, entity, now)
    return { transitions: [transition], reply: { ...account && accountDocument(account), secret: secret?.made } }
  }
})

const secret = define<AccountSecret, Secretive>({
  key: 'accounts/secret',
  audited: true,
  order,
  async read (reader, command) {
    const { account } = await read(reader, command)
    return { account, secret: command.sender === undefined || account === undefined ? undefined : await newSecret(reader, command.body.secret) }
  },
  decide ({ account: before, secret }, { entity, sender, now, body }): Decision {
    const rejection = rejectionOf(sender, 'accounts/secret', before)
    if (rejection !== undefined || before === undefined || secret === undefined) return { reject: rejection ?? unknownAccount }
    const weak = body.secret === undefined ? undefined : weakness(body.secret, entity)
    if (weak !== undefined) return { reject: { code: 'invalid', message: weak } }
    const until = now + (body.overlapMs ?? OVERLAP_MS)
    const { transition, account } = change(before, { ...before, secrets: [{ hash: secret.hash, since: now }, ...replaced(before, until, now)] }, entity, now)
    return { transitions: [transition], reply: { account: entity, secret: secret.made, formerUntil: until > now ? until : undefined, v: account?.v } }
  }
})

/** Of the former ones the newest, for a while: who rotates twice has two secrets, not three. */
function replaced ({ secrets: [newest] }: Account, until: number, now: number): readonly StoredSecret[] {
  return newest === undefined || until <= now ? [] : [{ ...newest, until: Math.min(newest.until ?? Infinity, until) }]
}

const get = define<AccountGet, Facts>({
  key: 'accounts/get',
  order,
  read,
  decide ({ account }, { entity, sender }): Decision {
    // Who may ask for their own alone is told the same of all others, whether there is one or not.
    const rejection = rejectionOf(sender, 'accounts/get', account ?? (sender && { id: entity, kind: 'user' }))
    if (rejection !== undefined || account === undefined) return { reject: rejection ?? unknownAccount }
    return { transitions: [], reply: accountDocument(account) }
  }
})

const remove = define<AccountRemove, Facts>({
  key: 'accounts/remove',
  audited: true,
  order: first,
  read,
  decide ({ account }, { entity, sender, now }): Decision {
    const rejection = rejectionOf(sender, 'accounts/remove', account)
    if (rejection !== undefined || account === undefined) return { reject: rejection ?? unknownAccount }
    if (account.kind === 'root') return { reject: { code: 'forbidden', message: 'root stays: nobody else can make administrators' } }
    return { transitions: [change(account, null, entity, now).transition], reply: accountDocument(account) }
  }
})

const list = define<AccountList, Page>({
  key: 'accounts/list',
  order: () => undefined,
  read: (reader, { body }) => fittingPage(
    limit => reader.page('account', record => body.kind === undefined || (record as Account).kind === body.kind, limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(accountDocument(record as Account))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }, { sender }) => sender === undefined
    ? { reject: noAccounts }
    : { transitions: [], reply: { accounts: records.map(record => accountDocument(record as Account)), cursor } }
})

/** The first start makes it, whatever stands in no account yet: nobody sends this. */
const root = define<{ hash: string, reset: boolean }, Facts>({
  key: 'accounts/root',
  order,
  read,
  decide ({ account }, { entity, now, body }): Decision {
    if (account !== undefined && !body.reset) return { transitions: [] }
    const secrets = [{ hash: body.hash, since: now }]
    return { transitions: [change(account, account ? { ...account, secrets } : { id: entity, kind: 'root', enabled: true, secrets, createdAt: now }, entity, now).transition] }
  }
})

/** An end that has come is heard of by all nodes, as any change is. */
const deadline = define<object, Facts>({
  key: 'accounts/deadline',
  order,
  read,
  decide ({ account }, { entity, now }): Decision {
    if (account?.deadline === undefined || account.deadline > now) return { transitions: [] }
    const secrets = account.secrets.filter(({ until = Infinity }) => until > now)
    return { transitions: [change(account, { ...account, secrets }, entity, now).transition] }
  }
})

/** A device has made its own with the token of an enrolment, of which a use is taken already. */
const enrolled = define<Omit<Account, 'v' | 'changedAt'>, Facts>({
  key: 'accounts/enrolled',
  order,
  read,
  decide: ({ account }, { entity, now, body }): Decision => ({ transitions: account === undefined ? [change(undefined, body, entity, now).transition] : [] })
})

export const accountCommands: readonly CommandDefinition[] = [put, secret, get, remove, list, root, enrolled, deadline]

function rejectionOf (sender: Account | undefined, key: string, account: Pick<Account, 'id' | 'kind'> | undefined) {
  if (sender === undefined) return noAccounts
  return account === undefined ? undefined : forbids(sender, key, account)
}

function isSame (before: Account, wanted: Omit<Account, 'v' | 'changedAt'>): boolean {
  return JSON.stringify(accountDocument(before)) === JSON.stringify(accountDocument({ ...wanted, v: before.v, changedAt: before.changedAt }))
}
