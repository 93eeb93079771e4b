/** How a device looks from outside: the state document, events, and where it stands in the indexes. Pure. */
import type { Device, DeviceFunction, Load } from '../../core/device.js'
import type { Indexes, StoredRecord } from '../../core/records.js'
import type { Task } from '../../core/task.js'

/** What is not in the record, but in the tasks that name the device and in its last heartbeat. */
export interface DeviceNow {
  readonly v: number
  readonly held: readonly Task[]
  readonly load?: Load | undefined
}

export function deviceDocument (device: Device, { v, held, load }: DeviceNow): object {
  const { id, session, since, functions, queues, labels = {}, interfaces, platform, capacity, mode, heartbeatMs, node, cordoned } = device
  const executing = held.filter(task => task.state === 'executing').map(task => task.id)
  return {
    device: id,
    state: device.state === 'offline' ? 'offline' : executing.length > 0 ? 'executing' : 'free',
    v,
    session,
    since,
    functions: functions.map(announced),
    queues,
    labels,
    interfaces,
    platform,
    capacity,
    mode,
    heartbeatMs,
    executing,
    node,
    load,
    cordoned: cordoned !== undefined,
    reason: cordoned?.reason
  }
}

/** What its args and result are like is asked for with `functions/list`: here it would be told again with every task. */
function announced (entry: string | DeviceFunction): string | DeviceFunction {
  if (typeof entry === 'string' || (entry.params === undefined && entry.result === undefined)) return entry
  const { params, result, ...rest } = entry
  return Object.keys(rest).length === 1 ? rest.name : rest
}

export function deviceEventDocument (device: Device, v: number, event: string, at: number, reason: string | undefined): object {
  return { event, device: device.id, v, at, session: device.session, reason }
}

export function deviceIndexes (record: StoredRecord): Indexes {
  return { deadline: (record as Device).deadline }
}
