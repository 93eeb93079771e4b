/**
 * Loads the files of functions, each in a process of its own: one may have
 * errors, end the process, or not come to an end at all.
 */
import { execFile, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type FunctionFile, type Problem, allProblems, doubled, filesIn } from '../../../device-client/function-files.js'
import type { FunctionDescription } from '../../../device-client/device.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'

export interface Loaded {
  readonly problems: readonly Problem[]
  /** Absent where it is none. */
  readonly name?: string
  readonly description?: FunctionDescription
}

export interface Checked extends Loaded { readonly file: string }

export interface Folder {
  readonly files: readonly Checked[]
  /** Of all together. */
  readonly problems: readonly Problem[]
  /** What lies there and is no module. */
  readonly others: readonly string[]
}

/** @throws CommandError */
export async function loadFolder (folder: string, timeoutMs: number): Promise<Folder> {
  const { files, others } = await filesIn(folder).catch((error: unknown) => { throw new CommandError(exitCodes.usage, messageOf(error)) })
  if (files.length === 0) throw new CommandError(exitCodes.usage, `${folder} holds no .js, .mjs or .cjs module`)
  const doubles = doubled(files)
  const checked = await inTurns(files, async file => {
    const loaded = await load(file, timeoutMs)
    return { file: file.file, ...loaded, problems: [...doubles.filter(one => one.file === file.file), ...loaded.problems] }
  })
  const sound = checked.flatMap(({ name, description, problems }) => name === undefined || problems.length > 0 ? [] : [{ name, ...description && { description } }])
  return { files: checked, problems: allProblems(sound), others }
}

/** A process takes some 50 MiB. */
const AT_ONCE = 4

async function inTurns<T, R> (all: readonly T[], each: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let at = next++; at < all.length; at = next++) results[at] = await each(all[at] as T)
  }))
  return results
}

const child = fileURLToPath(new URL('./child.js', import.meta.url))

async function load (file: FunctionFile, timeoutMs: number): Promise<Loaded> {
  const found = await outcomeOf(file, timeoutMs)
  const [problem] = found.problems
  // The trace of what can't be read names no line; Node says it when it checks the syntax.
  if (problem === undefined || problem.line !== undefined || found.name !== undefined) return found
  const line = await syntaxLine(file.path)
  return line === undefined ? found : { ...found, problems: [{ ...problem, line }] }
}

async function outcomeOf (file: FunctionFile, timeoutMs: number): Promise<Loaded> {
  const failed = (message: string): Loaded => ({ problems: [{ file: file.file, message }] })
  return await new Promise(resolve => {
    const process = fork(child, [JSON.stringify(file)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const timer = setTimeout(() => {
      resolve(failed(`is not loaded after ${timeoutMs} ms: it may go round for ever`))
      process.kill('SIGKILL')
    }, timeoutMs)
    process.once('message', message => { resolve(message as Loaded) })
    process.once('error', error => { resolve(failed(error.message)) })
    process.once('exit', (code, signal) => {
      clearTimeout(timer)
      resolve(failed(`ended the process that loads it: ${signal ?? `exit code ${code}`}`))
    })
  })
}

const SYNTAX_MS = 5_000

async function syntaxLine (path: string): Promise<number | undefined> {
  return await new Promise(resolve => {
    execFile(process.execPath, ['--check', path], { timeout: SYNTAX_MS, killSignal: 'SIGKILL' }, (error, _, stderr) => {
      const [first = ''] = stderr.split('\n')
      const [, line] = /:(\d+)$/.exec(first) ?? []
      resolve(error === null || line === undefined ? undefined : Number(line))
    })
  })
}
