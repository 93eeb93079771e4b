/**
 * A run of a workflow as a picture: a line a step, under what it waits for. Pure: from a document, a time and
 * the size of a terminal to lines.
 */
import type { TaskState, WorkflowState } from '../../../schemas/index.js'
import { type Placed, placed } from './graph-order.js'
import { plain } from './lines.js'

/** How the task of a step stands that is under way: the run tells of it once it is over. */
export type StepTask = Pick<TaskState, 'state' | 'device' | 'percent'>
type Step = WorkflowState['steps'][string] & { readonly its?: StepTask | undefined }
export type RunDocument = Pick<WorkflowState, 'run' | 'state' | 'template' | 'percent' | 'error' | 'compensated' | 'reason' | 'createdAt' | 'since'> & { readonly steps: Readonly<Record<string, Step>> }

export const stepSigns = { waiting: '·', executing: '▶', completed: '✓', failed: '✗', skipped: '○', cancelled: '⊘' } as const
export const runSigns = { executing: '▶', compensating: '↩', completed: '✓', failed: '✗', cancelled: '⊘' } as const

const BAR_WIDTH = 20
const NARROW_BAR_WIDTH = 8
/** Columns of a terminal below which a bar is short. */
const NARROW = 60
/** Of the width, so much may be indentation: what goes deeper stands below, not further in. */
const INDENT_SHARE = 1 / 3

/** @param height so many lines at the most; where it takes more, what is under way is shown, and the others are counted */
export function drawRun (document: RunDocument, now: number, width: number, height = Infinity): readonly string[] {
  const entries = placed(document.steps, Math.floor(width * INDENT_SHARE))
  const shown = fitting(entries, document, height)
  const rows = shown.map(entry => rowOf(entry, document, now, width < NARROW ? NARROW_BAR_WIDTH : BAR_WIDTH))
  const [names, devices, times] = [0, 1, 2].map(column => Math.max(0, ...rows.map(row => (row[column] ?? '').length))) as [number, number, number]
  const lines = rows.map(([name, device, time, detail]) => [name.padEnd(names), ...devices > 0 ? [device.padEnd(devices)] : [], ...times > 0 ? [time.padStart(times)] : [], detail].join('  '))
  const rest = shown.length < entries.length ? [restOf(entries.filter(entry => !shown.includes(entry)), document)] : []
  return [headOf(document, now), ...lines, ...rest].map(line => cut(line.trimEnd(), width))
}

function cut (line: string, width: number): string {
  const letters = [...line]
  return letters.length <= width ? line : `${letters.slice(0, Math.max(width - 1, 0)).join('')}…`
}

const told = { executing: 'is executing', compensating: 'has failed, and is made up for', completed: 'is completed', failed: 'has failed', cancelled: 'is cancelled' } as const

function headOf ({ run, state, template, percent = 0, error, compensated, reason, createdAt, since }: RunDocument, now: number): string {
  const isOpen = state === 'executing' || state === 'compensating'
  const cause = error !== undefined ? failureOf(error) : reason === state ? undefined : reason
  const parts = [
    `${runSigns[state]} ${run}${template === undefined ? '' : `, of ${template},`} ${told[state]}${cause === undefined ? '' : `: ${plain(cause)}`}`,
    ...compensated === undefined ? [] : [compensated ? 'made up for' : 'not made up for'],
    ...isOpen ? [`${percent} %`] : [],
    shortTime((isOpen ? now : since) - createdAt)
  ]
  return parts.join('  ')
}

/** Where, and what: `part[37]: broken: it is broken`. */
export function failureOf ({ step, index, code, message }: NonNullable<RunDocument['error']>): string {
  const at = step === undefined ? '' : `${step}${index === undefined ? '' : `[${index}]`}: `
  return at + errorOf({ code, message })
}

/** Many texts begin with their code. */
export function errorOf ({ code, message }: { readonly code: string, readonly message?: string | undefined }): string {
  return message === undefined ? code : message.startsWith(`${code}:`) ? message : `${code}: ${message}`
}

