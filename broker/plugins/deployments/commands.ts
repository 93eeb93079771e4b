/** What is done with deployments, and what devices say of their parts. */
import type { DeploymentFailed, DeploymentList, DeploymentPut, DeploymentReady } from '../../../schemas/index.js'
import { type Command, type CommandDefinition, type Decision, type Reader, type Rejection, type Transition, define } from '../../core/command.js'
import { type Deployment, type Manifest, type ManifestStep, type OnDevice, inOrder } from '../../core/deployment.js'
import type { Effect } from '../../core/effects.js'
import type { Module } from '../../core/module.js'
import { type Page, fittingPage } from '../../core/page.js'
import type { Json } from '../../core/records.js'
import { type Place, type Solution, solve } from '../../core/solver/index.js'
import { deploymentDocument, devicesOf, partDocument } from './documents.js'
import { type Modules, problemOf } from './manifest.js'

const LIST_LIMIT = 100
const TOLD_MAX = 20

const exclusive = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `deployment ${entity}` })
const unknown: Rejection = { code: 'unknown-deployment', message: 'there is no such deployment' }

interface Known { readonly deployment: Deployment | undefined }

interface PutFacts extends Known {
  readonly modules: Modules
  readonly places: readonly Place[]
  readonly problem: Rejection | undefined
}

async function read (reader: Reader, { entity }: Command<unknown>): Promise<Known> {
  return { deployment: await reader.record('deployment', entity) as Deployment | undefined }
}

const put = define<DeploymentPut, PutFacts>({
  key: 'deployments/put',
  audited: true,
  order: exclusive,
  async read (reader, command) {
    const { modules: named } = command.body
    const found = await Promise.all(Object.entries(named).map(async ([name, id]) => [name, await reader.record('module', id) as Module | undefined] as const))
    const modules: Modules = Object.fromEntries(found)
    return {
      ...await read(reader, command),
      modules,
      places: [...reader.candidates()].map(({ device, load, held }) => ({ device, load, held })),
      problem: problemOf(manifestOf(command.body), modules, reader.expressionProblem)
    }
  },
  decide ({ deployment: before, modules, places, problem }, { entity, principal, now, body }): Decision {
    const manifest = manifestOf(body)
    if (problem !== undefined) return { reject: problem }
    const revision = body.revision ?? (before?.revision ?? 0) + 1
    if (before !== undefined && JSON.stringify(before.manifest) === JSON.stringify(manifest) && (body.revision ?? before.revision) === before.revision) return { transitions: [], reply: deploymentDocument(before) }
    if (before !== undefined && revision <= before.revision) return { reject: { code: 'stale-revision', message: `revision ${before.revision} is there already: put a higher one` } }
    const { placement, unsatisfiable } = solved(manifest, modules, places, before)
    const left = Object.keys(unsatisfiable)
    if (left.length > 0) return { reject: unsatisfied(unsatisfiable, left, places.length) }
    const devices = Object.fromEntries(devicesOf({ placement }).map(device => [device, { state: 'sent' } as const]))
    const { createdBy = principal } = before ?? {}
    const after: Deployment = { id: entity, v: Math.max((before?.v ?? 0) + 1, now), revision, state: 'deploying', manifest, modules: modules as Readonly<Record<string, Module>>, placement, devices, since: now, createdBy }
    return { transitions: [changed(before, after, partsTold(before, after))], reply: deploymentDocument(after) }
  }
})

function manifestOf ({ modules, steps, result, policy = {} }: DeploymentPut): Manifest {
  return { modules, steps: steps as Readonly<Record<string, ManifestStep & { readonly args?: Readonly<Record<string, Json>> }>>, result, policy }
}

function solved ({ steps, policy }: Manifest, modules: Modules, places: readonly Place[], before: Deployment | undefined): Solution {
  const wanted = inOrder(steps).order.map(name => {
    const step = steps[name] as ManifestStep
    return { ...step, name, of: modules[step.module] as Module }
  })
  return solve(wanted, places, policy, before?.placement)
}

