/**
 * Runs effects, once what caused them is written. One entry for each type of
 * effect, so that a new one breaks the build until it is handled here. It
 * decides nothing: what a message looks like comes from the plugins, how it
 * travels is the outlet's business.
 */
import type { Device } from '../core/device.js'
import type { Effect, Former, Kind } from '../core/effects.js'
import { WithTexts, renderPayload } from '../core/payload.js'
import { type Awaitable, type StoredRecord, after } from '../core/records.js'
import { type Task, isEnded } from '../core/task.js'

/** What a host offers. Topics are relative to the root; payloads are JSON texts. */
export interface Outlet {
  /** Whether anybody, connected or with a stored session, has asked for this topic. */
  interested: (topic: string) => boolean
  /** To everybody who may read it. `isOver`: of a task, whether it has ended; some brokers retain only that. */
  publish: (topic: string, payload: string, isOver?: boolean) => void
  /**
   * On `to/{principal}/{topic}`; a live one only to who is there now. Where it
   * had to be queued for a stored session, resolves once it is.
   */
  send: (principal: string, topic: string, payload: string | Buffer, live: boolean) => Promise<void> | undefined
  /** On `to/{principal}/{topic}`, for whoever subscribes to it later, too; an empty payload clears it. */
  retain: (principal: string, topic: string, payload: string) => Promise<void> | undefined
  /** An ordinary message, on a topic that is not relative to the root. */
  message: (topic: string, payload: string, options: { readonly qos: 0 | 1, readonly retain: boolean }) => void
  /** Whether clients can be reached from here; where this is absent, they always can. */
  isReachable?: () => boolean
}

/** `isOver`: of what ends, whether it has. */
export interface Fact { readonly payload: object, readonly isOver?: boolean }

/** What effects are made into words with. */
export interface Words {
  readonly taskState: (task: Task) => object
  readonly taskEvent: (task: Task, before: Former | undefined, event: string, at: number) => object
  /** Undefined where the device is not known any more. */
  readonly deviceState: (device: Device) => Awaitable<object | undefined>
  /** What is told of any other noun. */
  readonly document: (kind: Kind, record: StoredRecord) => Awaitable<Fact>
  readonly deviceEvent: (device: Device, event: string, at: number, reason: string | undefined) => object
  /** Undefined where the device is not known any more. */
  readonly offer: (task: Task) => Awaitable<string | undefined>
  readonly result: (task: Task) => Awaitable<string | undefined>
  /** The message cut down to what its receiver can take; undefined where nothing of it can be sent. */
  readonly fitted: (principal: string, topic: string, payload: string) => string | undefined
  readonly log: (device: string, level: string, message: string, task: string | undefined) => void
  /** For the log, too. */
  readonly happened: (device: Device, event: string, reason: string | undefined) => void
}

type Runners = { readonly [T in Effect['type']]: (effect: Extract<Effect, { type: T }>) => Awaitable<void> }

export interface Executor {
  /** In order; a failing one is reported and does not stop the others. */
  run: (effects: readonly Effect[]) => Promise<void> | undefined
  /** @returns false where nothing of it fits its receiver */
  send: (principal: string, topic: string, payload: string, live?: boolean) => Awaitable<boolean>
}

export function createExecutor (outlet: Outlet, words: Words, failed: (error: unknown) => void): Executor {
  const send = (principal: string, topic: string, payload: string, live = false): Awaitable<boolean> => {
    const text = words.fitted(principal, topic, payload)
    return text === undefined ? false : after(outlet.send(principal, topic, text, live), () => true)
  }
  const runners = runnersOf(outlet, words, send)
  const runOne = (effect: Effect): Awaitable<void> => (runners[effect.type] as (effect: Effect) => Awaitable<void>)(effect)

  async function goOn (first: Promise<void>, rest: readonly Effect[]): Promise<void> {
    await first.catch(failed)
    await run(rest)
  }

  function run (effects: readonly Effect[]): Promise<void> | undefined {
    let begun = 0
    for (const effect of effects) {
      begun++
      try {
        const done = runOne(effect)
        if (done instanceof Promise) return goOn(done, effects.slice(begun))
      } catch (error) {
        failed(error)
      }
    }
    return undefined
  }

  return { run, send }
}

function runnersOf (outlet: Outlet, words: Words, send: Executor['send']): Runners {
  const publish = (topic: string, payload: object, isOver?: boolean): void => outlet.publish(topic, renderPayload(payload), isOver)
  return {
    send: ({ to, topic, payload }) => sent(send(to, topic, renderPayload(payload))),

    bytes: ({ to, topic, payload }) => outlet.send(to, topic, payload, false),

    offer: ({ task }) => after(words.offer(task), offer => sendOffer(send, task, offer)),

    ended: async ({ task }) => {
      const payload = new WithTexts(words.taskState(task), { result: await words.result(task) })
      await send(task.submitter, `tasks/${task.id}/ended`, renderPayload(payload))
    },

    task: ({ task, before, emits, at }) => {
      const eventTopic = `events/tasks/${task.id}`
      if (emits !== undefined && outlet.interested(eventTopic)) publish(eventTopic, words.taskEvent(task, before, emits, at))
      const stateTopic = `state/tasks/${task.id}`
      if (!outlet.interested(stateTopic)) return undefined
      if (task.state !== 'completed') return publish(stateTopic, words.taskState(task), isEnded(task))
      return publishResult(stateTopic, task, words, publish)
    },

    device: ({ device, emits, at, reason, gone }) => {
      if (emits !== undefined) words.happened(device, emits, reason)
      const eventTopic = `events/devices/${device.id}`
      if (emits !== undefined && outlet.interested(eventTopic)) publish(eventTopic, words.deviceEvent(device, emits, at, reason))
      const stateTopic = `state/devices/${device.id}`
      if (!outlet.interested(stateTopic)) return undefined
      if (gone === true) return outlet.publish(stateTopic, '')
      return after(words.deviceState(device), document => { if (document !== undefined) publish(stateTopic, document) })
    },

    state: ({ kind, record }) => {
      const topic = `state/${kind}s/${record.id}`
      if (!outlet.interested(topic)) return undefined
      return after(words.document(kind, record), ({ payload, isOver }) => publish(topic, payload, isOver))
    },

    part: ({ device, deployment, part }) => outlet.retain(device, `deployments/${deployment}`, part === undefined ? '' : renderPayload(part)),

    publish: ({ topic, payload, qos, retain }) => outlet.message(topic, payload, { qos, retain }),

    audit: ({ entry }) => {
      if (outlet.interested('events/audit')) publish('events/audit', entry)
    },

    gone: ({ kind, id }) => {
      const topic = `state/${kind}s/${id}`
      if (outlet.interested(topic)) outlet.publish(topic, '')
    },

    log: ({ device, level, message, task }) => words.log(device, level, message, task)
  }
}

function sendOffer (send: Executor['send'], task: Task, offer: string | undefined): Awaitable<void> {
  if (offer === undefined || task.device === undefined) return undefined
  // With begin implied the lease runs already: an offer that waits in a queue would only mislead.
  return sent(send(task.device, 'offer', offer, task.implied === true))
}

function sent (sending: Awaitable<boolean>): Awaitable<void> {
  return sending instanceof Promise ? sending.then(() => {}) : undefined
}

async function publishResult (topic: string, task: Task, words: Words, publish: (topic: string, payload: object, isOver: boolean) => void): Promise<void> {
  publish(topic, new WithTexts(words.taskState(task), { result: await words.result(task) }), true)
}
