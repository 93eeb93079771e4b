/** What is told of each noun on `state/{kind}s/{id}`, tasks and devices apart: one row a noun. */
import type { Deployment } from '../core/deployment.js'
import type { Kind } from '../core/effects.js'
import { type Execution, isOver } from '../core/execution.js'
import type { Versions } from '../core/module.js'
import type { Node } from '../core/node.js'
import { WithTexts } from '../core/payload.js'
import { type Awaitable, type StoredRecord, after } from '../core/records.js'
import type { Schedule } from '../core/schedule.js'
import type { Service } from '../core/service.js'
import type { Template } from '../core/template.js'
import { type Workflow, isOver as isRunOver } from '../core/workflow.js'
import type { Fact } from '../effects/executor.js'
import { deploymentDocument } from '../plugins/deployments/index.js'
import { executionDocument } from '../plugins/executions/index.js'
import { versionsDocument } from '../plugins/modules/index.js'
import { nodeDocument } from '../plugins/nodes/index.js'
import { scheduleDocument } from '../plugins/schedules/index.js'
import { serviceDocument } from '../plugins/services/index.js'
import { templateDocument } from '../plugins/templates/index.js'
import { workflowDocument } from '../plugins/workflows/index.js'
import type { Store } from '../store/store.js'

export interface Noun<R extends StoredRecord = StoredRecord> {
  /** What its records are called in the store. */
  readonly stored: string
  readonly fact: (record: R, store: Pick<Store, 'part'>) => Awaitable<Fact>
  /** There may be so many that whoever asks for all of them gets changes alone. */
  readonly isMany?: true
}

export const nouns: Readonly<Record<Kind, Noun>> = {
  node: noun({ stored: 'node', fact: (node: Node) => ({ payload: nodeDocument(node) }) }),
  module: noun({ stored: 'versions', fact: (versions: Versions) => ({ payload: versionsDocument(versions) }) }),
  deployment: noun({ stored: 'deployment', fact: (deployment: Deployment) => ({ payload: deploymentDocument(deployment) }) }),
  execution: noun({ stored: 'execution', isMany: true, fact: (execution: Execution, store) => withResult('execution', execution, isOver(execution), executionDocument(execution), store) }),
  template: noun({ stored: 'template', fact: (template: Template) => ({ payload: templateDocument(template) }) }),
  schedule: noun({ stored: 'schedule', fact: (schedule: Schedule) => ({ payload: scheduleDocument(schedule) }) }),
  service: noun({ stored: 'service', fact: (service: Service) => ({ payload: serviceDocument(service) }) }),
  workflow: noun({ stored: 'workflow', isMany: true, fact: (run: Workflow, store) => withResult('workflow', run, isRunOver(run), workflowDocument(run), store) })
}

/** A definition whose records are known inside and of no concern outside. */
function noun<R extends StoredRecord> (one: Noun<R>): Noun {
  return one as unknown as Noun
}

/** With the text that is kept beside it once it is completed. */
function withResult (kind: string, { id, state }: { readonly id: string, readonly state: string }, isOver: boolean, payload: object, store: Pick<Store, 'part'>): Awaitable<Fact> {
  if (state !== 'completed') return { payload, isOver }
  return after(store.part(kind, id, 'result'), result => ({ payload: new WithTexts(payload, { result }), isOver }))
}
