/** Ports of this machine that nobody else has. */
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, type Server, createServer } from 'node:net'

/** Resolves with the port, once it listens there. */
export async function listen (server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Below those that systems give to whoever connects, or listens without asking: such would take it in the moment that nobody has it. */
const [FIRST, LAST] = [16_384, 32_767]

/** Given back at once: for a program that can't be asked which port it took. */
export async function freePort (): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST)
    const server = createServer().listen(port, '127.0.0.1')
    const isFree = await new Promise<boolean>(resolve => server.once('listening', () => resolve(true)).once('error', () => resolve(false)))
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
