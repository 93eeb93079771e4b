// The device in C, a real process under the sanitizers where the compiler has them: against `orchestra serve`, and beside a
// real Mosquitto. Everything waits for what is heard; the only real time that passes is that of leases.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Server, type Socket, connect, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { createApp, type App } from '../../device-client/app.js'
import { ServerProcess } from '../faults/support/server-process.js'
import { compileDevice, compileWatched } from '../support/c-device.js'
import { startMosquitto } from '../support/mosquitto.js'
import { listen } from '../support/ports.js'

t.jobs = 6
const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))
const program = await compileWatched(t)

/** What the device writes to stderr, line by line: waited for, each once. */
class Device {
  readonly lines: string[] = []
  readonly #waiting = new Set<() => void>()
  #child: ChildProcess

  constructor (t: Test, private readonly port: number, private readonly id = 'c-1') {
    this.#child = this.#start()
    t.teardown(() => this.kill())
  }

  #start (): ChildProcess {
    const child = spawn(program, [this.id, '127.0.0.1', `${this.port}`, '1'], { stdio: ['ignore', 'ignore', 'pipe'] })
    createInterface({ input: child.stderr }).on('line', line => {
      this.lines.push(line)
      for (const look of this.#waiting) look()
    })
    return child
  }

  async told (pattern: RegExp): Promise<string> {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${String(pattern)}: ${this.lines.join(' | ')}`)), 20_000)
      const look = (): void => {
        const at = this.lines.findIndex(line => pattern.test(line))
        if (at === -1) return
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve(this.lines.splice(0, at + 1).at(-1) ?? '')
      }
      this.#waiting.add(look)
      look()
    })
  }

  /** `kill -9`. */
  async kill (): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    this.#child.kill('SIGKILL')
    await once(this.#child, 'exit')
  }

  async again (): Promise<void> {
    await this.kill()
    this.#child = this.#start()
  }
}

/** Between the device and its broker, to be cut; it hands on in pieces of a few bytes. */
class Proxy {
  readonly #sockets = new Set<Socket>()
  readonly server: Server
  isOpen = true

  constructor (t: Test, target: number) {
    this.server = createServer(socket => {
      if (!this.isOpen) {
        socket.destroy()
        return
      }
      const there = connect(target, '127.0.0.1').setNoDelay(true)
      socket.setNoDelay(true)
      for (const [from, to] of [[socket, there], [there, socket]] as const) {
        this.#sockets.add(from)
        from.on('error', () => {}).on('close', () => { to.destroy() })
        from.on('data', (bytes: Buffer) => { for (let at = 0; at < bytes.length; at += 7) to.write(bytes.subarray(at, at + 7)) })
      }
    })
    t.teardown(() => {
      this.cut()
      this.server.close()
    })
  }

  cut (): void {
    this.isOpen = false
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
  }
}

function appAt (t: Test, port: number): App {
  const app = createApp({ broker: `mqtt://127.0.0.1:${port}`, id: 'app' })
  t.teardown(() => app.close())
  return app
}

async function serve (t: Test, ...args: string[]): Promise<{ server: ServerProcess, app: App }> {
  const server = new ServerProcess(args.length > 0 ? args : ['--memory'])
  await server.start()
  t.teardown(() => server.kill())
  return { server, app: appAt(t, server.port) }
}

/** CRC-32 of IEEE 802.3. */
function sum (text: string): string {
  let crc = 0xffffffff
  for (const byte of Buffer.from(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc >>> 1 ^ ((crc & 1) === 1 ? 0xedb88320 : 0)
  }
  return (~crc >>> 0).toString(16).padStart(8, '0')
}

t.test('it compiles without a warning, optimised too', async t => {
  t.ok(await compileDevice(t, '-O2'))
})

t.test('it works: small tasks one after the other, text of other alphabets, and what it cannot do', async t => {
  const { server, app } = await serve(t)
  const device = new Device(t, server.port)
  await device.told(/^welcomed/)
  for (const text of ['hello', '', 'grüße, 世界', 'x'.repeat(60)]) t.equal(await app.submit('crc32', text), sum(text), text)
  await t.rejects(app.submit('crc32', 'two\nlines'), /escapes/)
  await t.rejects(app.submit('crc32', 7), /escapes/)
  const many = await Promise.all(Array.from({ length: 50 }, (_, at) => app.submit('crc32', `text ${at}`)))
  t.same(many, Array.from({ length: 50 }, (_, at) => sum(`text ${at}`)))
})

t.test('progress keeps its lease; without, it stops and takes the next task; a cancel stops it', async t => {
  const { server, app } = await serve(t)
  const device = new Device(t, server.port)
  t.same(await app.submit('blink', { ms: 2_500 }, { leaseMs: 1_000 }), { blinks: 25 })
  const silent = app.submit('blink', { ms: 3_000, silent: 1 }, { leaseMs: 1_000, maxAttempts: 1 })
  const refused = t.rejects(silent, /lease/)
  // By its own clock, or told by the server, whose lease ends in the same moment.
  await device.told(/stopped: (the lease is over|cancelled)/)
  await refused
  const handle = app.dispatch('blink', { ms: 60_000 })
  const cancelled = t.rejects(handle.result, /enough/)
  await device.told(new RegExp(`${handle.id} 1 begun`))
  await handle.cancel('enough')
  await device.told(new RegExp(`${handle.id} 1 stopped: cancelled`))
  await cancelled
  t.equal(await app.submit('crc32', 'free'), sum('free'))
})

t.test('killed in mid task it is offline by its will; started again it is given the task again', async t => {
  const { server, app } = await serve(t)
  const device = new Device(t, server.port)
  const result = app.submit('blink', { ms: 1_500 })
  await device.told(/ 1 begun/)
  const watcher = await connectAsync(`mqtt://127.0.0.1:${server.port}`)
  t.teardown(() => watcher.endAsync(true))
  await watcher.subscribeAsync('orchestra/v1/events/devices/c-1', { qos: 1 })
  const left = new Promise<string>(resolve => watcher.once('message', (_topic, payload) => resolve(payload.toString())))
  await device.kill()
  t.match(JSON.parse(await left), { event: 'left' })
  await device.again()
  await device.told(/^welcomed/)
  await device.told(/ 2 begun/)
  t.same(await result, { blinks: 15 })
})

t.test('cut off in mid task, over bytes in small pieces: it works on, comes back and delivers', async t => {
  const { server, app } = await serve(t)
  const proxy = new Proxy(t, server.port)
  const device = new Device(t, await listen(proxy.server))
  const result = app.submit('blink', { ms: 1_000 })
  await device.told(/ 1 begun/)
  proxy.cut()
  await device.told(/connection lost/)
  await device.told(/ 1 done/)
  proxy.isOpen = true
  await device.told(/^welcomed/)
  await device.told(/ 1 accepted/)
  t.same(await result, { blinks: 10 })
})

t.test('cut off for longer than its lease: it stops by itself, and the task is done in a second attempt', async t => {
  const { server, app } = await serve(t)
  const proxy = new Proxy(t, server.port)
  const device = new Device(t, await listen(proxy.server))
  const result = app.submit('blink', { ms: 1_800 }, { leaseMs: 1_000 })
  await device.told(/ 1 begun/)
  proxy.cut()
  await device.told(/ 1 stopped: the lease is over/)
  proxy.isOpen = true
  await device.told(/ 2 accepted/)
  t.same(await result, { blinks: 18 })
})

t.test('the server is killed and comes back: the task goes on, and its result is delivered', async t => {
  const { server, app } = await serve(t, '--data', t.testdir())
  const device = new Device(t, server.port)
  const result = app.submit('blink', { ms: 2_000 })
  await device.told(/ 1 begun/)
  await server.kill()
  await device.told(/connection lost/)
  await server.start()
  await device.told(/^welcomed/)
  await device.told(/ 1 accepted/)
  t.same(await result, { blinks: 20 })
})

t.test('beside Mosquitto: works, is killed, and outlives the orchestrator', async t => {
  const { port, url } = await startMosquitto(t)
  const data = t.testdir()
  const attach = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [main, 'attach', '--broker', url, '--node', 'site', '--data', data, '--log-level', 'error'], { stdio: ['ignore', 'pipe', 'inherit'] })
    t.teardown(() => child.kill('SIGKILL'))
    await once(createInterface(child.stdout), 'line')
    return child
  }
  const orchestrator = await attach()
  const device = new Device(t, port)
  const app = appAt(t, port)
  t.equal(await app.submit('crc32', 'hello'), sum('hello'))
  const result = app.submit('blink', { ms: 2_000 })
  await device.told(/ 1 begun/)
  orchestrator.kill('SIGKILL')
  await once(orchestrator, 'exit')
  await attach()
  t.same(await result, { blinks: 20 })
  await device.again()
  await device.told(/^welcomed/)
  t.equal(await app.submit('crc32', 'again'), sum('again'))
})
