/**
 * Blobs: bytes that are named by their SHA-256. They are kept as texts beside the
 * record of an upload, in base64, a chunk each; that an upload is whole and its
 * SHA-256 right is what the record of the blob says. Each uploads for itself:
 * nobody can spoil what another sends.
 */
import type { StoredRecord } from './records.js'

interface Chunked {
  /** Of the whole blob. */
  readonly bytes: number
  /** Bytes of each chunk but the last. */
  readonly chunk: number
}

export interface Upload extends StoredRecord, Chunked {
  readonly blob: string
  /** So many bytes are there, from the first on. */
  readonly have: number
  /** Nobody goes on with it for so long: it is removed. Absent once it belongs to a blob. */
  readonly deadline?: number | undefined
}

export interface Blob extends StoredRecord, Chunked {
  /** Whose parts it has. */
  readonly upload: string
  /** When to look whether anybody still uses it. */
  readonly deadline: number
}

export function isHash (text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

export function uploadId (blob: string, principal: string): string {
  return `${blob} ${principal}`
}

export function uploaderOf ({ id }: Upload): string {
  return id.slice(id.indexOf(' ') + 1)
}

/** The part of chunk `index`: letters, as the names of parts are. */
export function partOf (index: number): string {
  let name = ''
  for (let left = index; left >= 0; left = Math.floor(left / LETTERS) - 1) name = String.fromCharCode(FIRST + left % LETTERS) + name
  return name
}

const LETTERS = 26
const FIRST = 'a'.charCodeAt(0)

/** The parts with the bytes from `from` to before `to`. */
export function partsOf ({ bytes, chunk }: Chunked, from = 0, to = bytes): readonly string[] {
  const first = Math.floor(from / chunk)
  return Array.from({ length: Math.max(0, Math.ceil(Math.min(to, bytes) / chunk) - first) }, (_, index) => partOf(first + index))
}
