/** What devices say of their parts. */
import type { DeploymentFailed, DeploymentReady } from '../../../schemas/index.js'
import { type CommandDefinition, type Decision, define } from '../../core/command.js'
import type { Deployment, OnDevice } from '../../core/deployment.js'
import { advancing, changed } from './change.js'
import { type Known, exclusive, readKnown, unknown } from './read.js'
import { settled } from './rollout.js'

const ready = define<DeploymentReady, Known>({
  key: 'deployments/ready',
  order: exclusive,
  read: readKnown,
  decide: (known, { principal, now, body }) => said(known, principal, body.revision, { state: 'ready' }, now)
})

const failed = define<DeploymentFailed, Known>({
  key: 'deployments/failed',
  order: exclusive,
  read: readKnown,
  decide: (known, { principal, now, body }) => said(known, principal, body.revision, { state: 'failed', error: body.error }, now)
})

export const reportCommands: readonly CommandDefinition[] = [ready, failed]

/** A device has said how far it is. */
function said ({ deployment: before, links, runs }: Known, device: string, revision: number, report: OnDevice, now: number): Decision {
  if (before === undefined) return { reject: unknown }
  const reply = ({ id, state }: Deployment): object => ({ deployment: id, revision, state })
  // Of the one before it keeps what it has: that was known.
  if (revision === before.former?.revision && Object.values(before.former.placement).includes(device)) return { transitions: [], reply: reply(before) }
  const { current, devices } = before
  if (!Object.hasOwn(devices, device) || devices[device]?.state === 'pending') return { reject: { code: 'stale-revision', message: 'this device has no part of the current revision' } }
  if (revision !== current.revision) return { reject: { code: 'stale-revision', message: `the current revision is ${current.revision}` } }
  if (JSON.stringify(devices[device]) === JSON.stringify(report)) return { transitions: [], reply: reply(before) }
  const after = settled({ ...before, v: Math.max(before.v + 1, now), devices: { ...devices, [device]: report } }, now)
  const isDone = after.former !== undefined && after.state === 'ready'
  const follow = [...isDone ? [{ key: 'deployments/settle', entity: before.id, body: {} }] : [], ...advancing(runs)]
  return { transitions: changed(before, after, links), reply: reply(after), follow }
}
