/** The session rule that every command of a device is under. Pure. */
import type { Rejection } from '../../core/command.js'
import type { Device } from '../../core/device.js'

/** Why a command of this session is refused; undefined where it is the current one, a newer one, or none is named. */
export function staleSession (device: Device | undefined, session: number | undefined): Rejection | undefined {
  if (device === undefined || session === undefined || session >= device.session) return undefined
  return {
    code: 'stale-session',
    message: `session ${session} is over, the current one is ${device.session}; a device that was started later says birth with ${device.session} + 1`,
    session: device.session
  }
}
