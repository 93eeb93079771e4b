/** `orchestra module`: WebAssembly with a description of what goes in and out, version by version. */
import { existsSync } from 'node:fs'
import type { ModulePut } from '../../../schemas/index.js'
import type { App } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { readContent, readDocument } from '../documents.js'
import { CommandError, type ExitCode, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { limitSettings, showListing } from '../output/listing.js'
import { facts } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const verbs = ['push', 'list', 'show', 'remove'] as const

/** What stands in the description, besides what `modules/put` takes. */
interface Description extends Omit<ModulePut, 'ref' | 'blob'> { readonly name?: string }

export const module = defineCommand({
  name: 'module <verb> [what]',
  about: 'WebAssembly for devices: push FILE.wasm, list, show NAME[@VERSION], remove NAME@VERSION',
  settings: {
    ...clientSettings,
    ...limitSettings,
    ...flagsOnly({
      description: text({ value: 'file', about: 'push: YAML or JSON with name, version, functions, interfaces, limits (default: FILE.yaml)' })
    })
  },
  async run (config, [verb, what]): Promise<ExitCode> {
    if (!verbs.some(one => one === verb)) throw new CommandError(exitCodes.usage, `module: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    const { json, limit } = config
    if (verb === 'push') {
      if (what === undefined) throw new CommandError(exitCodes.usage, 'module push: say which file')
      const pushed = await push(config, what, config.description ?? what.replace(/\.wasm$/, '.yaml'))
      say(json ? jsonOf(pushed) : `${pushed.module}@${pushed.version} is ${pushed.blob}, ${pushed.bytes} bytes`)
      return exitCodes.ok
    }
    await withApp(config, async app => {
      if (verb === 'list') {
        return await showListing(app.modules.list(what === undefined ? {} : { module: idOf(what) }), {
          json,
          limit,
          head: ['MODULE', 'VERSION', 'BYTES', 'MEMORY', 'FUNCTIONS', 'INTERFACES', 'BY'],
          row: one => [one.module, one.version, one.bytes, one.memoryBytes, Object.keys(one.functions).join(' '), one.interfaces.join(' '), one.createdBy]
        })
      }
      const [name = '', version] = (what ?? '').split('@')
      const { ref, ...document } = verb === 'show' ? await app.modules.get(idOf(name), version) : await remove(app, idOf(name), version)
      if (json) return say(jsonOf(document))
      say(verb === 'remove' ? `${name}@${document.version} is removed` : facts({ ...document, functions: JSON.stringify(document.functions), interfaces: document.interfaces.join(' '), limits: JSON.stringify(document.limits), createdAt: new Date(document.createdAt).toISOString() }))
    })
    return exitCodes.ok
  }
})

/** With what each of them begins. */
const MAGIC = Buffer.from('\0asm')

async function push (config: Parameters<typeof withApp>[0], file: string, describedIn: string) {
  const binary = await readContent(file)
  if (!binary.subarray(0, MAGIC.length).equals(MAGIC)) throw new CommandError(exitCodes.usage, `${file} is no WebAssembly binary (WAT has to be assembled first, by wat2wasm)`)
  const { name, ...body } = await readDocument<Description>(describedIn).catch((error: unknown) => {
    throw existsSync(describedIn) ? error : new CommandError(exitCodes.usage, `a module needs a description: there is no ${describedIn}, and no --description`)
  })
  if (name === undefined) throw new CommandError(exitCodes.usage, `--description: ${describedIn} has no \`name\``)
  return await withApp(config, async app => {
    const blob = await app.blobs.put(binary)
    const { ref, ...document } = await app.modules.put(idOf(name), { ...body, blob })
    return document
  })
}

async function remove (app: App, name: string, version: string | undefined) {
  if (version === undefined) throw new CommandError(exitCodes.usage, `module remove: say which version, as in ${name}@1.0.0`)
  return await app.modules.remove(name, version)
}
