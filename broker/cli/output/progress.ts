/**
 * One line on a terminal that tells how a task is getting on, and goes away at
 * the end. Where there is no terminal, nothing is said.
 */
import type { Watch } from '../../../device-client/app.js'
import type { TaskState } from '../../../schemas/index.js'
import { plain } from './lines.js'

const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'
const FRAME_MS = 100
const BAR_WIDTH = 20
/** Of a terminal that does not tell. */
const COLUMNS = 80
const CLEAR = '\r\u001b[K'

/** Reads the watch of one task. Returns what ends the display. */
export function showProgress (watch: Watch, terminal: NodeJS.WriteStream = process.stderr): () => Promise<void> {
  if (!terminal.isTTY) return async () => { await watch.return() }
  let text = 'submitted'
  let turn = 0
  const draw = (): void => {
    terminal.write(`${CLEAR}${FRAMES.charAt(turn++ % FRAMES.length)} ${text}`.slice(0, (terminal.columns || COLUMNS) + CLEAR.length))
  }
  const timer = setInterval(draw, FRAME_MS)
  const reading = (async () => {
    for await (const { kind, payload } of watch as AsyncIterable<{ kind: string, payload?: object }>) {
      if (kind === 'state' && payload !== undefined) text = storyOf(payload as TaskState)
    }
  })()
  return async () => {
    clearInterval(timer)
    await watch.return()
    await reading
    terminal.write(CLEAR)
  }
}

function storyOf ({ task, state, device, attempt, percent, note }: TaskState): string {
  const where = device === undefined || state === 'available' ? '' : ` on ${device}, attempt ${attempt}`
  const bar = percent === undefined || state !== 'executing' ? '' : `  ${barOf(percent)} ${percent}%`
  return plain(`${task}: ${state}${where}${bar}${note === undefined || state !== 'executing' ? '' : `  ${note}`}`)
}

function barOf (percent: number): string {
  const full = Math.round(percent / 100 * BAR_WIDTH)
  return '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full)
}
