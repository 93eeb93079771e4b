/** What is done with blobs: uploaded chunk by chunk, from where one has come to; read chunk by chunk; removed once nobody uses them. */
import type { BlobGet, BlobPut } from '../../../schemas/index.js'
import { type Blob, type Upload, isHash, partOf, partsOf, uploadId } from '../../core/blob.js'
import { type Command, type CommandDefinition, type Decision, type Reader, type Rejection, type Transition, define } from '../../core/command.js'
import type { Note } from '../../core/effects.js'
import type { Module } from '../../core/module.js'
import type { StoredRecord } from '../../core/records.js'

/** Of an upload with which nobody goes on. */
const ABANDONED_MS = 60 * 60_000
/** Of a blob that nobody has asked for, and that nothing names. */
const UNUSED_MS = 24 * 60 * 60_000
/** Who has too much may try again then. */
const RETRY_MS = 60_000
const CHUNK_BYTES = 16 * 1024
const CHUNK_BYTES_MAX = 128 * 1024
/** Each is a part beside the record. */
const CHUNKS_MAX = 65_536

interface Chunk { readonly offset: number, readonly bytes: Buffer }

interface Facts {
  readonly blob: Blob | undefined
  readonly upload: Upload | undefined
  /** Of the upload with what comes now, where it is whole. */
  readonly digest: string | undefined
  /** Bytes of all that this principal has uploaded. */
  readonly kept: number
}

const exclusive = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `blob ${entity}` })
const unknown: Rejection = { code: 'unknown-blob', message: 'there is no such blob' }
const notBegun: Rejection = { code: 'unknown-blob', message: 'no upload of it has begun, or it was given up: begin with put' }
const badName: Rejection = { code: 'invalid', message: 'a blob is named by its SHA-256, in 64 hexadecimal digits in lower case' }

async function read (reader: Reader, { entity, principal }: Command<unknown>, next?: Chunk): Promise<Facts> {
  const id = uploadId(entity, principal)
  const [blob, upload] = await Promise.all([reader.record('blob', entity), reader.record('upload', id)]) as [Blob | undefined, Upload | undefined]
  if (blob !== undefined || upload === undefined) return { blob, upload, digest: undefined, kept: reader.blobBytes(principal) }
  const last = next?.offset === upload.have ? next.bytes : Buffer.alloc(0)
  const isWhole = upload.have + last.length === upload.bytes
  return { blob, upload, digest: isWhole ? await reader.digest('upload', id, partsOf(upload, 0, upload.have), last) : undefined, kept: reader.blobBytes(principal) }
}

const put = define<BlobPut, Facts>({
  key: 'blobs/put',
  order: exclusive,
  read,
  decide ({ blob, upload, digest, kept }, { entity, principal, now, body }, { limits }): Decision {
    if (!isHash(entity)) return { reject: badName }
    const { bytes, chunk: wanted = CHUNK_BYTES, restart = false } = body
    if (blob !== undefined) return blob.bytes === bytes ? { transitions: [], reply: documentOf(entity, blob) } : { reject: { code: 'conflict', message: `this blob has ${blob.bytes} bytes` } }
    if (bytes > limits.blobBytesMax) return { reject: { code: 'too-large', message: `a blob may have ${limits.blobBytesMax} bytes at the most` } }
    const chunk = Math.min(wanted, limits.payloadBytes, CHUNK_BYTES_MAX)
    if (bytes > chunk * CHUNKS_MAX) return { reject: { code: 'invalid', message: `\`chunk\` is too small: ${CHUNKS_MAX} chunks are the most` } }
    if (upload !== undefined && upload.bytes === bytes && !restart) {
      // It was whole, and the process ended before it was called so.
      return digest === entity ? whole(upload, upload, entity, now) : { transitions: [], reply: documentOf(entity, upload) }
    }
    if (kept - (upload?.bytes ?? 0) + bytes > (limits.blobsMax ?? Infinity)) return { reject: { code: 'quota', message: `${kept} bytes of blobs of this principal are kept, at most ${limits.blobsMax}: those that nobody uses are removed after a day`, retryAfterMs: RETRY_MS } }
    const begun: Upload = { id: uploadId(entity, principal), v: (upload?.v ?? 0) + 1, blob: entity, bytes, chunk, have: 0, deadline: now + ABANDONED_MS }
    const former = upload === undefined ? {} : Object.fromEntries(partsOf(upload, 0, upload.have).map(name => [name, null]))
    return { transitions: [changed('upload', upload, begun, former)], reply: documentOf(entity, begun) }
  }
})

const chunk = define<Chunk, Facts>({
  key: 'blobs/chunk',
  order: exclusive,
  read: (reader, command) => read(reader, command, command.body),
  decide ({ blob, upload, digest }, { entity, now, body: { offset, bytes } }): Decision {
    if (blob !== undefined) return { transitions: upload === undefined || upload.id === blob.upload ? [] : [changed('upload', upload, null)], reply: documentOf(entity, blob) }
    if (upload === undefined) return { reject: notBegun }
    const { have, chunk } = upload
    const wanted = Math.min(chunk, upload.bytes - offset)
    if (offset % chunk !== 0 || bytes.length !== wanted) return { reject: { code: 'out-of-order', message: `chunks have ${chunk} bytes here, the last one what is left of ${upload.bytes}: ${bytes.length} bytes at ${offset} are none` } }
    if (offset > have) return { reject: { code: 'out-of-order', message: `the next chunk begins at ${have}` } }
    if (offset < have) return { transitions: [], reply: documentOf(entity, upload) }
    if (digest !== undefined && digest !== entity) return { reject: { code: 'hash-mismatch', message: `what has come has the SHA-256 ${digest}` } }
    const grown: Upload = { ...upload, v: upload.v + 1, have: have + bytes.length, deadline: now + ABANDONED_MS }
    const parts = { [partOf(offset / chunk)]: bytes.toString('base64') }
    if (digest === undefined) return { transitions: [changed('upload', upload, grown, parts)], reply: documentOf(entity, grown) }
    return whole(upload, grown, entity, now, parts)
  }
})

