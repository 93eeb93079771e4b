/** The content of a file that a setting names. What is in it is not looked at. */
import { readFile } from 'node:fs/promises'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { flagOf } from './setting.js'

/** @throws CommandError that names the flag, where it can't be read */
export async function contentOf (key: string, path: string): Promise<string>
export async function contentOf (key: string, path: string | undefined): Promise<string | undefined>
export async function contentOf (key: string, path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new CommandError(exitCodes.usage, `${flagOf(key)}: ${path} can't be read (${messageOf(error)})`)
  }
}
