/** What is retained for devices: what each is to have of every deployment. */
import { type Deployment, type Link, concerned } from '../core/deployment.js'
import { renderPayload } from '../core/payload.js'
import { partDocument } from '../plugins/deployments/index.js'
import type { Store } from '../store/store.js'
import { type Retained, admits, isWild, recordsOf } from './retained.js'

export interface Parts {
  /** @param levels of a filter below the root */
  matching: (levels: readonly string[]) => AsyncIterable<Retained>
  all: () => AsyncIterable<Retained>
}

export function createParts (store: Store): Parts {
  async function * deployments (wanted: string | undefined): AsyncIterable<Deployment> {
    if (wanted === undefined) return yield * recordsOf<Deployment>(store, 'deployment')
    const one = await store.get('deployment', wanted) as Deployment | undefined
    if (one !== undefined) yield one
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

  async function * matching ([branch, principal, noun, id, ...more]: readonly string[]): AsyncIterable<Retained> {
    await store.flushed()
    if (branch === '#' || principal === '#') return yield * parts()
    const device = principal === undefined || isWild(principal) ? undefined : principal
    if (noun === '#') return yield * parts(device)
    if (!admits(noun, 'deployments') || id === undefined || (more.length > 0 && more[0] !== '#')) return
    yield * parts(device, isWild(id) ? undefined : id)
  }

  return { matching, all: () => parts() }
}

function * partFact (deployment: Deployment, device: string): Iterable<Retained> {
  const part = partDocument(deployment, device)
  if (part !== undefined) yield { topic: `to/${device}/deployments/${deployment.id}`, payload: renderPayload(part) }
}
