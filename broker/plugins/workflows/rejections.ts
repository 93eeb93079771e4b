/** What is answered about runs that are not there, or are another's. */
import type { Rejection } from '../../core/command.js'

export const unknown: Rejection = { code: 'unknown-workflow', message: 'there is no such run, or it is no longer kept' }
export const notYours: Rejection = { code: 'forbidden', message: 'another has submitted this run, and your roles are for your own alone' }
