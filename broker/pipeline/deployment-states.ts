/** What is retained of deployments: their states, and what each device is to have of them. */
import type { Deployment } from '../core/deployment.js'
import { renderPayload } from '../core/payload.js'
import { deploymentDocument, devicesOf, partDocument } from '../plugins/deployments/index.js'
import type { Store } from '../store/store.js'
import { type Retained, admits, isWild, recordsOf } from './retained.js'

export interface DeploymentStates {
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
    for await (const one of deployments(deployment)) {
      for (const id of device === undefined ? devicesOf(one) : [device]) {
        const part = partDocument(one, id)
        if (part !== undefined) yield { topic: `to/${id}/deployments/${one.id}`, payload: renderPayload(part) }
      }
    }
  }

  async function * partsMatching ([branch, principal, noun, id, ...more]: readonly string[]): AsyncIterable<Retained> {
    await store.flushed()
    if (branch === '#' || principal === '#') return yield * parts()
    const device = principal === undefined || isWild(principal) ? undefined : principal
    if (noun === '#') return yield * parts(device)
    if (!admits(noun, 'deployments') || id === undefined || (more.length > 0 && more[0] !== '#')) return
    yield * parts(device, isWild(id) ? undefined : id)
  }

  return { facts, partsMatching, parts }
}
