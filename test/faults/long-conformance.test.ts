// Each fault of a device breaks the clauses of the topic page that it should, and the devices of this project break none.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { createDevice } from '../../device-client/device.js'
import { compileDevice } from '../support/c-device.js'
import { breaks, check, checkFault } from '../support/conformance.js'
import { faults } from '../support/faulty-device.js'
import { startMosquitto } from '../support/mosquitto.js'

// They wait most of the time.
t.jobs = 6

t.test('a device without a fault breaks nothing', async t => await checkFault(t))
for (const kind of [{ capacity: 3 }, { mode: 'pull', capacity: 2 }, { begin: 'implied' }] as const) t.test(`nor does one of ${JSON.stringify(kind)}`, async t => await checkFault(t, undefined, { kind }))
for (const fault of faults) t.test(`a device that ${fault}`, async t => await checkFault(t, fault))

function start (t: Test, command: string, args: readonly string[]): ChildProcess {
  const child = spawn(command, args, { stdio: 'ignore' })
  t.teardown(() => child.kill('SIGTERM'))
  return child
}

t.test('the device in C breaks nothing', async t => {
  const { port, url } = await startMosquitto(t)
  const checking = check(url, { device: 'c-device', quick: { name: 'crc32', args: 'hello' }, slow: { name: 'blink', args: { ms: 2_000 } } })
  start(t, await compileDevice(t), ['c-device', '127.0.0.1', `${port}`, '1'])
  breaks(t, await checking)
})

t.test('the device in shell breaks nothing', async t => {
  const { port, url } = await startMosquitto(t)
  const functions = t.testdir({ 'quick.sh': 'echo 1', 'slow.sh': 'sleep 3\necho 2' })
  const script = fileURLToPath(new URL('../../../device-client/shell/device.sh', import.meta.url))
  const checking = check(url, { device: 'shell-device', patienceMs: 25_000 })
  start(t, 'sh', [script, '-i', 'shell-device', '-b', '127.0.0.1', '-p', `${port}`, '-f', functions, '-t', '1'])
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
  const device = createDevice({ broker: url, id: 'ts-device', heartbeatMs: 1_000, functions: { quick: () => 1, slow } })
  t.teardown(() => device.stop())
  const checking = check(url, { device: 'ts-device', patienceMs: 8_000 })
  await device.start()
  breaks(t, await checking)
})
