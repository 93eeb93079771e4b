/** `orchestra functions`: what the devices offer, and what is wrong with a folder of functions before a device has it. */
import type { OfferedFunction, Params } from '../../../schemas/index.js'
import { lineOf } from '../../../device-client/function-files.js'
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { CommandError, type ExitCode, exitCodes } from '../exit.js'
import { type Folder, loadFolder } from '../functions/load.js'
import { hint, jsonOf, plain, say } from '../output/lines.js'
import { limitSettings, pageOf, showListing } from '../output/listing.js'
import { type ClientConfig, clientSettings } from '../settings/client.js'

const more = `Without DIR, list tells which functions the devices of a server offer; with it, those of the folder.
check loads each file in a process of its own, for at most --timeout, and tells all that is wrong with any of them.

Exit codes of check: 0 nothing is wrong, 1 something is, 2 there is nothing to check.`

export const functions = defineCommand({
  name: 'functions [verb] [dir]',
  about: 'list: which functions the devices offer; check DIR: what is wrong with a folder of functions',
  settings: { ...clientSettings, ...limitSettings },
  more,
  async run (config, [verb = 'list', dir]): Promise<ExitCode> {
    if (verb !== 'list' && verb !== 'check') throw new CommandError(exitCodes.usage, `functions: ${JSON.stringify(verb)} is none of list, check`)
    if (dir !== undefined) return verb === 'check' ? check(await loadFolder(dir, config.timeout), config.json) : await listFolder(await loadFolder(dir, config.timeout), config)
    if (verb === 'check') throw new CommandError(exitCodes.usage, 'functions check: say which folder')
    await withApp(config, app => show(app.functions({ limit: pageOf(config.limit) }), config, true))
    return exitCodes.ok
  }
})

function check ({ files, problems, others }: Folder, json: boolean): ExitCode {
  for (const { file, name, problems } of files) {
    if (json) say(jsonOf({ file, ...name !== undefined && { function: name }, ok: problems.length === 0, problems: problems.map(({ line, message }) => ({ ...line !== undefined && { line }, message })) }))
    else say(problems.length === 0 ? `${file} ok` : problems.map(one => plain(lineOf(one))).join('\n'))
  }
  for (const one of problems) say(json ? jsonOf({ ok: false, problems: [{ message: one.message }] }) : lineOf(one))
  for (const file of others) hint(plain(`${file} is no .js, .mjs or .cjs module: no function is made of it`))
  return problems.length === 0 && files.every(({ problems }) => problems.length === 0) ? exitCodes.ok : exitCodes.failed
}

async function listFolder (folder: Folder, config: Shown): Promise<ExitCode> {
  const sound = folder.files.filter(({ problems }) => problems.length === 0)
  const listed = sound.map(({ name = '', description: { summary, params, result, kind } = {} }) =>
    ({ function: name, ...summary !== undefined && { description: summary }, ...params && { params }, ...result && { result }, ...kind && { kind } }))
  await show(listed, config, false)
  const bad = folder.files.length - sound.length
  if (bad > 0) hint(`${bad} of ${folder.files.length} files can't serve: orchestra functions check tells why`)
  return exitCodes.ok
}

type Shown = Pick<ClientConfig, 'json'> & { readonly limit: number }
type Row = Omit<OfferedFunction, 'devices' | 'online'> & Partial<OfferedFunction>

async function show (listed: AsyncIterable<Row> | Iterable<Row>, { json, limit }: Shown, isFleet: boolean): Promise<void> {
  const counted = isFleet ? ['DEVICES', 'VARIANTS'] : []
  await showListing(listed, {
    json,
    limit,
    head: ['FUNCTION', ...counted, 'KIND', 'ARGS', 'RESULT', 'DESCRIPTION'],
    optional: 'VARIANTS',
    row: ({ function: name, devices, online, variants, kind = 'single', params, result, description }) =>
      [name, ...isFleet ? [`${online}/${devices}`, variants] : [], kind, shapeOf(params), shapeOf(result), description]
  })
}

/** `{image: string, size?: integer}` */
function shapeOf (params: Params | undefined): string | undefined {
  if (params === undefined) return undefined
  const { type, properties, items, enum: values, required = [] } = params
  if (values !== undefined) return values.map(value => JSON.stringify(value)).join('|')
  if (properties !== undefined) {
    return `{${Object.entries(properties).map(([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(field as Params) ?? 'any'}`).join(', ')}}`
  }
  if (items !== undefined) return `[${shapeOf(items as Params) ?? 'any'}]`
  return type === undefined ? 'any' : [type].flat().join('|')
}
