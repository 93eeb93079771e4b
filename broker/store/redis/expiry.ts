/**
 * Has Redis tell when a lease has run out. That makes lapses prompt, where the
 * user may ask for it; the sweep finds them anyway.
 */
import { ErrorReply } from 'redis'
import type { Connection } from './connection.js'
import type { Keys } from './keys.js'

export interface ExpiryOptions {
  readonly keys: Keys
  readonly warn: (details: object, message: string) => void
  readonly expired: () => void
}

/** Key events (E) of expired keys (x). */
const WANTED = 'Ex'

export async function listenForExpiry (connection: Connection, { keys, warn, expired }: ExpiryOptions): Promise<void> {
  const { database = 0 } = connection.client.options
  const leases = keys.leases()
  try {
    await connection.subscribe([`__keyevent@${database}__:expired`], key => {
      if (key.toString().startsWith(leases)) expired()
    })
    await switchOn(connection)
  } catch (error) {
    if (!(error instanceof ErrorReply)) throw error
    warn({ reason: error.message }, 'Redis does not tell what expires: lapses are found within a second, not at once. Set notify-keyspace-events Ex in its configuration, and let this user read it (+config|get) and subscribe to __keyevent@*')
  }
}

/** What others asked for stays. */
async function switchOn (connection: Connection): Promise<void> {
  const { 'notify-keyspace-events': before = '' } = await connection.ask<Record<string, string>>(['CONFIG', 'GET', 'notify-keyspace-events'])
  if (before.includes('E') && /[xA]/.test(before)) return
  await connection.ask(['CONFIG', 'SET', 'notify-keyspace-events', `${before}${WANTED}`])
}
