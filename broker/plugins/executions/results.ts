/** Deployments that are executed by the results of others. */
import type { Reader } from '../../core/command.js'
import { type Deployment, type Link, deploymentLink } from '../../core/deployment.js'
import type { Execution } from '../../core/execution.js'
import { hashOf } from '../../core/hash.js'
import type { Json } from '../../core/records.js'
import type { Beginning } from './begin.js'

/** Longer chains are taken for circles, which two that were put at once may have closed. */
const CHAIN_MAX = 32

export interface Next { readonly deployment: Deployment, readonly beginning: Beginning }

/** What begins with the end of an execution, but for what has begun already: a crash may have come between the two. */
export async function readNext (reader: Reader, { id, deployment: name, createdAt, chain = 0 }: Execution, result: string | undefined): Promise<readonly Next[]> {
  if (chain >= CHAIN_MAX) return []
  const links = await reader.held('link', deploymentLink(name)) as readonly Link[]
  const listening = await Promise.all(links.map(async ({ deployment }) => await reader.record('deployment', deployment) as Deployment | undefined))
  const next = listening.filter(deployment => deployment !== undefined).flatMap(deployment => {
    const index = deployment.current.manifest.triggers?.findIndex(trigger => trigger.deployment === name) ?? -1
    if (index === -1) return []
    const run = `after-${createdAt.toString(36)}-${hashOf(id)}-${index}-${hashOf(deployment.id)}`
    return [{ deployment, beginning: { run, args: argsOf(name, id, result, reader.limits.valueBytes), submitter: deployment.createdBy, trigger: `deployment ${name}`, chain: chain + 1 } }]
  })
  const isBegun = await Promise.all(next.map(({ beginning: { run } }) => reader.record('execution', run)))
  return next.filter((_, at) => isBegun[at] === undefined)
}

/** Without the result where it is too large to be given on: whatever asks for it is told that it is not there. */
function argsOf (deployment: string, run: string, result: string | undefined, valueBytes: number): string {
  const whole = JSON.stringify({ deployment, run, ...result !== undefined && { result: JSON.parse(result) as Json } })
  return Buffer.byteLength(whole) <= valueBytes ? whole : JSON.stringify({ deployment, run })
}
