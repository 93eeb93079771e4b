/**
 * Reads a configuration file, YAML or JSON (which YAML contains), into entries
 * that know their line. It doesn't know which keys there are.
 */
import { readFile as readText } from 'node:fs/promises'
import { LineCounter, type Node, type Pair, type Scalar, isMap, isScalar, parseDocument } from 'yaml'
import { messageOf } from '../exit.js'

export interface Entry {
  readonly key: string
  readonly value: unknown
  /** The flag, the variable, or file, line and key. */
  readonly place: string
}

export async function readFile (path: string, problems: string[]): Promise<readonly Entry[]> {
  let content: string
  try {
    content = await readText(path, 'utf8')
  } catch (error) {
    problems.push(`${path}: can't be read (${messageOf(error)})`)
    return []
  }
  return parse(path, content, problems)
}

function parse (path: string, content: string, problems: string[]): readonly Entry[] {
  const lineCounter = new LineCounter()
  const document = parseDocument(content, { lineCounter, prettyErrors: false })
  const placeAt = (offset = 0): string => `${path}:${lineCounter.linePos(offset).line}`
  for (const { pos, message } of document.errors) problems.push(`${placeAt(pos[0])}: ${message}`)
  if (document.errors.length > 0 || document.contents === null) return []
  if (!isMap(document.contents)) {
    problems.push(`${path}: must be a list of "key: value"`)
    return []
  }
  return document.contents.items.map((pair: Pair) => {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
    const place = `${placeAt((pair.key as Scalar).range?.[0])}: ${key}`
    return { key, place, value: (pair.value as Node | null)?.toJS(document) ?? null }
  })
}
