/** Steps that publish something: a packet as it is, or a command with its reply. */
import type { Client, Qos } from '../client.js'
import type { Scene } from '../scene.js'
import { type Fields, Unmet } from '../script.js'
import { type Wanted, findIn, isOf, take, unmet } from '../expectation.js'
import { type PayloadFields, answered, kind, payloadOf, withinMs } from './kind.js'

interface Publish extends PayloadFields, Fields {
  readonly publish: string
  readonly as: string
  readonly qos?: Qos
  readonly retain?: boolean
  readonly wait?: boolean
}

export const publish = kind<Publish>(async (scene, fields) => {
  const { publish: topic, as, qos = 1, retain = false, wait = true } = fields
  const client = scene.client(as)
  await acknowledged(scene, client, client.publish(scene.topic(topic), payloadOf(fields), qos, retain), wait)
})

export const duplicate = kind<{ readonly duplicate: string }>(async (scene, { duplicate: name }) => {
  const client = scene.client(name)
  await acknowledged(scene, client, client.repeat(), true)
})

/** Who does not read gets no acknowledgement, and is not waited for. */
async function acknowledged (scene: Scene, client: Client, sent: Promise<void>, wait: boolean): Promise<void> {
  if (wait && client.isReading) return await answered(scene, sent, 'PUBLISH')
  sent.catch(() => {})
}

interface Command {
  readonly command: string
  readonly as: string
  readonly json?: Fields
  readonly qos?: Qos
  readonly accepted?: Fields
  readonly exactly?: Fields
  readonly rejected?: Fields
  readonly jsonata?: string
  readonly capture?: Readonly<Record<string, string>>
  readonly within?: unknown
}

/** Said with a `ref`, so that its own reply is found among all others. */
export const command = kind<Command>(async (scene, { command: name, as, json = {}, qos = 1, accepted, exactly, rejected, jsonata, capture, within }) => {
  const client = scene.client(as)
  const { root } = scene.stage
  const ref = scene.nextRef()
  const { topic, ...reply } = { topic: `${root}/to/${client.principal}/${name}/${rejected === undefined ? 'accepted' : 'rejected'}`, ...jsonata !== undefined && { jsonata }, ...capture !== undefined && { capture } }
  const wanted: Wanted = {
    ...reply,
    topic: name === 'birth' && rejected === undefined ? `${root}/to/${client.principal}/welcome` : topic,
    ...exactly === undefined ? { match: { ...accepted, ...rejected, ref } } : { json: { ...exactly, ref } }
  }
  await acknowledged(scene, client, client.publish(`${root}/from/${client.principal}/${name}`, Buffer.from(JSON.stringify({ ...json, ref })), qos, false), qos > 0)
  const branch = `${root}/to/${client.principal}/#`
  const answer = await scene.until(async () => await findIn(client.inbox, { topic: branch, match: { ref } }, scene.vars), withinMs(within))
  const at = await findIn(client.inbox, wanted, scene.vars)
  if (at === undefined) throw await contrary(scene, client, wanted, answer, withinMs(within))
  await take(scene, client.inbox[at] as NonNullable<typeof client.inbox[number]>, wanted)
})

async function contrary (scene: Scene, client: Client, wanted: Wanted, answer: number | undefined, ms: number): Promise<Unmet> {
  const told = await unmet(scene, client, wanted, ms)
  const message = answer === undefined ? undefined : client.inbox[answer]
  if (message === undefined) return told
  const problem = isOf(wanted.topic, message.topic) ? 'the reply says something else' : 'the reply is of the other kind'
  return new Unmet(problem, told.expected, told.instead)
}
