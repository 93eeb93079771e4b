/** Modules: put, get, list, remove. A version is what its binary is; nobody changes it. */
import type { ModuleGet, ModuleList, ModulePut, ModuleRemove } from '../../../schemas/index.js'
import { type Blob, partsOf } from '../../core/blob.js'
import { type Command, type CommandDefinition, type Decision, type Reader, type Rejection, type Transition, define } from '../../core/command.js'
import { type Deployment, type Link, moduleLink } from '../../core/deployment.js'
import { type Module, type Versions, WASI, checkModule, interfaces as known, moduleId } from '../../core/module.js'
import { compareVersions } from '../../core/module-version.js'
import type { Effect } from '../../core/effects.js'
import { type Page, fittingPage } from '../../core/page.js'
import { BadWasm } from '../../core/wasm.js'

const LIST_LIMIT = 100
/** Names in a binary may be of any length. */
const PROBLEM_MAX = 2_000
const USERS_TOLD_MAX = 10
/** All of them are told in one message. */
const VERSIONS_MAX = 500
/** It is held in memory as a whole. */
const BINARY_BYTES_MAX = 16 * 1024 * 1024

const exclusive = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `module ${entity}` })
const unknown: Rejection = { code: 'unknown-module', message: 'there is no such module, or not this version of it' }

interface PutFacts {
  readonly before: Module | undefined
  readonly known: Versions | undefined
  readonly blob: Blob | undefined
  readonly memoryBytes: number
  /** What is wrong with the binary. */
  readonly problem: string | undefined
  /** The deployments that take newer versions. */
  readonly users: readonly Link[]
}

const put = define<ModulePut, PutFacts>({
  key: 'modules/put',
  audited: true,
  order: exclusive,
  async read (reader, { entity, body }) {
    const [before, known, blob, users] = await Promise.all([one(reader, entity, body.version), reader.record('versions', entity), reader.record('blob', body.blob), reader.held('link', moduleLink(entity))]) as [Module | undefined, Versions | undefined, Blob | undefined, readonly Link[]]
    if (before !== undefined || blob === undefined || blob.bytes > BINARY_BYTES_MAX) return { before, known, blob, users, memoryBytes: 0, problem: undefined }
    return { before, known, blob, users, ...await checked(reader, blob, body) }
  },
  decide ({ before, known, blob, memoryBytes, problem, users }, { entity, principal, now, body }): Decision {
    const { version, functions, interfaces = [], limits = {}, mounts, risk } = body
    const wanted = { functions, interfaces, limits, mounts, risk }
    const follow = users.map(({ deployment }) => ({ key: 'deployments/update', entity: deployment, body: {} }))
    // Said again, whatever was lost after the first time is made up for.
    if (before !== undefined) return isSame(before, body.blob, wanted) ? { transitions: [], reply: moduleDocument(before), follow } : { reject: { code: 'conflict', message: `version ${version} is there already and is another: a version never changes, put a higher one` } }
    if (blob === undefined) return { reject: { code: 'unknown-blob', message: `there is no blob ${body.blob}: upload the binary first` } }
    if (blob.bytes > BINARY_BYTES_MAX) return { reject: { code: 'too-large', message: `a module may have ${BINARY_BYTES_MAX} bytes at the most` } }
    if (problem !== undefined) return { reject: { code: 'bad-module', message: problem } }
    if ((known?.versions.length ?? 0) >= VERSIONS_MAX) return { reject: { code: 'quota', message: `a module has ${VERSIONS_MAX} versions at the most: remove some` } }
    const module: Module = { id: moduleId(entity, version), v: now, name: entity, version, blob: blob.id, bytes: blob.bytes, ...wanted, memoryBytes, createdBy: principal, createdAt: now }
    return { transitions: changed(undefined, module, known, now), reply: moduleDocument(module), follow }
  }
})

async function checked (reader: Reader, blob: Blob, { functions, interfaces = [], limits = {}, mounts = {} }: ModulePut): Promise<{ memoryBytes: number, problem: string | undefined }> {
  const strange = interfaces.find(name => name !== WASI && !Object.hasOwn(known, name))
  if (strange !== undefined) return { memoryBytes: 0, problem: `there is no interface ${strange}: there are ${[...Object.keys(known), WASI].join(', ')}` }
  for (const [name, { blob }] of Object.entries(mounts)) if (await reader.record('blob', blob) === undefined) return { memoryBytes: 0, problem: `\`mounts.${name}\`: there is no blob ${blob}: upload it first` }
  const parts = await Promise.all(partsOf(blob).map(name => reader.part('upload', blob.upload, name)))
  const binary = Buffer.concat(parts.map(text => Buffer.from(text ?? '', 'base64')))
  try {
    const memoryBytes = checkModule(binary, { functions, interfaces, limits, mounts })
    return { memoryBytes, problem: reader.isValidWasm(binary) ? undefined : 'an engine refuses it: its code is not valid' }
  } catch (error) {
    if (error instanceof BadWasm) return { memoryBytes: 0, problem: error.message.slice(0, PROBLEM_MAX) }
    throw error
  }
}

