/** What a restart of the server must not do, as tests of any size. */
import type { Test } from 'tap'
import { systemClock } from '../../../broker/platform/clock.js'
import { Scene, absent, present } from './absence.js'
import { seconds, showed } from './figures.js'
import { Fleet, type Size } from './fleet.js'
import { Line } from './line.js'
import { ServerProcess } from './server-process.js'
import type { Durable } from './stores.js'

/** The promise of topic `state/devices/{d}` for who does not come back. */
const OFFLINE_WITHIN_MS = 10_000

export function everythingGoesOn (t: Test, store: Durable, size: Size): void {
  const count = size.devices * size.tasksEach
  t.test(`R6 ${store.name}: restart with ${count} offers and leases: all go on, nobody reconnects twice, nothing goes astray`, { buffered: true }, async t => {
    const server = new ServerProcess([...(await store.open(t)).args, '--offer-timeout', '10m'])
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
    const doneAfterMs = clock.now() - killedAt

    t.same(fleet.members.flatMap(({ wrong }) => wrong), [], 'nothing astray, rejected, forgotten or offered anew')
    t.same(fleet.members.filter(({ line }) => line.connects !== 2).map(({ name }) => name), [], 'everybody came back once')
    t.equal(server.stderr, '', 'the server logged no error')
    showed(t, 'R6', store.name, `${count} offers and leases, all done ${seconds(doneAfterMs)} after the kill`)
  })
}

/** @param until what to wait for before judging that nothing more was told */
export function absenceIsTold (t: Test, store: Durable, until: () => Promise<void> = async () => {}): void {
  t.test(`R7 ${store.name}: restart with wills held: who does not come back is offline, once`, { buffered: true }, async t => {
    const server = new ServerProcess((await store.open(t)).args)
    t.teardown(() => server.kill())
    await server.start()
    const scene = new Scene(server.port)
    t.teardown(() => scene.leave())
    await scene.all([...absent, ...present], 'free')

    scene.prepare()
    await server.kill()
    const readyAt = await server.start() ?? 0
    await scene.move()
    const afterMs = (await scene.all(absent, 'offline')).map(({ since }) => Number(since) - readyAt)
    for (const ms of afterMs) t.ok(ms <= OFFLINE_WITHIN_MS, `offline ${ms} ms after the return`)
    await until()
    await scene.all(present, 'free')
    t.same(absent.map(name => scene.departures.get(name)?.size), absent.map(() => 1), 'told once')
    t.same(present.map(name => scene.departures.get(name)), present.map(() => undefined), 'not of those that came back')
    t.equal(server.stderr, '', 'the server logged no error')
    showed(t, 'R7', store.name, `offline ${seconds(Math.max(...afterMs))} after the return at most, told once`)
  })
}
