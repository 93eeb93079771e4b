/**
 * Judges a run by what its clients wrote down, and by nothing else: which
 * acknowledged tasks were lost, which had two effects, and who was told what
 * did not hold. Pure.
 */
import type { Entry } from '../support/history.js'
import { grouped } from './leases.js'

export interface Verdict {
  readonly submitted: number
  readonly acked: number
  readonly completed: number
  /** Acknowledged, and not ended with an effect. */
  readonly lost: readonly string[]
  /** More than one effective completion, or a state that changed after the end. */
  readonly doubled: readonly string[]
  /** Whatever else contradicts what a client was told. */
  readonly wrong: readonly string[]
}

const ENDED = ['completed', 'failed', 'cancelled', 'expired']

export function isEnded (state: string | undefined): boolean {
  return state !== undefined && ENDED.includes(state)
}

export function judge (entries: readonly Entry[]): Verdict {
  const verdict = { submitted: 0, acked: 0, completed: 0, lost: [] as string[], doubled: [] as string[], wrong: [] as string[] }
  for (const [task, all] of grouped(entries, ({ task }) => task)) {
    const of = (what: Entry['what']): Entry[] => all.filter(entry => entry.what === what)
    const [invoked] = of('invoke')
    if (invoked === undefined) continue
    const acked = of('ack').length > 0
    const final = of('final').at(-1)
    verdict.submitted++
    if (acked) verdict.acked++
    if (final?.state === 'completed') verdict.completed++
    // All work here succeeds in the end, so any other end is a loss.
    if (acked && final?.state !== 'completed') verdict.lost.push(`${task}: ${final?.state ?? 'unknown'}`)
    verdict.doubled.push(...doubles(all).map(what => `${task}: ${what}`))
    verdict.wrong.push(...contradictions(invoked, all, final).map(what => `${task}: ${what}`))
  }
  return verdict
}

/** What is written down without having been told anything. */
const OWN_DOING: readonly Entry['what'][] = ['invoke', 'complete', 'fail']

/** Whatever the server told anybody between these times. */
export function toldBetween (entries: readonly Entry[], from: number, to: number): Entry[] {
  return entries.filter(({ what, at }) => !OWN_DOING.includes(what) && at > from && at < to)
}

/** A result that was acknowledged and never rejected had an effect, as one that was accepted. */
function effective (all: readonly Entry[]): number[] {
  const rejected = new Set(all.filter(({ what }) => what === 'complete-rejected').map(({ attempt }) => attempt))
  const heard = all.filter(({ what, attempt }) => what === 'complete-accepted' || (what === 'complete-acked' && !rejected.has(attempt)))
  return [...new Set(heard.flatMap(({ attempt }) => attempt ?? []))]
}

function doubles (all: readonly Entry[]): string[] {
  const found: string[] = []
  const attempts = effective(all)
  if (attempts.length > 1) found.push(`completed by attempts ${attempts.join(' and ')}`)
  const states = all.filter(({ what, v }) => (what === 'told' || what === 'final') && v !== undefined)
  const end = states.filter(({ state }) => isEnded(state)).sort((a, b) => Number(a.v) - Number(b.v))[0]
  for (const later of states) {
    // Whoever reads a state ignores a version lower than one it knows.
    if (end === undefined || Number(later.v) < Number(end.v)) continue
    if (later.state !== end.state || Number(later.v) !== Number(end.v)) found.push(`${end.state} (v ${end.v}), and then ${later.state} (v ${later.v})`)
  }
  return found
}

function contradictions (invoked: Entry, all: readonly Entry[], final: Entry | undefined): string[] {
  const found: string[] = []
  for (const { what, args, who } of all) {
    if (what === 'receive' && args !== invoked.args) found.push(`${who} was offered it with ${args} instead of ${invoked.args}`)
  }
  for (const { who, code } of all.filter(({ what }) => what === 'refused')) found.push(`${who} was refused: ${code}`)
  if (final?.state !== 'completed') return found
  const { double, by, attempt } = final.result as { double: number, by: string, attempt: number }
  if (double !== 2 * (invoked.args ?? 0)) found.push(`twice ${invoked.args} is not ${double}`)
  if (!all.some(entry => entry.what === 'complete' && entry.who === by && entry.attempt === attempt)) found.push(`${by} never said that`)
  for (const other of effective(all)) {
    if (other !== attempt) found.push(`attempt ${other} was accepted, and the result is that of ${attempt}`)
  }
  return found
}
