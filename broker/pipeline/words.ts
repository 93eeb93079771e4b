/** What the orchestrator says, put together from the plugins' documents and the store. */
import type { Limits } from '../core/command.js'
import type { Device } from '../core/device.js'
import { renderOffer } from '../core/offer.js'
import { type Awaitable, after } from '../core/records.js'
import type { Task } from '../core/task.js'
import type { Words } from '../effects/executor.js'
import type { Log } from '../platform/log.js'
import { deviceDocument, deviceEventDocument } from '../plugins/devices/index.js'
import { taskDocument, taskEventDocument } from '../plugins/tasks/index.js'
import type { Store } from '../store/store.js'
import { nouns } from './documents.js'
import { fit } from './fit.js'
import type { Roster } from './roster.js'

export function createWords (store: Store, roster: Roster, limits: Limits, log: Log): Words {
  const version = (device: Device): number => Math.max(roster.get(device.id)?.v ?? 0, device.v)
  return {
    taskState: taskDocument,
    taskEvent: taskEventDocument,
    deviceState (device) {
      const seat = roster.get(device.id)
      // Forgotten since: its last word has been said.
      return seat && deviceState(store, seat.device, seat.v, roster)
    },
    document: (kind, record) => nouns[kind].fact(record, store),
    deviceEvent: (device, event, at, reason) => deviceEventDocument(device, version(device), event, at, reason),
    result: task => task.state === 'completed' ? store.part('task', task.id, 'result') : undefined,

    offer (task) {
      const device = roster.get(task.device ?? '')?.device
      if (device === undefined) return undefined
      return after(store.part('task', task.id, 'args'), args => renderOffer(task, device.session, args, limits.offerMs))
    },

    fitted (principal, topic, payload) {
      const maxPacket = roster.get(principal)?.device.maxPacket
      if (maxPacket === undefined) return payload
      const text = fit(limits.rootBytes + `to/${principal}/${topic}`.length, topic, payload, maxPacket)
      if (text === undefined) log.warn({ device: principal, topic, bytes: payload.length, maxPacket }, 'a message is larger than its receiver takes, it was not sent')
      return text
    },

    log: (device, level, message, task) => log.info({ device, task, level }, message),
    happened: ({ id, session, node }, event, reason) => log.debug({ device: id, session, node, reason }, `device ${event}`)
  }
}

/** Rendered from what is true now, so that the last one told is right whatever came between. */
export function deviceState (store: Store, device: Device, v: number, roster: Roster): Awaitable<object> {
  return after(store.held('task', device.id), held =>
    deviceDocument(device, { v, held: held as readonly Task[], load: roster.get(device.id)?.load }))
}
