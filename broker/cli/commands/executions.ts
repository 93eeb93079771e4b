/** `orchestra executions`: what deployments have executed, and what became of each. */
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { exitCodes } from '../exit.js'
import { jsonOf, plain, say } from '../output/lines.js'
import { limitSettings, showListing } from '../output/listing.js'
import { stepsTable } from '../output/steps.js'
import { ageOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { id, oneOf } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

export const executions = defineCommand({
  name: 'executions [run]',
  about: 'list executions of deployments, or show one, step by step',
  settings: {
    ...clientSettings,
    ...limitSettings,
    ...flagsOnly({
      deployment: id({ about: 'only of this one' }),
      state: oneOf('executing', 'completed', 'failed', 'cancelled')({ about: 'only in this state' })
    })
  },
  async run (config, [run]) {
    const { json, limit, deployment, state } = config
    await withApp(config, async (app, at) => {
      if (run === undefined) {
        return await showListing(app.executions.list({ ...deployment !== undefined && { deployment }, ...state !== undefined && { state } }), {
          json,
          limit,
          head: ['RUN', 'DEPLOYMENT', 'REVISION', 'STATE', 'FOR', 'BY', 'ERROR'],
          row: one => [one.execution, one.deployment, one.revision, one.state, ageOf(one.since, at), one.trigger ?? one.submitter, errorOf(one.error)]
        })
      }
      const { ref, ...document } = await app.executions.get(idOf(run))
      if (json) return say(jsonOf(document))
      say(plain(`${document.execution} of ${document.deployment}, revision ${document.revision}, is ${document.state} ${errorOf(document.error)}`.trimEnd()))
      say(stepsTable(document.steps))
      if (document.result !== undefined) say(JSON.stringify(document.result))
    })
    return exitCodes.ok
  }
})

function errorOf (error: { readonly step?: string | undefined, readonly code: string, readonly message?: string | undefined } | undefined): string {
  return error === undefined ? '' : [error.step, error.code, error.message].filter(part => part !== undefined).join(': ')
}
