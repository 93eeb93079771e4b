/** `orchestra nodes`: which nodes of the orchestrator there are. */
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { exitCodes, exitCodesText } from '../exit.js'
import { showListing } from '../output/listing.js'
import { ageOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { oneOf } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const filters = flagsOnly({
  state: oneOf('online', 'offline')({ about: 'only those in this state' })
})

const more = `Nodes are what shares a Redis; a server that keeps its data elsewhere is alone, and knows of none.
One that is gone stays in the list, offline, for an hour; one that was killed is seen offline within about five seconds.

${exitCodesText}`

export const nodes = defineCommand({
  name: 'nodes',
  about: 'list the nodes that serve this fleet together',
  settings: { ...clientSettings, ...filters },
  more,
  async run ({ json, state: wanted, ...config }) {
    await withApp({ ...config, json }, async (app, at) => showListing((await app.nodes()).filter(({ state }) => state === (wanted ?? state)), {
      json,
      limit: 0,
      head: ['NODE', 'STATE', 'FOR', 'SINCE'],
      row: ({ node, state, since }) => [node, state, ageOf(since, at), new Date(since).toISOString()]
    }))
    return exitCodes.ok
  }
})
