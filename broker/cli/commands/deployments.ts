/** `orchestra deployments`: what is deployed, and where it runs. */
import type { DeploymentDocument } from '../../../schemas/index.js'
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
      head: ['DEPLOYMENT', 'REVISION', 'STATE', 'MODULES', 'STEPS', 'PROBLEM'],
      row: one => [one.deployment, one.revision, one.paused === undefined ? one.state : `${one.state}, paused`, modulesOf(one), Object.entries(one.placement).map(([step, device]) => `${step}: ${device}`).join(' '), problemOf(one)]
    }))
    return exitCodes.ok
  }
})

function modulesOf ({ modules, versions }: DeploymentDocument): string {
  return [...new Set(Object.entries(modules).map(([name, ref]) => `${ref.split('@')[0]}@${versions[name]}`))].join(' ')
}

function problemOf ({ problem, lost = {}, devices, failed }: DeploymentDocument): string {
  const away = Object.keys(lost)
  const broken = Object.entries(devices).flatMap(([device, { error }]) => error === undefined ? [] : [`${device}: ${error}`])
  const taken = failed === undefined ? [] : [`revision ${failed.revision} failed: ${Object.entries(failed.errors).map(([what, error]) => `${what}: ${error}`).join(', ')}`]
  return [...problem === undefined ? [] : [problem], ...away.length === 0 ? [] : [`${away.join(', ')} offline`], ...broken, ...taken].join('; ')
}
