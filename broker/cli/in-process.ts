/** A client of the server's own process. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { StreamBroker } from '../../device-client/connection.js'
import { duplexPair } from './duplex-pair.js'

export type Enter = (stream: Duplex, request?: IncomingMessage) => unknown

/** @param request whom it is for, where that is somebody else */
export function inProcess (enter: Enter, request?: IncomingMessage): StreamBroker {
  return {
    stream: () => {
      const [near, far] = duplexPair()
      enter(far, request)
      return near
    }
  }
}