type Row = readonly [name: string, device: string, time: string, detail: string]

function rowOf ({ name, prefix, label }: Placed, { state, steps }: RunDocument, now: number, barWidth: number): Row {
  const step = steps[name] as Step
  const { its, beganAt, endedAt = now } = step
  const device = step.device ?? (its?.state === 'executing' ? its.device : undefined) ?? ''
  const isOpen = state === 'executing' || state === 'compensating'
  const details = [progressOf(step, barWidth), standingOf(step), endingOf(step), isOpen || step.state !== 'waiting' ? '' : 'not begun', label]
  return [`${prefix}${stepSigns[step.state]} ${name}`, plain(device), beganAt === undefined ? '' : shortTime(endedAt - beganAt), details.filter(text => text !== '').join('  ')]
}

/** Of its task: how far it is, or what it is about to be. */
function standingOf ({ state, its }: Step): string {
  if (state !== 'executing' || its === undefined) return ''
  if (its.state !== 'executing') return waits[its.state] ?? ''
  return its.percent === undefined ? '' : `${its.percent} %`
}

const waits: Readonly<Partial<Record<StepTask['state'], string>>> = { waiting: 'waits for its time', available: 'waits for a device', offered: 'offered' }

function progressOf (step: Step, width: number): string {
  const { total, done = 0 } = step
  if (total === undefined) return ''
  const full = total === 0 ? width : Math.floor(done / total * width)
  const bar = step.state === 'executing' ? `${'█'.repeat(full)}${'░'.repeat(width - full)} ` : ''
  return bar + countsOf(step)
}

/** Of elements: `37/120 (3 failed)`. */
export function countsOf ({ total = 0, done = 0, failed = 0 }: Step): string {
  return `${done}/${total}${failed === 0 ? '' : ` (${failed} failed)`}`
}

function endingOf ({ state, error, attempts = 1 }: Step): string {
  const why = error === undefined ? '' : plain(errorOf(error))
  if (state === 'skipped') return why === '' ? 'skipped' : `skipped: ${why}`
  if (state === 'cancelled') return 'cancelled'
  if (state === 'failed') return why
  return attempts > 1 ? `${attempts} attempts` : ''
}

/** The more the reader wants to know of it. */
const ranks: Readonly<Record<Step['state'], number>> = { failed: 0, executing: 0, waiting: 1, cancelled: 2, skipped: 2, completed: 3 }
/** The head, and the line that counts the others. */
const LINES_BESIDE = 2

function fitting (entries: readonly Placed[], { steps }: RunDocument, height: number): readonly Placed[] {
  if (entries.length + 1 <= height) return entries
  const rankOf = ({ name }: Placed): number => ranks[(steps[name] as Step).state]
  const kept = new Set([...entries].sort((one, other) => rankOf(one) - rankOf(other)).slice(0, Math.max(height - LINES_BESIDE, 0)))
  return entries.filter(entry => kept.has(entry))
}

function restOf (entries: readonly Placed[], { steps }: RunDocument): string {
  const counts = new Map<string, number>()
  for (const { name } of entries) {
    const { state } = steps[name] as Step
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return `… ${entries.length} more: ${[...counts].map(([state, count]) => `${count} ${state}`).join(', ')}`
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** 0.4s, 12s, 2m05s, 1h03m, 2d04h. */
export function shortTime (ms: number): string {
  const time = Math.max(ms, 0)
  if (time < 10 * SECOND) return `${(Math.floor(time / 100) / 10).toFixed(1)}s`
  if (time < MINUTE) return `${Math.floor(time / SECOND)}s`
  const [large, small, units] = time < HOUR ? [MINUTE, SECOND, 'ms'] : time < DAY ? [HOUR, MINUTE, 'hm'] : [DAY, HOUR, 'dh']
  return `${Math.floor(time / large)}${units.charAt(0)}${String(Math.floor(time % large / small)).padStart(2, '0')}${units.charAt(1)}`
}
