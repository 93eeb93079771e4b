/**
 * A wire between a device and the server, to be cut, or to lose what is said
 * in one direction while both sides believe that they are connected.
 */
import { once } from 'node:events'
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net'

type Direction = 'up' | 'down'

interface Connection { readonly device: Socket, readonly server: Socket }

export class Wire {
  readonly #listener: Server
  readonly #connections = new Set<Connection>()
  readonly #lossy = new Set<Direction>()
  #isCut = false
  #swallowed = (_: Direction): void => {}

  private constructor (private readonly serverPort: number) {
    this.#listener = createServer({ noDelay: true }, device => this.#join(device))
  }

  static async to (serverPort: number): Promise<Wire> {
    const wire = new Wire(serverPort)
    await once(wire.#listener.listen(0, '127.0.0.1'), 'listening')
    return wire
  }

  get port (): number {
    return (this.#listener.address() as AddressInfo).port
  }

  /** From now on this direction loses everything. Resolves with the first loss. */
  lose (direction: Direction): Promise<void> {
    this.#lossy.add(direction)
    return new Promise(resolve => {
      this.#swallowed = lost => { if (lost === direction) resolve() }
    })
  }

  /**
   * No goodbye in MQTT, and no way back until it is mended. (Not by a reset: a
   * process that has reset sockets may never come to its end on Node 20.)
   */
  cut (): void {
    this.#isCut = true
    for (const { device, server } of this.#connections) {
      device.destroy()
      server.destroy()
    }
  }

  /** Connections begin anew and lose nothing. */
  mend (): void {
    this.cut()
    this.#isCut = false
    this.#lossy.clear()
  }

  close (): void {
    this.cut()
    this.#listener.close()
  }

  #join (device: Socket): void {
    if (this.#isCut) {
      device.destroy()
      return
    }
    const server = connect(this.serverPort, '127.0.0.1').setNoDelay(true)
    const connection = { device, server }
    this.#connections.add(connection)
    this.#carry('up', device, server)
    this.#carry('down', server, device)
    device.once('close', () => this.#connections.delete(connection))
  }

  #carry (direction: Direction, from: Socket, to: Socket): void {
    from.on('error', () => {})
    from.on('data', bytes => {
      if (this.#lossy.has(direction)) this.#swallowed(direction)
      else to.write(bytes)
    })
    // The kernel closes for a process that is killed: that gets through.
    from.once('close', () => to.destroy())
  }
}
