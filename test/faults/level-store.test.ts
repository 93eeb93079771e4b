/**
 * The embedded durable store when things go wrong: killed in the middle of a
 * burst, a folder that it can't or must not use, writes that fail, a full disk.
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Test } from 'tap'
import { openClassicLevel } from '../../broker/store/level/database.js'
import type { OpenDatabase } from '../../broker/store/level/database.js'
import { LevelStore } from '../../broker/store/level/level-store.js'
import { StoreRefusing, StoreUnavailable, StoreUnusable } from '../../broker/store/store.js'
import type { Watcher } from '../../broker/store/store.js'
import { Bench, kinds } from '../contract/store-bench.js'
import type { Item } from '../contract/store-bench.js'
import { VirtualClock } from '../support/virtual-clock.js'

const writer = fileURLToPath(new URL('level-writer.js', import.meta.url))
const RETRY_MS = 1_000

async function open (directory: string, { openDatabase = openClassicLevel, ...watcher }: Partial<Watcher> & { openDatabase?: OpenDatabase } = {}): Promise<Bench> {
  const clock = new VirtualClock()
  const store = new LevelStore({ clock, directory }, openDatabase)
  await store.open(kinds, { due: () => {}, lost: () => {}, ...watcher })
  return new Bench(clock, { store }, store)
}

/** What the writer promised until it was killed, after so many lines: the newest version of each id. */
async function promisedUntilKilled (directory: string, prefix: string, lines: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [writer, directory, prefix], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const promised = new Map<string, number>()
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [, id, version] = /^(\S+) (\d)$/.exec(line) ?? []
    if (id !== undefined) promised.set(id, Number(version))
    if (++seen === lines) child.kill('SIGKILL')
  }
  await ended
  return promised
}

t.test('killed in the middle of a burst: whatever was promised is there', async t => {
  const directory = t.testdir()
  const promised = new Map<string, number>()
  for (const [round, lines] of [1, 37, 251, 900, 1_603, 2_750].entries()) {
    for (const [id, version] of await promisedUntilKilled(directory, `r${round}-`, lines)) promised.set(id, version)
    const bench = await open(directory)
    t.same(await missing(bench, promised), [], `after ${lines} promises`)
    t.same(await bench.lanes(), await waitingInLanes(bench), 'the lanes are those of the records')
    await bench.store.close()
  }
  t.ok(promised.size > 2_000, `${promised.size} tasks`)
  t.ok([...promised.values()].includes(3), 'some of them ended')
})

async function missing (bench: Bench, promised: Map<string, number>): Promise<string[]> {
  const wrong: string[] = []
  for (const [id, version] of promised) {
    const record = await bench.get(id)
    if (record === undefined || record.v < version) wrong.push(`${id} ${version}: ${String(record?.v)}`)
    if (await bench.part(id, 'args') !== `args of ${id}`) wrong.push(`${id}: args`)
    if (version === 3 && await bench.part(id, 'result') !== `result of ${id}`) wrong.push(`${id}: result`)
  }
  return wrong
}

async function waitingInLanes (bench: Bench): Promise<Record<string, number>> {
  const ids = await bench.pages({ limit: 1_000, match: record => 'lane' in record && record.lane === 'x' })
  return ids.length === 0 ? {} : { x: ids.length }
}

