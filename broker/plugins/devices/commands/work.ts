/** What a device says besides: that it would take work, what happened, and what time it is. */
import type { DeviceLogs, DeviceNext } from '../../../../schemas/index.js'
import { type CommandDefinition, type Decision, define } from '../../../core/command.js'
import type { Device } from '../../../core/device.js'
import { after } from '../../../core/records.js'
import { happen } from '../transition.js'

const next = define<DeviceNext, { device: Device | undefined, free: number }>({
  key: 'devices/next',
  order: ({ entity }) => ({ exclusive: `device ${entity}` }),
  read: (reader, { entity }) => after(reader.record('device', entity), record => {
    const device = record as Device | undefined
    // Of several nodes another may have released something that this one still counts.
    const held = reader.node === undefined ? reader.candidate(entity)?.held ?? 0 : after(reader.held('task', entity), ({ length }) => length)
    return after(held, count => ({ device, free: (device?.capacity ?? 0) - count }))
  }),
  decide ({ device, free }, { body, principal, now }): Decision {
    const { transition, rejection } = happen(device, { type: 'speak', session: body.session, now })
    if (rejection !== undefined) return { reject: rejection }
    const level = Math.min(body.max ?? 1, free)
    return {
      transitions: transition ? [transition] : [],
      reply: { max: level },
      notes: [{ type: 'spoke', device: principal }, { type: 'credit', device: principal, level }]
    }
  }
})

const logs = define<DeviceLogs, Device | undefined>({
  key: 'devices/logs',
  order: ({ entity }) => ({ exclusive: `device ${entity}` }),
  read: (reader, { entity }) => after(reader.record('device', entity), device => device as Device | undefined),
  decide (device, { body, principal, now }): Decision {
    const { transition, rejection } = happen(device, { type: 'speak', session: body.session, now })
    if (rejection !== undefined) return { reject: rejection }
    const { level, message, task, at = now } = body
    return {
      transitions: transition ? [transition] : [],
      ...body.ref !== undefined && { reply: { at: now } },
      notes: [{ type: 'spoke', device: principal }],
      effects: [{ type: 'log', device: principal, level, message, task }],
      follow: task === undefined ? [] : [{ key: 'tasks/log', entity: task, body: { from: principal, level, message, at } }]
    }
  }
})

const time = define<object, undefined>({
  key: 'devices/time',
  order: () => undefined,
  read: () => undefined,
  decide: (_, { now }) => ({ transitions: [], reply: { at: now } })
})

export const workCommands: readonly CommandDefinition[] = [next, logs, time]
