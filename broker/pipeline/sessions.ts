/** Who owns which stored MQTT session: a client id that has one is refused to every other principal. */
import type { StoredRecord } from '../core/records.js'
import type { Store } from '../store/store.js'

interface SessionRecord extends StoredRecord { readonly principal: string }

export interface Sessions {
  /** The principal whose session is stored under this client id. */
  ownerOf: (clientId: string) => Promise<string | undefined>
  /** Resolves when it is written. */
  own: (clientId: string, principal: string) => Promise<void>
  disown: (clientId: string) => Promise<void>
  /** All of them, for a host that starts. */
  all: () => AsyncIterable<{ clientId: string, principal: string }>
}

const PAGE = 500

export function createSessions (store: Store): Sessions {
  const get = async (id: string): Promise<SessionRecord | undefined> => await store.get('session', id) as SessionRecord | undefined

  async function write (id: string, principal: string | undefined): Promise<void> {
    const before = await get(id)
    if (before?.principal === principal) return
    const v = (before?.v ?? 0) + 1
    const record = principal === undefined ? null : { id, v, principal } as SessionRecord
    const outcome = await store.commit({ kind: 'session', id, expect: before?.v ?? 0, record })
    if (outcome === 'conflict') return write(id, principal)
    await store.flushed()
  }

  return {
    ownerOf: async id => (await get(id))?.principal,
    own: write,
    disown: id => write(id, undefined),
    async * all () {
      let cursor: string | undefined
      do {
        const page = await store.page('session', { match: () => true, limit: PAGE, ...cursor !== undefined && { cursor } })
        for (const record of page.records as readonly SessionRecord[]) yield { clientId: record.id, principal: record.principal }
        cursor = page.cursor
      } while (cursor !== undefined)
    }
  }
}
