// What a device does with its parts of deployments: installs what the retained messages say, tells how that went, runs the
// steps that it is offered, and removes what is not named any more.

import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DeploymentPart, type ModuleDocument, validate } from '../../schemas/index.js'
import type { Work } from '../assignment.js'
import { RequestError } from '../failures.js'
import { engine } from '../platform/engine.js'
import type { Alarm, Clock } from '../platform/clock.js'
import { ModuleCache } from './cache.js'
import { bounded } from './memory.js'
import { Pool } from './pool.js'
import { CallError, type Depot, type Native, nativeOf, resultOf } from './values.js'
import type { Call } from './worker.js'

export interface ModuleOptions {
  /** Where modules and their files are kept; without it they are fetched again after a restart. */
  dir?: string
  /** A picture, or a folder of them, for modules that want a camera; `simulated`: made up. Default: there is none. */
  camera?: string
  /** What sensors say, by name. Default: there are none. */
  sensors?: Record<string, number>
  /** Modules that were built for WASI preview 1 may run; false by default. */
  wasi?: boolean
  /** The most memory that any one may have, in bytes; 256 MiB by default. */
  memoryBytesMax?: number
  /** Results of more bytes are stored as blobs; 32,768 by default. */
  inlineBytesMax?: number
}

export interface RuntimeHost {
  readonly id: string
  readonly clock: Clock
  ask<T> (path: string, body: object): Promise<T>
  /** On an ordinary topic, outside of the root. */
  publish (topic: string, payload: Buffer): void
  fetch (hash: string): Promise<Buffer>
  store (bytes: Buffer): Promise<string>
  problem (error: Error): void
  log (message: string): void
}

type Steps = DeploymentPart['steps']
interface Installed {
  readonly revision: number
  readonly steps: Steps
  readonly modules: Readonly<Record<string, ModuleDocument>>
  readonly pools: ReadonlyMap<string, Pool>
}

const defaultMemoryBytes = 256 * 2 ** 20
const defaultInlineBytes = 32_768
const defaultCallMs = 10_000
const retryMs = 10_000
/** `deployments/{name}/{revision}/{step}` */
const stepName = /^deployments\/([^/]+)\/(\d+)\/([^/]+)$/
const levels = ['debug', 'info', 'warn', 'error'] as const
const errorMax = 1_000
const topicMax = 128

/** The interfaces that birth names. */
export function interfacesOf ({ camera, sensors, wasi }: ModuleOptions): string[] {
  return ['wasm', ...camera === undefined ? [] : ['camera'], ...sensors === undefined ? [] : ['sensor'], ...wasi === true ? ['wasi'] : []]
}

export class Runtime {
  readonly #cache: ModuleCache
  readonly #depot: Depot
  readonly #installed = new Map<string, readonly Installed[]>()
  /** By deployment: what is to be there, the newest alone. */
  readonly #wanted = new Map<string, DeploymentPart | undefined>()
  #working: Promise<void> | undefined
  readonly #retries = new Map<string, { readonly alarm: Alarm, readonly part: DeploymentPart }>()
  #closed = false

  constructor (private readonly options: ModuleOptions, private readonly host: RuntimeHost) {
    this.#cache = new ModuleCache(options.dir === undefined ? undefined : join(options.dir, 'modules'), hash => host.fetch(hash))
    this.#depot = { get: hash => host.fetch(hash), put: bytes => host.store(bytes), inlineBytesMax: options.inlineBytesMax ?? defaultInlineBytes }
  }

  /** @param name of the deployment; an empty payload is the end of its part */
  receive (name: string, payload: Buffer): void {
    if (payload.length === 0) return this.#want(name, undefined)
    let part: DeploymentPart
    try {
      part = JSON.parse(payload.toString()) as DeploymentPart
    } catch (error) {
      return this.host.problem(new Error(`the part of ${name} is not JSON: ${(error as Error).message}`))
    }
    const problem = validate('deployments/part', part)
    if (problem !== undefined) return this.host.problem(new Error(`the part of ${name}: ${problem.message}`))
    this.#want(name, part)
  }

  has (functionName: string): boolean {
    return this.#find(functionName) !== undefined
  }

