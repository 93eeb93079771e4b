/** Ports of this machine that nobody else has. They are given by the system, never chosen. */
import { once } from 'node:events'
import { type AddressInfo, type Server, createServer } from 'node:net'

/** Resolves with the port, once it listens there. */
export async function listen (server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Given back at once: for a program that can't be asked which port it took. */
export async function freePort (): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  server.close()
  await once(server, 'close')
  return port
}
