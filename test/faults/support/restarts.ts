/** What a restart of the server must not do, as tests of any size. */
import { join } from 'node:path'
import type { Test } from 'tap'
import { systemClock } from '../../../broker/platform/clock.js'
import { Scene, absent, present } from './absence.js'
import { Fleet, type Size } from './fleet.js'
import { Line } from './line.js'
import { ServerProcess } from './server-process.js'

/** The promise of topic `state/devices/{d}` for who does not come back. */
const OFFLINE_WITHIN_MS = 10_000

export function everythingGoesOn (t: Test, size: Size): void {
  const count = size.devices * size.tasksEach
  t.test(`restart with ${count} offers and leases: all go on, nobody reconnects twice, nothing goes astray`, async t => {
    const server = new ServerProcess('--data', join(t.testdir(), 'data'), '--offer-timeout', '10m')
    t.teardown(() => server.kill())
    await server.start()
    const app = new Line({ port: server.port, name: 'app' })
    const fleet = new Fleet(server.port, size)
    t.teardown(async () => { await Promise.all([fleet.leave(), app.leave()]) })
    await fleet.submit(app)
    await fleet.loaded()

    await server.kill()
    const clock = systemClock()
    const killedAt = clock.now()
    await server.start()
    await fleet.done()

    t.comment(`${count} tasks done ${clock.now() - killedAt} ms after the kill`)
    t.same(fleet.members.flatMap(({ wrong }) => wrong), [], 'nothing astray, rejected, forgotten or offered anew')
    t.same(fleet.members.filter(({ line }) => line.connects !== 2).map(({ name }) => name), [], 'everybody came back once')
    t.equal(server.stderr, '', 'the server logged no error')
  })
}

/** @param until what to wait for before judging that nothing more was told */
export function absenceIsTold (t: Test, until: () => Promise<void> = async () => {}): void {
  t.test('restart with wills held: who does not come back is offline, once', async t => {
    const server = new ServerProcess('--data', join(t.testdir(), 'data'))
    t.teardown(() => server.kill())
    await server.start()
    const scene = new Scene(server.port)
    t.teardown(() => scene.leave())
    await scene.all([...absent, ...present], 'free')

    scene.prepare()
    await server.kill()
    const readyAt = await server.start() ?? 0
    await scene.move()
    for (const { device, since } of await scene.all(absent, 'offline')) {
      const afterMs = Number(since) - readyAt
      t.ok(afterMs <= OFFLINE_WITHIN_MS, `${device}: offline ${afterMs} ms after the return`)
    }
    await until()
    await scene.all(present, 'free')
    t.same(absent.map(name => scene.departures.get(name)?.size), absent.map(() => 1), 'told once')
    t.same(present.map(name => scene.departures.get(name)), present.map(() => undefined), 'not of those that came back')
    t.equal(server.stderr, '', 'the server logged no error')
  })
}
