/** `orchestra template` and `templates`: workflows and functions that are saved, to be called by name. */
import { stringify } from 'yaml'
import type { TemplateAccepted, TemplatePut } from '../../../schemas/index.js'
import type { App } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { type Placed, readPlaced } from '../documents.js'
import { CommandError, exitCodes } from '../exit.js'
import { contentOf } from '../fleet-templates.js'
import { jsonOf, say } from '../output/lines.js'
import { limitSettings, pageOf, showListing } from '../output/listing.js'
import { ageOf } from '../output/table.js'
import { refusedAt } from '../refused.js'
import { clientSettings } from '../settings/client.js'

const verbs = ['put', 'get', 'remove'] as const

export const template = defineCommand({
  name: 'template <verb> <name> [file]',
  about: 'saved workflows and functions: put NAME FILE (YAML or JSON), get NAME, remove NAME',
  settings: clientSettings,
  more: 'A file has what `run` takes (steps, result, timeoutMs), or a function with the options of its tasks; and a description.\nget prints it as put takes it. Exit codes: 0 done, 2 wrong usage or a file that can\'t be read, 5 refused.',
  async run (config, [verb, name, file]) {
    const { json } = config
    if (!verbs.some(one => one === verb)) throw new CommandError(exitCodes.usage, `template: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    if ((verb === 'put') !== (file !== undefined)) throw new CommandError(exitCodes.usage, verb === 'put' ? 'template put: say which file' : `template ${verb}: takes a name, and no file`)
    const id = idOf(name)
    const placed = file === undefined ? undefined : await readPlaced<TemplatePut & { readonly name?: string }>(file)
    await withApp(config, async app => {
      const { ref, ...document } = placed === undefined
        ? await app.templates[verb as 'get' | 'remove'](id)
        : await put(app, id, placed)
      if (json) return say(jsonOf(document))
      if (verb === 'get') return process.stdout.write(stringify(contentOf(document)))
      say(verb === 'remove' ? `${id} is removed` : `${id} is saved: orchestra run --template ${id}`)
    })
    return exitCodes.ok
  }
})

/** The name in a file is that of its export; the one that is asked for goes before it. */
async function put (app: App, id: string, placed: Placed<TemplatePut & { readonly name?: string }>): Promise<TemplateAccepted> {
  const { name, ...content } = placed.value
  try {
    return await app.templates.put(id, content)
  } catch (error) {
    throw refusedAt(error, placed)
  }
}

export const templates = defineCommand({
  name: 'templates',
  about: 'list the saved workflows and functions',
  settings: { ...clientSettings, ...limitSettings },
  async run (config) {
    const { json, limit } = config
    await withApp(config, (app, at) => showListing(app.templates.list({ limit: pageOf(limit) }), {
      json,
      limit,
      head: ['TEMPLATE', 'WHAT', 'VERSION', 'FOR', 'BY', 'DESCRIPTION'],
      row: one => [one.template, one.function === undefined ? Object.keys(one.steps ?? {}).join(' ') : `function ${one.function}`, one.v, ageOf(one.createdAt, at), one.createdBy, one.description]
    }))
    return exitCodes.ok
  }
})
