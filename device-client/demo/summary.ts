// The last words of the demo.

import type { Board } from './board.js'
import type { Takeover } from './takeover.js'

export interface Outcome {
  readonly board: Board
  readonly wrong: number
  readonly takeover: Takeover
  readonly elapsedMs: number
}

export function summaryOf ({ board, wrong, takeover, elapsedMs }: Outcome): string {
  const { task, from, to, percent, overMs, begunMs, doneMs } = takeover
  const devices = [...board.devices.values()]
  return `
  tasks      ${board.count('completed')} done of ${board.count()}, in ${(elapsedMs / 1_000).toFixed(1)} s
  results    ${board.checked} compared with what this process computed itself, ${wrong} wrong
  devices    ${devices.length}: ${devices.map(({ id, done }) => `${id} ${done}`).join(', ')}
  retries    ${board.retries}
  takeover   ${from} was killed when it had done ${percent} % of ${task} (${board.nameOf(task)}); its lease ran out after
             ${overMs} ms, ${to} began it again after ${begunMs} ms and had done it after ${doneMs} ms.
`
}
