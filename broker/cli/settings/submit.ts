/** The settings of a submit, and the message they make. */
import type { SubmitOptions } from '../../../device-client/app.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { contentOf } from './content.js'
import { duration, id, list, moment, number, oneOf, pairs, text, toggle } from './kinds.js'
import { type Values, flagsOnly } from './setting.js'

export const submitSettings = flagsOnly({
  args: text({ value: 'json|@file', about: 'the arguments: JSON, @file with JSON in it, or @- for stdin' }),
  id: id({ about: 'id of the task; submitted again under its id, it is the same task (default: a new one)' }),
  wait: toggle({ short: 'w', about: 'wait for the end, and print the result' }),
  priority: number(0, 9)({ about: 'from 0 (default) to 9 (first)' }),
  queue: id({ about: 'only devices that serve this queue (default: default)' }),
  lease: duration(1_000)({ about: 'how long a device may be silent (default: 20s)' }),
  attempts: number(0)({ about: 'how many attempts may begin (default: 3); 0: no limit' }),
  backoff: duration()({ about: 'pause after a first failure (default: 1s)' }),
  delay: duration()({ about: 'not before this long from now' }),
  notBefore: moment({ about: 'not before this time' }),
  notAfter: moment({ about: 'no attempt starts after this time' }),
  expires: duration(1)({ about: 'ends the task if nobody has begun it by then' }),
  stall: duration(1_000)({ about: 'how long its progress may stand still (default: for ever)' }),
  onOffline: oneOf('keep', 'release')({ about: 'whether the device keeps the task when it is gone (default: keep)' }),
  keep: duration(60_000)({ about: 'how long the ended task is kept (default: 1h)' }),
  tag: text({ about: 'a word to list tasks by' }),
  requireDevice: id({ about: 'this device and no other' }),
  requireLabel: pairs({ about: 'only devices with this label' }),
  requireInterface: list({ value: 'name', about: 'only devices with this interface' })
})

export type Submit = Values<typeof submitSettings>

/** As the app client takes it: without what was not said. */
export function submissionOf (submit: Submit): SubmitOptions {
  const { id, queue, priority, tag, notBefore, notAfter, onOffline } = submit
  return given({
    id,
    queue,
    priority,
    tag,
    notBefore,
    notAfter,
    onOffline,
    leaseMs: submit.lease,
    maxAttempts: submit.attempts,
    backoffMs: submit.backoff,
    delayMs: submit.delay,
    expiresMs: submit.expires,
    stallMs: submit.stall,
    keepMs: submit.keep,
    require: requirementOf(submit)
  })
}

function requirementOf ({ requireDevice: device, requireLabel, requireInterface }: Submit): SubmitOptions['require'] {
  const labels = Object.keys(requireLabel).length > 0 ? { ...requireLabel } : undefined
  const interfaces = requireInterface.length > 0 ? [...requireInterface] : undefined
  const requirement = given({ device, labels, interfaces })
  return Object.keys(requirement).length > 0 ? requirement : undefined
}

function given<T extends object> (values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}

/** @throws CommandError where it can't be read, or is no JSON. */
export async function argumentsOf (args: string | undefined): Promise<unknown> {
  if (args === undefined) return undefined
  const json = args.startsWith('@') ? await contentOf('args', args === '@-' ? '/dev/stdin' : args.slice(1)) : args
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new CommandError(exitCodes.usage, `--args: ${args.startsWith('@') ? `${args.slice(1)} is ` : ''}no JSON (${messageOf(error)}); a text needs its quotes: '"text"'`)
  }
}
