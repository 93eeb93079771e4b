/**
 * The Redis client that is shared with the rest, in the two ways in which
 * replies are read here, and the running of scripts. It opens and closes
 * nothing: after a lost connection it is given the next client.
 */
import { createHash } from 'node:crypto'
import { RESP_TYPES } from 'redis'
import type { createClient } from 'redis'

export type RedisClient = ReturnType<typeof createClient>

/** With keys and arguments as they stand in the head of its text. */
export interface Script { readonly text: string, readonly sha: string }

export function script (text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') }
}

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
  async run ({ text, sha }: Script, keys: string[], args: (string | Buffer)[]): Promise<unknown> {
    const options = { keys, arguments: args }
    try {
      return await this.bytes.evalSha(sha, options)
    } catch (error) {
      // A Redis that was restarted, or another one after a failover, has none of our scripts.
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
      return await this.bytes.eval(text, options)
    }
  }
}

function inText (client: RedisClient) {
  return client.withTypeMapping({ [RESP_TYPES.MAP]: Map })
}

function inBytes (client: RedisClient) {
  return client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
}
