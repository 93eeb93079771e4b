/** Modules, templates and manifests as a folder of files that people can read and keep. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { DeploymentPut, ModulePut } from '../../schemas/index.js'
import { type App, RequestError } from '../../device-client/app.js'
import { idOf } from './command.js'
import { readContent, readDocument } from './documents.js'
import { CommandError, exitCodes, messageOf } from './exit.js'
import { TEMPLATES, type TemplateFile, calledBy, writeTemplates } from './fleet-templates.js'

/** What `modules/put` takes, with the name. */
type Description = Omit<ModulePut, 'ref' | 'blob'> & { readonly name: string }
type Manifest = Omit<DeploymentPut, 'ref' | 'revision'> & { readonly name: string }

export const MODULES = 'modules'
export const DEPLOYMENTS = 'deployments'
const YAML = '.yaml'
const WASM = '.wasm'
/** What modules mount, by its hash. */
const BLOB = '.blob'

export interface Refusal { readonly code: string, readonly text: string }

export async function writeFleet (app: App, folder: string): Promise<{ modules: number, deployments: number, templates: number }> {
  await mkdir(join(folder, MODULES), { recursive: true })
  await mkdir(join(folder, DEPLOYMENTS), { recursive: true })
  let modules = 0
  for await (const { module: name, version, blob, functions, interfaces, limits, mounts, risk } of app.modules.list()) {
    const path = join(folder, MODULES, `${name}@${version}`)
    await writeFile(path + WASM, await app.blobs.get(blob))
    for (const mounted of Object.values(mounts ?? {})) await writeFile(join(folder, MODULES, mounted.blob + BLOB), await app.blobs.get(mounted.blob))
    await writeFile(path + YAML, stringify({ name, version, functions, interfaces, limits, mounts, risk } satisfies Description))
    modules++
  }
  let deployments = 0
  for await (const { deployment: name, modules, steps, result, triggers, policy } of app.deployments.list()) {
    await writeFile(join(folder, DEPLOYMENTS, name + YAML), stringify({ name, modules, steps, result, triggers, policy } satisfies Manifest))
    deployments++
  }
  return { modules, deployments, templates: await writeTemplates(app, folder) }
}

/**
 * Puts what is in a folder, modules first; what is there already and the same is left as it is.
 * @param put is told of each that is there then
 * @returns what was refused, and why
 * @throws CommandError for a folder or a file that can't be read
 */
export async function readFleet (app: App, folder: string, put: (what: string) => void): Promise<readonly Refusal[]> {
  const refused: Refusal[] = []
  const attempt = async (file: string, carry: () => Promise<string>): Promise<void> => {
    try {
      put(await carry())
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      refused.push({ code: error.code, text: `${file}: ${error.code}: ${error.message}` })
    }
  }
  for (const file of await namesIn(folder, MODULES)) {
    await attempt(file, async () => {
      const { name, ...description } = await readDocument<Description>(file)
      for (const mounted of Object.values(description.mounts ?? {})) await app.blobs.put(await readContent(join(folder, MODULES, mounted.blob + BLOB)))
      const blob = await app.blobs.put(await readContent(file.slice(0, -YAML.length) + WASM))
      await app.modules.put(idOf(name), { ...description, blob })
      return `${name}@${description.version}`
    })
  }
  const templates = await documentsIn<TemplateFile>(folder, TEMPLATES)
  for (const file of inTurn(templates, calledBy)) {
    await attempt(file, async () => {
      const { name, ...content } = templates.get(file) as TemplateFile
      const { template } = await app.templates.put(idOf(name), content)
      return `template ${template}`
    })
  }
  const manifests = await documentsIn<Manifest>(folder, DEPLOYMENTS)
  for (const file of inTurn(manifests, ({ triggers = [] }) => triggers.map(({ deployment = '' }) => deployment))) {
    await attempt(file, async () => {
      const { name, ...manifest } = manifests.get(file) as Manifest
      const { revision } = await app.deployments.put(idOf(name), manifest)
      return `${name}, revision ${revision}`
    })
  }
  return refused
}

async function documentsIn<T> (folder: string, kind: string): Promise<ReadonlyMap<string, T>> {
  return new Map(await Promise.all((await namesIn(folder, kind)).map(async file => [file, await readDocument<T>(file)] as const)))
}

/** The files, those that others need before them. */
function inTurn<T extends { readonly name: string }> (documents: ReadonlyMap<string, T>, needs: (document: T) => readonly string[]): readonly string[] {
  const files = new Map([...documents].map(([file, { name }]) => [name, file]))
  const sorted = new Set<string>()
  const path = new Set<string>()
  function visit (file: string, document: T): void {
    if (path.has(file)) return
    path.add(file)
    for (const name of needs(document)) {
      const needed = files.get(name) ?? ''
      const other = documents.get(needed)
      if (other !== undefined) visit(needed, other)
    }
    sorted.add(file)
  }
  for (const [file, document] of documents) visit(file, document)
  return [...sorted]
}

/** Of those of one kind, which may be missing altogether. */
async function namesIn (folder: string, kind: string): Promise<readonly string[]> {
  try {
    return (await readdir(join(folder, kind))).filter(name => name.endsWith(YAML)).sort().map(name => join(folder, kind, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && await isThere(folder)) return []
    throw new CommandError(exitCodes.usage, await isThere(folder) ? messageOf(error) : `there is no folder ${folder}`)
  }
}

async function isThere (folder: string): Promise<boolean> {
  return await readdir(folder).then(() => true, () => false)
}
