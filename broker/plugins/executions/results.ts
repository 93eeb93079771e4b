/** Deployments that are executed by the results of others. */
import type { Reader } from '../../core/command.js'
import { type Deployment, type Link, deploymentLink } from '../../core/deployment.js'
import type { Execution } from '../../core/execution.js'
import { hashOf } from '../../core/hash.js'
import type { Json } from '../../core/records.js'
import type { Beginning } from './begin.js'

/** So many executions may come of one, in all that follows: circles, which two that were put at once may have closed, end so, too. */
const FOLLOWING_MAX = 1_000

export interface Next { readonly deployment: Deployment, readonly beginning: Beginning }

/** What begins with the end of an execution, but for what has begun already: a crash may have come between the two. */
export async function readNext (reader: Reader, { id, deployment: name, createdAt, following = FOLLOWING_MAX }: Execution, result: string | undefined): Promise<readonly Next[]> {
  if (following < 1) return []
  const links = await reader.held('link', deploymentLink(name)) as readonly Link[]
  const listening = await Promise.all(links.map(async ({ deployment }) => await reader.record('deployment', deployment) as Deployment | undefined))
  const next = listening.filter(deployment => deployment !== undefined).flatMap(deployment => {
    const index = deployment.current.manifest.triggers?.findIndex(trigger => trigger.deployment === name) ?? -1
    if (index === -1) return []
    const run = `after-${createdAt.toString(36)}-${hashOf(id)}-${index}-${hashOf(deployment.id)}`
    return [{ deployment, beginning: { run, args: argsOf(name, id, result, reader.limits.valueBytes), submitter: deployment.createdBy, trigger: `deployment ${name}` } }]
  })
  // Each gets an equal part of what is left.
  const share = Math.floor(following / Math.max(next.length, 1)) - 1
  const some = share < 0 ? next.slice(0, following) : next
  const isBegun = await Promise.all(some.map(({ beginning: { run } }) => reader.record('execution', run)))
  return some.filter((_, at) => isBegun[at] === undefined).map(({ deployment, beginning }) => ({ deployment, beginning: { ...beginning, following: Math.max(share, 0) } }))
}

/** Without the result where it is too large to be given on: whatever asks for it is told that it is not there. */
function argsOf (deployment: string, run: string, result: string | undefined, valueBytes: number): string {
  const whole = JSON.stringify({ deployment, run, ...result !== undefined && { result: JSON.parse(result) as Json } })
  return Buffer.byteLength(whole) <= valueBytes ? whole : JSON.stringify({ deployment, run })
}
