// What a person sees: on a terminal a table that is drawn anew ten times a second, elsewhere a line for each moment.

import type { WriteStream } from 'node:tty'
import { realClock } from '../platform/clock.js'
import type { Board, DeviceRow, Moment } from './board.js'

const drawMs = 100
const tickerLines = 6
const barWidth = 10
const colours = { plain: '', good: '\x1b[32m', bad: '\x1b[31m', bold: '\x1b[1m', faint: '\x1b[2m' } as const

export class Screen {
  #drawnLines = 0
  #timer: NodeJS.Timeout | undefined
  /** What went wrong and how it was mended stays in sight. */
  readonly #story: string[] = []
  readonly #ticker: string[] = []
  readonly #startMs = realClock.monotonicMs()
  readonly #isTerminal: boolean
  readonly #hasColours: boolean

  constructor (readonly board: Board, readonly out: WriteStream) {
    this.#isTerminal = out.isTTY && process.env.TERM !== 'dumb'
    // It looks at NO_COLOR, too.
    this.#hasColours = this.#isTerminal && out.hasColors()
  }

  get elapsedMs (): number {
    return realClock.monotonicMs() - this.#startMs
  }

  open (servers: readonly string[]): void {
    for (const server of servers) this.print(server)
    this.print('')
    if (this.#isTerminal) this.#timer = setInterval(() => this.#draw(), drawMs)
  }

  /** Leaves the last picture where it is. */
  close (): void {
    if (!this.#timer) return
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#draw()
  }

  tell ({ who, what, tone }: Moment): void {
    const line = `${this.#seconds().padStart(7)}  ${who.padEnd(8)} ${this.#paint(what, tone)}`
    if (!this.#isTerminal) return this.print(line)
    const lines = tone === 'plain' ? this.#ticker : this.#story
    lines.push(line)
    if (this.#ticker.length > tickerLines) this.#ticker.shift()
  }

  print (text: string): void {
    this.out.write(`${text}\n`)
  }

  #draw (): void {
    const rows = [...this.board.devices.values()].map((row) => this.#row(row))
    const story = this.#story.length > 0 ? [...this.#story, ''] : []
    const lines = [this.#heading(), ...rows, '', this.#counters(), '', ...story, ...this.#ticker]
    const up = this.#drawnLines > 0 ? `\x1b[${this.#drawnLines}A` : ''
    // Without wrapping meanwhile: the terminal cuts what is too long, and the lines stay as many as they were counted.
    this.out.write(`${up}\x1b[J\x1b[?7l${lines.join('\n')}\n\x1b[?7h`)
    this.#drawnLines = lines.length
  }

  #heading (): string {
    return this.#paint(`  ${'device'.padEnd(8)} ${'what it is'.padEnd(12)} ${this.#nodeColumn('node')}${'state'.padEnd(9)} done  task`, 'faint')
  }

  /** Where there is one server alone, nobody asks which. */
  #nodeColumn (text: string): string {
    const hasNodes = [...this.board.devices.values()].some(({ node }) => node !== undefined)
    return hasNodes ? `${text.padEnd(6)} ` : ''
  }

  #row ({ id, about, state, done, node = '', task }: DeviceRow): string {
    const tone = state === 'killed' ? 'bad' : state === 'executing' ? 'good' : 'plain'
    const what = task ? `${task.percent === undefined ? '' : `${bar(task.percent)} `}${this.board.nameOf(task.id)}` : ''
    return `  ${this.#paint(id.padEnd(8), 'bold')} ${about.padEnd(12)} ${this.#nodeColumn(node)}${this.#paint(state.padEnd(9), tone)} ${String(done).padStart(4)}  ${what}`
  }

  #counters (): string {
    const { board } = this
    const parts = [`${board.count()} tasks`, `${board.count('available', 'waiting')} waiting`, `${board.count('offered', 'executing')} on devices`, `${board.count('completed')} done`, `${board.checked} checked`]
    return `  ${this.#paint(parts.join('  '), 'bold')}  ${board.retries} retried  ${this.#seconds()}`
  }

  #seconds (): string {
    return `${(this.elapsedMs / 1_000).toFixed(1)} s`
  }

  #paint (text: string, colour: keyof typeof colours): string {
    const code = this.#hasColours ? colours[colour] : ''
    return code === '' ? text : `${code}${text}\x1b[0m`
  }
}

function bar (percent: number): string {
  const full = Math.round(barWidth * percent / 100)
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${String(Math.round(percent)).padStart(3)} %`
}
