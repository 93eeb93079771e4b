/** `orchestra why`: why a task, or each step of a deployment or of a run of a workflow, is where it is. */
import type { DeploymentWhyAccepted, TaskWhy, WorkflowWhyAccepted } from '../../../schemas/index.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { jsonOf, plain, say } from '../output/lines.js'
import { table } from '../output/table.js'
import { clientSettings } from '../settings/client.js'

export const why = defineCommand({
  name: 'why <task> [name]',
  about: 'explain why a task is where it is; why deployment NAME, why run NAME: why its steps are',
  settings: clientSettings,
  async run (config, [task, name]) {
    if (task === 'deployment' && name !== undefined) return await whyDeployment(config, name)
    if (task === 'run' && name !== undefined) return await whyRun(config, name)
    if (name !== undefined) throw new CommandError(exitCodes.usage, `why: why TASK, why deployment NAME or why run NAME; ${JSON.stringify(task)} is neither`)
    const { ref, ...answer } = await withApp(config, app => app.why(idOf(task)))
    if (config.json) say(jsonOf(answer))
    else for (const line of explain(answer)) say(line)
    return exitCodes.ok
  }
})

async function whyDeployment (config: Parameters<typeof withApp>[0] & { readonly json: boolean }, name: string) {
  const { ref, ...answer } = await withApp(config, app => app.deployments.why(idOf(name)))
  if (config.json) say(jsonOf(answer))
  else for (const line of explainDeployment(answer)) say(line)
  return exitCodes.ok
}

async function whyRun (config: Parameters<typeof withApp>[0] & { readonly json: boolean }, name: string) {
  const { ref, ...answer } = await withApp(config, app => app.workflows.why(idOf(name)))
  if (config.json) say(jsonOf(answer))
  else for (const line of explainRun(answer)) say(line)
  return exitCodes.ok
}

function explainRun ({ run, state, text, steps }: WorkflowWhyAccepted): string[] {
  const rows = Object.entries(steps).map(([name, { state, text, tasks = [], run: inner }]) => [name, state, text, inner === undefined ? tasks.map(task => `orchestra why ${task}`).join(', ') : `orchestra why run ${inner}`])
  return [plain(`${run} is ${state}: ${text}`), ...rows.length === 0 ? [] : ['', table(['STEP', 'STATE', 'BECAUSE', 'FURTHER'], rows)]]
}

function explainDeployment ({ deployment, revision, state, steps }: DeploymentWhyAccepted): string[] {
  const lines = [`${deployment}, revision ${revision}, is ${state}`]
  for (const [step, { device, devices, more }] of Object.entries(steps)) {
    lines.push('', plain(`${step} is on ${device ?? 'no device'}`))
    if (devices.length > 0) lines.push(table(['DEVICE', 'VERDICT', 'BECAUSE'], devices.map(({ device, fits, reason = '', score = 0, scores = {} }) => fits ? [device, `fits, score ${score}`, Object.entries(scores).map(([name, value]) => `${name} ${value}`).join(', ')] : [device, 'does not fit', reason])))
    if (more === true) lines.push('and further devices')
  }
  return lines
}

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