/** The blob last: where the process ends between the two, the next `put` makes it. */
function whole (before: Upload, upload: Upload, entity: string, now: number, parts: Readonly<Record<string, string>> = {}): Decision {
  const { id, bytes, chunk } = upload
  const blob: Blob = { id: entity, v: now, bytes, chunk, upload: id, deadline: now + UNUSED_MS }
  const kept: Upload = { ...upload, v: before.v + 1, deadline: undefined }
  return { transitions: [changed('upload', before, kept, parts), changed('blob', undefined, blob)], reply: documentOf(entity, blob) }
}

interface Found { readonly blob: Blob | undefined, readonly parts: readonly (string | undefined)[] }

const get = define<BlobGet, Found>({
  key: 'blobs/get',
  order: () => undefined,
  async read (reader, { entity, body }) {
    const blob = await reader.record('blob', entity) as Blob | undefined
    if (blob === undefined) return { blob, parts: [] }
    const { offset, to } = rangeOf(body)
    return { blob, parts: await Promise.all(partsOf(blob, offset, to).map(name => reader.part('upload', blob.upload, name))) }
  },
  decide ({ blob, parts }, { principal, entity, now, body }): Decision {
    if (blob === undefined || parts.includes(undefined)) return { reject: isHash(entity) ? unknown : badName }
    const { offset, chunk, to } = rangeOf(body)
    const skipped = offset % blob.chunk
    const bytes = Buffer.concat(parts.map(text => Buffer.from(text ?? '', 'base64'))).subarray(skipped, skipped + Math.max(0, Math.min(to, blob.bytes) - offset))
    const count = Math.ceil(bytes.length / chunk)
    const effects = Array.from({ length: count }, (_, index) => ({
      type: 'bytes' as const, to: principal, topic: `blobs/${entity}/${offset + index * chunk}`, payload: bytes.subarray(index * chunk, (index + 1) * chunk)
    }))
    // Who reads it uses it. Not with every chunk: a write each would be dear.
    const isOld = blob.deadline < now + UNUSED_MS / 2
    const transitions = isOld ? [changed('blob', blob, used(blob, now))] : []
    return { transitions, effects, reply: { blob: entity, bytes: blob.bytes, offset, chunk, count } }
  }
})

function rangeOf ({ offset = 0, chunk = CHUNK_BYTES, count = 1 }: BlobGet): { offset: number, chunk: number, to: number } {
  // However many small ones: no more at once than the largest of them would be.
  const most = Math.min(count * chunk, Math.max(chunk, READ_BYTES_MAX))
  return { offset, chunk, to: offset + most - most % chunk }
}

/** Of one answer. */
const READ_BYTES_MAX = 1024 * 1024

const uploadDeadline = define<object, Upload | undefined>({
  key: 'uploads/deadline',
  order: ({ entity }) => ({ exclusive: `blob ${entity.split(' ')[0]}` }),
  read: async (reader, { entity }) => await reader.record('upload', entity) as Upload | undefined,
  decide: (upload, { now }): Decision => ({ transitions: upload?.deadline === undefined || upload.deadline > now ? [] : [changed('upload', upload, null)] })
})

interface Used { readonly blob: Blob | undefined, readonly upload: StoredRecord | undefined, readonly isUsed: boolean }

const deadline = define<object, Used>({
  key: 'blobs/deadline',
  order: exclusive,
  async read (reader, { entity }) {
    const blob = await reader.record('blob', entity) as Blob | undefined
    return { blob, upload: blob && await reader.record('upload', blob.upload), isUsed: await isNamed(reader, entity) }
  },
  decide ({ blob, upload, isUsed }, { now }): Decision {
    if (blob === undefined || blob.deadline > now) return { transitions: [] }
    if (isUsed) return { transitions: [changed('blob', blob, used(blob, now))] }
    return { transitions: [changed('blob', blob, null), ...upload === undefined ? [] : [changed('upload', upload, null)]] }
  }
})

function isOf ({ blob, mounts = {} }: Module, hash: string): boolean {
  return blob === hash || Object.values(mounts).some(mounted => mounted.blob === hash)
}

/** Whether a module is made of it, or mounts it. */
async function isNamed (reader: Reader, blob: string): Promise<boolean> {
  let cursor: string | undefined
  do {
    const page = await reader.page('module', record => isOf(record as Module, blob), 1, cursor)
    if (page.records.length > 0) return true
    cursor = page.cursor
  } while (cursor !== undefined)
  return false
}

export const blobCommands: readonly CommandDefinition[] = [put, chunk, get, uploadDeadline, deadline]

function changed (kind: string, before: StoredRecord | undefined, record: StoredRecord | null, parts: Readonly<Record<string, string | null>> = {}): Transition {
  const id = before?.id ?? record?.id ?? ''
  const notes: readonly Note[] = kind === 'upload' ? [{ type: 'upload', before: before as Upload | undefined, after: record as Upload | null }] : []
  return { change: { kind, id, expect: before?.v ?? 0, record, ...record !== null && { parts } }, notes, effects: [] }
}

function used (blob: Blob, now: number): Blob {
  return { ...blob, v: blob.v + 1, deadline: now + UNUSED_MS }
}

function documentOf (blob: string, { bytes, chunk, have = bytes }: { readonly bytes: number, readonly chunk: number, readonly have?: number }): object {
  return { blob, bytes, have, chunk }
}
