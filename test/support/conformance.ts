/** The conformance kit as tests use it: with little patience, and with why a clause broke. */
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import type { Test } from 'tap'
import { type ConformanceOptions, type ConformanceReport, checkConformance } from '../../broker/conformance/run.js'
import { systemClock } from '../../broker/platform/clock.js'
import { type Fault, FaultyDevice, type Kind } from './faulty-device.js'
import { listen } from './ports.js'

export function check (url: string, options: Partial<ConformanceOptions> = {}): Promise<ConformanceReport> {
  return checkConformance({
    broker: { urls: [url] }, device: 'd', root: 'orchestra/v1', clock: systemClock(), quick: {}, slow: { name: 'slow', args: { ms: 2_200 } }, patienceMs: 6_000, birthMs: 8_000, ...options
  })
}

/** With what came, for who wants to know why. */
export function breaks (t: Test, { clauses }: ConformanceReport, ids: readonly string[] = [], perhaps: readonly string[] = []): void {
  const broken = clauses.filter(({ id, outcome }) => outcome === 'fail' && !perhaps.includes(id))
  t.same(broken.map(({ id }) => id), ids, { came: broken.map(({ id, came }) => `${id}: ${came}`) })
}

/** A plain broker, with no orchestrator in it. */
export async function plainBroker (t: Test): Promise<string> {
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
  'wrong-attempt': ['offer.begin', 'offer.next-attempt'],
  fails: ['offer.success'],
  'any-session': ['offer.session'],
  'offers-twice': ['offer.again'],
  'any-function': ['offer.unknown-function'],
  'ignores-rejections': ['begin.refused'],
  'no-deadline': ['lease.over', 'lease.from-begin'],
  'no-renewal': ['lease.renewed'],
  'says-once': ['success.again', 'success.retryable'],
  'never-lets-go': ['success.refused'],
  'ignores-cancel': ['cancel.stops'],
  'any-cancel': ['cancel.stale'],
  'forgets-at-welcome': ['welcome.keeps'],
  'ignores-welcome': ['welcome.stops'],
  'dies-of-large': ['packet.too-large', 'presence'],
  'session-per-birth': ['offer.session', 'will', 'connection.back', 'session.steady'],
  sleeps: ['birth.again', 'presence'],
  'unknown-field': ['messages.valid'],
  'first-attempt-only': ['offer.next-attempt'],
  'waits-for-ever': ['begin.unanswered'],
  'believes-deadline': ['begin.deadline'],
  'counts-from-answer': ['lease.from-begin'],
  'ignores-refused-progress': ['progress.refused'],
  'born-once': ['birth.again'],
  'names-no-task': ['birth.tasks'],
  'ignores-more': ['welcome.more'],
  'dies-of-empty': ['told.other', 'presence'],
  'one-at-a-time': ['capacity.all'],
  'cancels-all': ['capacity.cancel-one'],
  'asks-once': ['pull.asks'],
  'begins-implied': ['implied.no-begin'],
  'stored-session': ['implied.clean'],
  'no-will': ['will'],
  'will-of-nobody': ['will', 'messages.valid'],
  'retained-will': ['messages.retained'],
  'stays-away': ['connection.back', 'presence'],
  'session-per-connection': ['connection.back', 'session.steady']
}

/** What follows from a fault where the machine is slow: sessions that were said, and not heard, before another clause looked. */
const follows: Partial<Record<Fault, readonly string[]>> = { 'session-per-birth': ['birth.newer'], sleeps: ['will'], 'born-once': ['will'] }

/** What the device must be for the fault to show. */
const kinds: Partial<Record<Fault, Kind>> = {
  'one-at-a-time': { capacity: 3 },
  'cancels-all': { capacity: 2 },
  'asks-once': { mode: 'pull' },
  'begins-implied': { begin: 'implied' },
  'stored-session': { begin: 'implied' }
}

/** A device with this fault, or with none, breaks what it should and nothing else. */
export async function checkFault (t: Test, fault?: Fault, { kind = {}, ...options }: { readonly kind?: Kind } & Partial<ConformanceOptions> = {}): Promise<void> {
  const broker = await plainBroker(t)
  const checking = check(broker, options)
  const device = await FaultyDevice.start(broker, 'd', { ...kind, ...fault !== undefined && kinds[fault] }, ...fault === undefined ? [] : [fault])
  t.teardown(() => device.stop())
  const report = await checking
  breaks(t, report, fault === undefined ? [] : expected[fault], fault === undefined ? [] : follows[fault])
  // real time: a busy machine may be told, but only instead of a verdict
  if (fault === undefined) t.same(report.clauses.filter(({ outcome }) => outcome === 'could not tell').map(({ id, came }) => `${id}: ${came}`), [])
}
