/** What became of each step of an execution, as a table. */
import type { ExecutionDocument } from '../../../schemas/index.js'
import { table } from './table.js'

export function stepsTable (steps: ExecutionDocument['steps']): string {
  return table(['STEP', 'STATE', 'DEVICE', 'MS', 'TAKES', 'GIVES', 'TASK'], Object.entries(steps).map(([step, { state, device = '', beganAt = 0, endedAt = beganAt, argsBytes = 0, resultBytes = 0, task = '' }]) =>
    [step, state, device, endedAt - beganAt, argsBytes, resultBytes, task]))
}
