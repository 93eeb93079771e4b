/** Services: put, scale, restart, remove, get, list. */
import type { ServiceList, ServicePut, ServiceScale } from '../../../schemas/index.js'
import { canonical } from '../../core/canonical.js'
import { type Command, type CommandDefinition, type Decision, type Limits, type Rejection, define } from '../../core/command.js'
import { STEP_PREFIX } from '../../core/deployment.js'
import { type Page, fittingPage } from '../../core/page.js'
import { mayTouch } from '../../core/permissions.js'
import type { Service, ServiceContent } from '../../core/service.js'
import { changed, serviceDocument } from './documents.js'

const LIST_LIMIT = 100
/** Behind it its tasks have two numbers. */
const NAME_MAX = 48

const unknown: Rejection = { code: 'unknown-service', message: 'there is no such service' }
const notYours: Rejection = { code: 'forbidden', message: 'another has put this service, and your roles are for your own alone' }
const order = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `service ${entity}` })
const lookedAt = (entity: string): Pick<Extract<Decision, { readonly transitions: unknown }>, 'follow'> => ({ follow: [{ key: 'services/advance', entity, body: {} }] })

interface PutFacts { readonly before: Service | undefined, readonly args: string | undefined }

const put = define<ServicePut, PutFacts>({
  key: 'services/put',
  audited: true,
  order,
  read: async (reader, { entity }) => ({ before: await reader.record('service', entity) as Service | undefined, args: await reader.part('service', entity, 'args') }),
  decide ({ before, args: had = 'null' }, { key, sender, principal, entity, body, now }, { limits }): Decision {
    if (before !== undefined && before.isRemoved !== true && !mayTouch(sender, key, before.submitter)) return { reject: notYours }
    const { args: given = null, ref, ...rest } = body
    const args = JSON.stringify(given)
    const problem = problemOf(entity, rest.function, args, limits)
    if (problem !== undefined) return { reject: problem }
    const content: ServiceContent = { ...JSON.parse(JSON.stringify(rest)) as ServiceContent, instances: rest.instances ?? 1 }
    const isSame = before !== undefined && before.isRemoved !== true && canonical(JSON.parse(had)) === canonical(given) && canonical({ ...before.content, instances: 0 }) === canonical({ ...content, instances: 0 })
    if (isSame && before.content.instances === content.instances) return { transitions: [], reply: serviceDocument(before) }
    const generation = (before?.generation ?? 0) + (isSame ? 0 : 1)
    const after: Service = { id: entity, v: (before?.v ?? 0) + 1, content, generation, highest: before?.highest ?? now, ending: before?.ending ?? [], instances: before?.instances ?? {}, submitter: before === undefined || before.isRemoved === true ? principal : before.submitter, since: now, deadline: now }
    return { transitions: [changed(before, after, args)], reply: serviceDocument(after), ...lookedAt(entity) }
  }
})

function problemOf (name: string, called: string, args: string, { valueBytes }: Limits): Rejection | undefined {
  if (name.length > NAME_MAX) return { code: 'invalid', message: `its tasks have names made of its own: choose one of ${NAME_MAX} characters at the most` }
  if (called.startsWith(STEP_PREFIX)) return { code: 'invalid', message: '`function`: steps of deployments are called by executing the deployment' }
  const bytes = Buffer.byteLength(args)
  return bytes > valueBytes ? { code: 'too-large', message: `\`args\` take ${bytes} bytes, at most ${valueBytes} are taken: put a blob and send a reference` } : undefined
}

/** @param act what becomes of it; the same where nothing does */
function managed<B> (verb: string, act: (before: Service, command: Command<B>) => Service): CommandDefinition {
  return define<B, Service | undefined>({
    key: `services/${verb}`,
    audited: verb !== 'get',
    order,
    read: async (reader, { entity }) => await reader.record('service', entity) as Service | undefined,
    decide (before, command): Decision {
      if (before === undefined || before.isRemoved === true) return { reject: unknown }
      if (!mayTouch(command.sender, command.key, before.submitter)) return { reject: notYours }
      const after = act(before, command)
      return after === before ? { transitions: [], reply: serviceDocument(before) } : { transitions: [changed(before, after)], reply: serviceDocument(after), ...lookedAt(before.id) }
    }
  })
}

const get = managed('get', before => before)
const scale = managed<ServiceScale>('scale', (before, { body: { instances }, now }) => before.content.instances === instances ? before : { ...before, v: before.v + 1, content: { ...before.content, instances }, since: now })
const restart = managed('restart', (before, { now }) => ({ ...before, v: before.v + 1, generation: before.generation + 1, since: now }))

/** It goes once its instances are seen to have ended. */
const remove = managed('remove', (before, { now }) => ({ ...before, v: before.v + 1, isRemoved: true, since: now }))

const list = define<ServiceList, Page>({
  key: 'services/list',
  order: () => undefined,
  read: (reader, { key, sender, body }) => fittingPage(
    limit => reader.page('service', record => (record as Service).isRemoved !== true && mayTouch(sender, key, (record as Service).submitter), limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(serviceDocument(record as Service))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { services: records.map(record => serviceDocument(record as Service)), cursor } })
})

export const manageCommands: readonly CommandDefinition[] = [put, get, scale, restart, remove, list]
