/** The conformance kit as tests use it: with little patience, and with why a clause broke. */
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import type { Test } from 'tap'
import { type ConformanceOptions, type ConformanceReport, checkConformance } from '../../broker/conformance/run.js'
import { systemClock } from '../../broker/platform/clock.js'
import { type Fault, FaultyDevice } from './faulty-device.js'
import { listen } from './ports.js'

export async function check (broker: string, options: Partial<ConformanceOptions> = {}): Promise<ConformanceReport> {
  const report = await checkConformance({
    broker, device: 'd', root: 'orchestra/v1', clock: systemClock(), quick: {}, slow: { name: 'slow', args: { ms: 2_000 } }, patienceMs: 6_000, birthMs: 8_000, ...options
  })
  if (report === undefined) throw new Error('no birth')
  return report
}

/** With what came, for who wants to know why. */
export function breaks (t: Test, { clauses }: ConformanceReport, ids: readonly string[] = []): void {
  const broken = clauses.filter(({ outcome }) => outcome === 'fail')
  t.same(broken.map(({ id }) => id), ids, { came: broken.map(({ id, came }) => `${id}: ${came}`) })
}

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

/** A device with this fault, or with none, breaks what it should and nothing else. */
export async function checkFault (t: Test, fault?: Fault): Promise<void> {
  const broker = await plainBroker(t)
  const checking = check(broker)
  const device = await FaultyDevice.start(broker, 'd', ...fault === undefined ? [] : [fault])
  t.teardown(() => device.stop())
  breaks(t, await checking, fault === undefined ? [] : expected[fault])
}
