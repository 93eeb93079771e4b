/** How a device comes, stays and goes: birth, heartbeat and offline. */
import type { DeviceBirth, DeviceHeartbeat, DeviceOffline } from '../../../../schemas/index.js'
import type { Account } from '../../../core/account.js'
import { type Command, type CommandDefinition, type Decision, type Reader, define } from '../../../core/command.js'
import type { Device, DeviceFunction } from '../../../core/device.js'
import type { Effect, Note } from '../../../core/effects.js'
import { type Awaitable, after } from '../../../core/records.js'
import { DEFAULT_QUEUE } from '../../../core/queue.js'
import type { Task } from '../../../core/task.js'
import { happen, releasedOffline, releases } from '../transition.js'

const HEARTBEAT_MS = 10_000
/** What a task gets that says nothing of its lease: told in `welcome` so that a device can plan. */
const LEASE_MS = 20_000

export interface Known {
  readonly device: Device | undefined
  readonly held: readonly Task[]
}

/** The device and what it holds, by the id in the command. */
export function readKnown (reader: Reader, { entity }: Command): Awaitable<Known> {
  return after(reader.record('device', entity), device =>
    after(reader.held('task', entity), held => ({ device: device as Device | undefined, held: held as readonly Task[] })))
}

const birth = define<DeviceBirth, Known & { readonly problem: string | undefined }>({
  key: 'devices/birth',
  replyTopic: 'welcome',
  order: ({ entity }) => ({ exclusive: `device ${entity}` }),
  read: (reader, command) => after(readKnown(reader, command), known => ({ ...known, problem: descriptionsProblem(reader, command.body) })),
  decide ({ device: before, held, problem }, command, { limits, node }): Decision {
    const { body, now, principal, persistent, sender } = command
    if (problem !== undefined) return { reject: { code: 'invalid', message: problem } }
    const overclaim = sender && overclaimOf(sender, body)
    if (overclaim !== undefined) return { reject: { code: 'forbidden', message: overclaim } }
    if (body.begin === 'implied' && persistent) return { reject: cleanSessionRequired }
    const { device, transition, rejection } = happen(before, { type: 'birth', session: body.session, device: deviceOf(body, principal, node, now), now })
    if (rejection !== undefined) return { reject: rejection }
    if (device === undefined) return { transitions: [] }
    // Only a new process has lost what it doesn't name: a birth of the same one may be older than what it began since.
    const isRestart = before?.session !== body.session
    const isNamed = (task: Task): boolean => body.tasks === undefined ||
      body.tasks.some(named => named.task === task.id && named.attempt === task.attempt)
    // An open offer that is about to end would only lapse, and count against a device that never saw it.
    const isLost = (task: Task): boolean => isRestart && !(isBegun(task) ? isNamed(task) : isOfferable(task, now, limits.offerMs))
    const notes: Note[] = [{ type: 'device', id: principal, after: device, held: held.length }]
    return {
      transitions: transition ? [{ ...transition, notes }] : [],
      reply: welcome(device, held.filter(task => task.state === 'executing' && !isLost(task)), now),
      notes: [{ type: 'credit', device: principal, level: 0 }, { type: 'spoke', device: principal }],
      effects: held.filter(task => !isBegun(task) && !isLost(task)).flatMap(task => offeredAgain(task, now, limits.offerMs)),
      follow: releases(held, principal, 'the device no longer has it', isLost)
    }
  }
})

const heartbeat = define<DeviceHeartbeat, Known>({
  key: 'devices/heartbeat',
  order: ({ entity }) => ({ exclusive: `device ${entity}` }),
  read: readKnown,
  decide ({ device: before }, { body, principal, now }): Decision {
    const { device, transition, rejection } = happen(before, { type: 'speak', session: body.session, now })
    if (rejection !== undefined) return { reject: rejection }
    const notes: Note[] = [{ type: 'spoke', device: principal }]
    if (body.load !== undefined) notes.push({ type: 'load', device: principal, load: body.load })
    if (body.next !== undefined) notes.push({ type: 'credit', device: principal, level: body.next })
    return {
      transitions: transition ? [transition] : [],
      notes,
      ...body.ref !== undefined && { reply: { at: now } },
      ...device && body.load && { effects: [{ type: 'device', device, emits: undefined, at: now }] }
    }
  }
})

