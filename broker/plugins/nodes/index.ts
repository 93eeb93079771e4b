/** The orchestrator's own nodes: their births and ends, which no principal sends. */
import { type CommandDefinition, type Decision, define } from '../../core/command.js'
import { step } from '../../core/lifecycle.js'
import type { Node } from '../../core/node.js'
import { type Indexes, type StoredRecord, after } from '../../core/records.js'
import { type NodeEvent, nodeLifecycle } from './lifecycle.js'

export { NODE_PRESENCE_MS } from './lifecycle.js'

function internal (type: NodeEvent['type']): CommandDefinition {
  return define<{ readonly above?: number }, Node | undefined>({
    key: `nodes/${type}`,
    order: ({ entity }) => ({ exclusive: `node ${entity}` }),
    read: (reader, { entity }) => after(reader.record('node', entity), node => node as Node | undefined),
    decide (before, { entity, now, body: { above = 0 } }): Decision {
      // Above what was told meanwhile and not stored, an alarm.
      const done = step(nodeLifecycle, before, { type, node: entity, now: Math.max(now, above + 1) } as NodeEvent)
      if (done.type !== 'moved') return { transitions: [] }
      return {
        transitions: [{
          change: { kind: 'node', id: entity, expect: before?.v ?? 0, record: done.after },
          notes: [],
          effects: [done.after === null ? { type: 'gone', kind: 'node', id: entity } : { type: 'state', kind: 'node', record: done.after }]
        }]
      }
    }
  })
}

export const nodeCommands: readonly CommandDefinition[] = (['birth', 'leave', 'deadline'] as const).map(internal)

export function nodeIndexes (record: StoredRecord): Indexes {
  return { deadline: (record as Node).deadline }
}

export function nodeDocument ({ id, state, v, since, problem }: Node): object {
  return { node: id, state, v, since, problem }
}
