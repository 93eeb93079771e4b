/** Saved workflows and functions as a folder of files that people can read and keep. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { TemplatePut, TemplateState } from '../../schemas/index.js'
import type { App } from '../../device-client/app.js'

export type TemplateFile = Omit<TemplatePut, 'ref'> & { readonly name: string }

export const TEMPLATES = 'templates'

export async function writeTemplates (app: App, folder: string): Promise<number> {
  await mkdir(join(folder, TEMPLATES), { recursive: true })
  let count = 0
  for await (const one of app.templates.list()) {
    await writeFile(join(folder, TEMPLATES, `${one.template}.yaml`), stringify({ name: one.template, ...contentOf(one) } satisfies TemplateFile))
    count++
  }
  return count
}

/** As `templates/put` takes it. */
export function contentOf ({ template, createdBy, createdAt, v, ...content }: TemplateState): Omit<TemplatePut, 'ref'> {
  return content
}

/** Those that its steps call. */
export function calledBy ({ steps = {} }: TemplateFile): readonly string[] {
  return Object.values(steps).flatMap(({ template }) => template === undefined ? [] : [template])
}