const offline = define<DeviceOffline, Known>({
  key: 'devices/offline',
  order: ({ entity }) => ({ exclusive: `device ${entity}` }),
  read: readKnown,
  decide ({ device, held }, { body, principal, now }): Decision {
    const { transition, rejection } = happen(device, { type: 'leave', session: body.session, now }, body.reason)
    if (rejection !== undefined) return { reject: rejection }
    return {
      transitions: transition ? [transition] : [],
      ...body.ref !== undefined && { reply: { at: now } },
      follow: transition ? releases(held, principal, 'the device went offline', releasedOffline) : []
    }
  }
})

export const presenceCommands: readonly CommandDefinition[] = [birth, heartbeat, offline]

const cleanSessionRequired = {
  code: 'clean-session-required',
  message: 'begin implied starts the lease with the offer, which a stored session would deliver late: connect with a clean session, or begin explicitly'
}

/** Of one device, with the names: its record holds them, and every node knows all records. */
const DESCRIPTIONS_BYTES_MAX = 32_768

/** What the schema of the message can't say: it knows one level of each description. */
function descriptionsProblem (reader: Reader, { functions }: DeviceBirth): string | undefined {
  let bytes = 0
  for (const [index, entry] of functions.entries()) {
    if (typeof entry === 'string') continue
    const problem = problemOf(reader, entry, `functions[${index}]`)
    if (problem !== undefined) return problem
    bytes += Buffer.byteLength(JSON.stringify(entry))
  }
  return bytes > DESCRIPTIONS_BYTES_MAX ? `\`functions\`: the descriptions take ${bytes} bytes, at most ${DESCRIPTIONS_BYTES_MAX} are taken` : undefined
}

function problemOf (reader: Reader, { params, result }: DeviceFunction, at: string): string | undefined {
  return (params && reader.paramsSchemaProblem(params, `${at}.params`)) ?? (result && reader.paramsSchemaProblem(result, `${at}.result`))
}

/** What a device says of itself that its account does not let it. */
function overclaimOf ({ functions, queues, labels }: Account, body: DeviceBirth): string | undefined {
  const foreign = functions && body.functions.map(one => typeof one === 'string' ? one : one.name).find(name => !functions.includes(name))
  if (foreign !== undefined) return `your account is for the functions ${functions?.join(', ')}, not for ${foreign}`
  const queue = queues && (body.queues ?? [DEFAULT_QUEUE]).find(name => !queues.includes(name))
  if (queue !== undefined) return `your account is for the queues ${queues?.join(', ')}, not for ${queue}`
  const label = labels && Object.entries(body.labels ?? {}).find(([name, value]) => !Object.hasOwn(labels, name) || labels[name] !== value)
  return label === undefined ? undefined : `your account is not for the label ${label.join('=')}`
}

/** With begin implied the device counts its lease from this copy: it is told what is left, if that is a lease at all. */
function offeredAgain (task: Task, now: number, offerMs: number): Effect[] {
  if (task.implied !== true) return [{ type: 'offer', task }]
  return isOfferable(task, now, offerMs) ? [{ type: 'offer', task: { ...task, leaseMs: leaseLeft(task, now, offerMs) } }] : []
}

/** There is time left to answer it, and with begin implied a whole lease. */
function isOfferable (task: Task, now: number, offerMs: number): boolean {
  const leftMs = task.implied === true ? leaseLeft(task, now, offerMs) : (task.deadline ?? now) - now
  return leftMs >= LEASE_MIN_MS
}

function leaseLeft (task: Task, now: number, offerMs: number): number {
  return Math.min(task.leaseMs, (task.deadline ?? now) - offerMs - now)
}

/** As in the schema of an offer. */
const LEASE_MIN_MS = 1_000

/** Offers that it has not answered yet it may never have got: they are sent again. */
function isBegun (task: Task): boolean {
  return task.state === 'executing' && task.silent !== true
}

function welcome (device: Device, leases: readonly Task[], now: number): object {
  return {
    session: device.session,
    at: now,
    heartbeatMs: device.heartbeatMs,
    leaseMs: LEASE_MS,
    tasks: leases.map(({ id, attempt, deadline = now }) => ({ task: id, attempt, leaseMs: Math.max(deadline - now, 0) }))
  }
}

function deviceOf (body: DeviceBirth, id: string, node: string | undefined, now: number): Device {
  const { session, functions, queues, capacity = 1, labels, interfaces, platform, heartbeatMs = HEARTBEAT_MS } = body
  const { mode = 'push', begin = 'explicit', replies = 'all', maxPacket } = body
  return {
    id, v: now, state: 'online', ...node !== undefined && { node }, session, functions, queues, capacity, labels, interfaces, platform: platform as Device['platform'], heartbeatMs, mode, begin, replies, maxPacket, since: now
  }
}
