/** `orchestra runs`: the runs of workflows, and one as a picture. */
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { failureOf } from '../output/graph.js'
import { jsonOf, say } from '../output/lines.js'
import { limitSettings, pageOf, showListing } from '../output/listing.js'
import { pictureOf } from '../output/live.js'
import { ageOf } from '../output/table.js'
import { waitCodesText, waitFor } from '../runs.js'
import { clientSettings } from '../settings/client.js'
import { id, oneOf, text, toggle } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'
import { withTasks } from '../step-tasks.js'

export const runs = defineCommand({
  name: 'runs [run]',
  about: 'list runs of workflows, or show one, step by step',
  settings: {
    ...clientSettings,
    ...limitSettings,
    ...flagsOnly({
      state: oneOf('executing', 'compensating', 'completed', 'failed', 'cancelled')({ about: 'only in this state' }),
      template: id({ about: 'only of this saved workflow' }),
      tag: text({ about: 'only with this word' }),
      wait: toggle({ short: 'w', about: 'of one: wait for its end, and print its result' })
    })
  },
  more: `Further: orchestra why run RUN, orchestra cancel run RUN.\n\n${waitCodesText}`,
  async run (config, [run]) {
    const { json, limit, state, template, tag, wait } = config
    if (run === undefined && wait) throw new CommandError(exitCodes.usage, 'runs: --wait is for one: say which')
    return await withApp(config, async (app, at) => {
      if (run === undefined) {
        const filter = { limit: pageOf(limit), ...state !== undefined && { state }, ...template !== undefined && { template }, ...tag !== undefined && { tag } }
        await showListing(app.workflows.list(filter), {
          json,
          limit,
          head: ['RUN', 'TEMPLATE', 'TAG', 'STATE', '%', 'FOR', 'BY', 'ERROR'],
          optional: 'TEMPLATE',
          row: one => [one.run, one.template, one.tag, one.state, one.percent, ageOf(one.since, at), one.submitter, one.error === undefined ? one.reason : failureOf(one.error)]
        })
        return exitCodes.ok
      }
      const { ref, ...document } = await app.workflows.get(idOf(run))
      if (wait) return await waitFor(app, document, { at, json, timeout: undefined })
      if (json) say(jsonOf(document))
      else for (const line of pictureOf(await withTasks(app, document), at, process.stdout, process.env)) say(line)
      if (!json && document.result !== undefined) say(jsonOf(document.result))
      return exitCodes.ok
    })
  }
})
