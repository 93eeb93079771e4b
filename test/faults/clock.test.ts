/**
 * A node whose clock is an hour off, beside one whose clock is right: no lease
 * ends early or late, whichever of them granted it, and whichever sees it end.
 */
import t from 'tap'
import { systemClock } from '../../broker/platform/clock.js'
import { Facts } from '../support/topics/facts.js'
import { begun } from '../support/topics/steps.js'
import { Talker } from '../support/topics/talker.js'
import { seconds, showed } from './support/figures.js'
import { ServerProcess } from './support/server-process.js'
import { onNode, openRedis } from './support/stores.js'

const ROOT = 'orchestra/v1'
const LEASE_MS = 3_000
const HOUR_MS = 3_600_000
/** For what is said, and for a sweep once a second. */
const LATE_MAX_MS = 3_000
const NEAR_MS = 1_000
const clock = systemClock()

t.jobs = 2
for (const [how, ms] of [['ahead', HOUR_MS], ['behind', -HOUR_MS]] as const) {
  t.test(`R12 redis: the clock of a node is an hour ${how}`, { buffered: true }, async t => {
    const { redis, args } = await openRedis(t, 'everysec')
    const right = new ServerProcess(args)
    const wrong = new ServerProcess(onNode(redis.url, 'wrong'), ['--import', new URL(`./support/shifted-clock.js?ms=${ms}`, import.meta.url).href])
    const facts = new Facts()
    for (const server of [right, wrong]) {
      t.teardown(() => server.kill())
      await server.start()
    }
    const connect = async ({ port }: ServerProcess, name: string): Promise<Talker> => {
      const talker = await Talker.connect(port, ROOT, name, facts)
      t.teardown(() => talker.leave())
      return talker
    }
    const app = await connect(wrong, 'app')
    const { at } = await app.ask('time')
    t.ok(Math.abs(Number(at) - clock.now()) < NEAR_MS, 'it tells the right time')

    const devices = [await connect(right, 'at-right'), await connect(wrong, 'at-wrong')] as const
    for (const device of devices) await device.ask('birth', { session: 1, functions: [device.name], capacity: 2, heartbeatMs: 0 })
    const lasted = await Promise.all(devices.map(device => untilTakenBack(app, device)))
    for (const [n, { name }] of devices.entries()) {
      t.ok(Number(lasted[n]) >= LEASE_MS, `${name}: not before the lease ran out`)
      t.ok(Number(lasted[n]) <= LEASE_MS + LATE_MAX_MS, `${name}: taken back after ${lasted[n]} ms`)
    }
    const ended = await untilSeenByOther(right, app, devices[0])
    t.ok(ended >= LEASE_MS && ended <= 2 * LEASE_MS + LATE_MAX_MS, `its node killed, the other took it back after ${ended} ms`)
    t.same(facts.problems, [], 'all that was told is as the contract says')
    showed(t, 'R12', `redis, a node's clock an hour ${how}`, `leases of ${seconds(LEASE_MS)} ended after ${lasted.map(seconds).join(' and ')}, ` +
      `that of a killed node after ${seconds(ended)}`)
  })
}

/** A device that begins and falls silent, while another task of its own is kept alive. */
async function untilTakenBack (app: Talker, device: Talker): Promise<number> {
  const terms = { function: device.name, leaseMs: LEASE_MS }
  const kept = `${device.name}-kept`
  const attempt = await begun(app, device, kept, terms)
  const alive = setInterval(() => device.say(`tasks/${kept}/progress`, { attempt }).catch(() => {}), LEASE_MS / 3)
  try {
    const lost = `${device.name}-lost`
    const offered = await begunAt(app, device, lost, terms)
    await device.told(`tasks/${lost}/cancel`)
    const lasted = clock.now() - offered
    await device.ask(`tasks/${kept}/success`, { attempt })
    return lasted
  } finally {
    clearInterval(alive)
  }
}

/** Its device and its node are gone: who is left sees the lease end. */
async function untilSeenByOther (server: ServerProcess, app: Talker, device: Talker): Promise<number> {
  const task = 'orphan'
  await app.subscribe('events/tasks/+')
  const at = await begunAt(app, device, task, { function: device.name, leaseMs: LEASE_MS })
  await server.kill()
  await app.seen(`events/tasks/${task}`, { event: 'timed-out' })
  return clock.now() - at
}

/** When the device was about to say `begin`, from when its lease counts. */
async function begunAt (app: Talker, device: Talker, task: string, terms: object): Promise<number> {
  await app.ask(`tasks/${task}/submit`, terms)
  const offer = await device.next(({ topic, body }) => topic === `to/${device.name}/offer` && body?.task === task, `an offer of ${task}`)
  const at = clock.now()
  await device.ask(`tasks/${task}/begin`, { attempt: Number(offer.body?.attempt) })
  return at
}
