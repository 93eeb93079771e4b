/** What is written by hand: YAML or JSON files. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { CommandError, exitCodes, messageOf } from './exit.js'

/** @throws CommandError with the file, and what is wrong with it */
export async function readDocument<T> (file: string): Promise<T> {
  const text = (await readContent(file)).toString()
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    throw new CommandError(exitCodes.usage, `${file}: ${messageOf(error)}`)
  }
  if (typeof value !== 'object' || value === null) throw new CommandError(exitCodes.usage, `${file}: it must hold fields and values`)
  return value as T
}

/** @throws CommandError */
export async function readContent (file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new CommandError(exitCodes.usage, messageOf(error))
  }
}
