/** A bridge that is cut, and the other broker killed, while messages cross all the time; as tests of any length. */
// real time: a stream takes some, and a cut is as long as it is
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import { BridgeStage, exampleText } from '../../support/bridge-stage.js'
import type { Talker } from '../../support/topics/talker.js'
import { seconds, showed } from './figures.js'
import { Wire } from './wire.js'

/** Between two messages of a stream. */
const PAUSE_MS = 20
/** Of QoS 0, between two messages of QoS 1. */
const LOOSE = 10
const RETAINED = 20
/** What may be under way when the connection is lost, and may come twice. */
export const UNDER_WAY = 20

const example = 'bridge-out.yaml'
/** Comes back by itself, and its session is kept. */
export const lasting = { clean: false, reconnectPeriod: 50 }
/** Neither it nor its sessions are to be what loses something here. */
export const mosquitto = ['max_inflight_messages 0', 'max_queued_messages 0']

/** Numbered messages of QoS 1 from one side to the other, for as long as it flows. */
export class Stream {
  sent = 0
  /** How often each number came to the other side, and to its own. */
  readonly came = new Map<number, number>()
  readonly own = new Map<number, number>()
  readonly #acknowledged: Promise<void>[] = []
  #flows = true
  #arrived = (): void => {}

  constructor (private readonly from: Talker, to: Talker, private readonly topic: string, private readonly loose = 0) {
    count(from, topic, this.own)
    count(to, topic, this.came, () => this.#arrived())
  }

  /** @param ahead so many may be on their way: what waits must have room, however slow this machine is */
  async flow (ahead = Infinity): Promise<void> {
    while (this.#flows) {
      while (this.#flows && this.sent - this.came.size >= ahead) await this.next()
      const said = this.#say(this.sent++)
      // Told by `end`; where something else has failed before, that is what is told.
      said.catch(() => {})
      this.#acknowledged.push(said)
      for (let n = 0; n < this.loose; n++) await this.from.publish('alarms/loose', 'x', { qos: 0 })
      // real time: a stream takes some
      await delay(PAUSE_MS)
    }
  }

  /** mqtt.js gives up what is said while it repeats what it had said before, where the connection is lost meanwhile. */
  async #say (n: number): Promise<void> {
    try {
      await this.from.publish(this.topic, `${n}`)
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'Connection closed') throw error
      await this.#say(n)
    }
  }

