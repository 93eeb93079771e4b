/** `orchestra services`: functions that go on for ever, so many instances of each. */
import type { ServiceAccepted, ServicePut } from '../../../schemas/index.js'
import type { App } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { readPlaced } from '../documents.js'
import { CommandError, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { pageOf, showListing } from '../output/listing.js'
import { ageOf, table } from '../output/table.js'
import { refusedAt } from '../refused.js'
import { type ServicesConfig, contentOf, servicesSettings } from '../settings/services.js'

const verbs = ['put', 'get', 'scale', 'restart', 'remove'] as const
type Verb = typeof verbs[number]

export const services = defineCommand({
  name: 'services [verb] [name] [value]',
  about: 'list the services; put NAME FILE or put NAME --function f, get NAME, scale NAME N, restart NAME, remove NAME',
  settings: servicesSettings,
  more: 'An instance is a task that goes on until it is cancelled; one that ends, or whose device is lost, is started again.\nExit codes: 0 done, 2 wrong usage or a file that can\'t be read, 5 refused.',
  async run (config, [verb, name, value]) {
    if (verb === undefined) return await list(config)
    if (!verbs.some(one => one === verb)) throw new CommandError(exitCodes.usage, `services: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    if (value !== undefined && verb !== 'put' && verb !== 'scale') throw new CommandError(exitCodes.usage, `services ${verb}: takes a name, and no more`)
    const id = idOf(name)
    await withApp(config, async (app, at) => {
      const { ref, ...document } = await act(app, verb as Verb, id, value, config)
      if (config.json) return say(jsonOf(document))
      say(verb === 'remove' ? `${id} is removed` : `${id} is ${document.state}: ${document.executing} of ${document.instances} are executing`)
      const { each } = document
      if (verb === 'get') say(table(['INSTANCE', 'STATE', 'DEVICE', 'TASK', 'FOR', 'RESTARTS', 'ERROR'], each.map(one => [one.instance, one.state, one.device, one.task, ageOf(one.since, at), one.restarts, one.error?.message ?? one.error?.code])))
    })
    return exitCodes.ok
  }
})

async function act (app: App, verb: Verb, id: string, value: string | undefined, config: ServicesConfig): Promise<ServiceAccepted> {
  if (verb === 'put') return await put(app, id, value, config)
  if (verb !== 'scale') return await app.services[verb](id)
  if (value === undefined || !/^\d+$/.test(value)) throw new CommandError(exitCodes.usage, 'services scale: say how many: services scale NAME N')
  return await app.services.scale(id, Number(value))
}

async function put (app: App, id: string, file: string | undefined, config: ServicesConfig): Promise<ServiceAccepted> {
  const said = await contentOf(config)
  if (file === undefined) return await app.services.put(id, said)
  if (Object.keys(said).length > 0) throw new CommandError(exitCodes.usage, 'services put: either a file or flags')
  const placed = await readPlaced<ServicePut>(file)
  try {
    return await app.services.put(id, placed.value)
  } catch (error) {
    throw refusedAt(error, placed)
  }
}

async function list (config: ServicesConfig): Promise<typeof exitCodes.ok> {
  const { json, limit } = config
  await withApp(config, (app, at) => showListing(app.services.list({ limit: pageOf(limit) }), {
    json,
    limit,
    head: ['SERVICE', 'FUNCTION', 'STATE', 'EXECUTING', 'WANTED', 'GENERATION', 'FOR', 'BY'],
    row: one => [one.service, one.function, one.state, one.executing, one.instances, one.generation, ageOf(one.since, at), one.submitter]
  }))
  return exitCodes.ok
}
