// Runs of workflows, and what is saved by name, as an app asks for them: begun, waited for, watched, explained, ended.

import type {
  TemplateAccepted, TemplateList, TemplateListAccepted, TemplatePut, TemplateState, WorkflowAccepted, WorkflowList, WorkflowListAccepted, WorkflowState, WorkflowSubmit, WorkflowWhyAccepted
} from '../schemas/index.js'
import type { Facts } from './facts.js'
import { WorkflowError } from './failures.js'
import { RunWatch } from './run-watch.js'

/** Steps, or what is saved by name; `timeoutMs`: the run has failed where it has taken longer than this. */
export type WorkflowPlan = Pick<WorkflowSubmit, 'result' | 'timeoutMs'> & { steps: NonNullable<WorkflowSubmit['steps']> } | Pick<WorkflowSubmit, 'timeoutMs'> & { template: string }

/** `run`: a short name of one's own, after which its tasks are named; the same again is the same run. */
export type WorkflowOptions = Pick<WorkflowSubmit, 'priority' | 'tag' | 'keepMs'> & { run?: string }
/** `timeoutMs`: how long to wait for the end; by default as long as it takes. The run goes on all the same. */
export type WorkflowRunOptions = WorkflowOptions & { timeoutMs?: number }

/** What the app lends. */
export interface WorkflowPorts {
  ask<T> (path: string, body?: object): Promise<T>
  pages<P extends { readonly cursor?: string }, T> (command: string, filter: object, entriesOf: (page: P) => readonly T[]): AsyncGenerator<T>
  newId (): string
  readonly facts: Facts
}

const topicOf = (run: string): string => `state/workflows/${run}`

export class Workflows {
  readonly #ports: WorkflowPorts

  constructor (ports: WorkflowPorts) {
    this.#ports = ports
  }

  /** Resolves with the result, over lost connections and restarts of the server. Rejects with a `WorkflowError` where it fails or is cancelled. */
  async run (plan: WorkflowPlan, input?: unknown, { timeoutMs, ...options }: WorkflowRunOptions = {}): Promise<unknown> {
    const begun = await this.submit(plan, input, options)
    return await this.#resultOf(begun, timeoutMs)
  }

  /** Resolves once the run is stored. The same again is the recall: with the state it has now. */
  submit (plan: WorkflowPlan, input?: unknown, { run = this.#ports.newId(), ...options }: WorkflowOptions = {}): Promise<WorkflowAccepted> {
    return this.#ports.ask(`workflows/${run}/submit`, { ...plan, ...input !== undefined && { input }, ...options })
  }

  /** Of a run that somebody has begun; as `run` does. */
  async result (run: string, timeoutMs?: number): Promise<unknown> {
    return await this.#resultOf(await this.get(run), timeoutMs)
  }

  get (run: string): Promise<WorkflowAccepted> { return this.#ports.ask(`workflows/${run}/get`) }
  /** What each step waits for that is not over. */
  why (run: string): Promise<WorkflowWhyAccepted> { return this.#ports.ask(`workflows/${run}/why`) }
  /** Ends it, and the tasks of its steps. */
  cancel (run: string, reason?: string): Promise<WorkflowAccepted> { return this.#ports.ask(`workflows/${run}/cancel`, reason === undefined ? {} : { reason }) }

  list (filter: Omit<WorkflowList, 'cursor' | 'ref'> = {}): AsyncGenerator<WorkflowState> {
    return this.#ports.pages<WorkflowListAccepted, WorkflowState>('workflows/list', filter, ({ workflows }) => workflows)
  }

  /** How it stands, then every change of it until it is over; a reader that is slower gets the newest. `return()`, or leaving the loop, ends it before. */
  watch (run: string): RunWatch {
    return new RunWatch(heard => this.#ports.facts.follow(topicOf(run), heard))
  }

  async #resultOf (known: WorkflowAccepted, timeoutMs: number | undefined): Promise<unknown> {
    const { run } = known
    if (runEnded(known)) return known.result
    const again = async (): Promise<object> => await this.get(run)
    const { result } = await this.#ports.facts.until<WorkflowState>(topicOf(run), fact => runEnded(fact, run), timeoutMs, undefined, again)
    return result
  }
}

/** Workflows and functions that are saved, to be called by name. */
export class Templates {
  readonly #ports: Pick<WorkflowPorts, 'ask' | 'pages'>

  constructor (ports: Pick<WorkflowPorts, 'ask' | 'pages'>) {
    this.#ports = ports
  }

  /** Runs that have begun go on with what they began with. */
  put (name: string, content: Omit<TemplatePut, 'ref'>): Promise<TemplateAccepted> { return this.#ports.ask(`templates/${name}/put`, content) }
  get (name: string): Promise<TemplateAccepted> { return this.#ports.ask(`templates/${name}/get`) }
  /** Refused while another template names it. */
  remove (name: string): Promise<TemplateAccepted> { return this.#ports.ask(`templates/${name}/remove`) }

  list (filter: Omit<TemplateList, 'cursor' | 'ref'> = {}): AsyncGenerator<TemplateState> {
    return this.#ports.pages<TemplateListAccepted, TemplateState>('templates/list', filter, ({ templates }) => templates)
  }
}

/** @throws WorkflowError where it has ended otherwise than completed, or is not kept any more */
export function runEnded (fact: WorkflowState | undefined, name = ''): boolean {
  if (fact === undefined) throw new WorkflowError(name, 'unknown-workflow', 'the run is no longer kept: its end is not known')
  const { run, state, error, reason } = fact
  if (state === 'executing' || state === 'compensating') return false
  if (state === 'completed') return true
  throw new WorkflowError(run, error?.code ?? state, storyOf(state, error, reason), fact)
}

function storyOf (state: string, error: WorkflowState['error'], reason: string | undefined): string {
  if (error === undefined) return reason === undefined || reason === state ? state : `${state}: ${reason}`
  const { step, index, code, message = code } = error
  const at = step === undefined ? '' : ` at ${step}${index === undefined ? '' : `[${index}]`}`
  // Many texts begin with their code.
  return `${state}${at}: ${message === code || message.startsWith(`${code}:`) ? message : `${code}: ${message}`}`
}
