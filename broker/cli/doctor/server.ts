/** What a server that runs says of itself: whether strangers get in, and which accounts and tokens need a look. */
import { type App, createApp } from '../../../device-client/app.js'
import type { AccountDocument, EnrolmentDocument } from '../../../schemas/index.js'
import { brokersOf, type ClientConfig } from '../settings/client.js'
import { isLoopback } from '../settings/serve.js'
import { type Finding, dayOf, ending, finding } from './finding.js'

const YEAR_MS = 365 * 86_400_000

export async function lookAtServer (app: App, config: ClientConfig, now: number): Promise<Finding[]> {
  const accounts: AccountDocument[] = []
  for await (const account of app.accounts.list()) accounts.push(account)
  const enrolments: EnrolmentDocument[] = []
  for await (const enrolment of app.enrolments.list()) enrolments.push(enrolment)
  return [...await strangers(config), ...accounts.flatMap(account => lookAtAccount(account, now)), ...staff(accounts), ...enrolments.flatMap(enrolment => lookAtEnrolment(enrolment, now))]
}

/** Tried, not asked. */
async function strangers (config: ClientConfig): Promise<Finding[]> {
  const [broker] = await brokersOf(config)
  const [url] = config.broker
  if (broker === undefined || url === undefined) return []
  let turnedAway: () => void = () => {}
  const refused = new Promise<boolean>(resolve => { turnedAway = () => resolve(false) })
  const nobody = createApp({ broker, root: config.root, timeoutMs: config.timeout, problem: turnedAway })
  const isIn = await Promise.race([refused, nobody.time().then(() => true, () => false)])
  await nobody.close()
  const { protocol, hostname } = new URL(url)
  return [
    isIn ? finding('open', url, 'who has no account gets in') : finding('fine', url, 'who has no account stays out'),
    ...(protocol === 'mqtt:' || protocol === 'ws:') && !isLoopback(hostname) ? [finding('open', url, 'this connection is not encrypted: take mqtts or wss')] : []
  ]
}

function lookAtAccount ({ account, kind, enabled, expiresAt, enrolment, secrets, functions }: AccountDocument, now: number): Finding[] {
  const about = `account ${account}`
  if (!enabled) return enrolment === undefined ? [] : [finding('missing', about, `it has enrolled itself by ${enrolment} and waits: orchestra account enable ${account}, or remove it`)]
  const [newest, former] = secrets
  return [
    ...expiresAt === undefined ? [] : ending(about, 'it', expiresAt, now),
    ...newest !== undefined && now - newest.since > YEAR_MS ? [finding('weak', about, `its secret is from ${dayOf(newest.since)}: orchestra account secret ${account} makes another`)] : [],
    ...former !== undefined && newest === undefined ? [finding('weak', about, 'it has a former secret alone')] : [],
    ...kind === 'device' && functions === undefined && enrolment !== undefined ? [finding('weak', about, `it may offer any function: give enrolment ${enrolment} its functions`)] : []
  ]
}

/** Whoever does daily work as root can't be told from others, and can't be stopped alone. */
function staff (accounts: readonly AccountDocument[]): Finding[] {
  return accounts.some(({ kind, enabled }) => kind === 'admin' && enabled) ? [] : [finding('missing', 'administrators', 'there is only root: give each person an account of the kind admin, and keep the secret of root away')]
}

function lookAtEnrolment ({ enrolment, names, uses, expiresAt, approve }: EnrolmentDocument, now: number): Finding[] {
  if (uses === 0 || expiresAt <= now) return []
  const isWide = names.replaceAll('*', '') === ''
  return [finding(isWide && !approve ? 'open' : 'expiring', `enrolment ${enrolment}`, `with its token ${uses} more devices may call themselves ${names} until ${dayOf(expiresAt)}${approve ? ', once they are approved' : ''}: remove it when they have`)]
}
