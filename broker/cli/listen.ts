/**
 * Takes a port for a server, or says who has it; lets go of the port, and of
 * what is still connected. What is served on it is not known here.
 */
import { once } from 'node:events'
import type { AddressInfo, ListenOptions, Server, Socket } from 'node:net'
import { CommandError, exitCodes, messageOf } from './exit.js'
import { flagOf, variableOf } from './settings/setting.js'

export interface Place {
  /** Who chose it, for whoever has to choose another one. */
  readonly chosenBy: string
  /** Undefined: all addresses. */
  readonly host: string | undefined
  readonly port: number
  readonly ipv6Only?: boolean
  /** Of a Unix socket, instead of the others. */
  readonly path?: string
}

export interface SocketCounts { readonly accepted: number, readonly bytesRead: number, readonly bytesWritten: number }

export interface Listening {
  /** The one that was taken, where 0 was asked for; 0 of a Unix socket. */
  readonly port: number
  /** Of all connections so far. */
  sockets: () => SocketCounts
  /** Accepts no more. */
  stop: () => void
  /** Destroys the connections that are left, those that have said nothing yet among them. */
  cut: () => void
}

/** A fleet that comes back all at once, after a restart, waits here rather than being refused. */
const BACKLOG = 4096

/** @throws CommandError */
export async function listen (server: Server, place: Place): Promise<Listening> {
  const sockets = new Set<Socket>()
  const ended = { accepted: 0, bytesRead: 0, bytesWritten: 0 }
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    ended.accepted++
    socket.once('close', () => {
      sockets.delete(socket)
      ended.bytesRead += socket.bytesRead
      ended.bytesWritten += socket.bytesWritten
    })
  })
  try {
    server.listen(listenOptions(place))
    await once(server, 'listening')
  } catch (error) {
    throw new CommandError(exitCodes.failed, `${place.chosenBy}: ${reasonOf(error, place)}`)
  }
  return {
    port: (server.address() as AddressInfo).port ?? 0,
    sockets: () => sumOf([ended, ...[...sockets].map(({ bytesRead, bytesWritten }) => ({ accepted: 0, bytesRead, bytesWritten }))]),
    stop: () => { server.close() },
    cut: () => { for (const socket of sockets) socket.destroy() }
  }
}

export function sumOf (counts: readonly SocketCounts[]): SocketCounts {
  return counts.reduce((sum, { accepted, bytesRead, bytesWritten }) => ({ accepted: sum.accepted + accepted, bytesRead: sum.bytesRead + bytesRead, bytesWritten: sum.bytesWritten + bytesWritten }), { accepted: 0, bytesRead: 0, bytesWritten: 0 })
}

/** By the key of a setting. */
export function chosenBySetting (key: string): string {
  return `${flagOf(key)}, ${variableOf(key)}`
}

function listenOptions ({ host, port, path, ipv6Only }: Place): ListenOptions {
  return path === undefined ? { host, port, ipv6Only, backlog: BACKLOG } : { path, backlog: BACKLOG }
}

function reasonOf (error: unknown, { host = 'all addresses', port, path }: Place): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (path !== undefined) return `can't listen on ${path}: ${messageOf(error)}`
  if (code === 'EADDRINUSE') return `port ${port} of ${host} is in use: end the process that has it, or choose another port`
  if (code === 'EACCES') return `this user may not listen on port ${port}: choose one above 1023`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `this machine has no address ${host}: choose another address`
  return `can't listen on port ${port} of ${host}: ${messageOf(error)}`
}
