/** What people do with devices: cordon, uncordon, forget, get and list. */
import type { DeviceCordon, DeviceGet, DeviceList } from '../../../../schemas/index.js'
import { type Command, type CommandDefinition, type Decision, type Reader, define } from '../../../core/command.js'
import { type Device, type Load, functionNames } from '../../../core/device.js'
import { fittingPage } from '../../../core/page.js'
import { type Awaitable, type StoredRecord, after } from '../../../core/records.js'
import type { Task } from '../../../core/task.js'
import { deviceDocument } from '../documents.js'
import type { DeviceEvent } from '../lifecycle.js'
import { happen, releases } from '../transition.js'

const LIST_LIMIT = 100

interface Standing {
  readonly device: Device
  readonly held: readonly Task[]
  readonly v: number
  readonly load: Load | undefined
}

type Facts = Standing | undefined

function manage<B> (type: 'cordon' | 'uncordon' | 'forget', event: (command: Command<B>) => DeviceEvent): CommandDefinition {
  return define<B, Facts>({
    key: `devices/${type}`,
    audited: true,
    order: ({ entity }) => ({ exclusive: `device ${entity}` }),
    read: (reader, { entity }) => after(reader.record('device', entity), device => standing(reader, device as Device | undefined)),
    decide (facts, command): Decision {
      const { device = facts?.device, transition, rejection } = happen(facts?.device, event(command))
      if (rejection !== undefined) return { reject: rejection }
      if (facts === undefined || device === undefined) return { transitions: [] }
      const v = transition === undefined ? facts.v : Math.max(facts.v + 1, device.v)
      return {
        transitions: transition ? [transition] : [],
        reply: deviceDocument(device, { ...facts, v }),
        follow: type === 'forget' ? releases(facts.held, device.id, 'the device was forgotten', () => true) : []
      }
    }
  })
}

const get = define<DeviceGet, Facts>({
  key: 'devices/get',
  order: ({ entity }) => ({ exclusive: `device ${entity}` }),
  read: (reader, { entity }) => after(reader.record('device', entity), device => standing(reader, device as Device | undefined)),
  decide: facts => facts === undefined
    ? { reject: { code: 'unknown-device', message: 'there is no such device' } }
    : { transitions: [], reply: deviceDocument(facts.device, facts) }
})

const list = define<DeviceList, { standings: readonly Standing[], cursor?: string | undefined }>({
  key: 'devices/list',
  order: () => undefined,
  async read (reader, { body }) {
    // `free` and `executing` are in the tasks, not in the record: what the record can't tell is sorted out below.
    const { records, cursor } = await fittingPage(
      limit => reader.page('device', record => matches(record, body), limit, body.cursor),
      body.limit ?? LIST_LIMIT, bytesAtMost, reader.limits.valueBytes)
    const standings = await Promise.all(records.map(record => standing(reader, record as Device)))
    return { standings: standings.flatMap(one => one === undefined ? [] : [one]), cursor }
  },
  decide ({ standings, cursor }, { body }): Decision {
    const devices = standings.map(one => deviceDocument(one.device, one))
      .filter(document => body.state === undefined || (document as { state: string }).state === body.state)
    return { transitions: [], reply: { devices, cursor } }
  }
})

export const manageCommands: readonly CommandDefinition[] = [
  manage<DeviceCordon>('cordon', ({ body, principal, now }) => ({ type: 'cordon', by: principal, reason: body.reason, now })),
  manage('uncordon', ({ now }) => ({ type: 'uncordon', now })),
  manage('forget', ({ now }) => ({ type: 'forget', now })),
  get,
  list
]

function standing (reader: Reader, device: Device | undefined): Awaitable<Facts> {
  if (device === undefined) return undefined
  return after(reader.held('task', device.id), held => ({
    device,
    held: held as readonly Task[],
    v: reader.deviceVersion(device.id, device.v),
    load: reader.candidate(device.id)?.load
  }))
}

/** Of its document, which names the tasks that it executes besides. */
function bytesAtMost (record: StoredRecord): number {
  return Buffer.byteLength(JSON.stringify(record)) + (record as Device).capacity * TASK_BYTES
}

/** An id of 64 characters, its quotes and a comma. */
const TASK_BYTES = 67

function matches (record: StoredRecord, filter: DeviceList): boolean {
  const device = record as Device
  if (filter.state !== undefined && (filter.state === 'offline') !== (device.state === 'offline')) return false
  if (filter.function !== undefined && !functionNames(device).includes(filter.function)) return false
  return Object.entries(filter.label ?? {}).every(([name, value]) =>
    device.labels !== undefined && Object.hasOwn(device.labels, name) && device.labels[name] === value)
}
