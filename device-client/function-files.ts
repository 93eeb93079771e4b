// Reads the files of functions and says what is wrong with them, all of it at once: for a device that starts, and for whoever
// checks a folder beforehand.

import { readdir } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { validate, type DeviceFunction } from '../schemas/index.js'
import { type Entry, type FunctionDescription, type TaskFunction, announced } from './task-function.js'

export interface Problem {
  readonly file: string
  readonly line?: number
  readonly message: string
}

export const lineOf = ({ file, line, message }: Problem): string => `${file}${line === undefined ? '' : `:${line}`} ${message}`

export interface FunctionFile {
  readonly path: string
  /** Below the folder. */
  readonly file: string
  /** Of the function: the file's, without its ending. */
  readonly name: string
}

const moduleExtensions = new Set(['.js', '.mjs', '.cjs'])
/** Sources and what belongs to them lie beside modules by right. */
const silentExtensions = new Set(['.map', '.ts', '.json', '.md'])

/** What is in a folder; a file in a folder of it is a function named like `ocr/page`. Names with `.` or `_` before them are for what is none. */
export async function filesIn (folder: string): Promise<{ files: FunctionFile[], others: string[] }> {
  const files: FunctionFile[] = []
  const others: string[] = []
  const read = async (below: string): Promise<void> => {
    const found = await readdir(below, { withFileTypes: true })
    for (const one of found.sort((a, b) => a.name < b.name ? -1 : 1)) {
      const path = join(below, one.name)
      const file = relative(folder, path).split(sep).join('/')
      if (/^[._]/.test(one.name) || one.name === 'node_modules') continue
      const ending = extname(one.name)
      if (one.isDirectory()) await read(path)
      else if (moduleExtensions.has(ending)) files.push({ path, file, name: file.slice(0, -ending.length) })
      else if (!silentExtensions.has(ending)) others.push(file)
    }
  }
  await read(folder)
  return { files, others }
}

export async function readFolder (folder: string): Promise<{ entries: Entry[], problems: Problem[] }> {
  const { files } = await filesIn(folder)
  if (files.length === 0) throw new TypeError(`functions: ${folder} holds no .js, .mjs or .cjs module`)
  const read = await Promise.all(files.map(readFile))
  return { entries: read.flatMap(({ entry }) => entry ?? []), problems: [...doubled(files), ...read.flatMap(({ problems }) => problems)] }
}

/** Two files, one name. */
export function doubled (files: readonly FunctionFile[]): Problem[] {
  return files.flatMap(({ file, name }, at) => {
    const former = files.findIndex(one => one.name === name)
    return former === at ? [] : [{ file, message: `is the function ${name}, which ${files[former]?.file ?? ''} is already` }]
  })
}

export async function readFile ({ path, file, name }: FunctionFile): Promise<{ entry?: Entry, problems: Problem[] }> {
  let exported: object
  try {
    exported = await import(pathToFileURL(resolve(path)).href) as object
  } catch (error) {
    const line = lineIn(error, path)
    return { problems: [{ file, ...line !== undefined && { line }, message: messageOf(error) }] }
  }
  const found = functionOf(exported)
  if (typeof found === 'string') return { problems: [{ file, message: found }] }
  const entry = { name, ...found }
  const problems = (await entryProblems(entry)).map(message => ({ file, message }))
  return { entry, problems }
}

const messageOf = (error: unknown): string => error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)

/** Where in that very file it came from, as its trace tells. */
function lineIn (error: unknown, path: string): number | undefined {
  const { stack } = Object(error) as { stack?: unknown }
  const place = String(stack).split('\n').find(line => line.includes(pathToFileURL(resolve(path)).href) || line.includes(resolve(path)))
  const [, line] = /:(\d+)(?::\d+)?\)?$/.exec(place ?? '') ?? []
  return line === undefined ? undefined : Number(line)
}

interface Exports { readonly default?: unknown, readonly run?: unknown, readonly description?: unknown }

/** `export default` or `export function run`, with `description` beside it; of CommonJS all of it may be in the default. */
function functionOf (exported: Exports): string | Omit<Entry, 'name'> {
  const inner = Object(exported.default) as Exports
  const { default: main, run, description } = typeof exported.default === 'object' && typeof inner.run === 'function' ? { ...inner, default: undefined } : { ...exported }
  if (typeof main === 'function' && typeof run === 'function' && main !== run) return 'exports two functions, default and run: one of them is to go'
  const call = typeof main === 'function' ? main : run
  if (typeof call !== 'function') return 'exports no function: it takes `export default async (args, context) => result`, or one that is called run'
  const summary = typeof description === 'string' ? { summary: description } : description as FunctionDescription | undefined
  return { call: call as TaskFunction, ...summary !== undefined && { description: summary } }
}

const fields = new Set(['summary', 'params', 'result', 'kind', 'examples'])

/** All that is wrong with a name and its description. */
export async function entryProblems ({ name, description }: Entry): Promise<string[]> {
  const unnamed = validate('tasks/submit', { function: name })
  const problems = unnamed === undefined ? [] : [unnamed.message.replace('`function`', `the name ${JSON.stringify(name.slice(0, 140))}`)]
  if (description === undefined) return problems
  if (typeof description !== 'object' || description === null || Array.isArray(description)) return [...problems, '`description` must be a text or an object']
  const unknown = Object.keys(description).filter(field => !fields.has(field)).map(field => `unknown field \`description.${field.slice(0, 64)}\``)
  return [...problems, ...unknown, ...factProblems(description), ...await schemaProblems(description)]
}

function factProblems ({ summary, kind, examples, params }: FunctionDescription): string[] {
  return [
    ...summary === undefined || (typeof summary === 'string' && summary.length <= 1_024) ? [] : ['`description.summary` must be a text of at most 1024 characters'],
    ...kind === undefined || kind === 'single' || kind === 'forever' ? [] : ['`description.kind` must be one of single, forever'],
    ...examples === undefined || Array.isArray(examples) ? [] : ['`description.examples` must be an array'],
    ...examples === undefined || params !== undefined ? [] : ['`description.examples` are of no use without `description.params`']
  ]
}

async function schemaProblems ({ params, result, examples }: FunctionDescription): Promise<string[]> {
  if (params === undefined && result === undefined) return []
  const { paramsProblem, paramsSchemaProblem } = await import('../schemas/params.js')
  const unsound = Object.entries({ params, result }).flatMap(([field, schema]) => (schema === undefined ? undefined : paramsSchemaProblem(schema, `description.${field}`)) ?? [])
  if (unsound.length > 0 || params === undefined || !Array.isArray(examples)) return unsound
  return examples.flatMap((example, at) => paramsProblem(params, example, `description.examples[${at}]`) ?? [])
}

/** The orchestrator's limits of what one birth may say. */
const DESCRIPTIONS_BYTES_MAX = 32_768
const FUNCTIONS_MAX = 256

/** What is wrong with all of them together. */
export function allProblems (entries: readonly Pick<Entry, 'name' | 'description'>[]): Problem[] {
  const described = entries.map(announced).filter((one): one is Exclude<DeviceFunction, string> => typeof one !== 'string')
  const bytes = described.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0)
  return [
    ...bytes <= DESCRIPTIONS_BYTES_MAX ? [] : [{ file: 'all together:', message: `their descriptions take ${bytes} bytes, at most ${DESCRIPTIONS_BYTES_MAX} are taken` }],
    ...entries.length <= FUNCTIONS_MAX ? [] : [{ file: 'all together:', message: `there are ${entries.length} functions, a device may have ${FUNCTIONS_MAX}` }]
  ]
}
