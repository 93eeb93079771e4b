// How arguments and results of module functions travel: numbers as they are, i64 as text where it is beyond 2^53, JSON as it
// is, bytes as `{"base64"}`, or as `{"blob","bytes"}` where they are many.

import type { ModuleFunction } from '../../schemas/index.js'

type Param = NonNullable<ModuleFunction['params']>[number]

/** What a module is called with: numbers, and places in its memory. */
export type Native = number | bigint | Uint8Array

/** What a call came to, and why it did not. Its code travels with the failure of the task. */
export class CallError extends Error {
  override name = 'CallError'
  constructor (readonly code: string, message: string, readonly retry = true) {
    super(message)
  }
}

/** Fetches what is named by its SHA-256, and stores what is too long to travel itself. */
export interface Depot {
  get (hash: string): Promise<Buffer>
  put (bytes: Buffer): Promise<string>
  /** Longer ones are not sent but stored. */
  readonly inlineBytesMax: number
}

export async function nativeOf ({ name, type }: Param, args: Readonly<Record<string, unknown>>, depot: Depot): Promise<Native> {
  const value = Object.hasOwn(args, name) ? args[name] : undefined
  const wrong = (what: string): CallError => new CallError('bad-args', `${name} must be ${what}`, false)
  switch (type) {
    case 'i32': case 'f32': case 'f64':
      if (typeof value !== 'number' || (type === 'i32' && !Number.isInteger(value))) throw wrong(type === 'i32' ? 'a whole number' : 'a number')
      return value
    case 'i64':
      if ((typeof value === 'number' && Number.isSafeInteger(value)) || (typeof value === 'string' && /^-?\d{1,19}$/.test(value))) return BigInt(value)
      throw wrong('a whole number, or the text of one')
    case 'json': return Buffer.from(JSON.stringify(await resolved(value, depot) ?? null))
    case 'bytes': {
      const bytes = await bytesOf(value, depot)
      if (bytes === undefined) throw wrong('{"base64"} or {"blob"}')
      return bytes
    }
  }
}

async function bytesOf (value: unknown, depot: Depot): Promise<Buffer | undefined> {
  if (value === null || typeof value !== 'object') return undefined
  const { base64, blob } = value as { base64?: unknown, blob?: unknown }
  if (typeof base64 === 'string') return Buffer.from(base64, 'base64')
  return typeof blob === 'string' ? await depot.get(blob) : undefined
}

/** A JSON value that was too long to travel is fetched. */
async function resolved (value: unknown, depot: Depot): Promise<unknown> {
  if (value === null || typeof value !== 'object') return value
  const { blob, bytes, json } = value as { blob?: unknown, bytes?: unknown, json?: unknown }
  return typeof blob === 'string' && typeof bytes === 'number' && json === true ? JSON.parse((await depot.get(blob)).toString()) as unknown : value
}

/** @param value a number, or the bytes that the module has pointed to */
export async function resultOf (type: NonNullable<ModuleFunction['result']>['type'], value: Native, depot: Depot): Promise<unknown> {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new CallError('bad-result', `the result is ${value}, which is no number in JSON`)
    return value
  }
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  const bytes = Buffer.from(value)
  if (type === 'bytes') return bytes.length > depot.inlineBytesMax ? { blob: await depot.put(bytes), bytes: bytes.length } : { base64: bytes.toString('base64') }
  let json: unknown
  try {
    json = JSON.parse(bytes.toString())
  } catch (error) {
    throw new CallError('bad-result', `the result is not JSON: ${(error as Error).message}`)
  }
  return bytes.length > depot.inlineBytesMax ? { blob: await depot.put(bytes), bytes: bytes.length, json: true } : json
}
