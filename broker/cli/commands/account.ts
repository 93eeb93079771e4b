/** `orchestra account`: who may connect, and as what. */
import type { App } from '../../../device-client/app.js'
import type { AccountPut, AccountPutAccepted } from '../../../schemas/index.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, type ExitCode, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { limitSettings, showListing } from '../output/listing.js'
import { ageOf, facts, pairsOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { contentOf } from '../settings/content.js'
import { duration, list, moment, oneOf, pairs, text, toggle } from '../settings/kinds.js'
import { type Values, flagsOnly } from '../settings/setting.js'

const kinds = ['admin', 'user', 'device', 'bridge'] as const
const roles = ['viewer', 'submitter', 'operator'] as const

const settings = {
  ...clientSettings,
  ...limitSettings,
  ...flagsOnly({
    kind: oneOf('root', ...kinds)({ about: 'put: admin, user, device or bridge; list: only these' }),
    role: list({ value: 'role', about: `put, of a user: ${roles.join(', ')} (default: submitter)` }),
    secretFile: text({ value: 'file', about: 'put, secret: where the secret is; else one is made and shown, once' }),
    expires: moment({ about: 'put: from when on it can not connect' }),
    function: list({ value: 'name', about: 'put, of a device: a function that it may offer (default: any)' }),
    label: pairs({ about: 'put, of a device: a label that it may claim (default: any)' }),
    disabled: toggle({ about: 'put: it can not connect for now' }),
    overlap: duration()({ about: 'secret: how long the former one works besides (default: 1h)' })
  })
}

type Config = Values<typeof settings>
type Act = (app: App, name: string, config: Config) => Promise<void>

const acts: Readonly<Record<string, Act>> = {
  async put (app, name, config) {
    show(await app.accounts.put(name, await contentOfPut(config)), config)
  },
  async get (app, name, config) { show(await app.accounts.get(name), config) },
  async remove (app, name, config) {
    const { account } = await app.accounts.remove(name)
    say(config.json ? jsonOf({ account, removed: true }) : `${account} is removed`)
  },
  async secret (app, name, config) {
    const given = (await contentOf('secretFile', config.secretFile))?.trim()
    const { secret, formerUntil } = await app.accounts.secret(name, { ...given !== undefined && { secret: given }, ...config.overlap !== undefined && { overlapMs: config.overlap } })
    if (config.json) return say(jsonOf({ account: name, secret, formerUntil }))
    say(formerUntil === undefined ? 'the former secret is no longer good' : `the former secret works until ${new Date(formerUntil).toISOString()}`)
    if (secret !== undefined) say(shown(secret))
  },
  enable: (app, name, config) => switchTo(app, name, config, true),
  disable: (app, name, config) => switchTo(app, name, config, false)
}

const verbs = [...Object.keys(acts), 'list']

export const account = defineCommand({
  name: 'account <verb> [name]',
  about: `accounts: ${verbs.join(', ')}`,
  settings,
  more: 'put makes an account or changes one; what is not said becomes its default, but the secret stays.\nWho is removed, disabled or has expired is disconnected at once.',
  async run (config, [verb = '', name]): Promise<ExitCode> {
    const act = acts[verb]
    if (act === undefined && verb !== 'list') throw new CommandError(exitCodes.usage, `account: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    await withApp(config, (app, at) => act === undefined ? showAll(app, at, config) : act(app, idOf(name), config))
    return exitCodes.ok
  }
})

async function contentOfPut ({ kind, role, secretFile, expires, function: functions, label, disabled }: Config): Promise<Omit<AccountPut, 'ref'>> {
  if (kind === undefined) throw new CommandError(exitCodes.usage, `--kind: say which kind it is: ${kinds.join(', ')}`)
  const unknown = role.find(name => !roles.some(role => role === name))
  if (unknown !== undefined) throw new CommandError(exitCodes.usage, `--role: must be one of ${roles.join(', ')}, not ${JSON.stringify(unknown)}`)
  const secret = (await contentOf('secretFile', secretFile))?.trim()
  return {
    kind,
    ...disabled && { enabled: false },
    ...secret !== undefined && { secret },
    ...role.length > 0 && { roles: role as AccountPut['roles'] & object },
    ...expires !== undefined && { expiresAt: expires },
    ...functions.length > 0 && { functions: [...functions] },
    ...Object.keys(label).length > 0 && { labels: label }
  }
}

async function switchTo (app: App, name: string, config: Config, enabled: boolean): Promise<void> {
  const { kind, roles, expiresAt, functions, labels } = await app.accounts.get(name)
  show(await app.accounts.put(name, { kind, enabled, ...roles && { roles }, ...expiresAt !== undefined && { expiresAt }, ...functions && { functions }, ...labels && { labels } }), config)
}

function shown (secret: string): string {
  return `secret: ${secret}\nnobody can ask for it again`
}

function show ({ account, kind, enabled, expiresAt, roles, functions, labels, secrets, createdBy, createdAt, changedAt, secret }: AccountPutAccepted, { json }: Config): void {
  const whole = { account, kind, enabled, roles, expiresAt, functions, labels, secrets, createdBy, createdAt, changedAt }
  if (json) return say(jsonOf({ ...whole, secret }))
  say(facts({
    ...whole,
    roles: roles?.join(' '),
    functions: functions?.join(' '),
    labels: pairsOf(labels),
    expiresAt: expiresAt && new Date(expiresAt).toISOString(),
    secrets: secrets.map(({ since, until }) => `since ${new Date(since).toISOString()}${until === undefined ? '' : ` until ${new Date(until).toISOString()}`}`).join(', '),
    createdAt: new Date(createdAt).toISOString(),
    changedAt: new Date(changedAt).toISOString()
  }))
  if (secret !== undefined) say(shown(secret))
}

async function showAll (app: App, at: number, { json, limit, kind }: Config): Promise<void> {
  await showListing(app.accounts.list(kind === undefined ? {} : { kind }), {
    json,
    limit,
    head: ['ACCOUNT', 'KIND', 'ROLES', 'STATE', 'EXPIRES', 'SECRET FOR', 'MADE BY'],
    row: ({ account, kind, roles, enabled, expiresAt, secrets, createdBy }) => [
      account, kind, roles?.join(' '), stateOf(enabled, expiresAt, at), expiresAt && new Date(expiresAt).toISOString(), ageOf(secrets[0]?.since, at), createdBy
    ]
  })
}

function stateOf (enabled: boolean, expiresAt = Infinity, at: number): string {
  return enabled ? expiresAt <= at ? 'expired' : 'enabled' : 'disabled'
}
