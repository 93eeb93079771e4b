/**
 * Takes a port for a server, or says who has it; lets go of the port, and of
 * what is still connected. What is served on it is not known here.
 */
import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import { CommandError, exitCodes, messageOf } from './exit.js'
import { flagOf, variableOf } from './settings/setting.js'

export interface Place {
  /** The key of the setting that chose the port. */
  readonly key: string
  readonly host: string
  readonly port: number
}

export interface Listening {
  /** The one that was taken, where 0 was asked for. */
  readonly port: number
  /** Accepts no more. */
  stop: () => void
  /** Destroys the connections that are left, those that have said nothing yet among them. */
  cut: () => void
}

/** A fleet that comes back all at once, after a restart, waits here rather than being refused. */
const BACKLOG = 4096

/** @throws CommandError */
export async function listen (server: Server, { key, host, port }: Place): Promise<Listening> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  try {
    server.listen({ host, port, backlog: BACKLOG })
    await once(server, 'listening')
  } catch (error) {
    throw new CommandError(exitCodes.failed, `${flagOf(key)}, ${variableOf(key)}: ${reasonOf(error, host, port)}`)
  }
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => { server.close() },
    cut: () => { for (const socket of sockets) socket.destroy() }
  }
}

function reasonOf (error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `port ${port} of ${host} is in use: end the process that has it, or choose another port`
  if (code === 'EACCES') return `this user may not listen on port ${port}: choose one above 1023`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `this machine has no address ${host}: choose another --host`
  return `can't listen on port ${port} of ${host}: ${messageOf(error)}`
}
