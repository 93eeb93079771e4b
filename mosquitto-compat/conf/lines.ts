/**
 * From files to lines that know where they stand, with `include_dir` resolved.
 * Settings are not known here, but for that one.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Line {
  readonly name: string
  readonly value: string
  /** `file:line` */
  readonly place: string
  readonly file: string
}

/** @param problems gets what can't be read, each with what to do */
export function readLines (file: string, problems: string[]): readonly Line[] {
  return linesOf(file, problems, 'give the path of a mosquitto.conf that this user may read').flatMap(line => line.name === 'include_dir'
    ? [line, ...includedBy(line, problems)]
    : [line])
}

/** mosquitto.conf(5): what ends in .conf, in the order of its characters, upper case before lower. It is not followed any deeper. */
function includedBy ({ value: directory, place }: Line, problems: string[]): Line[] {
  if (directory === '') return []
  let names: string[]
  try {
    names = readdirSync(directory).filter(name => name.endsWith('.conf')).sort(upperFirst)
  } catch (error) {
    problems.push(`${place}: include_dir: ${reasonOf(error, directory)}: create it, or take the line out`)
    return []
  }
  return names.flatMap(name => linesOf(join(directory, name), problems, `${place} includes it: let this user read it`))
}

function upperFirst (a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  if (left !== right) return left < right ? -1 : 1
  return a < b ? -1 : 1
}

function linesOf (file: string, problems: string[], whatToDo: string): Line[] {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    problems.push(`${reasonOf(error, file)}: ${whatToDo}`)
    return []
  }
  return withoutMark(content).split('\n').flatMap((text, index) => {
    // Only in the first column is # the beginning of a comment.
    const [, name, value = ''] = text.startsWith('#') ? [] : wordAndRest(text)
    return name === undefined ? [] : [{ name, value, file, place: `${file}:${index + 1}` }]
  })
}

/** Trimmed first: one expression for all of it would take the square of a run of blanks. */
export function wordAndRest (line: string): readonly string[] {
  return /^(\S+)\s*(.*)$/s.exec(line.trim()) ?? []
}

/** Some editors begin a file with U+FEFF. Mosquitto stumbles over it; it says nothing, so it is passed over here. */
export function withoutMark (content: string): string {
  return content.startsWith('\ufeff') ? content.slice(1) : content
}

export function reasonOf (error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return `there is no ${path}`
  if (code === 'EACCES') return `this user may not read ${path}`
  return `${path} can not be read (${error instanceof Error ? error.message : String(error)})`
}
