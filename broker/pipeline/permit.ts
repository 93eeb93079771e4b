/** Whether somebody may say a command at all, by the table of permissions. What it may be said about is decided with the command. */
import { isActive } from '../core/account.js'
import type { Command, Rejection } from '../core/command.js'
import { scopeOf } from '../core/permissions.js'

const ENROL = 'enrolments/enrol'

/** Why not; undefined where it may be said. */
export function refusalOf ({ sender, enrolment, key, now }: Command<unknown>): Rejection | undefined {
  // Whatever account there may be of this name by now: this connection has not shown that it is its own.
  if (enrolment !== undefined) return key === ENROL || key === 'devices/time' ? undefined : forbidden(`who has shown the token of an enrolment may enrol, and not say ${key}: connect with your own secret`)
  if (key === ENROL) return forbidden('connect with the token of an enrolment as the password to enrol')
  if (!isActive(sender, now)) return forbidden('the sender has no account here, or it is disabled or has expired')
  if (scopeOf(sender, key) !== undefined) return undefined
  return forbidden(`an account of the kind ${sender.kind}${sender.roles === undefined ? '' : ` (${sender.roles.join(', ')})`} may not say ${key}`)
}

function forbidden (why: string): Rejection {
  return { code: 'forbidden', message: `nothing was changed: ${why}` }
}
