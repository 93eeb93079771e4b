/** `orchestra export` and `import`: modules and manifests as a folder of files that people can read and keep. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { DeploymentPut, ModulePut } from '../../../schemas/index.js'
import { type App, RequestError } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { readContent, readDocument } from '../documents.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'

/** What `modules/put` takes, with the name. */
type Description = Omit<ModulePut, 'ref' | 'blob'> & { readonly name: string }
type Manifest = Omit<DeploymentPut, 'ref' | 'revision'> & { readonly name: string }

const MODULES = 'modules'
const DEPLOYMENTS = 'deployments'
const YAML = '.yaml'
const WASM = '.wasm'

export const exportTo = defineCommand({
  name: 'export <dir>',
  about: 'write all modules and manifests into a folder, for import or a repository',
  settings: clientSettings,
  more: `Written are ${MODULES}/NAME@VERSION${WASM} with its description, and ${DEPLOYMENTS}/NAME${YAML}. Files of the same names are replaced.`,
  async run (config, [dir]) {
    const folder = folderOf(dir, 'export')
    const counts = await withApp(config, app => writeAll(app, folder))
    say(config.json ? jsonOf(counts) : `${counts.modules} modules and ${counts.deployments} deployments are in ${folder}`)
    return exitCodes.ok
  }
})

async function writeAll (app: App, folder: string): Promise<{ modules: number, deployments: number }> {
  await mkdir(join(folder, MODULES), { recursive: true })
  await mkdir(join(folder, DEPLOYMENTS), { recursive: true })
  let modules = 0
  for await (const { module: name, version, blob, functions, interfaces, limits, risk } of app.modules.list()) {
    const path = join(folder, MODULES, `${name}@${version}`)
    await writeFile(path + WASM, await app.blobs.get(blob))
    await writeFile(path + YAML, stringify({ name, version, functions, interfaces, limits, risk } satisfies Description))
    modules++
  }
  let deployments = 0
  for await (const { deployment: name, modules, steps, result, triggers, policy } of app.deployments.list()) {
    await writeFile(join(folder, DEPLOYMENTS, name + YAML), stringify({ name, modules, steps, result, triggers, policy } satisfies Manifest))
    deployments++
  }
  return { modules, deployments }
}

export const importFrom = defineCommand({
  name: 'import <dir>',
  about: 'put the modules and manifests of a folder that export has written',
  settings: clientSettings,
  more: `What is there already and the same is left as it is. One that can't be taken is told, and the others are put.
Exit codes: 0 all of them are there, 1 some were refused.`,
  async run (config, [dir]) {
    const folder = folderOf(dir, 'import')
    const refused = await withApp(config, app => readAll(app, folder))
    for (const line of refused) console.error(line)
    return refused.length === 0 ? exitCodes.ok : exitCodes.failed
  }
})

async function readAll (app: App, folder: string): Promise<readonly string[]> {
  const refused: string[] = []
  const attempt = async (file: string, put: () => Promise<string>): Promise<void> => {
    try {
      say(await put())
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      refused.push(`${file}: ${error.code}: ${error.message}`)
    }
  }
  for (const file of await namesIn(folder, MODULES)) {
    await attempt(file, async () => {
      const { name, ...description } = await readDocument<Description>(file)
      const blob = await app.blobs.put(await readContent(file.slice(0, -YAML.length) + WASM))
      await app.modules.put(idOf(name), { ...description, blob })
      return `${name}@${description.version}`
    })
  }
  for (const file of await namesIn(folder, DEPLOYMENTS)) {
    await attempt(file, async () => {
      const { name, ...manifest } = await readDocument<Manifest>(file)
      const { revision } = await app.deployments.put(idOf(name), manifest)
      return `${name}, revision ${revision}`
    })
  }
  return refused
}

/** Of those of one kind, which may be missing altogether. */
async function namesIn (folder: string, kind: string): Promise<readonly string[]> {
  try {
    return (await readdir(join(folder, kind))).filter(name => name.endsWith(YAML)).sort().map(name => join(folder, kind, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && await isThere(folder)) return []
    throw new CommandError(exitCodes.usage, messageOf(error))
  }
}

async function isThere (folder: string): Promise<boolean> {
  return await readdir(folder).then(() => true, () => false)
}

function folderOf (dir: string | undefined, command: string): string {
  if (dir === undefined) throw new CommandError(exitCodes.usage, `${command}: say which folder`)
  return dir
}
