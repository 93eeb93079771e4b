// The last words of the demo.

import type { Board } from './board.js'
import type { Failover } from './failover.js'
import type { Takeover } from './takeover.js'

export interface Outcome {
  readonly board: Board
  readonly wrong: number
  readonly takeover: Takeover
  readonly failover: Failover | undefined
  readonly elapsedMs: number
}

export function summaryOf ({ board, wrong, takeover, failover, elapsedMs }: Outcome): string {
  const { task, from, to, percent, overMs, begunMs, doneMs } = takeover
  const devices = [...board.devices.values()].map(({ id, done }) => `${id} ${done}`)
  return `
  tasks      ${board.count('completed')} done of ${board.count()}, in ${(elapsedMs / 1_000).toFixed(1)} s
  results    ${board.checked} compared with what this process computed itself, ${wrong} wrong
  devices    ${devices.join(', ')}
  retries    ${board.retries}
  takeover   ${from} was killed at ${percent} % of ${task}; its lease ran out ${overMs} ms
             later, ${to} began it again at ${begunMs} ms and finished it at ${doneMs} ms.
${failover ? aboutFailover(failover) : ''}`
}

function aboutFailover ({ from, to, devices, task, device, percent, movedMs, isSameAttempt }: Failover): string {
  const ending = isSameAttempt ? `${device} finished it in the same attempt` : 'it had to be begun again'
  return `  failover   ${from} was killed at ${percent} % of ${task}; ${devices.join(', ')}
             went on at ${to} within ${movedMs} ms, and ${ending}.
`
}
