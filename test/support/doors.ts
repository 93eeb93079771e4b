/** A door before a broker that knows clients by their ids, so that single connections of one program can be cut and kept out. */
import { EventEmitter, once } from 'node:events'
import { type Socket, connect, createServer } from 'node:net'
import type { Test } from 'tap'
import { listen } from './ports.js'

export class Doors {
  readonly #sockets = new Map<Socket, string>()
  readonly #turned = new EventEmitter()
  #shut: RegExp | undefined

  private constructor (readonly broker: number, readonly url: string) {}

  static async before (t: Test, broker: number): Promise<Doors> {
    const server = createServer(socket => doors.#enter(socket))
    const doors = new Doors(broker, `mqtt://127.0.0.1:${await listen(server)}`)
    t.teardown(() => {
      doors.shut(/^/)
      server.close()
    })
    return doors
  }

  /** Those whose client ids are like this are cut off, and not let in again. */
  shut (ids: RegExp): void {
    this.#shut = ids
    for (const [socket, id] of this.#sockets) if (ids.test(id)) socket.destroy()
  }

  open (): void {
    this.#shut = undefined
  }

  /** Resolves with the id of the next client that was kept out. */
  async keptOut (): Promise<string> {
    const [id] = await once(this.#turned, 'away') as [string]
    return id
  }

  #enter (near: Socket): void {
    near.on('error', () => {})
    near.once('data', first => {
      const id = clientIdIn(first)
      if (this.#shut?.test(id) === true) {
        near.destroy()
        this.#turned.emit('away', id)
        return
      }
      this.#sockets.set(near, id)
      const far = connect(this.broker, '127.0.0.1').setNoDelay(true).on('error', () => {})
      near.setNoDelay(true).once('close', () => {
        this.#sockets.delete(near)
        far.destroy()
      })
      far.once('close', () => near.destroy())
      far.write(first)
      near.pipe(far).pipe(near)
    })
  }
}

/** Of a CONNECT: after the name of the protocol, its level, flags and the keepalive (MQTT 3.1.1, 3.1). */
function clientIdIn (packet: Buffer): string {
  const at = packet.indexOf('MQTT') + 8
  return packet.toString('utf8', at + 2, at + 2 + packet.readUInt16BE(at))
}
