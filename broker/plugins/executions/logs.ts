/** What devices and their modules have written about the steps of an execution. */
import { type CommandDefinition, type Decision, define } from '../../core/command.js'
import { type Execution, tasksOf } from '../../core/execution.js'
import { mayTouch } from '../../core/permissions.js'
import { notYours, unknown } from './rejections.js'

/** A line beside a task. */
interface Line { readonly from: string, readonly level: string, readonly message: string, readonly at: number }

interface Facts { readonly execution: Execution | undefined, readonly lines: readonly (Line & { readonly step: string, readonly task: string })[] }

export const logs: CommandDefinition = define<object, Facts>({
  key: 'executions/logs',
  order: ({ entity }) => ({ exclusive: `execution ${entity}` }),
  async read (reader, { entity }) {
    const execution = await reader.record('execution', entity) as Execution | undefined
    const found = await Promise.all(execution === undefined
      ? []
      : tasksOf(execution).map(async ({ step, task }) => {
        const lines = JSON.parse(await reader.part('task', task, 'logs') ?? '[]') as Line[]
        return lines.map(line => ({ step, task, ...line }))
      }))
    return { execution, lines: found.flat().sort((one, other) => one.at - other.at) }
  },
  decide ({ execution, lines }, { key, sender }, { limits }): Decision {
    if (execution === undefined) return { reject: unknown }
    if (!mayTouch(sender, key, execution.submitter)) return { reject: notYours }
    const { id, deployment } = execution
    const reply = (left: number): object => ({ execution: id, deployment, lines: left === 0 ? lines : lines.slice(left), ...left > 0 && { left } })
    // One message holds them: the oldest stay behind.
    let left = 0
    while (left < lines.length && Buffer.byteLength(JSON.stringify(reply(left))) > limits.valueBytes) left += Math.max(1, Math.ceil((lines.length - left) / 10))
    return { transitions: [], reply: reply(Math.min(left, lines.length)) }
  }
})
