/** `orchestra devices`: which devices there are. */
import type { DeviceState } from '../../../schemas/index.js'
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { exitCodes } from '../exit.js'
import { limitSettings, pageOf, showListing } from '../output/listing.js'
import { ageOf, pairsOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { oneOf, pairs, text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const filters = flagsOnly({
  state: oneOf('free', 'executing', 'offline')({ about: 'only those in this state' }),
  function: text({ value: 'name', about: 'only those that offer this function' }),
  label: pairs({ about: 'only those with this label' })
})

export const devices = defineCommand({
  name: 'devices',
  about: 'list devices; of several nodes, each with the one that serves it',
  settings: { ...clientSettings, ...filters, ...limitSettings },
  async run (config) {
    const { json, limit, state, function: functionName, label } = config
    await withApp(config, (app, at) => showListing(app.devices({
      limit: pageOf(limit),
      ...state !== undefined && { state },
      ...functionName !== undefined && { function: functionName },
      ...Object.keys(label).length > 0 && { label }
    }), {
      json,
      limit,
      head: ['DEVICE', 'STATE', 'TASKS', 'FUNCTIONS', 'LABELS', 'NODE', 'FOR'],
      optional: 'NODE',
      row: device => [device.device, stateOf(device), `${device.executing.length}/${device.capacity}`, functionsOf(device), pairsOf(device.labels), device.node, ageOf(device.since, at)]
    }))
    return exitCodes.ok
  }
})

const stateOf = ({ state, cordoned }: DeviceState): string => cordoned ? `${state}, cordoned` : state

const functionsOf = ({ functions }: DeviceState): string => functions.map(entry => typeof entry === 'string' ? entry : entry.name).join(' ')
