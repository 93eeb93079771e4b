/** What to do about a Redis that can't be used, in a line for people. Nothing here connects or asks. */
import { StoreUnusable } from '../store.js'
import { type RedisSettings, isSecured, nameOf } from './settings.js'

interface Advice {
  readonly says: RegExp
  readonly secured?: boolean
  /** Where what Redis says is no help. */
  readonly problem?: string
  readonly hint: string
  /** Where it is set right. */
  readonly option?: string
}

const advices: readonly Advice[] = [
  { says: /^NOAUTH/, problem: 'it wants a password (NOAUTH)', hint: 'give one, with its user name or in the URL', option: 'password' },
  { says: /^(WRONGPASS|ERR AUTH)/, hint: 'see that the user name and password are right', option: 'password' },
  { says: /^NOPERM/, hint: 'allow it for this user' },
  { says: /unknown command/i, hint: 'it is too old, or does not allow this command; Redis 7.0 or newer is needed' },
  { says: /^ERR (invalid )?DB index/, problem: 'it has no database of this number', hint: 'choose a smaller one in the URL, or let it have more (databases in its configuration)' },
  { says: /certificate|self.signed|altnames/i, secured: true, hint: 'see that its certificate is for this host, and that whoever signed it is trusted', option: 'tls' },
  { says: /timeout|closed|ECONNRESET|EPROTO|SSL|TLS/, secured: true, hint: 'see that it speaks TLS on this port: where it does not, the URL begins with redis:' },
  { says: /closed|ECONNRESET|EPIPE/, secured: false, hint: 'see whether it speaks TLS on this port: where it does, the URL begins with rediss:' }
]
const anywhere: Pick<Advice, 'problem' | 'hint' | 'option'> = { hint: 'see that it runs, and that the address is right' }

export function unusable (settings: RedisSettings, error: unknown): StoreUnusable {
  if (error instanceof StoreUnusable) return error
  const [place, message] = [nameOf(settings), messageOf(error)]
  if (message.startsWith(`${place} `)) return new StoreUnusable(message, { cause: error })
  const plain = message.startsWith(`${place}: `) ? message.slice(place.length + 2) : message
  const { problem = plain, hint, option } = advices.find(({ says, secured }) => says.test(plain) && (secured ?? isSecured(settings)) === isSecured(settings)) ?? anywhere
  return new StoreUnusable(`${place} can't be used: ${problem}; ${hint}`, { cause: error, ...option !== undefined && { option } })
}

/** An AggregateError of two refused addresses has no message. */
export function messageOf (error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}