  /**
   * Resolves once all of it has been acknowledged, and has come.
   * @param lossy of so many at the beginning some need not come
   */
  async end (lossy = 0): Promise<void> {
    this.#flows = false
    this.#arrived()
    await Promise.all(this.#acknowledged)
    const haveCome = (): boolean => [...this.came.keys()].filter(n => n >= lossy).length === this.sent - lossy
    while (!haveCome()) await this.next()
  }

  get lost (): number {
    return this.sent - this.came.size
  }

  /** Resolves once another one has come. */
  next (): Promise<void> {
    return new Promise(resolve => {
      const others = this.#arrived
      this.#arrived = () => { others(); resolve() }
    })
  }

  get twice (): number {
    return [...this.came.values()].filter(times => times > 1).length
  }
}

function count (talker: Talker, topic: string, counts: Map<number, number>, counted: () => void = () => {}): void {
  talker.client.on('message', (other, payload) => {
    if (other !== topic) return
    const n = Number(payload.toString())
    counts.set(n, (counts.get(n) ?? 0) + 1)
    counted()
  })
}

interface Seen {
  most: number
  dropped: number
  /** Resolves once something had to go. */
  readonly overflowed: Promise<void>
}

/** The most that a bridge said was waiting. */
function watchQueue (watcher: Talker): Seen {
  let overflow = (): void => {}
  const seen: Seen = { most: 0, dropped: 0, overflowed: new Promise(resolve => { overflow = resolve }) }
  watcher.client.on('message', (topic, payload) => {
    if (!topic.endsWith('/state/bridges/site1')) return
    const { queued, dropped } = JSON.parse(payload.toString()) as { queued: { messages: number }, dropped: number }
    seen.most = Math.max(seen.most, queued.messages)
    seen.dropped = dropped
    if (dropped > 0) overflow()
  })
  return seen
}

export function bridgeCut (t: Test, { cutMs, bound }: { cutMs: number, bound: number }): void {
  t.test(`R9 the bridge cut for ${seconds(cutMs)}: nothing of QoS 1 is lost, nothing goes round`, { buffered: true }, async t => {
    let wire: Wire | undefined
    const through = async (port: number): Promise<number> => {
      wire = await Wire.to(port)
      return wire.port
    }
    const stage = await BridgeStage.start(t, { example, through, mosquitto, bridge: { queueMessages: bound } })
    t.teardown(() => wire?.close())
    const [here, there, watcher] = [await stage.here('here', { subscribe: [] }), await stage.there('there', { subscribe: [] }), await stage.here('watcher', { subscribe: ['state/bridges/+'] })]
    for (const talker of [here, there]) for (const filter of ['alarms/h', 'alarms/t', 'alarms/r/#']) await talker.subscribeTo(filter)
    await watcher.seen('state/bridges/site1', { state: 'connected' })
    const queue = watchQueue(watcher)
    const streams = [new Stream(here, there, 'alarms/h', LOOSE), new Stream(there, here, 'alarms/t')]
    const flowing = streams.map(stream => stream.flow(bound - 3 * RETAINED))
    const sides = [[here, there, 'h'], [there, here, 't']] as const
    for (const [from, to, name] of sides) {
      for (let n = 0; n < RETAINED; n++) await from.publish(`alarms/r/${name}${n}`, 'old', { retain: true })
      await to.next(({ topic }) => topic === `alarms/r/${name}${RETAINED - 1}`)
    }

    wire?.cut()
    for (const [from, , name] of sides) {
      for (let n = 0; n < RETAINED; n++) await from.publish(`alarms/r/${name}${n}`, n % 2 === 0 ? '' : 'new', { retain: true })
    }
    // real time: the cut is as long as it is
    await Promise.all([delay(cutMs), queue.overflowed])
    wire?.mend()
    await watcher.seen('state/bridges/site1', { state: 'connected' })
    await Promise.all(streams.map(stream => stream.end()))
    await Promise.all(flowing)
    for (const [, to, name] of sides) await to.next(({ topic, text }) => topic === `alarms/r/${name}${RETAINED - 1}` && text === 'new')

    const [out, back] = streams as [Stream, Stream]
    const kept = Object.fromEntries(sides.flatMap(([, , name]) => Array.from({ length: RETAINED / 2 }, (_, n) => [`alarms/r/${name}${2 * n + 1}`, 'new'])))
    t.same(await stage.retainedHere('alarms/r/#'), kept, 'what is retained here')
    t.same(await stage.retainedThere('alarms/r/#'), kept, 'and there')
    for (const { own, sent, twice } of streams) {
      t.equal([...own.values()].filter(times => times === 1).length, sent, 'at its own side each once')
      t.ok(twice <= UNDER_WAY, `${twice} came twice`)
    }
    t.ok(queue.most > 0 && queue.most <= bound, `${queue.most} waited at most`)
    t.ok(queue.dropped > 0, 'QoS 0 had to go')
    showed(t, 'R9', `cut for ${seconds(cutMs)}`, `of ${out.sent} messages out and ${back.sent} in, 0 lost, ${out.twice + back.twice} twice, none back; of ${bound} that may wait ${queue.most} did, ${queue.dropped} of QoS 0 dropped; ${RETAINED} removed on both sides`)
  })
}

export function otherBrokerKilled (t: Test, { awayMs }: { awayMs: number }): void {
  t.test('R9 the other broker killed: nothing of QoS 1 is lost', { buffered: true }, async t => {
    const stage = await BridgeStage.start(t, { example, mosquitto })
    const keep = { clean: false, reconnectPeriod: 50, subscribe: [] }
    const first = await stage.there('keeper', keep)
    await first.subscribeTo('alarms/#')
    await first.leave()
    // Its subscription is on the disk of the Mosquitto when that is killed.
    await stage.mosquitto.kill('SIGTERM')
    await stage.mosquitto.restart()
    const [here, there, watcher] = [await stage.here('here', { subscribe: [] }), await stage.there('keeper', keep), await stage.here('watcher', { subscribe: ['state/bridges/+'] })]
    await watcher.seen('state/bridges/site1', { state: 'connected' })
    const queue = watchQueue(watcher)
    const stream = new Stream(here, there, 'alarms/h')
    const flowing = stream.flow()
    await there.next(({ topic }) => topic === 'alarms/h')
    await stage.mosquitto.kill()
    await watcher.seen('state/bridges/site1', { state: 'disconnected' })
    // real time: for so long it is away
    await delay(awayMs)
    await stage.mosquitto.restart()
    await stream.end()
    await flowing
    t.ok(stream.twice <= UNDER_WAY, `${stream.twice} came twice`)
    showed(t, 'R9', `the other broker killed, away for ${seconds(awayMs)}`, `of ${stream.sent} messages 0 lost, ${stream.twice} twice; ${queue.most} waited at most`)
  })
}

/** A Mosquitto whose own bridge comes to us; it tries again after some 6 s. */
const connection = [...exampleText('bridge-in.conf').split('\n').map(line => line.replace(':1883', ':PORT')), 'restart_timeout 1', ...mosquitto]

/** Which broker is killed. */
type Killed = 'ours' | 'theirs'

/** Tasks that an app at the site submits all the time, without waiting for the answers. */
export class Commands {
  sent = 0
  readonly #accepted = new Map<string, number>()
  readonly #said: Promise<void>[] = []
  #flows = true
  #arrived = (): void => {}

  constructor (private readonly app: Talker) {
    app.client.on('message', topic => {
      const [, task] = /\/tasks\/(\w+)\/submit\/accepted$/.exec(topic) ?? []
      if (task === undefined) return
      this.#accepted.set(task, (this.#accepted.get(task) ?? 0) + 1)
      this.#arrived()
    })
  }

