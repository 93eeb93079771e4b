// The package has no types of its own; only what is used here.
declare module 'aedes-persistence-level/asyncPersistence.js' {
  import type { Readable } from 'node:stream'

  export default class AsyncLevelPersistence {
    constructor (database: object)
    createRetainedStream: (filter: string) => Readable
    createRetainedStreamCombi: (filters: readonly string[]) => Readable
    /** Closes the database. */
    destroy (): Promise<void>
  }
}
