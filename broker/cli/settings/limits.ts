/**
 * `--limit`: how much there may be of what, and of whom. One setting for all of
 * them: each is SCOPE.WHAT=NUMBER, in a file also as `limit: [principal.packets=200]`.
 */
import type { Shares } from '../../hosts/aedes/guard/index.js'
import type { Quotas } from '../../index.js'
import { Invalid, type Setting } from './setting.js'

export interface LimitConfig { readonly shares: Shares | undefined, readonly quotas: Quotas }

const rates = ['packets', 'bytes'] as const
/** What each scope has limits of; packets, bytes and connects are by the second. */
const known: Readonly<Record<string, readonly string[]>> = {
  connection: [...rates, 'subscriptions'],
  principal: [...rates, 'connects', 'connections', 'tasks', 'blobs'],
  address: [...rates, 'connects'],
  all: [...rates, 'connects']
}
const names = Object.entries(known).flatMap(([scope, whats]) => whats.map(what => `${scope}.${what}`))

export const limitSetting: Setting<LimitConfig> = {
  value: 'scope.what=n',
  many: true,
  default: { shares: undefined, quotas: {} },
  about: `how much may come or be, as in principal.packets=200: of ${names.join(', ')}; packets, bytes and connects by the second, blobs in bytes. Who is over it is read from more slowly, or told`,
  read (value) {
    const given = new Map((Array.isArray(value) ? value as unknown[] : String(value).split(',')).map(part => limitIn(String(part))))
    const shares = Object.fromEntries(Object.keys(known).flatMap(scope => {
      const share = Object.fromEntries([...rates, 'connects'].flatMap(what => given.has(`${scope}.${what}`) ? [[what, given.get(`${scope}.${what}`)]] : []))
      return Object.keys(share).length === 0 ? [] : [[scope, share]]
    })) as Shares
    return {
      shares: Object.keys(shares).length === 0 ? undefined : shares,
      quotas: { tasks: given.get('principal.tasks'), blobs: given.get('principal.blobs'), connections: given.get('principal.connections'), subscriptions: given.get('connection.subscriptions') }
    }
  }
}

function limitIn (text: string): readonly [string, number] {
  const [, name = '', digits = ''] = /^([a-z]+\.[a-z]+)=(\d+)$/.exec(text.trim()) ?? []
  const number = Number(digits)
  if (names.includes(name) && number > 0 && Number.isSafeInteger(number)) return [name, number]
  throw new Invalid(`must be one of ${names.join(', ')}, and a number above 0, as in principal.packets=200`)
}
