/** From one state of an execution to the next. Pure. */
import type { Transition } from '../../core/command.js'
import type { Execution } from '../../core/execution.js'

export function changed (before: Execution | undefined, after: Execution | undefined, parts?: Readonly<Record<string, string>>): readonly Transition[] {
  const id = (after ?? before)?.id ?? ''
  return [{
    change: { kind: 'execution', id, expect: before?.v ?? 0, record: after ?? null, ...parts !== undefined && { parts } },
    notes: [],
    effects: after === undefined ? [{ type: 'gone', kind: 'execution', id }] : isSame(before, after) ? [] : [{ type: 'state', kind: 'execution', record: after }]
  }]
}

/** Only the time of the next look is another. */
function isSame (before: Execution | undefined, after: Execution): boolean {
  return before !== undefined && JSON.stringify({ ...before, v: 0, deadline: 0 }) === JSON.stringify({ ...after, v: 0, deadline: 0 })
}
