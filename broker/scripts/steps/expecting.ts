/** Steps that wait for what comes, or does not come. */
import type { Client, Message } from '../client.js'
import { type Wanted, findIn, isOf, take, unmet } from '../expectation.js'
import { type Scene, shown } from '../scene.js'
import { Unmet } from '../script.js'
import { durationMs } from '../values.js'
import { kind, withinMs } from './kind.js'

interface Expect extends Omit<Wanted, 'topic'> {
  readonly expect: string | readonly Wanted[]
  readonly as: string
  readonly order?: 'given' | 'any'
  readonly within?: unknown
}

export const expect = kind<Expect>(async (scene, { expect: what, as, order = 'given', within, ...conditions }) => {
  const client = scene.client(as)
  const wanted = (typeof what === 'string' ? [{ topic: what, ...conditions }] : what).map(one => ({ ...one, topic: scene.topic(one.topic) }))
  const ms = withinMs(within)
  const found = await scene.until(async () => {
    const isOpen = client.isOpen
    return await all(scene, client, wanted, order) ?? (isOpen ? undefined : 'closed')
  }, ms)
  if (found === 'closed') throw await lostBefore(scene, client, wanted, order)
  if (found === undefined) throw await firstMissing(scene, client, wanted, order, ms)
  for (const [n, at] of found.entries()) await take(scene, client.inbox[at] as Message, wanted[n] as Wanted)
})

/** Places of all that is wanted; undefined while one is missing. */
async function all (scene: Scene, client: Client, wanted: readonly Wanted[], order: 'given' | 'any'): Promise<number[] | undefined> {
  const found = await some(scene, client, wanted, order)
  return found.length === wanted.length ? found : undefined
}

/** Places of what is wanted, up to the first that is missing. */
async function some (scene: Scene, client: Client, wanted: readonly Wanted[], order: 'given' | 'any'): Promise<number[]> {
  const found: number[] = []
  let rest: readonly Message[] = client.inbox
  for (const one of wanted) {
    const from = order === 'given' ? (found.at(-1) ?? -1) + 1 : 0
    const at = await findIn(rest, one, scene.vars, from)
    if (at === undefined) return found
    found.push(at)
    rest = client.inbox.map((message, place) => found.includes(place) ? { ...message, isTaken: true } : message)
  }
  return found
}

async function firstMissing (scene: Scene, client: Client, wanted: readonly Wanted[], order: 'given' | 'any', ms: number): Promise<Unmet> {
  const found = await some(scene, client, wanted, order)
  const missing = wanted[found.length] as Wanted
  const told = await unmet(scene, client, missing, ms)
  return new Unmet(wanted.length === 1 ? told.message : `number ${found.length + 1} of ${wanted.length} ${order === 'given' ? 'in this order ' : ''}${told.message}`, told.expected, told.instead)
}

/** Nothing more will come there. */
async function lostBefore (scene: Scene, client: Client, wanted: readonly Wanted[], order: 'given' | 'any'): Promise<Unmet> {
  const { expected, instead } = await firstMissing(scene, client, wanted, order, 0)
  return new Unmet('did not come, and the connection is closed', expected, instead)
}

/** Long enough for what a live orchestrator would do at once. */
const NOTHING_MS = 250

export const nothing = kind<{ readonly nothing: string, readonly as: string, readonly for?: unknown }>(async (scene, { nothing: filter, as, for: time }) => {
  const client = scene.client(as)
  const topic = scene.topic(filter)
  const ms = time === undefined ? scene.stage.clock === undefined ? NOTHING_MS : 0 : durationMs(time)
  await scene.pass(ms)
  if (!client.isOpen) throw new Unmet('the connection is closed, so that nothing can come', `nothing on ${filter}`, [])
  const came = client.inbox.filter(message => !message.isTaken && isOf(topic, message.topic))
  if (came.length > 0) throw new Unmet('something came', `nothing on ${filter}${ms > 0 ? ` for ${ms} ms` : ''}`, came.map(message => shown(message, scene.stage.root)))
})

/** What has come so far is not looked at any more. */
export const ignore = kind<{ readonly ignore: string, readonly as: string }>(async (scene, { ignore: filter, as }) => {
  if (scene.stage.clock !== undefined) await scene.quiet()
  const topic = scene.topic(filter)
  for (const message of scene.client(as).inbox) if (isOf(topic, message.topic)) message.isTaken = true
})
