/** What is answered about executions that are not there, or are another's. */
import type { Rejection } from '../../core/command.js'

export const unknown: Rejection = { code: 'unknown-execution', message: 'there is no such execution, or it is no longer kept' }
export const notYours: Rejection = { code: 'forbidden', message: 'another has begun this execution, and your roles are for your own alone' }
