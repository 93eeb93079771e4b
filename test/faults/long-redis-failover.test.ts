// A primary killed in mid-burst, with real sentinels: the store finds the new one by itself. What was acknowledged is
// there where a replica was waited for; where not, the window is measured and told.
import { createClient } from 'redis'
import t, { type Test } from 'tap'
import { startServer } from '../../broker/cli/server.js'
import { silentLog } from '../../broker/platform/log.js'
import { systemClock } from '../../broker/platform/clock.js'
import { type RedisStore, createRedisStore } from '../../broker/store/redis/index.js'
import type { ReplicaWait } from '../../broker/store/redis/session.js'
import { StoreUnavailable } from '../../broker/store/store.js'
import type { RedisServer } from '../support/redis-server.js'
import { type Sentinels, startSentinels } from '../support/redis-sentinels.js'

const clock = systemClock()
/** Writers that wait for their acknowledgement before they go on. */
const WRITERS = 32
/** Acknowledgements before the kill. */
const BURST = 3_000
/** Answers, good or bad, between the cut and the kill: each writer gets some. */
const ANSWERS_WHEN_CUT = 3 * WRITERS
/** More would be no window but a fault. */
const WINDOW_MAX_MS = 500

/** What the client knows: when each of its ids was acknowledged. */
type History = Map<string, number>

/** Its answers, counted, to wait for. */
class Answers {
  #count = 0
  #wanted = Infinity
  #reached = (): void => {}

  came (): void {
    this.#count++
    if (this.#count >= this.#wanted) this.#reached()
  }

  more (count: number): Promise<void> {
    this.#wanted = this.#count + count
    return new Promise(resolve => { this.#reached = resolve })
  }
}

interface Burst {
  readonly history: History
  /** From when on the replica got nothing more. */
  readonly cutAt: number
  readonly killedAt: number
  readonly lost: { readonly id: string, readonly ackedAt: number }[]
  readonly backAfterMs: number
}

async function openStore (t: Test, { name, nodes }: Sentinels, wait?: ReplicaWait): Promise<{ store: RedisStore, back: Promise<void>, losses: string[] }> {
  const store = createRedisStore({ clock, sentinel: { name, nodes }, node: 'a', ...wait !== undefined && { wait } })
  const losses: string[] = []
  let heard = (): void => {}
  const back = new Promise<void>(resolve => { heard = resolve })
  t.teardown(() => store.close())
  await store.open({ task: () => ({}) }, {
    due: () => {},
    lost: error => {
      losses.push(error?.message ?? 'back')
      if (error === undefined) heard()
    }
  })
  return { store, back, losses }
}

/** Writes until it is told to end; where the store is away or refuses, it tries the next. */
async function write (store: RedisStore, writer: number, history: History, answers: Answers, ended: () => boolean): Promise<void> {
  for (let n = 0; !ended(); n++) {
    const id = `w${writer}-${n}`
    try {
      await store.commit({ kind: 'task', id, expect: 0, record: { id, v: 1 } })
      await store.flushed()
      history.set(id, clock.now())
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      await new Promise(resolve => { setImmediate(resolve) })
    }
    answers.came()
  }
}

/** The replica loses its link, and may not have another. */
async function cutOff ({ url }: RedisServer): Promise<void> {
  const client = createClient({ url })
  await client.connect()
  await client.configSet({ masteruser: 'nobody', masterauth: 'wrong' })
  await client.sendCommand(['CLIENT', 'KILL', 'TYPE', 'master'])
  client.destroy()
}

async function burst (t: Test, { wait, cut = false }: { wait?: ReplicaWait, cut?: boolean }): Promise<Burst> {
  const sentinels = await startSentinels(t)
  const { store, back, losses } = await openStore(t, sentinels, wait)
  const history: History = new Map()
  const answers = new Answers()
  let ended = false
  const burst = answers.more(BURST)
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(store, writer, history, answers, () => ended))
  await burst
  if (cut) await cutOff(sentinels.servers[1])
  const cutAt = clock.now()
  if (cut) await answers.more(ANSWERS_WHEN_CUT)
  const killedAt = clock.now()
  await sentinels.servers[0].kill()
  await back
  const backAfterMs = clock.now() - killedAt
  ended = true
  await Promise.all(writers)
  t.equal(losses.filter(loss => loss === 'back').length, 1)
  const lost: { id: string, ackedAt: number }[] = []
  for (const [id, ackedAt] of history) if (await store.get('task', id) === undefined) lost.push({ id, ackedAt })
  return { history, cutAt, killedAt, lost, backAfterMs }
}

const wait: ReplicaWait = { replicas: 1, timeoutMs: 300 }

t.test('with a replica to wait for, nothing that was acknowledged is lost', async t => {
  const { history, lost, backAfterMs } = await burst(t, { wait })
  t.ok(history.size > 100)
  t.strictSame(lost, [])
  t.comment(`none of ${history.size} acknowledged was lost; back after ${backAfterMs} ms`)
})

t.test('nor where it was cut off before: what it did not get was not acknowledged', async t => {
  const { history, cutAt, lost } = await burst(t, { wait, cut: true })
  t.ok(history.size > 100)
  t.strictSame(lost, [])
  t.strictSame([...history.values()].filter(at => at > cutAt + wait.timeoutMs), [])
})

t.test('without one, what the replica had not got is lost', async t => {
  const { history, killedAt, lost, backAfterMs } = await burst(t, {})
  t.ok(history.size > 100)
  const windowMs = Math.max(0, ...lost.map(({ ackedAt }) => killedAt - ackedAt))
  t.ok(windowMs < WINDOW_MAX_MS, `${windowMs} ms`)
  t.comment(`${lost.length} of ${history.size} acknowledged were lost, of the last ${windowMs} ms; back after ${backAfterMs} ms`)
})

t.test('and no more than that: the window is how far it lagged', async t => {
  const { history, cutAt, killedAt, lost } = await burst(t, { cut: true })
  t.ok(lost.length > 0, 'this test cuts something off')
  // An acknowledgement may have been on its way to us when the link was cut.
  t.strictSame(lost.filter(({ ackedAt }) => ackedAt < cutAt - 100), [])
  t.comment(`cut off ${killedAt - cutAt} ms before the kill: ${lost.length} of ${history.size} acknowledged were lost`)
})

t.test('a server follows, and one that waits for a replica is ready to acknowledge once the killed one is back as such', async t => {
  const sentinels = await startSentinels(t)
  const { name, nodes, servers: [primary] } = sentinels
  const server = await startServer({
    port: 0, httpPort: 0, redis: true, redisSentinel: nodes.map(({ host, port }) => `${host}:${port}`), redisSentinelName: name
  }, silentLog, {})
  t.teardown(() => server.close())
  const status = async (): Promise<number> => (await fetch(`http://127.0.0.1:${server.httpPort}/healthz`)).status
  const { store, back } = await openStore(t, sentinels, { replicas: 1, timeoutMs: 200 })
  t.equal(await status(), 200)
  await primary.kill()
  while (await status() === 200);
  await back
  while (await status() !== 200);
  t.equal(await store.commit({ kind: 'task', id: 't1', expect: 0, record: { id: 't1', v: 1 } }), 'applied')
  await t.rejects(store.flushed() as Promise<void>, { name: 'StoreRefusing' }, 'there is no replica')
  await primary.restart()
  for (;;) {
    try {
      await store.flushed()
      break
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
    }
  }
  t.equal((await store.get('task', 't1'))?.v, 1)
})
