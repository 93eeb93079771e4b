// The functions of a device: given in code, or a folder of modules, one function a file, called by the file's name.
// Arguments are data, never code: what a task can start is what was put here beforehand. How the files are read is in
// function-files.ts; what a description promises is kept in promises.ts.

import type { DeviceFunction } from '../schemas/index.js'
import { type Problem, allProblems, entryProblems, lineOf, readFolder } from './function-files.js'
import { promised } from './promises.js'
import { announced, type DescribedFunction, type Entry, type TaskFunction } from './task-function.js'

export type { DescribedFunction, FunctionDescription, TaskContext, TaskFunction } from './task-function.js'

export interface Library {
  readonly functions: ReadonlyMap<string, TaskFunction>
  /** Those whose lease is renewed while they run. */
  readonly forever: ReadonlySet<string>
  /** As `birth` tells it. */
  readonly described: DeviceFunction[]
}

/** @throws TypeError that names all that can't serve, before anything is connected. */
export async function loadFunctions (source: string | Readonly<Record<string, TaskFunction | DescribedFunction>>, mayBeNone = false): Promise<Library> {
  const { entries, problems } = typeof source === 'string' ? await readFolder(source) : await given(source)
  const all = [...problems, ...problems.length > 0 ? [] : allProblems(entries)]
  if (all.length > 0) throw new TypeError(`functions${typeof source === 'string' ? ` of ${source}` : ''}: ${all.map(lineOf).join('\n')}`)
  if (entries.length === 0 && !mayBeNone) throw new TypeError('functions: a device without modules must have at least 1 entry')
  const functions = new Map(await Promise.all(entries.map(async ({ name, call, description }) => [name, await promised(call, description)] as const)))
  const forever = new Set(entries.filter(({ description }) => description?.kind === 'forever').map(({ name }) => name))
  return { functions, forever, described: entries.map(announced) }
}

async function given (source: Readonly<Record<string, TaskFunction | DescribedFunction>>): Promise<{ entries: Entry[], problems: Problem[] }> {
  const entries = Object.entries(source).map(([name, one]): Entry => {
    const { run, description } = typeof one === 'function' ? { run: one, description: undefined } : one
    return { name, call: run, ...description !== undefined && { description: typeof description === 'string' ? { summary: description } : description } }
  })
  const problems = await Promise.all(entries.map(async entry => (await entryProblems(entry)).map(message => ({ file: entry.name, message }))))
  return { entries, problems: problems.flat() }
}
