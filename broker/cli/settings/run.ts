/** The settings of `orchestra run`, and the message they make. */
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { clientSettings } from './client.js'
import { contentOf } from './content.js'
import { duration, id, list, number, text, toggle } from './kinds.js'
import { type Values, flagsOnly } from './setting.js'

export const runSettings = {
  ...clientSettings,
  ...flagsOnly({
    template: id({ about: 'run what is saved under this name, instead of a file' }),
    input: list({ value: 'json|@file|k=v', about: 'what its expressions know as `input`: JSON, @file with JSON in it (@- for stdin), or k=v, several times (default: `input` of the file)' }),
    wait: toggle({ short: 'w', about: 'wait for the end, with a picture of it, and print the result' }),
    timeout: duration(1)({ about: 'with --wait: how long to wait; it goes on all the same (default: as long as it takes)' }),
    run: id({ about: 'a name for it; the same again is the same run (default: a new one)' }),
    priority: number(0, 9)({ about: 'of those steps that have none of their own: from 0 (default) to 9 (first)' }),
    keep: duration(60_000)({ about: 'how long the ended run is kept (default: 1h)' }),
    tag: text({ about: 'a word to list runs by' })
  })
}

export type RunConfig = Values<typeof runSettings>

/** Of an answer: `--timeout` is of the end here. */
export const ANSWER_MS = clientSettings.timeout.default

const PAIR = /^([A-Za-z_][\w.-]*)=(.*)$/s

/** @returns undefined where nothing was said. @throws CommandError */
export async function inputOf (parts: RunConfig['input']): Promise<unknown> {
  const [first] = parts
  if (first === undefined) return undefined
  const pairs = parts.map(part => PAIR.exec(part))
  if (pairs.every(pair => pair !== null)) return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, jsonOr(value)]))
  if (parts.length > 1) throw new CommandError(exitCodes.usage, '--input: several times only as key=value; else once, as JSON or @file')
  const json = first.startsWith('@') ? await contentOf('input', first === '@-' ? '/dev/stdin' : first.slice(1)) : first
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new CommandError(exitCodes.usage, `--input: ${first.startsWith('@') ? `${first.slice(1)} is ` : ''}no JSON (${messageOf(error)}); a text needs its quotes: '"text"'`)
  }
}

/** `size=3` is a number, `url=file:/a` a text. */
function jsonOr (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
