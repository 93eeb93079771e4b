/**
 * The Redis client that is shared with the rest, in the two ways in which
 * replies are read here, and the running of scripts. It opens and closes
 * nothing: after a lost connection it is given the next client.
 */
import { RESP_TYPES } from 'redis'
import type { createClient } from 'redis'
import { type Script, evaluated } from '../../../store/redis/script.js'

export type RedisClient = ReturnType<typeof createClient>

export class Connection {
  /** Maps as Maps: a topic may have the name of something that every object has. */
  text: ReturnType<typeof inText>
  bytes: ReturnType<typeof inBytes>

  constructor (client: RedisClient) {
    this.text = inText(client)
    this.bytes = inBytes(client)
  }

  use (client: RedisClient): void {
    this.text = inText(client)
    this.bytes = inBytes(client)
  }

  /** Strings come as bytes. Scripts that are called in one turn of the event loop run in that order. */
  async run (script: Script, keys: string[], args: (string | Buffer)[]): Promise<unknown> {
    return await evaluated(script, (command, code) => this.bytes.sendCommand<unknown>([command, code, `${keys.length}`, ...keys, ...args]))
  }
}

function inText (client: RedisClient) {
  return client.withTypeMapping({ [RESP_TYPES.MAP]: Map })
}

function inBytes (client: RedisClient) {
  return client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
}