  /** @param ahead so many may be without an answer */
  async flow (ahead = Infinity): Promise<void> {
    while (this.#flows) {
      while (this.#flows && this.sent - this.#accepted.size >= ahead) await new Promise<void>(resolve => { this.#arrived = resolve })
      if (!this.#flows) return
      this.#said.push(this.app.say(`tasks/t${this.sent++}/submit`, { function: 'rare' }))
      // real time: a stream takes some
      await delay(PAUSE_MS)
    }
  }

  /**
   * Resolves once each has been answered.
   * @param lossy of so many at the beginning some need not be
   */
  async end (lossy = 0): Promise<void> {
    this.#flows = false
    this.#arrived()
    await Promise.all(this.#said)
    const areAnswered = (): boolean => [...this.#accepted.keys()].filter(task => Number(task.slice(1)) >= lossy).length === this.sent - lossy
    while (!areAnswered()) await new Promise<void>(resolve => { this.#arrived = resolve })
  }

  get lost (): number {
    return this.sent - this.#accepted.size
  }

  get twice (): number {
    return [...this.#accepted.values()].filter(times => times > 1).length
  }
}

export function incoming (t: Test, { killed, flowMs }: { killed: Killed, flowMs: number }): void {
  const who = killed === 'theirs' ? 'the site\'s Mosquitto' : 'our broker'
  t.test(`R9 Mosquitto's own bridge to us, ${who} killed: no command and no event of QoS 1 is lost`, { buffered: true }, async t => {
    const stage = await BridgeStage.start(t, { example: 'bridge-in.yaml', mosquitto: connection })
    // Their subscriptions are on the disk of the Mosquitto when that is killed.
    for (const [name, subscribe] of [['site1-app', undefined], ['keeper', []]] as const) {
      const first = await stage.there(name, { ...lasting, ...subscribe && { subscribe } })
      if (name === 'keeper') await first.subscribeTo('alarms/h')
      await first.leave()
    }
    await stage.mosquitto.kill('SIGTERM')
    await stage.mosquitto.restart()
    await stage.bridged()
    const [app, there, here] = [await stage.there('site1-app', lasting), await stage.there('keeper', { ...lasting, subscribe: [] }), await stage.here('here', { ...lasting, subscribe: [] })]
    await here.subscribeTo('alarms/t')
    const [out, back, commands] = [new Stream(here, there, 'alarms/h'), new Stream(there, here, 'alarms/t'), new Commands(app)]
    const flowing = [out.flow(), back.flow(), commands.flow()]
    await Promise.all([there.next(({ topic }) => topic === 'alarms/h'), here.next(({ topic }) => topic === 'alarms/t')])

    // What a Mosquitto has acknowledged and not written yet goes with it, on a busy machine more than here.
    const streams = [out, back, commands]
    const lossy = streams.map(({ sent }) => killed === 'theirs' ? sent : 0)
    await (killed === 'theirs' ? stage.mosquitto.kill() : stage.kill())
    // real time: so long the others go on
    await delay(flowMs)
    await stage.serve()
    if (killed === 'theirs') await stage.mosquitto.restart()
    await back.next()
    await Promise.all(streams.map((stream, at) => stream.end(lossy[at])))
    await Promise.all(flowing)
    const lost = streams.reduce((sum, stream) => sum + stream.lost, 0)
    t.ok(lost <= (killed === 'theirs' ? UNDER_WAY : 0), `${lost} lost`)

    // Mosquitto's word on its bridge, on a branch where nobody else may publish.
    t.match(Object.values(await stage.retainedHere('$SYS/broker/connection/#')), ['1'])
    showed(t, 'R9', `Mosquitto's bridge to us, ${who} killed`, `of ${commands.sent} commands and ${out.sent + back.sent} messages ${lost} lost, ${commands.twice} commands answered twice, ${out.twice + back.twice} messages twice`)
  })
}

/** In order, and each once answered: what devices hold goes on. The Mosquitto looks for us again after 6 s. */
export function oursKilledMeanwhile (t: Test): void {
  BridgeStage.test(t, 'our server killed: what the site says meanwhile is carried out later, and what it was told waits', { example: 'bridge-in.yaml', mosquitto: connection }, async (t, stage) => {
    await stage.bridged()
    const [cam, app] = [await stage.there('site1-cam'), await stage.there('site1-app')]
    await cam.ask('birth', { session: 1, functions: ['work'], heartbeatMs: 0 })
    await app.ask('tasks/held/submit', { function: 'work' })
    await cam.told('offer')
    await cam.ask('tasks/held/begin', { attempt: 1 })
    await stage.kill()
    await cam.say('tasks/held/success', { attempt: 1, result: 'done' })
    for (let n = 0; n < 20; n++) await app.say(`tasks/t${n}/submit`, { function: 'rare' })
    await stage.serve()
    t.match(await cam.told('tasks/held/success/accepted'), { state: 'completed' })
    for (let n = 0; n < 20; n++) t.match(await app.told(`tasks/t${n}/submit/accepted`), { state: 'available' })
    // Mosquitto's word on its bridge, on a branch where nobody else may publish.
    t.match(Object.values(await stage.retainedHere('$SYS/broker/connection/#')), ['1'])
  })
}
