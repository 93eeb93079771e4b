/** What is done to a server, and what must be true of it afterwards: the same in the quick run and in the long one. */
import type { Test } from 'tap'
import { ServerProcess } from '../support/server-process.js'
import { showed } from '../support/figures.js'
import { type Attacker, Honest, attack } from './harm.js'

const MiB = 1024 ** 2
/** What a process may keep of what it once needed: it is given back to the system late, if at all. */
const GROWTH_MAX = 64 * MiB

async function serving (t: Test, ...more: readonly string[]): Promise<ServerProcess> {
  const server = new ServerProcess(['--data', t.testdir(), ...more], ['--max-semi-space-size=4'])
  await server.start()
  t.teardown(() => server.kill())
  return server
}

/** Warm: what is loaded and compiled at the first of each is no growth. */
async function warmed (server: ServerProcess): Promise<number> {
  await (await attack('packets', server.port, 99, 500)).ended
  await (await attack('commands', server.port, 99, 300)).ended
  return server.resident
}

async function isWell (t: Test, server: ServerProcess, before: number): Promise<string> {
  t.ok(server.isRunning, 'it is up')
  t.equal(await server.health(), 200, 'and healthy')
  const honest = await Honest.join(server.port)
  t.ok((await honest.work(500)).tasks > 3, 'an honest fleet works')
  await honest.leave()
  const grown = server.resident - before
  t.ok(grown < GROWTH_MAX, `memory is flat: ${Math.round(grown / MiB)} MiB more`)
  return `${grown < 0 ? '' : '+'}${Math.round(grown / MiB)} MiB`
}

export function malformed (t: Test, seed: number, packets: number, commands: number): void {
  t.test(`${packets} malformed packets and ${commands} malformed commands, seed ${seed}`, async t => {
    const server = await serving(t)
    const before = await warmed(server)
    const [bytes, words] = await Promise.all([attack('packets', server.port, seed, packets).then(({ ended }) => ended), attack('commands', server.port, seed, commands).then(({ ended }) => ended)])
    t.equal(bytes.closed, packets, 'each connection that broke the protocol was closed')
    t.equal(words.isConnected, true, 'who says wrong commands stays connected')
    t.ok(Number(words.answered) > 0)
    showed(t, 'S1', `seed ${seed}`, `${packets} packets, ${commands} commands, ${await isWell(t, server, before)}`)
    t.equal(server.stderr, '', 'nothing failed inside')
  })
}

export function strangers (t: Test, { sockets, senders, packets }: { sockets: number, senders: number, packets: number }): void {
  t.test(`${sockets} silent sockets, ${senders} slow senders, ${packets} oversized packets`, async t => {
    const server = await serving(t, '--max-connections', String(sockets + senders + 200))
    const before = await warmed(server)
    const [silent, slow] = await Promise.all([attack('silent', server.port, 1, sockets), attack('slow', server.port, 1, senders)])
    const honest = await Honest.join(server.port)
    const felt = await honest.work(20_000, Promise.all([silent.ended, slow.ended]))
    const [said, sent, big] = [await silent.end(), await slow.end(), await (await attack('oversized', server.port, 1, packets)).ended]
    await honest.leave()
    t.equal(said.closed, sockets)
    t.ok(Number(said.longestMs) < 8_000, `the last was closed after ${said.longestMs} ms`)
    t.equal(sent.closed, senders)
    t.equal(big.closed, packets, 'what says that it is 200 MiB is closed by its header')
    showed(t, 'S3', `${sockets} and ${senders}`, `closed within ${said.longestMs} ms; an honest client waited ${felt.connectMs} ms at the most; ${await isWell(t, server, before)}`)
  })
}

/** R8: a flood, a reader that does not read and a maker of topics, all at once. */
export function together (t: Test, ms: number): void {
  t.test('a flood, a slow reader and a topic bomber together', async t => {
    const server = await serving(t, '--limit', 'principal.packets=2000', '--limit', 'principal.bytes=1000000')
    await warmed(server)
    const honest = await Honest.join(server.port)
    await honest.work(1_000)
    const alone = await honest.work(ms)
    const before = server.resident
    const attackers: Attacker[] = await Promise.all(['flood', 'unread', 'topics'].map(way => attack(way, server.port)))
    const beside = await honest.work(ms)
    const [flood, unread, topics] = await Promise.all(attackers.map(attacker => attacker.end()))
    await honest.leave()
    t.ok(Number(flood?.sent) > 1_000)
    t.ok(Number(topics?.made) > 100)
    const said = `p99 ${beside.p99Ms} ms beside them, ${alone.p99Ms} ms before; p50 ${beside.p50Ms} and ${alone.p50Ms} ms; ${flood?.sent} messages flooded, ${topics?.made} topics, the reader dropped ${unread?.dropped} times`
    showed(t, 'R8', `${ms / 1_000} s`, `${said}; ${await isWell(t, server, before)}`)
  })
}

/** Everything for minutes: what is kept must not grow. */
export function soak (t: Test, minutes: number): void {
  t.test(`${minutes} minutes of churn, malformed packets and floods`, async t => {
    const server = await serving(t, '--limit', 'principal.packets=2000', '--max-ended', '1000')
    await warmed(server)
    const honest = await Honest.join(server.port)
    const endless = await Promise.all(['flood', 'unread', 'topics', 'churn'].map(way => attack(way, server.port)))
    const sizes: number[] = []
    for (let minute = 0; minute < minutes; minute++) {
      const bursts = Promise.all([attack('packets', server.port, minute + 1, 5_000), attack('commands', server.port, minute + 1, 1_000)])
      const felt = await honest.work(60_000)
      for (const burst of await bursts) await burst.ended
      sizes.push(server.resident)
      t.ok(server.isRunning && felt.tasks > 100, `minute ${minute + 1}: ${felt.tasks} tasks, p99 ${felt.p99Ms} ms, ${Math.round(server.resident / MiB)} MiB`)
    }
    const outcomes = await Promise.all(endless.map(attacker => attacker.end()))
    await honest.leave()
    const third = Math.ceil(sizes.length / 3)
    const mean = (list: readonly number[]): number => list.reduce((sum, size) => sum + size, 0) / list.length
    const grown = mean(sizes.slice(-third)) - mean(sizes.slice(0, third))
    t.ok(grown < GROWTH_MAX, `the last third takes ${Math.round(grown / MiB)} MiB more than the first`)
    showed(t, 'S6', `${minutes} min`, `${sizes.map(size => Math.round(size / MiB)).join(' ')} MiB, minute by minute; ${outcomes.map(one => JSON.stringify(one)).join(' ')}; ${await isWell(t, server, sizes[0] ?? 0)}`)
  })
}