function isSame (before: Module, blob: string, { functions, interfaces, limits, mounts, risk }: Pick<Module, 'functions' | 'interfaces' | 'limits' | 'mounts' | 'risk'>): boolean {
  return before.blob === blob && JSON.stringify([before.functions, before.interfaces, before.limits, before.mounts, before.risk]) === JSON.stringify([functions, interfaces, limits, mounts, risk])
}

const get = define<ModuleGet, Module | undefined>({
  key: 'modules/get',
  order: () => undefined,
  read: async (reader, { entity, body }) => body.version === undefined ? (await versionsOf(reader, entity)).at(-1) : await one(reader, entity, body.version),
  decide: module => module === undefined ? { reject: unknown } : { transitions: [], reply: moduleDocument(module) }
})

interface RemoveFacts {
  readonly module: Module | undefined
  readonly known: Versions | undefined
  readonly users: readonly string[]
}

const remove = define<ModuleRemove, RemoveFacts>({
  key: 'modules/remove',
  audited: true,
  order: exclusive,
  read: async (reader, { entity, body }) => ({ module: await one(reader, entity, body.version), known: await reader.record('versions', entity) as Versions | undefined, users: await usersOf(reader, moduleId(entity, body.version)) }),
  decide ({ module, known, users }, { now }): Decision {
    if (users.length > 0) return { reject: { code: 'in-use', message: `deployed by ${users.slice(0, USERS_TOLD_MAX).join(', ')}` } }
    return module === undefined ? { reject: unknown } : { transitions: changed(module, undefined, known, now), reply: moduleDocument(module) }
  }
})

const list = define<ModuleList, Page>({
  key: 'modules/list',
  order: () => undefined,
  read: (reader, { body }) => fittingPage(
    limit => reader.page('module', record => body.module === undefined || (record as Module).name === body.module, limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(moduleDocument(record as Module))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { modules: records.map(record => moduleDocument(record as Module)), cursor } })
})

export const moduleCommands: readonly CommandDefinition[] = [put, get, remove, list]

/** Those whose devices may still have to fetch it. */
async function usersOf (reader: Reader, id: string): Promise<readonly string[]> {
  const uses = ({ current, former }: Deployment): boolean => [current, former].some(revision => revision !== undefined && Object.values(revision.modules).some(module => module.id === id))
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await reader.page('deployment', record => uses(record as Deployment), LIST_LIMIT, cursor)
    found.push(...page.records.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** All versions of one. */
export async function versionsOf (reader: Reader, name: string): Promise<readonly Module[]> {
  const { versions = [] } = await reader.record('versions', name) as Versions | undefined ?? {}
  const found = await Promise.all(versions.map(async ({ version }) => await one(reader, name, version)))
  return found.filter(module => module !== undefined)
}

async function one (reader: Reader, name: string, version: string): Promise<Module | undefined> {
  return await reader.record('module', moduleId(name, version)) as Module | undefined
}

/** With which versions there are, from that time on. */
function changed (before: Module | undefined, after: Module | undefined, known: Versions | undefined, now: number): readonly Transition[] {
  const { id = '', name = '', version = '' } = after ?? before ?? {}
  const others = known?.versions.filter(one => one.version !== version) ?? []
  const all = after === undefined ? others : [...others, { version, blob: after.blob, bytes: after.bytes, createdAt: after.createdAt }].sort((a, b) => compareVersions(a.version, b.version))
  const versions: Versions | undefined = all.length === 0 ? undefined : { id: name, v: Math.max((known?.v ?? 0) + 1, now), versions: all }
  const effect: Effect = versions === undefined ? { type: 'gone', kind: 'module', id: name } : { type: 'state', kind: 'module', record: versions }
  return [
    // First, so that after a crash in between what is put or removed again comes out whole.
    { change: { kind: 'versions', id: name, expect: known?.v ?? 0, record: versions ?? null }, notes: [], effects: [effect] },
    { change: { kind: 'module', id, expect: before?.v ?? 0, record: after ?? null }, notes: [], effects: [] }
  ]
}

export function moduleDocument ({ id, name, ...rest }: Module): object {
  return { module: name, ...rest }
}

export function versionsDocument ({ id, v, versions }: Versions): object {
  return { module: id, versions, v }
}
