/** What connected clients that do nothing keep resident: bare MQTT clients, and devices with all that is known of them. */
import { ROOT } from './loads.js'
import { residentBytes } from './process.js'
import { type Wire, dial, heard } from './wire.js'

export interface Idle {
  readonly server: string
  readonly clients: number
  readonly bytesPerClient: number
  /** Of all server processes at the end. */
  readonly bytes: number
}

type Connect = (port: number, name: string) => Promise<Wire>

/** Subscribed as a device is. */
export const idleClient: Connect = (port, name) => dial(port, name, `${ROOT}/to/${name}/#`)

export async function idleDevice (port: number, name: string): Promise<Wire> {
  const wire = await idleClient(port, name)
  await heard(wire, '/welcome', () => wire.publish(`${ROOT}/from/${name}/birth`, '{"session":1,"functions":["idle"],"heartbeatMs":0}'))
  return wire
}

/** Connected at a time: as many as any server's backlog takes. */
const AT_A_TIME = 100

export interface IdleSubject {
  readonly server: string
  readonly port: number
  readonly pids: readonly number[]
  readonly connect: Connect
  /** Collects garbage, where the server has any. */
  readonly settle: () => Promise<unknown>
}

export async function idle ({ server, port, pids, connect, settle }: IdleSubject, clients: number): Promise<Idle> {
  const wires: Wire[] = []
  const connectUpTo = async (count: number): Promise<number> => {
    while (wires.length < count) {
      const names = Array.from({ length: Math.min(AT_A_TIME, count - wires.length) }, (_, index) => `idle-${wires.length + index}`)
      wires.push(...await Promise.all(names.map(name => connect(port, name))))
    }
    await settle()
    return residentBytes(pids)
  }
  // The first ones pay for what is there once.
  const before = await connectUpTo(AT_A_TIME)
  const bytes = await connectUpTo(AT_A_TIME + clients)
  for (const wire of wires) wire.close()
  return { server, clients, bytes, bytesPerClient: (bytes - before) / clients }
}