function unsatisfied (steps: Solution['unsatisfiable'], left: readonly string[], known: number): Rejection {
  const told = Object.fromEntries(left.map(name => [name, (steps[name] ?? []).slice(0, TOLD_MAX)]))
  return { code: 'unsatisfiable', message: known === 0 ? 'no devices are known' : `none of ${known} devices fits ${left.join(', ')}: \`steps\` tells why`, steps: told }
}

/** Who has a part is told it; who had one and has none any more, that it is gone. */
function partsTold (before: Deployment | undefined, after: Deployment | undefined): readonly Effect[] {
  const concerned = [...new Set([...before === undefined ? [] : devicesOf(before), ...after === undefined ? [] : devicesOf(after)])]
  const name = (after ?? before)?.id ?? ''
  return concerned.map(device => ({ type: 'part', device, deployment: name, part: after && partDocument(after, device) }))
}

const get = define<object, Known>({
  key: 'deployments/get',
  order: exclusive,
  read,
  decide: ({ deployment }) => deployment === undefined ? { reject: unknown } : { transitions: [], reply: deploymentDocument(deployment) }
})

const remove = define<object, Known>({
  key: 'deployments/remove',
  audited: true,
  order: exclusive,
  read,
  decide ({ deployment }): Decision {
    if (deployment === undefined) return { reject: unknown }
    return { transitions: [changed(deployment, undefined, partsTold(deployment, undefined))], reply: deploymentDocument(deployment) }
  }
})

const list = define<DeploymentList, Page>({
  key: 'deployments/list',
  order: () => undefined,
  read: (reader, { body }) => fittingPage(
    limit => reader.page('deployment', () => true, limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(deploymentDocument(record as Deployment))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { deployments: records.map(record => deploymentDocument(record as Deployment)), cursor } })
})

const ready = define<DeploymentReady, Known>({
  key: 'deployments/ready',
  order: exclusive,
  read,
  decide: ({ deployment }, { principal, now, body }) => said(deployment, principal, body.revision, { state: 'ready' }, now)
})

const failed = define<DeploymentFailed, Known>({
  key: 'deployments/failed',
  order: exclusive,
  read,
  decide: ({ deployment }, { principal, now, body }) => said(deployment, principal, body.revision, { state: 'failed', error: body.error }, now)
})

/** A device has said how far it is. */
function said (before: Deployment | undefined, device: string, revision: number, now: OnDevice, at: number): Decision {
  if (before === undefined) return { reject: unknown }
  if (!Object.hasOwn(before.devices, device)) return { reject: { code: 'stale-revision', message: 'this device has no part of the current revision' } }
  if (revision !== before.revision) return { reject: { code: 'stale-revision', message: `the current revision is ${before.revision}` } }
  const reply = (deployment: Deployment): object => ({ deployment: deployment.id, revision, state: deployment.state })
  if (JSON.stringify(before.devices[device]) === JSON.stringify(now)) return { transitions: [], reply: reply(before) }
  const devices = { ...before.devices, [device]: now }
  const states = Object.values(devices).map(({ state }) => state)
  const state = states.includes('failed') ? 'failed' : states.includes('sent') ? 'deploying' : 'ready'
  const after: Deployment = { ...before, v: Math.max(before.v + 1, at), devices, state, since: state === before.state ? before.since : at }
  return { transitions: [changed(before, after, [])], reply: reply(after) }
}

export const deploymentCommands: readonly CommandDefinition[] = [put, get, remove, list, ready, failed]

function changed (before: Deployment | undefined, after: Deployment | undefined, effects: readonly Effect[]): Transition {
  const id = (after ?? before)?.id ?? ''
  const told: Effect = after === undefined ? { type: 'gone', kind: 'deployment', id } : { type: 'deployment', deployment: after }
  return { change: { kind: 'deployment', id, expect: before?.v ?? 0, record: after ?? null }, notes: [], effects: [told, ...effects] }
}
