/**
 * Reads scripts: YAML files, checked against schemas/scripts/script.json, with
 * the setups that they use. Errors name file, line and step. Nothing is run.
 */
import { readFile, readdir, stat } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { type Document, LineCounter, isNode, parseDocument } from 'yaml'
import { scriptSchemaPath } from '../../schemas/index.js'
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

type Check = (value: unknown) => ErrorObject | undefined

/** Every script of these files and folders, in the order of their names; setups are left out. @throws ScriptError */
export async function loadScripts (paths: readonly string[]): Promise<Script[]> {
  const check = await createCheck()
  const files = (await Promise.all(paths.map(filesOf))).flat()
  const scripts = await Promise.all(files.map(async ({ file, isNamed }) => {
    const page = await read(file, check)
    if (page.written.setup === undefined) return await scriptsOf(page, check)
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

async function createCheck (): Promise<Check> {
  const schema = JSON.parse(await readFile(scriptSchemaPath, 'utf8')) as object
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema)
  return value => validate(value) ? undefined : mostTelling(validate.errors ?? [])
}

/** What says "one of these failed" tells less than what failed, the deepest most. */
function mostTelling (errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length
  const telling = errors.filter(({ keyword, schemaPath }) => !['if', 'anyOf', 'oneOf'].includes(keyword) && !/anyOf\/\d+\/required$/.test(schemaPath))
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  return (telling.length > 0 ? telling : choices).sort((a, b) => depth(b) - depth(a))[0] ?? errors[0]
}

async function read (file: string, check: Check): Promise<Page> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => { throw new ScriptError(undefined, `${file}: ${String(error)}`) })
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [mistake] = document.errors
  if (mistake !== undefined) throw new ScriptError({ file, line: lines.linePos(mistake.pos[0]).line }, mistake.message)
  const lineOf = (path: readonly (string | number)[]): number => placeIn(document, lines, path)
  const written = writtenIn(document, file)
  const error = check(written)
  if (error !== undefined) {
    const path = error.instancePath.split('/').slice(1).map(part => /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'))
    throw new ScriptError({ file, line: lineOf(path) }, wordsOf(error, path))
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

function wordsOf ({ keyword, message = 'is not valid', params }: ErrorObject, path: readonly (string | number)[]): string {
  const at = path.lastIndexOf('steps')
  const step = at === -1 ? '' : `step ${Number(path[at + 1]) + 1}: `
  const rest = path.slice(at === -1 ? 0 : at + 2).join('.')
  const subject = rest === '' ? '' : `${rest} `
  if (keyword === 'anyOf' && rest === '') return `${step}no such step; there are ${Object.keys(kinds).join(', ')}`
  if (keyword === 'additionalProperties') return `${step}${subject}has no field ${String((params as { additionalProperty: unknown }).additionalProperty)}`
  if (keyword === 'enum') return `${step}${subject}must be one of ${(params as { allowedValues: unknown[] }).allowedValues.join(', ')}`
  return `${step}${subject}${message}`
}

async function scriptsOf (page: Page, check: Check): Promise<Script[]> {
  const { script = '', covers = [], needs = [], ids = [], vars = {}, cases, steps } = page.written
  const all = await stepsOf(page, ['steps'], steps, check, [resolve(page.file)])
  const base = { file: page.file, covers, needs, ids, steps: all }
  if (cases === undefined) return [{ ...base, name: script, vars }]
  return cases.map((one, at) => ({ ...base, name: `${script}: ${String(one.case ?? at + 1)}`, vars: { ...vars, ...one } }))
}

/** With the steps within them, and of the setups they use. */
async function stepsOf (page: Page, path: readonly (string | number)[], written: readonly Fields[], check: Check, users: readonly string[]): Promise<Step[]> {
  return await Promise.all(written.map(async (fields, at) => {
    const here = [...path, at]
    const place = { file: page.file, line: page.lineOf(here) }
    const [kind = ''] = Object.keys(fields)
    if (!Object.hasOwn(kinds, kind)) throw new ScriptError(place, `step ${at + 1}: a step begins with its kind, and ${kind} is none; there are ${Object.keys(kinds).join(', ')}`)
    const inner = async (key: string | number, steps: unknown, ...more: number[]): Promise<Step[]> => await stepsOf(page, [...here, key, ...more], steps as Fields[], check, users)
    if (kind === 'each') return { kind, place, fields: { ...fields, steps: await inner('steps', fields.steps) } }
    if (kind === 'parallel') return { kind, place, fields: { parallel: await Promise.all((fields.parallel as unknown[]).map((steps, branch) => inner('parallel', steps, branch))) } }
    if (kind === 'use') return { kind, place, fields: { ...fields, ...await setupOf(page, String(fields.use), { place, at, check, users }) } }
    return { kind, place, fields }
  }))
}

interface User { readonly place: Step['place'], readonly at: number, readonly check: Check, readonly users: readonly string[] }

/** A setup's own variables are defaults of what it is used with. */
async function setupOf (page: Page, name: string, { place, at, check, users }: User): Promise<Fields> {
  const file = join(dirname(page.file), name)
  if (users.includes(resolve(file))) throw new ScriptError(place, `step ${at + 1}: ${name} uses itself`)
  if (await stat(file).catch(() => undefined) === undefined) throw new ScriptError(place, `step ${at + 1}: there is no ${file}`)
  const setup = await read(file, check)
  if (setup.written.setup === undefined) throw new ScriptError(place, `step ${at + 1}: ${name} is no setup but a script`)
  return { vars: setup.written.vars ?? {}, steps: await stepsOf(setup, ['steps'], setup.written.steps, check, [...users, resolve(file)]) }
}
