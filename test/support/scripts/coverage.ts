/**
 * The lines of the topic page beside the scripts that show them, and the page
 * that tells it: test/scripts/COVERAGE.md. Nothing is run here.
 */
import { join, relative } from 'node:path'
import { type Script, loadScripts } from '../../../broker/scripts/index.js'
import { type Line, lines } from './lines.js'

export const folder = 'test/scripts'
export const page = `${folder}/COVERAGE.md`

export interface Coverage {
  /** By the id of a line: the files of the scripts. */
  readonly files: ReadonlyMap<string, readonly string[]>
  /** As in `tasks/why: has no script`. */
  readonly problems: readonly string[]
}

/** Reads the scripts of the package in this folder. @throws ScriptError */
export async function coverageOf (root: string): Promise<Coverage> {
  const scripts = await loadScripts([join(root, folder)])
  const files = new Map([...lines.keys()].map(id => [id, filesWith(id, scripts, root)]))
  const unknown = scripts.flatMap(({ file, covers }) => covers.filter(id => !lines.has(id)).map(id => `${file}: covers ${id}, which is no line of test/support/scripts/lines.ts`))
  return { files, problems: [...new Set(unknown), ...[...lines].flatMap(([id, line]) => problemOf(id, line, files.get(id) ?? []))] }
}

/** Those of several cases once. */
function filesWith (id: string, scripts: readonly Script[], root: string): string[] {
  return [...new Set(scripts.filter(({ covers }) => covers.includes(id)).map(({ file }) => relative(join(root, folder), file)))]
}

function problemOf (id: string, { elsewhere }: Line, files: readonly string[]): string[] {
  if (elsewhere === undefined) return files.length > 0 ? [] : [`${id}: has no script`]
  return files.length === 0 ? [] : [`${id}: has a script, and is said to have none`]
}

export function coveragePage ({ files }: Coverage): string {
  const rows = [...lines].map(([id, line]) => `| \`${id}\` | ${line.words} | ${shownBy(line, files.get(id) ?? [])} |`)
  const counted = [...lines.values()]
  const count = (isOne: (line: Line) => boolean): number => counted.filter(isOne).length
  return [
    '# What the scripts cover', '',
    '<!-- Written by `npm run generate` from test/support/scripts/lines.ts and from what each script `covers`. -->', '',
    `Every line of the topic page in short words, in its order: ${count(({ elsewhere }) => elsewhere === undefined)} are shown by scripts,`,
    `${count(({ elsewhere }) => elsewhere !== undefined)} can't be and are shown elsewhere.`,
    'Where and how each script passes is in the table that `test/integration/topic-scripts.test.ts` prints.', '',
    '| line | in short | shown by |', '|---|---|---|', ...rows, ''
  ].join('\n')
}

function shownBy ({ elsewhere }: Line, files: readonly string[]): string {
  if (elsewhere !== undefined) return `${elsewhere.why}: [${elsewhere.file.split('/').at(-1)}](../../${elsewhere.file})`
  return files.map(file => `[${file.replace(/\.yaml$/, '').split('/').at(-1)?.replaceAll('-', ' ')}](${file})`).join(', ')
}
