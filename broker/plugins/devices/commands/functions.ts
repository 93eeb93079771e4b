/** Which functions the fleet offers: what somebody needs who writes a workflow. Made of the devices that this node knows, which are all. */
import type { FunctionList } from '../../../../schemas/index.js'
import { type CommandDefinition, type Decision, type Reader, define } from '../../../core/command.js'
import { canonical } from '../../../core/canonical.js'
import type { DeviceFunction } from '../../../core/device.js'
import type { Candidate } from '../../../core/matching.js'

const LIST_LIMIT = 100

interface Offered {
  /** By canonical text, with how many devices say so. */
  readonly ways: Map<string, { readonly entry: Omit<DeviceFunction, 'name'>, devices: number }>
  devices: number
  online: number
}

const list = define<FunctionList, readonly (readonly [name: string, Offered])[]>({
  key: 'functions/list',
  order: () => undefined,
  read: (reader, { body }) => offered(reader, body.function),
  decide (functions, { body: { limit = LIST_LIMIT, cursor } }, { limits }): Decision {
    const last = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString()
    const after = functions.filter(([name]) => name > last)
    const page: object[] = []
    let bytes = 0
    for (const [name, one] of after.slice(0, limit)) {
      const document = documentOf(name, one)
      bytes += Buffer.byteLength(JSON.stringify(document)) + 1
      if (bytes > limits.valueBytes && page.length > 0) break
      page.push(document)
    }
    const end = after[page.length - 1]?.[0]
    return { transitions: [], reply: { functions: page, ...page.length < after.length && end !== undefined && { cursor: Buffer.from(end).toString('base64url') } } }
  }
})

export const functionCommands: readonly CommandDefinition[] = [list]

function offered (reader: Reader, only: string | undefined): [name: string, Offered][] {
  const found = new Map<string, Offered>()
  for (const candidate of only === undefined ? reader.candidates() : reader.offering(only)) count(found, candidate, only)
  return [...found].sort(([a], [b]) => a < b ? -1 : 1)
}

function count (found: Map<string, Offered>, { device }: Candidate, only: string | undefined): void {
  const seen = new Set<string>()
  for (const one of device.functions) {
    const { name, ...entry } = typeof one === 'string' ? { name: one } : one
    if (seen.has(name) || (only !== undefined && name !== only)) continue
    seen.add(name)
    const offered = found.get(name) ?? { ways: new Map(), devices: 0, online: 0 }
    found.set(name, offered)
    offered.devices++
    if (device.state === 'online') offered.online++
    const text = canonical(entry)
    const way = offered.ways.get(text) ?? { entry, devices: 0 }
    offered.ways.set(text, way)
    way.devices++
  }
}

/** As most devices describe it; of devices of several versions, how many ways there are. */
function documentOf (name: string, { ways, devices, online }: Offered): object {
  const [most] = [...ways].sort(([a, one], [b, other]) => other.devices - one.devices || (a < b ? -1 : 1))
  return { function: name, devices, online, ...most?.[1].entry, ...ways.size > 1 && { variants: ways.size } }
}