t.test('a folder that another process has is refused, and said so', async t => {
  const directory = t.testdir()
  const bench = await open(directory)
  t.teardown(() => bench.store.close())
  const child = spawn(process.execPath, [writer, directory, 'x'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [output] = await once(child.stdout, 'data') as [Buffer]
  t.match(String(output), /StoreUnusable: .*is in use by another process: end that one, or give this one another folder/)
  t.ok(String(output).includes(directory))
  await t.rejects(open(directory), /in use/, 'nor does one process open it twice')
  t.equal(await bench.put('a'), 'applied', 'who has it goes on')
  await bench.store.flushed()
})

t.test('a folder that is not ours is refused and left alone', async t => {
  const directory = t.testdir({ notes: { 'todo.txt': 'milk' }, file: 'text', database: {} })
  await refuses(t, join(directory, 'notes'), /holds other files \(todo\.txt\): give a folder that is empty/)
  t.same(readdirSync(join(directory, 'notes')), ['todo.txt'])
  await refuses(t, join(directory, 'file'), /file can't be opened and written .*: see that it is a folder/)
  const database = join(directory, 'database')
  await rewrite(database, { theirs: 'x' })
  await refuses(t, database, /is the database of another program \(it has the key "theirs"\)/)
  await rewrite(database, { meta: '{"owner":"someone"}' })
  await refuses(t, database, /is the database of another program/)
})

t.test('what schema 1 wrote is found, and all of it goes when it goes', async t => {
  const directory = t.testdir()
  const ended = { id: 'over', v: 3, ended: true, deadline: 5 }
  await rewrite(directory, {
    meta: '{"owner":"aedes-orchestra","schema":1}',
    'r/item/"open"': 'o[["args"],{"id":"open","v":1,"lane":"x"}]',
    'p/item/"open"/args': '[1]',
    'r/item/"over"': `e${JSON.stringify([['result'], ended, 5])}`,
    'p/item/"over"/result': '"r"',
    'e/0000000000000005/item/"over"': ''
  })
  const bench = await open(directory)
  t.same([await bench.lanes(), await bench.part('open', 'args')], [{ x: 1 }, '[1]'])
  t.same([await bench.get('over'), await bench.part('over', 'result'), await bench.due()], [ended, '"r"', ['over']])
  await bench.put('open', {}, { args: '[2]' })
  await bench.drop('over')
  await bench.store.close()
  t.same(await keysOf(directory), ['meta', 'r/item/"open"'])
  const again = await open(directory)
  t.equal(await again.part('open', 'args'), '[2]')
  await again.store.close()
})

t.test('what schema 2 wrote is found, too', async t => {
  const directory = t.testdir()
  const ended = { id: 'over', v: 3, ended: true, deadline: 5 }
  await rewrite(directory, {
    meta: '{"owner":"aedes-orchestra","schema":2}',
    'r/item/"open"': '[{"args":"[1]","result":null},{"id":"open","v":1,"lane":"x"}]',
    'p/item/"open"/result': '"large"',
    'r/item/"over"': JSON.stringify([{ result: '"r"' }, ended])
  })
  const bench = await open(directory)
  t.same([await bench.lanes(), await bench.part('open', 'args'), await bench.part('open', 'result')], [{ x: 1 }, '[1]', '"large"'])
  t.same([await bench.get('over'), await bench.part('over', 'result'), await bench.due()], [ended, '"r"', ['over']])
  await bench.store.close()
})

t.test('a part moves between the value of its record and a key of its own', async t => {
  const directory = t.testdir()
  const [small, large] = ['s'.repeat(256), 'l'.repeat(257)]
  const rounds: [Partial<Item>, Record<string, string | null>, string[]][] = [
    [{}, { args: small, result: large }, ['p/item/"a"/result']],
    [{}, { args: large, result: small }, ['p/item/"a"/args']],
    [{ ended: true }, {}, ['p/item/"a"/args']],
    [{ ended: true }, { args: small, result: large }, ['p/item/"a"/result']],
    [{}, { args: large, result: large, logs: small }, ['p/item/"a"/args', 'p/item/"a"/result']],
    [{}, { result: null, logs: null }, ['p/item/"a"/args']]
  ]
  const there: Record<string, string | null> = {}
  for (const [round, [fields, parts, keys]] of rounds.entries()) {
    const bench = await open(directory)
    await bench.put('a', fields, parts)
    Object.assign(there, parts)
    await hasParts(t, bench, there, `round ${round}`)
    await bench.store.close()
    t.same(await keysOf(directory), ['meta', ...keys, 'r/item/"a"'])
    const again = await open(directory)
    await hasParts(t, again, there, `round ${round}, read`)
    await again.store.close()
  }
  const last = await open(directory)
  await last.drop('a')
  await last.store.close()
  t.same(await keysOf(directory), ['meta'])
})

async function hasParts (t: Test, bench: Bench, parts: Record<string, string | null>, when: string): Promise<void> {
  for (const [name, text] of Object.entries(parts)) t.equal(await bench.part('a', name), text ?? undefined, `${name}, ${when}`)
}

async function keysOf (directory: string): Promise<string[]> {
  const database = await openClassicLevel(directory)
  const keys = await database.keys().all()
  await database.close()
  return keys
}

t.test('a newer schema and a damaged folder are refused', async t => {
  const directory = join(t.testdir(), 'new', 'folder')
  const bench = await open(directory)
  await bench.put('a')
  await bench.store.close()
  await rewrite(directory, { meta: '{"owner":"aedes-orchestra","schema":5}' })
  await refuses(t, directory, /was written with schema 5, this version knows 4: start the version that wrote it/)
  await rewrite(directory, { meta: '{"owner":"aedes-orchestra","schema":4}', 'r/item/"a"': '[[' })
  await refuses(t, directory, /is damaged \(.*\): restore it from a copy, or move it away/)
  for (const file of readdirSync(directory)) if (file.startsWith('MANIFEST')) writeFileSync(join(directory, file), randomBytes(64))
  await refuses(t, directory, /is damaged/)
  rmSync(join(directory, 'CURRENT'))
  const files = readdirSync(directory)
  await refuses(t, directory, /is damaged \(its file CURRENT is missing\)/)
  t.same(readdirSync(directory), files, 'what is left of it is not begun anew')
})

async function refuses (t: Test, directory: string, message: RegExp): Promise<void> {
  const error: unknown = await open(directory).then(() => undefined, (error: unknown) => error)
  t.ok(error instanceof StoreUnusable, String(error))
  t.match(String(error), message)
  t.ok(String(error).includes(directory))
}

async function rewrite (directory: string, values: Record<string, string>): Promise<void> {
  const database = await openClassicLevel(directory)
  for (const [key, value] of Object.entries(values)) await database.put(key, value)
  await database.close()
}

/** A disk that can be broken, and kept waiting: for its writes and for opening it anew. */
class Disk {
  broken = false
  #ready: Promise<void> = Promise.resolve()

  readonly open: OpenDatabase = async directory => {
    await this.#ready
    this.#mayFail()
    const database = await openClassicLevel(directory)
    const begin = database.batch.bind(database)
    const batch = (): ReturnType<typeof begin> => {
      const begun = begin()
      const write = begun.write.bind(begun)
      return Object.assign(begun, {
        write: async (options: { sync?: boolean }) => {
          await this.#ready
          this.#mayFail()
          await write(options)
        }
      })
    }
    return Object.assign(database, { batch })
  }

  /** It waits until what it returns is called. */
  hold (): () => void {
    let release = (): void => {}
    this.#ready = new Promise(resolve => { release = resolve })
    return release
  }

  #mayFail (): void {
    if (this.broken) throw new Error('the disk is broken')
  }
}

t.test('a write that fails is lost for all who wait for it, and for nobody else', async t => {
  const disk = new Disk()
  const told: string[] = []
  let back = (): void => {}
  const bench = await open(t.testdir(), {
    openDatabase: disk.open,
    lost: error => {
      told.push(error === undefined ? 'back' : `lost: ${error.message}`)
      if (error === undefined) back()
    }
  })
  t.teardown(() => bench.store.close())
  await bench.put('safe', { lane: 'x', rank: 1, deadline: bench.clock.now() }, { args: 'a' })
  await bench.store.flushed()

  disk.broken = true
  await bench.claim(['x'])
  await bench.put('first')
  const first = bench.store.flushed()?.catch((error: Error) => { told.push('first rejected'); return error })
  await bench.clock.settle()
  t.ok(await first instanceof StoreUnavailable)
  t.same(told, ['lost: writing failed: the disk is broken', 'first rejected'], 'the watcher is told first')

  await t.rejects(bench.put('a'), StoreRefusing)
  await t.rejects(bench.claim(['x']), StoreRefusing)
  await t.rejects(bench.part('safe', 'args'), StoreRefusing)
  await t.rejects(bench.pages(), StoreRefusing)
  await t.rejects(bench.due(), StoreRefusing)
  await t.rejects(Promise.resolve(bench.store.flushed()), StoreRefusing)

  await bench.clock.advance(RETRY_MS)
  await bench.clock.settle()
  t.equal(told.length, 2, 'not told again while it stays away')

  disk.broken = false
  const returned = new Promise<void>(resolve => { back = resolve })
  while (bench.clock.pending === 0) await bench.clock.settle()
  await bench.clock.advance(RETRY_MS)
  await returned
  t.same(told.slice(2), ['back'])
  t.equal(await bench.get('first'), undefined, 'what was applied is gone')
  t.same([await bench.lanes(), await bench.due(), await bench.part('safe', 'args')], [{ x: 1 }, ['safe'], 'a'], 'what was written is there as it was')
  t.same(await bench.claim(['x']), ['safe'])
  await bench.store.flushed()
  t.equal(bench.store.flushed(), undefined)
})

t.test('the group that collects while another is written is lost with it', async t => {
  const disk = new Disk()
  const bench = await open(t.testdir(), { openDatabase: disk.open })
  t.teardown(() => bench.store.close())
  const release = disk.hold()
  const told: string[] = []
  const failures: Array<Promise<unknown>> = []
  for (const id of ['a', 'b']) {
    await bench.put(id)
    failures.push(Promise.resolve(bench.store.flushed()).then(() => told.push(id), error => error))
    await bench.clock.settle()
  }
  t.same(told, [], 'the first is being written, the second waits')
  disk.broken = true
  release()
  for (const error of await Promise.all(failures)) t.ok(error instanceof StoreUnavailable)
})

t.test('closed while it is away, it stays closed', async t => {
  const disk = new Disk()
  const directory = t.testdir()
  const bench = await open(directory, { openDatabase: disk.open })
  disk.broken = true
  await bench.put('a')
  await t.rejects(Promise.resolve(bench.store.flushed()), StoreRefusing)
  await bench.store.close()
  t.equal(bench.clock.pending, 0)
  disk.broken = false
  await (await open(directory)).store.close()
  t.pass('another one can have the folder')
})

const mount = mkdtempSync(join(tmpdir(), 'small-disk-'))
const unmountable = mounted(mount) ? false : 'this user may not mount a small disk'

t.teardown(() => {
  if (unmountable === false) execFileSync('umount', [mount])
  rmdirSync(mount)
})

t.test('closed while it tries to come back, it stays closed', async t => {
  for (const broken of [true, false]) {
    const disk = new Disk()
    const told: unknown[] = []
    const bench = await open(t.testdir(), { openDatabase: disk.open, lost: error => { told.push(error) } })
    disk.broken = true
    await bench.put('a')
    await t.rejects(Promise.resolve(bench.store.flushed()), StoreRefusing)
    const release = disk.hold()
    await bench.clock.advance(RETRY_MS)
    const closed = bench.store.close()
    disk.broken = broken
    release()
    await closed
    t.equal(bench.clock.pending, 0)
    t.equal(told.length, 1, 'it never came back')
    await t.rejects(bench.put('b'), /closed/)
  }
})

t.test('a full disk: refused, nothing promised is lost, and it goes on by itself when there is room', { skip: unmountable }, async t => {
  mkdirSync(join(mount, 'store'))
  writeFileSync(join(mount, 'ballast'), randomBytes(16 * 2 ** 20))
  let back = (): void => {}
  const bench = await open(join(mount, 'store'), { lost: error => { if (error === undefined) back() } })
  const promised: string[] = []
  const args = randomBytes(48 * 2 ** 10).toString('base64')
  const failure = await fill(bench, promised, args)
  t.teardown(() => bench.store.close())
  t.ok(failure instanceof StoreUnavailable, String(failure))
  t.ok(promised.length > 10, `${promised.length} tasks fitted`)
  await t.rejects(bench.put('more'), StoreRefusing)

  rmSync(join(mount, 'ballast'))
  const returned = new Promise<void>(resolve => { back = resolve })
  await bench.clock.advance(RETRY_MS)
  await returned
  const parts = await Promise.all(promised.map(id => bench.part(id, 'args')))
  t.ok(parts.every(part => part === args), 'nothing promised is lost')
  await bench.put('more')
  await bench.store.flushed()
  t.ok(await bench.get('more'))
})

function mounted (directory: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', directory], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function fill (bench: Bench, promised: string[], args: string): Promise<unknown> {
  try {
    for (let n = 0; n < 1_000; n++) {
      await bench.put(`t${n}`, {}, { args })
      await bench.store.flushed()
      promised.push(`t${n}`)
    }
    return undefined
  } catch (error) {
    return error
  }
}
