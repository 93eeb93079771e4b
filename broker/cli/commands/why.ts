/** `orchestra why`: why a task is where it is, in a sentence and device by device. */
import type { TaskWhy } from '../../../schemas/index.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { exitCodes } from '../exit.js'
import { jsonOf, plain, say } from '../output/lines.js'
import { table } from '../output/table.js'
import { clientSettings } from '../settings/client.js'

export const why = defineCommand({
  name: 'why <task>',
  about: 'explain why a task is where it is',
  settings: clientSettings,
  async run (config, [task]) {
    const { ref, ...answer } = await withApp(config, app => app.why(idOf(task)))
    if (config.json) say(jsonOf(answer))
    else for (const line of explain(answer)) say(line)
    return exitCodes.ok
  }
})

function explain ({ task, state, text, lane, devices = [], more }: TaskWhy): string[] {
  const lines = [plain(`${task} is ${state}: ${text}`)]
  if (lane?.waiting !== undefined && lane.waiting > 1) lines.push(`${lane.waiting} tasks that need the same wait, this one included`)
  if (devices.length > 0) lines.push('', table(['DEVICE', 'VERDICT', 'BECAUSE'], devices.map(rowOf)))
  if (more === true) lines.push('and further devices that fit less')
  return lines
}

type Verdict = NonNullable<TaskWhy['devices']>[number]

function rowOf ({ device, fits, ready, score, reason, filters = [], scores = {} }: Verdict): string[] {
  if (!fits) return [device, 'does not fit', filters.map(({ reason }) => reason).join('; ')]
  if (ready === false) return [device, 'not now', reason ?? filters.map(({ reason }) => reason).join('; ')]
  const parts = Object.entries(scores).map(([name, value]) => `${name} ${value}`).join(', ')
  return [device, `fits, score ${score ?? 0}`, parts]
}
