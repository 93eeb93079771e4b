/** What is written by hand: YAML or JSON files. */
import { readFile } from 'node:fs/promises'
import { LineCounter, type Scalar, isMap, isSeq, parse, parseDocument } from 'yaml'
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

export interface Placed<T> {
  readonly value: T
  /** File and line of what is there, or of the nearest thing around it. */
  readonly placeOf: (path: readonly string[]) => string
}

/** As `readDocument`, for a file whose content is judged elsewhere. @throws CommandError with file and line */
export async function readPlaced<T> (file: string): Promise<Placed<T>> {
  const lines = new LineCounter()
  const document = parseDocument((await readContent(file)).toString(), { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset = 0): string => `${file}:${lines.linePos(offset).line}`
  const [problem] = document.errors
  if (problem !== undefined) throw new CommandError(exitCodes.usage, `${placeAt(problem.pos[0])}: ${problem.message}`)
  if (!isMap(document.contents)) throw new CommandError(exitCodes.usage, `${file}: it must hold fields and values`)
  const placeOf = (path: readonly string[]): string => {
    let node: unknown = document.contents
    let offset: number | undefined
    for (const key of path) {
      const pair = isMap(node) ? node.items.find(({ key: one }) => String((one as Scalar).value) === key) : undefined
      if (pair === undefined && !isSeq(node)) break
      offset = (pair === undefined ? node as Scalar : pair.key as Scalar).range?.[0] ?? offset
      node = pair === undefined ? undefined : pair.value
    }
    return offset === undefined ? file : placeAt(offset)
  }
  return { value: document.toJS() as T, placeOf }
}

/** @throws CommandError */
export async function readContent (file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new CommandError(exitCodes.usage, messageOf(error))
  }
}
