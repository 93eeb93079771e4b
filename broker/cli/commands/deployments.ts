/** `orchestra deployments`: what is deployed, and where it runs. */
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { exitCodes } from '../exit.js'
import { limitSettings, showListing } from '../output/listing.js'
import { clientSettings } from '../settings/client.js'

export const deployments = defineCommand({
  name: 'deployments',
  about: 'list the deployments',
  settings: { ...clientSettings, ...limitSettings },
  async run (config) {
    const { json, limit } = config
    await withApp(config, app => showListing(app.deployments.list(), {
      json,
      limit,
      head: ['DEPLOYMENT', 'REVISION', 'STATE', 'STEPS', 'PROBLEM'],
      row: ({ deployment, revision, state, placement, problem, failed }) => [deployment, revision, state, Object.entries(placement).map(([step, device]) => `${step}: ${device}`).join(' '), problem ?? (failed === undefined ? '' : `revision ${failed.revision} failed`)]
    }))
    return exitCodes.ok
  }
})
