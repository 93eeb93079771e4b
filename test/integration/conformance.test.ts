// `orchestra conformance`: each fault of a device breaks the clauses that it should, and the devices of this project break none.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Aedes } from 'aedes'
import t, { type Test } from 'tap'
import { type ConformanceOptions, type ConformanceReport, checkConformance } from '../../broker/conformance/run.js'
import { systemClock } from '../../broker/platform/clock.js'
import { createDevice } from '../../device-client/device.js'
import { compileDevice } from '../support/c-device.js'
import { type Fault, FaultyDevice, faults } from '../support/faulty-device.js'
import { startMosquitto } from '../support/mosquitto.js'
import { listen } from '../support/ports.js'

// They wait most of the time.
t.jobs = 24
const SLOW = { name: 'slow', args: { ms: 2_000 } }

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

async function check (broker: string, options: Partial<ConformanceOptions> = {}): Promise<ConformanceReport> {
  const report = await checkConformance({
    broker, device: 'd', root: 'orchestra/v1', clock: systemClock(), quick: {}, slow: SLOW, patienceMs: 6_000, birthMs: 8_000, ...options
  })
  if (report === undefined) throw new Error('no birth')
  return report
}

/** With what came, for who wants to know why. */
function breaks (t: Test, { clauses }: ConformanceReport, ids: readonly string[] = []): void {
  const broken = clauses.filter(({ outcome }) => outcome === 'fail')
  t.same(broken.map(({ id }) => id), ids, { came: broken.map(({ id, came }) => `${id}: ${came}`) })
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

function start (t: Test, command: string, args: readonly string[]): ChildProcess {
  const child = spawn(command, args, { stdio: 'ignore' })
  t.teardown(() => child.kill('SIGTERM'))
  return child
}

t.test('the device in C breaks nothing', async t => {
  const { port, url } = await startMosquitto(t)
  const checking = check(url, { quick: { name: 'crc32', args: 'hello' }, slow: { name: 'blink', args: { ms: 2_000 } } })
  start(t, await compileDevice(t), ['d', '127.0.0.1', `${port}`, '1'])
  breaks(t, await checking)
})

t.test('the device in shell breaks nothing', async t => {
  const { port, url } = await startMosquitto(t)
  const functions = t.testdir({ 'quick.sh': 'echo 1', 'slow.sh': 'sleep 3\necho 2' })
  const script = fileURLToPath(new URL('../../../device-client/shell/device.sh', import.meta.url))
  const checking = check(url, { patienceMs: 25_000 })
  start(t, 'sh', [script, '-i', 'd', '-b', '127.0.0.1', '-p', `${port}`, '-f', functions, '-t', '1'])
  breaks(t, await checking)
})

t.test('the device in TypeScript breaks nothing', async t => {
  const { url } = await startMosquitto(t)
  // real time: this is the work of the device
  const slow = ({ ms }: { ms: number }, { signal, progress }: { signal: AbortSignal, progress: (percent?: number) => void }): Promise<number> => new Promise((resolve, reject) => {
    const beat = setInterval(() => progress(50), 300)
    const end = setTimeout(() => resolve(ms), ms)
    const stop = (): void => { clearInterval(beat); clearTimeout(end) }
    signal.addEventListener('abort', () => { stop(); reject(signal.reason) })
    setTimeout(stop, ms)
  })
  const device = createDevice({ broker: url, id: 'd', heartbeatMs: 1_000, functions: { quick: () => 1, slow } })
  t.teardown(() => device.stop())
  const checking = check(url, { patienceMs: 8_000 })
  await device.start()
  breaks(t, await checking)
})
