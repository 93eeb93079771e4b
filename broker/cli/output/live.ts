/**
 * A run of a workflow while it goes on: at a terminal a picture that is redrawn in place, elsewhere a line for
 * each change. What is drawn is up to graph.ts.
 */
import { type RunDocument, countsOf, drawRun, errorOf, runSigns, shortTime, stepSigns } from './graph.js'
import { plain } from './lines.js'

export interface Display {
  update (document: RunDocument): void
  /** Leaves what is there. */
  end (): void
}

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'rows' | 'write'>

/** Redrawn no more often than this. */
const FRAME_MS = 100
/** Times go on although nothing is heard. */
const TICK_MS = 1_000
/** Of a terminal that does not tell. */
const COLUMNS = 80
const ROWS = 24

/** @param now the orchestrator's time */
export function showLive (terminal: Terminal, now: () => number, isColoured: boolean): Display {
  return terminal.isTTY ? new Picture(terminal, now, isColoured) : new Lines(terminal)
}

export function isColoured (terminal: Pick<Terminal, 'isTTY'>, env: NodeJS.ProcessEnv): boolean {
  return terminal.isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'
}

/** As wide as the terminal, as a whole, for a run that is looked at once. */
export function pictureOf (document: RunDocument, now: number, terminal: Pick<Terminal, 'isTTY' | 'columns'>, env: NodeJS.ProcessEnv): readonly string[] {
  const lines = drawRun(document, now, terminal.isTTY ? terminal.columns || COLUMNS : Infinity)
  return isColoured(terminal, env) ? lines.map(coloured) : lines
}

const colours: Readonly<Record<string, number>> = { '✓': 32, '▶': 36, '✗': 31, '↩': 33, '⊘': 33, '·': 90, '○': 90 }
const SIGNED = new RegExp(`^([│├└─ ]*)([${[...Object.values(stepSigns), ...Object.values(runSigns)].join('')}] \\S+)`)

/** The sign and the name. */
function coloured (line: string): string {
  return line.replace(SIGNED, (_, prefix: string, text: string) => `${prefix}\u001b[${colours[text.charAt(0)] ?? 0}m${text}\u001b[0m`)
}

class Picture implements Display {
  #document: RunDocument | undefined
  #height = 0
  #drawnAt = -Infinity
  #next: NodeJS.Timeout | undefined
  readonly #tick = setInterval(() => this.#draw(), TICK_MS)

  constructor (private readonly terminal: Terminal, private readonly now: () => number, private readonly isColoured: boolean) {}

  update (document: RunDocument): void {
    this.#document = document
    if (this.#next !== undefined) return
    const wait = this.#drawnAt + FRAME_MS - this.now()
    if (wait <= 0) this.#draw()
    else this.#next = setTimeout(() => this.#draw(), wait)
  }

  /** All of it, however high the terminal is: it scrolls. */
  end (): void {
    clearInterval(this.#tick)
    this.#draw(Infinity)
  }

  #draw (height = (this.terminal.rows || ROWS) - 1): void {
    clearTimeout(this.#next)
    this.#next = undefined
    this.#drawnAt = this.now()
    if (this.#document === undefined) return
    const lines = drawRun(this.#document, this.now(), this.terminal.columns || COLUMNS, height)
    const up = this.#height === 0 ? '' : `\u001b[${this.#height}A\r`
    // Lines of letters that are wider than they seem must not wrap: the next picture would begin too low.
    this.terminal.write(`${up}\u001b[?7l${lines.map(line => `${this.isColoured ? coloured(line) : line}\u001b[K\n`).join('')}\u001b[J\u001b[?7h`)
    this.#height = lines.length
  }
}

class Lines implements Display {
  #before: RunDocument | undefined

  constructor (private readonly terminal: Pick<Terminal, 'write'>) {}

  update (document: RunDocument): void {
    for (const line of changesOf(this.#before, document)) this.terminal.write(`${line}\n`)
    this.#before = document
  }

  end (): void {}
}

/** A line for each step that has changed. */
export function changesOf (before: RunDocument | undefined, after: RunDocument): readonly string[] {
  const steps = Object.entries(after.steps).flatMap(([name, step]) => {
    const line = lineOf(name, step)
    const former = before?.steps[name]
    return line === (former === undefined ? `${name} is waiting` : lineOf(name, former)) ? [] : [line]
  })
  const isTold = before?.state === after.state || (before === undefined && after.state === 'executing')
  return [...steps, ...isTold ? [] : [`${after.run} is ${after.state}`]]
}

function lineOf (name: string, step: RunDocument['steps'][string]): string {
  const { state, device, beganAt, endedAt, error, total } = step
  const parts = [
    `${name} is ${state}`,
    ...device === undefined ? [] : [`on ${device}`],
    ...beganAt === undefined || endedAt === undefined ? [] : [`after ${shortTime(endedAt - beganAt)}`],
    ...total === undefined ? [] : [countsOf(step)]
  ]
  return plain(`${parts.join(' ')}${error === undefined ? '' : `: ${errorOf(error)}`}`)
}
