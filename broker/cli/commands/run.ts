/** `orchestra run`: begins a run of a workflow out of a file, or of a saved one, and waits for its end if asked to. */
import { basename } from 'node:path'
import type { WorkflowAccepted } from '../../../schemas/index.js'
import { type App, RequestError, type WorkflowOptions, type WorkflowPlan } from '../../../device-client/app.js'
import { randomHex } from '../../../device-client/platform/clock.js'
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { type Placed, readPlaced } from '../documents.js'
import { CommandError, exitCodes } from '../exit.js'
import { hint, jsonOf, say } from '../output/lines.js'
import { refusedAt } from '../refused.js'
import { waitCodesText, waitFor } from '../runs.js'
import { ANSWER_MS, type RunConfig, inputOf, runSettings } from '../settings/run.js'

/** What a file holds: what `workflows/submit` takes of a workflow, which the orchestrator judges; name and description are of one that is saved. */
type Content = WorkflowPlan & { readonly input?: unknown, readonly name?: string, readonly description?: string }

export const run = defineCommand({
  name: 'run [file]',
  about: 'run a workflow: of a file (YAML or JSON: steps, result, timeoutMs, input), or a saved one',
  settings: runSettings,
  more: `Without --wait it prints the name of the run; with --wait its result, as JSON, and at a terminal a picture of its steps meanwhile.
Answers are waited for ${ANSWER_MS / 1_000} s. Interrupted while it waits, the run goes on: orchestra runs RUN, orchestra cancel run RUN.

${waitCodesText}`,
  async run (config, [file]) {
    const { template, json, wait, timeout } = config
    if ((file === undefined) === (template === undefined)) throw new CommandError(exitCodes.usage, 'run: say either which file, or --template NAME')
    const placed: Placed<Content> = template === undefined ? await readPlaced<Content>(file ?? '') : { value: { template }, placeOf: () => `--template ${template}` }
    const { input: inFile, name, description, ...plan } = placed.value
    const input = await inputOf(config.input) ?? inFile
    return await withApp({ ...config, timeout: ANSWER_MS }, async (app, at) => {
      const begun = await submitted(app, plan, input, config, file).catch((error: unknown) => { throw refusedAt(error, placed) })
      if (wait) return await waitFor(app, begun, { at, json, timeout })
      say(json ? jsonOf({ run: begun.run, state: begun.state }) : begun.run)
      if (!json) hint(`orchestra runs ${begun.run} shows it, with --wait until its end`)
      return exitCodes.ok
    })
  }
})

async function submitted (app: App, plan: WorkflowPlan, input: unknown, config: RunConfig, file: string | undefined): Promise<WorkflowAccepted> {
  const { run = nameFor(file ?? config.template ?? ''), priority, keep, tag } = config
  const options: WorkflowOptions = { run, ...priority !== undefined && { priority }, ...keep !== undefined && { keepMs: keep }, ...tag !== undefined && { tag } }
  try {
    return await app.workflows.submit(plan, input, options)
  } catch (error) {
    if (!(error instanceof RequestError) || error.code !== 'timeout') throw error
    throw new RequestError(error.code, `${error.message}. It may have begun all the same: run it again with --run ${run}, and it is the same run`, error.rejection)
  }
}

/** Its tasks have longer names, which may have 64 letters: so much of the file's name. */
const STEM_MAX = 20

function nameFor (file: string): string {
  const stem = basename(file).replace(/\.[A-Za-z]+$/, '').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '').slice(0, STEM_MAX)
  return `${stem === '' ? 'run' : stem}-${randomHex(4)}`
}
