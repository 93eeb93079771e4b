/** From one state of a run to the next. Pure. */
import type { Effect } from '../../core/effects.js'
import type { Internal, Transition } from '../../core/command.js'
import { WithTexts } from '../../core/payload.js'
import { type Workflow, isOver } from '../../core/workflow.js'
import { workflowDocument } from './documents.js'

export type Parts = Readonly<Record<string, string>>

export function changed (before: Workflow | undefined, after: Workflow | undefined, parts?: Parts): Transition {
  const id = (after ?? before)?.id ?? ''
  return {
    change: { kind: 'workflow', id, expect: before?.v ?? 0, record: after ?? null, ...parts !== undefined && { parts } },
    notes: [],
    effects: after === undefined ? [{ type: 'gone', kind: 'workflow', id }] : effectsOf(before, after, parts),
    follow: after !== undefined && isOver(after) && before?.state !== after.state ? endTold(after) : []
  }
}

function effectsOf (before: Workflow | undefined, after: Workflow, parts: Parts | undefined): readonly Effect[] {
  if (before !== undefined && isSame(before, after)) return []
  const state: Effect = { type: 'state', kind: 'workflow', record: after }
  if (after.notify !== true || !isOver(after) || before?.state === after.state) return [state]
  return [state, { type: 'send', to: after.submitter, topic: `workflows/${after.id}/ended`, payload: new WithTexts(workflowDocument(after), { result: parts?.result }) }]
}

/** Only the time of the next look is another. */
function isSame (before: Workflow, after: Workflow): boolean {
  return JSON.stringify({ ...before, v: 0, deadline: 0, isSwept: 0 }) === JSON.stringify({ ...after, v: 0, deadline: 0, isSwept: 0 })
}

/** The run of which it is a step goes on. */
function endTold ({ id, parent }: Workflow): readonly Internal[] {
  return parent === undefined ? [] : [{ key: 'workflows/ended', entity: parent.run, body: { run: id, step: parent.step, index: parent.index } }]
}
