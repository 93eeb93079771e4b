/** What an account may be: who may make it, which fields go with which kind, which secrets are too easy. Pure. */
import type { AccountPut } from '../../../schemas/index.js'
import type { Account } from '../../core/account.js'
import type { Rejection } from '../../core/command.js'
import { mayAdminister, scopeOf } from '../../core/permissions.js'

/** Fewer different characters are a pattern, not a secret. */
const DIFFERENT_MIN = 5
/** As in the schema; for those that come from files, too. */
const LENGTH_MIN = 12
const BYTES_MAX = 256

export const unknownAccount: Rejection = { code: 'unknown-account', message: 'there is no such account' }
export const noAccounts: Rejection = { code: 'forbidden', message: 'there are no accounts here: start the server with --accounts' }

/** Why this sender may not touch that account. */
export function forbids (sender: Account, key: string, account: Pick<Account, 'id' | 'kind'>): Rejection | undefined {
  if (sender.id === account.id && key !== 'accounts/put' && key !== 'accounts/remove') return undefined
  if (scopeOf(sender, key) === 'own') return { code: 'forbidden', message: 'of accounts you may ask for your own alone' }
  if (key === 'accounts/get' || mayAdminister(sender, account.kind)) return undefined
  return { code: 'forbidden', message: `an account of the kind ${account.kind} is for root alone to change` }
}

/** Why an account can't be as it is put. */
export function misfits (name: string, { kind, roles, functions, queues, labels, enabled, expiresAt, secret }: AccountPut, before: Account | undefined): Rejection | undefined {
  const problem = [
    (kind === 'root') !== (before?.kind === 'root') && '`kind` root is made by the first start, once, and stays what it is',
    kind === 'root' && (enabled === false || expiresAt !== undefined) && 'root stays enabled and does not expire: nobody could let it in again',
    roles !== undefined && kind !== 'user' && '`roles` are for the kind user: the others have what they are for',
    (functions ?? queues ?? labels) !== undefined && kind !== 'device' && '`functions`, `queues` and `labels` are for the kind device',
    secret !== undefined && weakness(secret, name)
  ].find(text => typeof text === 'string')
  return typeof problem === 'string' ? { code: 'invalid', message: problem } : undefined
}

/** What makes a secret easy to guess, as a text for people; undefined where nothing does. */
export function weakness (secret: string, name: string): string | undefined {
  const plain = secret.toLowerCase()
  if (secret.length < LENGTH_MIN || Buffer.byteLength(secret) > BYTES_MAX) return `\`secret\` has fewer than ${LENGTH_MIN} characters, or more than ${BYTES_MAX} bytes`
  if (new Set(plain).size < DIFFERENT_MIN) return `\`secret\` has fewer than ${DIFFERENT_MIN} different characters`
  if (plain.includes(name.toLowerCase()) && name.length >= 3) return '`secret` has the name of the account in it'
  if (isRun(plain)) return '`secret` is a run of neighbours like abcdefgh or 12345678'
  if (COMMON.some(word => plain.replace(/[^a-z]/g, '') === word)) return '`secret` is one of the words that everybody tries first'
  return undefined
}

const COMMON = ['password', 'passwordpassword', 'changeme', 'changemenow', 'letmein', 'letmeinplease', 'qwertyuiop', 'administrator', 'correcthorsebatterystaple']

function isRun (text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => character.charCodeAt(0) - text.charCodeAt(index))
  return steps.filter(step => Math.abs(step) === 1).length >= steps.length - 2
}