  /** Carries out a step. @throws CallError */
  async run (work: Work): Promise<unknown> {
    const found = this.#find(work.function)
    if (found === undefined) throw new CallError('not-installed', `${work.function} is not installed here`)
    const { module, pool, called, deployment } = found
    const described = module.functions[called]
    if (described === undefined) throw new CallError('not-installed', `${module.module}@${module.version} has no function ${called}`, false)
    const args = (work.args ?? {}) as Record<string, unknown>
    const { params = [], result } = described
    const natives: Native[] = []
    const files = new Map<string, Native>()
    for (const param of params) {
      const native = await nativeOf(param, args, this.#depot)
      if (param.mount === undefined) natives.push(native)
      else files.set(param.mount, native)
    }
    const isMounted = result?.mount !== undefined
    const call: Call = { function: called, args: natives, givesBytes: !isMounted && (result?.type === 'json' || result?.type === 'bytes'), givesNothing: isMounted || result === undefined }
    const value = await pool.call(call, {
      signal: work.signal,
      timeMs: module.limits.timeMs ?? defaultCallMs,
      log: (level, text) => work.log(levels[Math.min(Math.max(level, 0), levels.length - 1)] ?? 'info', text.slice(0, errorMax)),
      publish: (topic, payload) => this.#publish(`${deployment}/${topic}`, Buffer.from(payload))
    }, { files, result: result?.mount })
    return result === undefined || value === undefined ? undefined : await resultOf(result.type, value, this.#depot)
  }

  /** Tried again for what could not be fetched while there was no connection. */
  connected (): void {
    for (const name of [...this.#retries.keys()]) this.#again(name)
  }

  close (): void {
    this.#closed = true
    for (const { alarm } of this.#retries.values()) alarm.cancel()
    for (const all of this.#installed.values()) for (const { pools } of all) for (const pool of pools.values()) pool.close()
  }

  /** Resolves once nothing is being installed. */
  async settled (): Promise<void> {
    while (this.#working !== undefined) await this.#working
  }

  /** A module does not speak for its device: what it says is below a branch of its own. */
  #publish (below: string, payload: Buffer): void {
    if (below.length <= topicMax && !/[+#\0]/.test(below)) this.host.publish(`data/${this.host.id}/${below}`, payload)
  }

  #find (functionName: string): { module: ModuleDocument, pool: Pool, called: string, deployment: string } | undefined {
    const [, deployment = '', revision, name = ''] = stepName.exec(functionName) ?? []
    const installed = this.#installed.get(deployment)?.find(one => one.revision === Number(revision))
    const step = installed !== undefined && Object.hasOwn(installed.steps, name) ? installed.steps[name] : undefined
    const module = step && installed?.modules[step.module]
    const pool = step && installed?.pools.get(step.module)
    return module === undefined || pool === undefined ? undefined : { module, pool, called: step?.function ?? '', deployment }
  }

  #want (name: string, part: DeploymentPart | undefined): void {
    this.#wanted.set(name, part)
    this.#retries.get(name)?.alarm.cancel()
    this.#retries.delete(name)
    this.#working ??= this.#work().finally(() => { this.#working = undefined })
  }

  /** One after the other; of one deployment what was said last. */
  async #work (): Promise<void> {
    while (this.#wanted.size > 0 && !this.#closed) {
      const [[name, part] = ['', undefined]] = this.#wanted
      this.#wanted.delete(name)
      if (part === undefined) await this.#uninstall(name)
      else await this.#install(name, part)
    }
  }

  async #install (name: string, part: DeploymentPart): Promise<void> {
    const { revision } = part
    try {
      const before = this.#installed.get(name) ?? []
      const parts = [part, ...part.former === undefined ? [] : [part.former]]
      const after: Installed[] = []
      for (const one of parts) after.push(await this.#prepared(name, one, before))
      this.#installed.set(name, after)
      const used = new Set(after.flatMap(({ pools }) => [...pools.values()]))
      for (const { pools } of before) for (const pool of pools.values()) if (!used.has(pool)) pool.close()
      await this.#collect()
      await this.host.ask(`deployments/${name}/ready`, { revision })
      this.host.log(`deployment ${name}: revision ${revision} is ready`)
    } catch (error) {
      await this.#failed(name, part, error as Error)
    }
  }

  async #prepared (name: string, { revision, steps, modules }: Omit<DeploymentPart, 'deployment'>, before: readonly Installed[]): Promise<Installed> {
    const same = before.find(one => one.revision === revision)
    const pools = new Map<string, Pool>()
    for (const [local, module] of Object.entries(modules)) {
      const there = same?.modules[local]?.blob === module.blob ? same.pools.get(local) : undefined
      pools.set(local, there ?? await this.#poolOf(name, local, module))
    }
    return { revision, steps, modules, pools }
  }

  async #poolOf (name: string, local: string, { blob, interfaces, memoryBytes, module, version, mounts = {} }: ModuleDocument): Promise<Pool> {
    const { memoryBytesMax = defaultMemoryBytes, camera, sensors } = this.options
    if (memoryBytes > memoryBytesMax) throw new CallError('no-memory', `${module}@${version} may need ${memoryBytes} bytes of memory, there are ${memoryBytesMax} at most for each`)
    const has = [...interfacesOf(this.options), 'clock', 'random', 'log', 'mqtt', 'files']
    const missing = interfaces.find(one => !has.includes(one))
    if (missing !== undefined) throw new CallError('no-interface', `${module}@${version} wants ${missing}, which is not here`)
    const compiled = await engine.compile(bounded(await this.#cache.get(blob), memoryBytes))
    const folder = this.#folderOf(name, local)
    for (const [file, mounted] of Object.entries(mounts)) {
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, file), await this.host.fetch(mounted.blob))
    }
    return new Pool({ module: compiled, interfaces, folder, camera: camera === 'simulated' ? undefined : camera, sensors }, this.host.clock)
  }

  /** Names from outside are no names of files. */
  #folderOf (deployment: string, local: string): string {
    const { dir = join(tmpdir(), `orchestra-${this.host.id}-${process.pid}`) } = this.options
    return join(this.#filesOf(dir, deployment), local)
  }

  #filesOf (dir: string, deployment: string): string {
    return join(dir, 'files', createHash('sha256').update(deployment).digest('hex').slice(0, 32))
  }

  async #uninstall (name: string): Promise<void> {
    for (const { pools } of this.#installed.get(name) ?? []) for (const pool of pools.values()) pool.close()
    this.#installed.delete(name)
    const { dir = join(tmpdir(), `orchestra-${this.host.id}-${process.pid}`) } = this.options
    await rm(this.#filesOf(dir, name), { recursive: true, force: true }).catch((error: Error) => this.host.problem(error))
    await this.#collect()
    this.host.log(`deployment ${name}: removed`)
  }

  async #collect (): Promise<void> {
    const parts = [...this.#installed.values()].flat()
    const wanted = [...this.#wanted.values()].flatMap(part => part === undefined ? [] : [part, ...part.former === undefined ? [] : [part.former]])
    await this.#cache.keep(new Set([...parts, ...wanted].flatMap(({ modules }) => Object.values(modules).map(({ blob }) => blob))))
  }

  /** What it was the network's fault is tried again; all else is told, and stays as it was. */
  async #failed (name: string, part: DeploymentPart, error: Error): Promise<void> {
    if (this.#closed || this.#wanted.has(name)) return
    if (error instanceof RequestError) {
      // Somebody has put another revision meanwhile, which is on its way.
      if (error.code === 'stale-revision' || error.code === 'unknown-deployment') return
      if (error.code === 'timeout' || error.code === 'unavailable') return this.#later(name, part)
    }
    this.host.problem(new Error(`deployment ${name}, revision ${part.revision}: ${error.message}`))
    await this.host.ask(`deployments/${name}/failed`, { revision: part.revision, error: error.message.slice(0, errorMax) || error.name }).catch((failure: Error) => this.host.problem(failure))
  }

  #later (name: string, part: DeploymentPart): void {
    this.#retries.set(name, { part, alarm: this.host.clock.after(retryMs, () => this.#again(name)) })
  }

  #again (name: string): void {
    const waiting = this.#retries.get(name)
    if (waiting !== undefined) this.#want(name, waiting.part)
  }
}
