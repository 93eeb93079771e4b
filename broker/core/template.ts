/** What is saved under a name: a workflow, or a function with the options of its tasks. */
import type { Params } from '../../schemas/index.js'
import type { Json, StoredRecord } from './records.js'
import type { Plan, TaskOptions } from './workflow.js'

export interface TemplateContent extends TaskOptions {
  readonly description?: string | undefined
  /** What `input` must be like. */
  readonly params?: Params | undefined
  readonly steps?: Plan['steps'] | undefined
  readonly result?: string | undefined
  readonly function?: string | undefined
  readonly args?: Json | undefined
  readonly timeoutMs?: number | undefined
}

export interface Template extends StoredRecord {
  readonly content: TemplateContent
  readonly createdBy: string
  readonly createdAt: number
}
