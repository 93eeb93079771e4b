// The package has no types of its own; only what is used here.
declare module 'aedes-persistence-level/asyncPersistence.js' {
  export default class AsyncLevelPersistence {
    constructor (database: object)
    /** Closes the database. */
    destroy (): Promise<void>
  }
}
