/** What is done with deployments. */
import type { DeploymentList, DeploymentPut } from '../../../schemas/index.js'
import { type CommandDefinition, type Decision, define } from '../../core/command.js'
import type { Deployment, Manifest, ManifestStep } from '../../core/deployment.js'
import { type Page, fittingPage } from '../../core/page.js'
import type { Json } from '../../core/records.js'
import { type Links, advancing, changed, unsatisfied } from './change.js'
import { deploymentDocument } from './documents.js'
import { type Known, exclusive, readKnown, unknown } from './read.js'
import { type Wanted, idsOf, readWanted, revised } from './revision.js'
import { resumed, settled } from './rollout.js'

const LIST_LIMIT = 100

const put = define<DeploymentPut, Wanted>({
  key: 'deployments/put',
  audited: true,
  order: exclusive,
  read: async (reader, command) => await readWanted(reader, await readKnown(reader, command), command.entity, manifestOf(command.body)),
  decide (wanted, { entity, principal, now, body }): Decision {
    const { deployment: before, places, problem, solution: { unsatisfiable }, links, runs } = wanted
    if (problem !== undefined) return { reject: problem }
    const { revision = (before?.highest ?? 0) + 1 } = body
    if (before !== undefined && isSame(before, wanted, body.revision)) return { transitions: [], reply: deploymentDocument(before) }
    if (before !== undefined && revision <= before.highest) return { reject: { code: 'stale-revision', message: `revision ${before.highest} is there already: put a higher one` } }
    if (Object.keys(unsatisfiable).length > 0) return { reject: unsatisfied(unsatisfiable, places.length) }
    const after = revised(wanted, { id: entity, revision, principal, now })
    // Who has gone offline since it was solved, and what has a newer version since, is looked for once it is written.
    const look = ['deployments/heal', 'deployments/update'].map(key => ({ key, entity, body: {} }))
    return { transitions: changed(before, after, links), reply: deploymentDocument(after), follow: [...look, ...advancing(runs)] }
  }
})

function isSame ({ current }: Deployment, { manifest, modules }: Wanted, revision: number | undefined): boolean {
  return JSON.stringify(current.manifest) === JSON.stringify(manifest) && idsOf(current.modules).join() === idsOf(modules).join() && (revision ?? current.revision) === current.revision
}

function manifestOf ({ modules, steps, result, triggers, policy = {} }: DeploymentPut): Manifest {
  return { modules, steps: steps as Readonly<Record<string, ManifestStep & { readonly args?: Readonly<Record<string, Json>> }>>, result, triggers, policy }
}

const get = define<object, Known>({
  key: 'deployments/get',
  order: exclusive,
  read: readKnown,
  decide: ({ deployment }) => deployment === undefined ? { reject: unknown } : { transitions: [], reply: deploymentDocument(deployment) }
})

const remove = define<object, Known>({
  key: 'deployments/remove',
  audited: true,
  order: exclusive,
  read: readKnown,
  decide ({ deployment, links, runs }): Decision {
    if (deployment === undefined) return { reject: unknown }
    return { transitions: changed(deployment, undefined, links), reply: deploymentDocument(deployment), follow: advancing(runs) }
  }
})

const pause = define<object, Known>({
  key: 'deployments/pause',
  audited: true,
  order: exclusive,
  read: readKnown,
  decide ({ deployment: before, links }, { principal, now }): Decision {
    if (before === undefined) return { reject: unknown }
    if (before.paused?.by !== undefined) return { transitions: [], reply: deploymentDocument(before) }
    return onward(before, { ...resumed(before), paused: { since: now, by: principal } }, links, now)
  }
})

const resume = define<object, Known>({
  key: 'deployments/resume',
  audited: true,
  order: exclusive,
  read: readKnown,
  decide ({ deployment: before, links }, { now }): Decision {
    if (before === undefined) return { reject: unknown }
    return before.paused === undefined ? { transitions: [], reply: deploymentDocument(before) } : onward(before, resumed(before), links, now)
  }
})

function onward (before: Deployment, next: Deployment, links: Links, now: number): Decision {
  const after = settled({ ...next, v: Math.max(before.v + 1, now) }, now)
  return { transitions: changed(before, after, links), reply: deploymentDocument(after) }
}

const list = define<DeploymentList, Page>({
  key: 'deployments/list',
  order: () => undefined,
  read: (reader, { body }) => fittingPage(
    limit => reader.page('deployment', () => true, limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(deploymentDocument(record as Deployment))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { deployments: records.map(record => deploymentDocument(record as Deployment)), cursor } })
})

export const manageCommands: readonly CommandDefinition[] = [put, get, remove, pause, resume, list]
