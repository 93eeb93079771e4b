/** `orchestra logs`: what devices and their modules have written about executions. */
import { type App } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'
import { id, number } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

export const logs = defineCommand({
  name: 'logs [run]',
  about: 'what devices and their modules have written about an execution, or those of a deployment',
  settings: {
    ...clientSettings,
    ...flagsOnly({
      deployment: id({ about: 'of all executions of this deployment that are kept' }),
      limit: number(1)({ default: 100, about: 'with --deployment: of how many at the most' })
    })
  },
  more: 'A line each: when, which task, which device, level and text. With --json one object a line.',
  async run (config, [run]) {
    if ((run === undefined) === (config.deployment === undefined)) throw new CommandError(exitCodes.usage, 'logs: say which run, or --deployment')
    await withApp(config, async app => {
      for (const one of await runsOf(app, run, config)) {
        for (const line of (await app.executions.logs(one)).lines) {
          say(config.json ? jsonOf(line) : `${new Date(line.at).toISOString()} ${line.task} ${line.from} ${line.level} ${line.message}`)
        }
      }
    })
    return exitCodes.ok
  }
})

async function runsOf (app: App, run: string | undefined, { deployment, limit }: { readonly deployment: string | undefined, readonly limit: number }): Promise<readonly string[]> {
  if (deployment === undefined) return [idOf(run)]
  await app.deployments.get(deployment)
  const runs = []
  for await (const { execution, createdAt } of app.executions.list({ deployment })) {
    if (runs.push({ execution, createdAt }) === limit) break
  }
  return runs.sort((one, other) => one.createdAt - other.createdAt).map(({ execution }) => execution)
}
