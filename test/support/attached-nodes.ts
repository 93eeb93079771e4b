/**
 * Several `orchestra attach` on one Redis beside one Mosquitto, and a fleet that keeps a log: what becomes of tasks where a node
 * is killed or cut off. That each was completed once rests on the logs of the devices, and on no time.
 */
import type { ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import type { Test } from 'tap'
import { type Device, createDevice } from '../../device-client/device.js'
import { type Site, attach, ended } from './attached.js'
import { Doors } from './doors.js'
import { startRedis } from './redis-server.js'
import type { Talker } from './topics/talker.js'

export interface Sizes {
  /** In the burst. */
  readonly burst: number
  /** While the node is gone, half of them in its session. */
  readonly late: number
  readonly patienceMs?: number
}

type Start = (name: string, url?: string) => Promise<ChildProcess>

async function onOneRedis (t: Test, site: Site): Promise<Start> {
  const redis = await startRedis(t, { appendonly: 'always' })
  return (name, url = site.broker.url) => attach(t, { url }, '--redis', redis.url, '--node', name)
}

class Fleet {
  /** `{task} {attempt}` of whatever was begun. */
  readonly #begun: string[] = []
  /** Tasks whose result was accepted. */
  readonly #completed: string[] = []
  readonly #changed = new EventEmitter()

  static async of (t: Test, site: Site, size: number): Promise<Fleet> {
    const fleet = new Fleet()
    await Promise.all(Array.from({ length: size }, (_, n) => fleet.#device(t, site, `cam-${n}`).start()))
    return fleet
  }

  #device (t: Test, site: Site, id: string): Device {
    const device = createDevice({ broker: site.broker.url, id, capacity: 4, heartbeatMs: 1_000, functions: { work: (args) => args } })
    t.teardown(() => device.stop({ finish: false, timeoutMs: 100 }))
    device.on('problem', () => {})
    device.on('task', ({ task, attempt }) => { this.#begun.push(`${task} ${attempt}`) })
    device.on('ended', ({ task }, ending) => {
      if (ending === 'success') this.#completed.push(task)
      this.#changed.emit('ended')
    })
    return device
  }

  /** All of these, and no attempt of any and no task twice. */
  async completedOnce (t: Test, tasks: readonly string[]): Promise<void> {
    while (!tasks.every(task => this.#completed.includes(task))) await once(this.#changed, 'ended')
    t.same(this.#completed.filter(task => tasks.includes(task)).sort(), [...tasks].sort(), 'each completed once, as the devices\' logs say')
    t.equal(new Set(this.#begun).size, this.#begun.length, 'no attempt begun twice')
  }
}

const named = (prefix: string, size: number): string[] => Array.from({ length: size }, (_, n) => `${prefix}-${n}`)

async function submit (app: Talker, tasks: readonly string[]): Promise<void> {
  await Promise.all(tasks.map(task => app.say(`tasks/${task}/submit`, { function: 'work', args: task })))
}

/** Once it is told something: the burst is under way. */
function answered (app: Talker): Promise<unknown> {
  return new Promise(resolve => app.client.once('message', resolve))
}

/** One that has `submit`ted these was told so, and that they are completed. */
async function accounted (t: Test, app: Talker, tasks: readonly string[]): Promise<void> {
  for (const task of tasks) {
    await app.told(`tasks/${task}/submit/accepted`)
    t.match(await app.ask(`tasks/${task}/get`), { state: 'completed', result: task })
  }
}

interface Stage { readonly app: Talker, readonly watch: Talker, readonly fleet: Fleet }

async function stage (t: Test, site: Site, { patienceMs }: Sizes, nodes: readonly string[]): Promise<Stage> {
  const patience = patienceMs === undefined ? {} : { patienceMs }
  const fleet = await Fleet.of(t, site, 4)
  const [app, watch] = [await site.talker('app', patience), await site.talker('watch', { subscribe: ['state/nodes/+'], ...patience })]
  for (const node of nodes) await watch.seen(`state/nodes/${node}`, { state: 'online' })
  return { app, watch, fleet }
}

/** What the broker puts into its session is carried out, too; and it comes back. */
export async function nodeKilled (t: Test, site: Site, sizes: Sizes): Promise<void> {
  const start = await onOneRedis(t, site)
  const [, b] = await Promise.all([start('a'), start('b')])
  const { app, watch, fleet } = await stage(t, site, sizes, ['a', 'b'])
  const [tasks, late, again] = [named('t', sizes.burst), named('late', sizes.late), named('again', sizes.late)]
  const submitted = submit(app, tasks)
  await answered(app)
  await ended(b, 'SIGKILL')
  const { v } = await watch.seen('state/nodes/b', { state: 'offline' })
  await submitted
  await submit(app, late)
  await fleet.completedOnce(t, [...tasks, ...late])
  await accounted(t, app, [...tasks, ...late])
  await start('b')
  const { v: back } = await watch.seen('state/nodes/b', { state: 'online' })
  t.ok(Number(back) > Number(v))
  await submit(app, again)
  await fleet.completedOnce(t, again)
  await accounted(t, app, again)
}

/** The broker is out of its reach; Redis, where it could still claim tasks, is not. */
export async function nodeCutOff (t: Test, site: Site, sizes: Sizes): Promise<void> {
  const start = await onOneRedis(t, site)
  const doors = await Doors.before(t, site.broker.port)
  await Promise.all([start('a'), start('b', doors.url)])
  const { app, watch, fleet } = await stage(t, site, sizes, ['a', 'b'])
  const [tasks, late, again] = [named('t', sizes.burst), named('late', sizes.late), named('again', sizes.late)]
  const submitted = submit(app, tasks)
  await answered(app)
  doors.shut(/^b-/)
  const { v } = await watch.seen('state/nodes/b', { state: 'offline' })
  await submitted
  await submit(app, late)
  await fleet.completedOnce(t, [...tasks, ...late])
  await accounted(t, app, [...tasks, ...late])
  doors.open()
  const { v: back } = await watch.seen('state/nodes/b', { state: 'online' })
  t.ok(Number(back) > Number(v), 'it is back, with its own word')
  await submit(app, again)
  await fleet.completedOnce(t, again)
  await accounted(t, app, again)
}

/** Two of four are killed, one of them the heir of the other; and a nearer heir comes in the midst of it. */
export async function heirs (t: Test, site: Site, sizes: Sizes): Promise<void> {
  const start = await onOneRedis(t, site)
  const [, b, c] = await Promise.all(['a', 'b', 'c', 'd'].map(name => start(name)))
  const { app, watch, fleet } = await stage(t, site, sizes, ['a', 'b', 'c', 'd'])
  const [tasks, late, later] = [named('t', sizes.burst), named('late', sizes.late), named('later', sizes.late)]
  const submitted = submit(app, tasks)
  await answered(app)
  await ended(b as ChildProcess, 'SIGKILL')
  await watch.seen('state/nodes/b', { state: 'offline' })
  await submit(app, late)
  await ended(c as ChildProcess, 'SIGKILL')
  await start('bb')
  await submitted
  await submit(app, later)
  await fleet.completedOnce(t, [...tasks, ...late, ...later])
  await accounted(t, app, [...tasks, ...late, ...later])
}
