/** What is retained of deployments: their states, and what each device is to have of them. */
import { type Deployment, type Link, concerned } from '../core/deployment.js'
import { type Execution, isOver } from '../core/execution.js'
import { renderPayload } from '../core/payload.js'
import { deploymentDocument, partDocument } from '../plugins/deployments/index.js'
import type { Store } from '../store/store.js'
import { type Retained, admits, isWild, recordsOf } from './retained.js'
import { executionState } from './words.js'

export interface DeploymentStates {
  execution: (id: string) => AsyncIterable<Retained>
  executions: () => AsyncIterable<Retained>
  /** @param wanted one of them; without it all */
  facts: (wanted?: string) => AsyncIterable<Retained>
  /** @param levels of a filter below the root */
  partsMatching: (levels: readonly string[]) => AsyncIterable<Retained>
  parts: (device?: string, deployment?: string) => AsyncIterable<Retained>
}

export function createDeploymentStates (store: Store): DeploymentStates {
  async function * deployments (wanted: string | undefined): AsyncIterable<Deployment> {
    if (wanted === undefined) return yield * recordsOf<Deployment>(store, 'deployment')
    const one = await store.get('deployment', wanted) as Deployment | undefined
    if (one !== undefined) yield one
  }

  async function * facts (wanted?: string): AsyncIterable<Retained> {
    for await (const one of deployments(wanted)) yield { topic: `state/deployments/${one.id}`, payload: renderPayload(deploymentDocument(one)) }
  }

  async function * parts (device?: string, deployment?: string): AsyncIterable<Retained> {
    if (device !== undefined) return yield * partsOn(device, deployment)
    for await (const one of deployments(deployment)) for (const id of concerned(one)) yield * partFact(one, id)
  }

  async function * partsOn (device: string, wanted: string | undefined): AsyncIterable<Retained> {
    for (const { deployment } of await store.held('link', device) as readonly Link[]) {
      if (wanted === undefined || wanted === deployment) for await (const one of deployments(deployment)) yield * partFact(one, device)
    }
  }

  async function * execution (id: string): AsyncIterable<Retained> {
    const one = await store.get('execution', id) as Execution | undefined
    if (one !== undefined) yield await executionFact(one)
  }

  async function * executions (): AsyncIterable<Retained> {
    for await (const one of recordsOf<Execution>(store, 'execution')) yield await executionFact(one)
  }

  async function executionFact (one: Execution): Promise<Retained> {
    return { topic: `state/executions/${one.id}`, payload: renderPayload(await executionState(store, one)), isOver: isOver(one) }
  }

  async function * partsMatching ([branch, principal, noun, id, ...more]: readonly string[]): AsyncIterable<Retained> {
    await store.flushed()
    if (branch === '#' || principal === '#') return yield * parts()
    const device = principal === undefined || isWild(principal) ? undefined : principal
    if (noun === '#') return yield * parts(device)
    if (!admits(noun, 'deployments') || id === undefined || (more.length > 0 && more[0] !== '#')) return
    yield * parts(device, isWild(id) ? undefined : id)
  }

  return { facts, partsMatching, parts, execution, executions }
}

function * partFact (deployment: Deployment, device: string): Iterable<Retained> {
  const part = partDocument(deployment, device)
  if (part !== undefined) yield { topic: `to/${device}/deployments/${deployment.id}`, payload: renderPayload(part) }
}
