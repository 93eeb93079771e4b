/** An enrolment: a token with which devices may make their own accounts. Of the token only a hash is in it. */
import type { HashedSecret } from './account.js'
import type { StoredRecord } from './records.js'

export interface Enrolment extends StoredRecord {
  readonly hash: HashedSecret
  /** Which names it is for; `*` stands for any characters. */
  readonly names: string
  /** How many more. */
  readonly uses: number
  readonly expiresAt: number
  readonly approve: boolean
  readonly functions?: readonly string[] | undefined
  readonly queues?: readonly string[] | undefined
  readonly labels?: Readonly<Record<string, string>> | undefined
  readonly createdBy: string
}

const MARK = 'enrol'

export function tokenOf (id: string, secret: string): string {
  return `${MARK}.${id}.${secret}`
}

/** Undefined where it is none. */
export function parseToken (text: string): { readonly id: string, readonly secret: string } | undefined {
  const [, id, secret] = /^enrol\.(.{1,64})\.([\w-]{20,100})$/.exec(text) ?? []
  return id === undefined || secret === undefined ? undefined : { id, secret }
}

/** Why it is not for this name, now; undefined where it is. */
export function refusalOf (enrolment: Enrolment | undefined, name: string, now: number): string | undefined {
  if (enrolment === undefined) return 'this token is no longer good'
  if (now >= enrolment.expiresAt) return 'this token has ended'
  if (enrolment.uses < 1) return 'this token has been used as often as it may be'
  if (!isNameFor(enrolment.names, name)) return `this token is for names like ${enrolment.names}`
  return undefined
}

/** Without a regular expression: nobody can write a pattern that takes long. */
function isNameFor (pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return pattern === name
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  let at = first.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found === -1 || found + part.length > name.length - last.length) return false
    at = found + part.length
  }
  return true
}
