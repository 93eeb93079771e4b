/**
 * Opens the folder: that it is ours, nobody else has it, its schema is known
 * and it can be written. Whatever is wrong is said with the folder's name and
 * what to do about it. What is stored in it is not looked at here.
 */
import { mkdir, readdir } from 'node:fs/promises'
import { ClassicLevel } from 'classic-level'
import { StoreUnusable } from '../store.js'
import { ENDED_OF_SCHEMA_1, META } from './keys.js'

export type Database = ClassicLevel<string, string>
/** Opens or creates the database; tests give one that fails. */
export type OpenDatabase = (directory: string) => Promise<Database>

const OWNER = 'aedes-orchestra'
const SCHEMA = 4
/** What it can read besides. */
const FORMER_SCHEMAS: readonly unknown[] = [1, 2, 3]
/** LevelDB's own 4 MiB are merged too often; more is kept in memory up to twice, and read again after a crash. */
const WRITE_BUFFER_BYTES = 16 * 2 ** 20
/** What LevelDB may leave where it was killed before it had made its first CURRENT; and what a fresh disk has. */
const BEGUN_FILES = /^(LOCK|LOG|LOG\.old|MANIFEST-\d+|\d+\.dbtmp|lost\+found)$/
/** What it makes after that: without a CURRENT, LevelDB would begin empty beside them. */
const DATA_FILES = /^\d+\.(log|ldb|sst)$/

export async function openClassicLevel (directory: string): Promise<Database> {
  const database: Database = new ClassicLevel(directory, { writeBufferSize: WRITE_BUFFER_BYTES })
  await database.open()
  return database
}

export async function openFolder (directory: string, openDatabase: OpenDatabase): Promise<Database> {
  const database = await open(directory, openDatabase)
  try {
    await checkOwner(directory, database)
    // Written at every start, synced: shows that the disk takes it.
    await database.put(META, JSON.stringify({ owner: OWNER, schema: SCHEMA }), { sync: true })
    return database
  } catch (error) {
    await database.close()
    throw asUnusable(directory, error)
  }
}

/** What LevelDB itself said, where it did. */
export function reasonOf (error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

async function open (directory: string, openDatabase: OpenDatabase): Promise<Database> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await checkFiles(directory)
    return await openDatabase(directory)
  } catch (error) {
    throw asUnusable(directory, error)
  }
}

async function checkFiles (directory: string): Promise<void> {
  const files = await readdir(directory)
  const foreign = files.find(file => !BEGUN_FILES.test(file))
  if (foreign === undefined || files.includes('CURRENT')) return
  if (files.some(file => DATA_FILES.test(file))) throw new StoreUnusable(`${directory} is damaged (its file CURRENT is missing): restore it from a copy, or move it away to begin empty`)
  throw new StoreUnusable(`${directory} holds other files (${foreign}): give a folder that is empty or was made by this store`)
}

async function checkOwner (directory: string, database: Database): Promise<void> {
  const text = await database.get(META)
  if (text === undefined) {
    const [key] = await database.keys({ limit: 1 }).all()
    if (key === undefined) return
    throw new StoreUnusable(`${directory} is the database of another program (it has the key ${JSON.stringify(key.slice(0, 40))}): give another folder`)
  }
  const { owner, schema } = parseMeta(text)
  if (owner !== OWNER) throw new StoreUnusable(`${directory} is the database of another program: give another folder`)
  // Its values are understood; the index is in memory now.
  if (schema === 1) return database.clear(ENDED_OF_SCHEMA_1)
  if (schema !== SCHEMA && !FORMER_SCHEMAS.includes(schema)) throw new StoreUnusable(`${directory} was written with schema ${String(schema)}, this version knows ${SCHEMA}: start the version that wrote it, or give another folder`)
}

function parseMeta (text: string): { owner?: unknown, schema?: unknown } {
  try {
    return Object(JSON.parse(text)) as { owner?: unknown, schema?: unknown }
  } catch {
    return {}
  }
}

export function asUnusable (directory: string, error: unknown): StoreUnusable {
  if (error instanceof StoreUnusable) return error
  return new StoreUnusable(`${directory} ${advice(error)}`, { cause: error })
}

function advice (error: unknown): string {
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined)
  const reason = reasonOf(error)
  if (code === 'LEVEL_LOCKED') return 'is in use by another process: end that one, or give this one another folder'
  if (code === 'LEVEL_CORRUPTION' || error instanceof SyntaxError) return `is damaged (${reason}): restore it from a copy, or move it away to begin empty`
  return `can't be opened and written (${reason}): see that it is a folder, that this user may write it, and that the disk has room`
}

export function isLevelError (error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('LEVEL_')
}

function codeOf (error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code !== 'LEVEL_DATABASE_NOT_OPEN' ? code : undefined
}
