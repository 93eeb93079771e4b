/** What the commands and `orchestra device` say over TLS to a server whose certificate only the site's own authority has signed. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createServer } from 'node:tls'
import { Aedes } from 'aedes'
import t from 'tap'
import { orchestra as orchestrate } from '../../broker/index.js'
import { main } from '../support/attached.js'
import { orchestra } from '../support/orchestra.js'

// Who is called hq has a password.
const SCRIPT = `script: somebody with a password, and somebody without
ids: [app]
steps:
  - connect: hq
    user: $(user)
  - command: time
    as: hq
  - connect: app
  - command: time
    as: app
`
const folder = t.testdir({ functions: { 'echo.mjs': 'export default async args => args' }, 'a.yaml': SCRIPT })
const file = (name: string): string => join(folder, name)
let broker = ''

t.before(async () => {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=site', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', 'site.key', '-out', 'site.pem'], { cwd: folder, stdio: 'ignore' })
  const aedes = await Aedes.createBroker({ authenticate: (_client, username, password, done) => done(null, username !== 'hq' || password?.toString() === 'hush') })
  const orchestrator = await orchestrate(aedes)
  const server = createServer({ cert: readFileSync(file('site.pem')), key: readFileSync(file('site.key')) }, aedes.handle)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  broker = `mqtts://127.0.0.1:${(server.address() as AddressInfo).port}`
  t.teardown(async () => {
    await orchestrator.close()
    await new Promise<void>(resolve => { aedes.close(resolve) })
    server.close()
  })
})

const run = (...args: readonly string[]) => orchestra([...args, '--broker', broker])

t.test('with --broker-ca a task is submitted, executed and answered', async t => {
  const device = spawn(process.execPath, [main, 'device', '--id', 'd', '--functions', file('functions'), '--broker', broker, '--broker-ca', file('site.pem')], { stdio: ['ignore', 'pipe', 'ignore'] })
  t.teardown(() => device.kill('SIGKILL'))
  await once(createInterface(device.stdout), 'line')
  t.same(await run('submit', 'echo', '--args', '"hello"', '--wait', '--broker-ca', file('site.pem')), { code: 0, out: '"hello"\n', err: '' })
})

t.test('scripts, too, and they need not hold a password', async t => {
  const login = ['--broker-ca', file('site.pem'), '--user', 'hq', '--password']
  t.match(await run('script', file('a.yaml'), ...login, 'hush'), { code: 0, out: /ok 1 - somebody with a password/ })
  t.match(await run('script', file('a.yaml'), ...login, 'wrong'), { code: 4, err: /return code/i })
  t.match(await run('script', file('a.yaml')), { code: 4, err: /self-signed certificate/ })
  t.match(await run('script', file('a.yaml'), '--password', 'hush'), { code: 2, err: /--password: needs --user/ })
})

t.test('without it, or with a file that is not there, it says what is wrong', async t => {
  t.match(await run('tasks'), { code: 4, err: /self-signed certificate: --broker-ca says whose certificates to trust/ })
  t.match(await run('tasks', '--broker-ca', file('none.pem')), { code: 2, err: /^orchestra: --broker-ca: .*none\.pem can't be read \(ENOENT/ })
})

t.test('a device that can not connect tells of each try once', async t => {
  const device = spawn(process.execPath, [main, 'device', '--id', 'd', '--functions', file('functions'), '--broker', broker], { stdio: ['ignore', 'ignore', 'pipe'] })
  t.teardown(() => device.kill('SIGKILL'))
  const times: number[] = []
  for await (const line of createInterface(device.stderr)) {
    if (times.push((JSON.parse(line) as { time: number }).time) === 3) break
  }
  // Two tries are at least 100 ms apart; two words of one are not.
  t.ok(times.every((time, at) => at === 0 || time - (times[at - 1] ?? 0) >= 50), JSON.stringify(times))
})
