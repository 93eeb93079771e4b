/** What is told of services. Pure. */
import type { Transition } from '../../core/command.js'
import type { Indexes, StoredRecord } from '../../core/records.js'
import { type Instance, type Service, instanceTask } from '../../core/service.js'

export function serviceDocument (service: Service): object {
  const { id, submitter, content, generation, instances, since, v } = service
  const each = Object.entries(instances).map(([number, one]) => instanceDocument(id, number, one))
  return { service: id, submitter, state: stateOf(service), ...content, generation, executing: executingOf(service), each, since, v }
}

function instanceDocument (service: string, number: string, { tasks, restarts, state, ...one }: Instance): object {
  const hasTask = state === 'starting' || state === 'executing'
  return { instance: Number(number), state, ...one, restarts: restarts.length, task: hasTask ? instanceTask(service, number, tasks) : undefined }
}

function executingOf ({ instances }: Service): number {
  return Object.values(instances).filter(({ state }) => state === 'executing').length
}

function stateOf (service: Service): string {
  const { content, generation, instances } = service
  const all = Object.values(instances)
  if (all.length === 0 && content.instances === 0) return 'stopped'
  if (all.some(one => one.generation < generation)) return 'updating'
  if (all.some(({ state, restarts }) => state === 'failed' || state === 'waiting' || (state === 'starting' && restarts.length > 0))) return 'degraded'
  return executingOf(service) === content.instances ? 'running' : 'starting'
}

export function serviceIndexes (record: StoredRecord): Indexes {
  return { deadline: (record as Service).deadline }
}

export function changed (before: Service | undefined, after: Service | undefined, args?: string | null): Transition {
  const id = (after ?? before)?.id ?? ''
  const isSame = before !== undefined && after !== undefined && JSON.stringify({ ...before, v: 0, deadline: 0 }) === JSON.stringify({ ...after, v: 0, deadline: 0 })
  return {
    change: { kind: 'service', id, expect: before?.v ?? 0, record: after ?? null, ...args !== undefined && { parts: { args } } },
    notes: [],
    effects: after === undefined || after.isRemoved === true ? [{ type: 'gone', kind: 'service', id }] : isSame ? [] : [{ type: 'state', kind: 'service', record: after }]
  }
}
