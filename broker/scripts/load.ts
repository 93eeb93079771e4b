/**
 * Reads scripts: YAML files, checked against schemas/scripts/script.json, with
 * the setups that they use. Errors name file, line and step. Nothing is run.
 */
import { isUtf8 } from 'node:buffer'
import { readFile, readdir, stat } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Document, LineCounter, isNode, parseDocument } from 'yaml'
import { faultOf, faultText, partsOf } from './form.js'
import { type Fields, type Need, type Script, ScriptError, type Step } from './script.js'
import { kinds } from './steps/index.js'

interface Written {
  readonly script?: string
  readonly setup?: string
  readonly covers?: readonly string[]
  readonly needs?: readonly Need[]
  readonly ids?: readonly string[]
  readonly vars?: Fields
  readonly cases?: readonly Fields[]
  readonly steps: readonly Fields[]
}

interface Page {
  readonly file: string
  readonly written: Written
  readonly lineOf: (path: readonly (string | number)[]) => number
}

/** Every script of these files and folders, in the order of their names; setups are left out. @throws ScriptError */
export async function loadScripts (paths: readonly string[]): Promise<Script[]> {
  const files = (await Promise.all(paths.map(filesOf))).flat()
  const scripts = await Promise.all(files.map(async ({ file, isNamed }) => {
    const page = await read(file)
    if (page.written.setup === undefined) return await scriptsOf(page)
    if (isNamed) throw new ScriptError({ file, line: 1 }, 'this is a setup, which scripts use: nothing to run')
    return []
  }))
  return scripts.flat()
}

async function filesOf (path: string): Promise<{ file: string, isNamed: boolean }[]> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new ScriptError(undefined, `${path}: there is no such file or folder`)
  if (!found.isDirectory()) return [{ file: path, isNamed: true }]
  const names = await readdir(path, { recursive: true })
  return names.filter(name => ['.yaml', '.yml'].includes(extname(name))).sort().map(name => ({ file: join(path, name), isNamed: false }))
}

async function read (file: string): Promise<Page> {
  const bytes = await readFile(file).catch((error: unknown) => { throw new ScriptError(undefined, `${file}: ${String(error)}`) })
  if (!isUtf8(bytes)) throw new ScriptError({ file, line: 1 }, 'it is not UTF-8')
  const text = bytes.toString('utf8')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [mistake] = document.errors
  if (mistake !== undefined) throw new ScriptError({ file, line: lines.linePos(mistake.pos[0]).line }, mistake.message)
  const lineOf = (path: readonly (string | number)[]): number => placeIn(document, lines, path)
  const written = writtenIn(document, file)
  if (typeof written !== 'object' || written === null || Array.isArray(written)) throw new ScriptError({ file, line: 1 }, 'this is no script: one begins with script: and has steps:')
  const fault = faultOf(written)
  if (fault !== undefined) {
    const path = partsOf(fault)
    throw new ScriptError({ file, line: lineOf(path) }, wordsOf(fault, path))
  }
  return { file, written, lineOf }
}

/** Aliases may blow it up, or lead back to themselves. */
function writtenIn (document: Document, file: string): Written {
  try {
    const written = document.toJS() as Written
    JSON.stringify(written)
    return written
  } catch (error) {
    throw new ScriptError({ file, line: 1 }, `its aliases can not be followed: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`)
  }
}

/** Of the value there, or of what is around it. */
function placeIn (document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  const start = isNode(node) ? node.range?.[0] : undefined
  if (start !== undefined) return lines.linePos(start).line
  return path.length === 0 ? 1 : placeIn(document, lines, path.slice(0, -1))
}

function wordsOf (fault: ErrorObject, path: readonly (string | number)[]): string {
  const steps = path.lastIndexOf('steps')
  const number = path[steps + 1]
  if (fault.keyword === 'oneOf' && path.length === 0) return 'it has both script and setup: it is one or the other'
  if (typeof number !== 'number' || steps === -1) return faultText(fault, path)
  const rest = path.slice(steps + 2)
  return `step ${number + 1}: ${fault.keyword === 'anyOf' && rest.length === 0 ? `no such step; there are ${Object.keys(kinds).join(', ')}` : faultText(fault, rest)}`
}

/** Always there. */
const GIVEN = ['run', 'root', 'now', 'user']

async function scriptsOf (page: Page): Promise<Script[]> {
  const { script = '', covers = [], needs = [], ids = [], vars = {}, cases, steps } = page.written
  for (const [at, id] of ids.entries()) if (GIVEN.includes(id)) throw new ScriptError({ file: page.file, line: page.lineOf(['ids', at]) }, `ids.${at}: ${id} is always there, and can't be another`)
  const all = await stepsOf(page, ['steps'], steps, [resolve(page.file)])
  const base = { file: page.file, covers, needs, ids, steps: all }
  if (cases === undefined) return [{ ...base, name: script, vars }]
  return cases.map((one, at) => ({ ...base, name: `${script}: ${String(one.case ?? at + 1)}`, vars: { ...vars, ...one } }))
}

/** With the steps within them, and of the setups they use. */
async function stepsOf (page: Page, path: readonly (string | number)[], written: readonly Fields[], users: readonly string[]): Promise<Step[]> {
  return await Promise.all(written.map(async (fields, at) => {
    const here = [...path, at]
    const place = { file: page.file, line: page.lineOf(here) }
    const [kind = ''] = Object.keys(fields)
    if (!Object.hasOwn(kinds, kind)) throw new ScriptError(place, `step ${at + 1}: a step begins with its kind, and ${kind} is none; there are ${Object.keys(kinds).join(', ')}`)
    const inner = async (key: string | number, steps: unknown, ...more: number[]): Promise<Step[]> => await stepsOf(page, [...here, key, ...more], steps as Fields[], users)
    if (kind === 'each') return { kind, place, fields: { ...fields, steps: await inner('steps', fields.steps) } }
    if (kind === 'parallel') return { kind, place, fields: { parallel: await Promise.all((fields.parallel as unknown[]).map((steps, branch) => inner('parallel', steps, branch))) } }
    if (kind === 'use') return { kind, place, fields: { ...fields, ...await setupOf(page, String(fields.use), { place, at, users }) } }
    return { kind, place, fields }
  }))
}

interface User { readonly place: Step['place'], readonly at: number, readonly users: readonly string[] }

/** A setup's own variables are defaults of what it is used with. */
async function setupOf (page: Page, name: string, { place, at, users }: User): Promise<Fields> {
  const file = join(dirname(page.file), name)
  if (users.includes(resolve(file))) throw new ScriptError(place, `step ${at + 1}: ${name} uses itself`)
  const found = await stat(file).catch(() => undefined)
  if (found?.isFile() !== true) throw new ScriptError(place, `step ${at + 1}: there is no file ${file}`)
  const setup = await read(file)
  if (setup.written.setup === undefined) throw new ScriptError(place, `step ${at + 1}: ${name} is no setup but a script`)
  return { vars: setup.written.vars ?? {}, steps: await stepsOf(setup, ['steps'], setup.written.steps, [...users, resolve(file)]) }
}
