/**
 * The lifecycle of an orchestrator node, as a table. Pure: it imports the core
 * alone.
 *
 *   birth ─▶ online ── leave, silence ──▶ offline ── an hour ──▶ gone
 */
import { type Lifecycle, NONE, type Row, rowsOf } from '../../core/lifecycle.js'
import type { Node, NodePresence } from '../../core/node.js'

export type NodeEvent =
  | { readonly type: 'birth', readonly now: number, readonly node: string }
  | { readonly type: 'leave', readonly now: number }
  | { readonly type: 'deadline', readonly now: number }

const KNOWN: readonly NodePresence[] = ['online', 'offline']

/** Several signs of life may get lost or late before a node counts as gone. */
export const NODE_PRESENCE_MS = 4_000
const KEPT_MS = 60 * 60_000

/** Of several nodes that saw it, one was the first: since then the deadline is another. */
const over = { name: 'over', test: (node: Node, { now }: { now: number }) => node.deadline <= now }

const on = rowsOf<Node, NodeEvent, NodePresence, never>()

const rows: readonly Row<Node, NodeEvent, NodePresence, never>[] = [
  on('birth', { from: [NONE], to: 'online', apply: (_, e) => ({ id: e.node, v: e.now, deadline: e.now + NODE_PRESENCE_MS }) }),
  on('birth', { from: KNOWN, to: 'online', apply: (_, e) => ({ since: e.now, deadline: e.now + NODE_PRESENCE_MS, ending: undefined }) }),
  on('leave', { from: ['online'], to: 'offline', apply: (_, e) => gone('left', e.now) }),
  on('deadline', { from: ['online'], when: over, to: 'offline', apply: (_, e) => gone('lost', e.now) }),
  on('deadline', { from: ['offline'], when: over, to: NONE }),
  on('deadline', { from: [NONE, ...KNOWN] }),
  on('leave', { from: [NONE, 'offline'] })
]

function gone (ending: 'left' | 'lost', now: number): Partial<Node> {
  return { deadline: now + KEPT_MS, ending }
}

export const nodeLifecycle: Lifecycle<Node, NodeEvent, NodePresence, never> = {
  name: 'node',
  states: KNOWN,
  events: ['birth', 'leave', 'deadline'],
  rows,
  nextVersion: (node, { now }) => Math.max(node.v + 1, now)
}
