/**
 * The names of the net's places, in one spot: both sides of the protocol speak
 * of the same messages. An attempt is a letter, the one that is current and one
 * that may still linger.
 */
import type { Presence } from '../../../broker/core/device.js'
import type { NONE } from '../../../broker/core/lifecycle.js'
import type { TaskState } from '../../../broker/core/task.js'

export type Attempt = 'a' | 'b'

/** What is on its way between the two sides about one attempt: one message at a time. */
export type Message =
  'quiet' | 'offer' | 'implied offer' |
  'begin' | 'progress' | 'success' | 'fail' | 'decline' |
  'begun' | 'accepted' | 'rejected'

/** Where an attempt is on the device's side; a function's outcome is known once it has returned. */
export type Phase = 'idle' | 'beginning' | 'executing' | 'stopping' | 'delivering success' | 'delivering fail'

export const task = (state: TaskState | typeof NONE | 'removed'): string => `task ${state}`
export const device = (state: Presence | typeof NONE): string => `device ${state}`
export const slot = { free: 'slot free', holding: 'slot holding' }

/** The attempt that the task's record names. */
export const attempt = (which: Attempt): string => `attempt ${which}`
export const wire = (which: Attempt, message: Message): string => message === 'quiet' ? `${which}: quiet` : `${which}: ${message} on its way`
export const cancelling = {
  none: (which: Attempt): string => `${which}: no cancel`,
  way: (which: Attempt): string => `${which}: cancel on its way`
}

export const client = {
  away: 'client away',
  here: 'client here',
  idle: (which: Attempt): string => phase(which, 'idle')
}
export const phase = (which: Attempt, name: Phase): string => `${which}: client ${name}`

export const START = 'START'
export const END = 'END'
