// The real orchestrator over TCP, with devices and apps on it. `Line` is the network between: it can be cut, and it can lose
// what goes in one direction.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import type { Test } from 'tap'
import { orchestra } from '../../broker/index.js'
import { createApp, type App, type AppOptions } from '../../device-client/app.js'
import { createDevice, type Device, type DeviceOptions, type TaskContext, type TaskFunction } from '../../device-client/device.js'
import { listen } from './ports.js'

const urlOf = (server: Server): string => `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`

export class Line {
  loses: 'nothing' | 'up' | 'down' = 'nothing'
  #isCut = false
  readonly #sockets = new Set<Socket>()
  readonly server = createServer(socket => this.#join(socket))

  constructor (readonly broker: string) {}

  cut (): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  mend (): void {
    this.#isCut = false
    this.loses = 'nothing'
  }

  #join (near: Socket): void {
    if (this.#isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(new URL(this.broker).port), '127.0.0.1')
    this.#carry(near, far, 'up')
    this.#carry(far, near, 'down')
  }

  #carry (from: Socket, to: Socket, direction: 'up' | 'down'): void {
    this.#sockets.add(from)
    from.on('data', chunk => { if (this.loses !== direction) to.write(chunk) })
    from.on('error', () => {})
    from.on('close', () => {
      this.#sockets.delete(from)
      to.destroy()
    })
  }
}

export interface World {
  aedes: Aedes
  broker: string
  device (options: Partial<DeviceOptions> & { functions: DeviceOptions['functions'] }): Promise<Device>
  app (options?: Partial<AppOptions>): App
  line (): Promise<Line>
}

export async function createWorld (t: Test): Promise<World> {
  const aedes = await Aedes.createBroker()
  const orchestrator = await orchestra(aedes)
  const server = createServer(aedes.handle)
  const broker = `mqtt://127.0.0.1:${await listen(server)}`
  t.teardown(async () => {
    await orchestrator.close()
    await new Promise<void>(resolve => aedes.close(() => resolve()))
    server.close()
  })
  return {
    aedes,
    broker,
    async device (options) {
      const device = createDevice({ broker, id: 'dev-1', ...options })
      t.teardown(() => device.stop({ timeoutMs: 0 }))
      await device.start()
      return device
    },
    app (options) {
      const app = createApp({ broker, id: 'app-1', ...options })
      t.teardown(() => app.close())
      return app
    },
    async line () {
      const line = new Line(broker)
      await listen(line.server)
      t.teardown(() => {
        line.cut()
        line.server.close()
      })
      return line
    }
  }
}

export const nearOf = (line: Line): string => urlOf(line.server)

/** A function that tells when it is called, and returns when it is told to. */
export function gate () {
  const calls: Array<{ args: unknown, context: TaskContext, finish: (result: unknown) => void }> = []
  let called = (): void => {}
  const fn: TaskFunction = (args, context) => new Promise(resolve => {
    calls.push({ args, context, finish: resolve })
    context.signal.addEventListener('abort', () => resolve('stopped'))
    called()
  })
  const callAt = async (i: number) => {
    while (calls[i] === undefined) await new Promise<void>(resolve => { called = resolve })
    return calls[i]
  }
  return { fn, calls, callAt }
}

export const ended = (device: Device): Promise<string> => new Promise(resolve => device.once('ended', (_, ending) => resolve(ending)))
export async function collect<T> (items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}
