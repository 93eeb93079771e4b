/** `orchestra audit`: who did what, from where, and whether they might. */
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { exitCodes } from '../exit.js'
import { jsonOf } from '../output/lines.js'
import { limitSettings, pageOf, showListing } from '../output/listing.js'
import { clientSettings } from '../settings/client.js'
import { id } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

export const audit = defineCommand({
  name: 'audit',
  about: 'who changed accounts, cancelled, cordoned or forgot, the newest first',
  settings: { ...clientSettings, ...limitSettings, ...flagsOnly({ account: id({ about: 'only what this one did' }), entity: id({ about: 'only what was done to this one' }) }) },
  async run (config) {
    const { json, limit, account, entity } = config
    await withApp(config, app => showListing(app.audit({ limit: pageOf(limit), ...account !== undefined && { account }, ...entity !== undefined && { entity } }), {
      json,
      limit,
      head: ['AT', 'WHO', 'COMMAND', 'ABOUT', '', 'FROM', 'DETAIL'],
      row: one => [new Date(one.at).toISOString(), one.account, one.command, one.entity, one.allowed ? 'allowed' : `refused: ${one.code ?? ''}`, one.address, one.detail && jsonOf(one.detail)]
    }))
    return exitCodes.ok
  }
})
