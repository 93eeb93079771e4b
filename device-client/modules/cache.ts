// Modules on this device, by their SHA-256: fetched once, whatever the number of deployments, and checked whenever they are
// read. Without a folder they are in memory.

import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../blobs.js'

const SUFFIX = '.wasm'

export class ModuleCache {
  readonly #held = new Map<string, Buffer>()

  constructor (private readonly folder: string | undefined, private readonly fetch: (hash: string) => Promise<Buffer>) {}

  async get (hash: string): Promise<Buffer> {
    const there = this.#held.get(hash) ?? await this.#read(hash)
    if (there !== undefined) return there
    const bytes = await this.fetch(hash)
    await this.#write(hash, bytes)
    return bytes
  }

  /** Lets go of all others. */
  async keep (wanted: ReadonlySet<string>): Promise<void> {
    for (const hash of this.#held.keys()) if (!wanted.has(hash)) this.#held.delete(hash)
    if (this.folder === undefined) return
    for (const name of await readdir(this.folder).catch(() => [])) if (name.endsWith(SUFFIX) && !wanted.has(name.slice(0, -SUFFIX.length))) await rm(join(this.folder, name), { force: true })
  }

  /** One that is not what it was is fetched again. */
  async #read (hash: string): Promise<Buffer | undefined> {
    if (this.folder === undefined) return undefined
    const bytes = await readFile(join(this.folder, hash + SUFFIX)).catch(() => undefined)
    return bytes !== undefined && hashOf(bytes) === hash ? bytes : undefined
  }

  async #write (hash: string, bytes: Buffer): Promise<void> {
    if (this.folder === undefined) {
      this.#held.set(hash, bytes)
      return
    }
    await mkdir(this.folder, { recursive: true })
    const path = join(this.folder, hash + SUFFIX)
    const file = await open(`${path}.draft`, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.draft`, path)
  }
}
