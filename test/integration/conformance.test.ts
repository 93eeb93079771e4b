// `orchestra conformance`: each fault of a device breaks the clauses that it should. The devices of this project are in test/faults/long-conformance.test.ts.
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import t, { type Test } from 'tap'
import { breaks, check } from '../support/conformance.js'
import { type Fault, FaultyDevice, faults } from '../support/faulty-device.js'
import { listen } from '../support/ports.js'

// They wait most of the time.
t.jobs = 24

/** A plain broker, with no orchestrator in it. */
async function plainBroker (t: Test): Promise<string> {
  const aedes = await Aedes.createBroker()
  const server = createServer(aedes.handle)
  t.teardown(async () => {
    aedes.close()
    server.close()
  })
  return `mqtt://127.0.0.1:${await listen(server)}`
}

/** Which clauses each fault breaks, and no others. */
const expected: Readonly<Record<Fault, readonly string[]>> = {
  'session-not-after': ['birth.newer'],
  'wrong-attempt': ['offer.begin'],
  fails: ['offer.success'],
  'any-session': ['offer.session'],
  'offers-twice': ['offer.again'],
  'any-function': ['offer.unknown-function'],
  'ignores-rejections': ['begin.refused'],
  'no-deadline': ['lease.over'],
  'no-renewal': ['lease.renewed'],
  'says-once': ['success.again', 'success.retryable'],
  'never-lets-go': ['success.refused'],
  'ignores-cancel': ['cancel.stops'],
  'any-cancel': ['cancel.stale'],
  'forgets-at-welcome': ['welcome.keeps'],
  'ignores-welcome': ['welcome.stops'],
  'dies-of-large': ['packet.too-large', 'presence'],
  'session-per-birth': ['offer.session', 'session.steady'],
  sleeps: ['presence'],
  'unknown-field': ['messages.valid']
}

for (const fault of faults) {
  t.test(`a device that ${fault}`, async t => {
    const broker = await plainBroker(t)
    const checking = check(broker)
    const device = await FaultyDevice.start(broker, 'd', fault)
    t.teardown(() => device.stop())
    breaks(t, await checking, expected[fault])
  })
}

t.test('a device without a fault breaks nothing', async t => {
  const broker = await plainBroker(t)
  const checking = check(broker)
  const device = await FaultyDevice.start(broker, 'd')
  t.teardown(() => device.stop())
  breaks(t, await checking)
})
