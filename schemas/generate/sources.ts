// Reads the hand-written half of the contract: every schema under `schemas/`, and the error catalogue.
// A schema with an `x-direction` is a message, the others are definitions. Nothing is interpreted here beyond that.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Schema {
  $id?: string
  $ref?: string
  title?: string
  description?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  unevaluatedProperties?: boolean
  propertyNames?: Schema
  items?: Schema
  anyOf?: Schema[]
  enum?: unknown[]
  pattern?: string
  examples?: unknown[]
  'x-topic'?: string
  'x-direction'?: 'in' | 'out'
  'x-retained'?: boolean
  /** Its payload is no JSON: bytes, as they are. */
  'x-binary'?: boolean
  'x-reply'?: string
  'x-invalid'?: { why: string, value: unknown }[]
  [keyword: string]: unknown
}

export interface ErrorEntry {
  code: string
  meaning: string
  retryable: boolean
  action: string
}

export interface Sources {
  /** By key: folder and file name without the ending, as in `tasks/submit`. */
  schemas: Map<string, Schema>
  errors: ErrorEntry[]
}

const folders = ['accounts', 'audit', 'blobs', 'bridges', 'definitions', 'deployments', 'devices', 'enrolments', 'executions', 'functions', 'modules', 'nodes', 'queues', 'schedules', 'services', 'tasks', 'templates', 'workflows']

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const keysIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, 'schemas', folder))
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => `${folder}/${name.slice(0, -'.json'.length)}`)

/** @param root the package's folder */
export function readSources (root: string): Sources {
  const schemas = new Map<string, Schema>()
  for (const key of folders.flatMap(folder => keysIn(root, folder))) {
    schemas.set(key, readJson(join(root, 'schemas', `${key}.json`)) as Schema)
  }
  const errors = readJson(join(root, 'schemas', 'errors.json')) as ErrorEntry[]
  const errorCode = schemas.get('definitions/error-code')
  if (errorCode === undefined) throw new Error('schemas/definitions/error-code.json is missing')
  errorCode.enum = errors.map(({ code }) => code)
  return { schemas, errors }
}
