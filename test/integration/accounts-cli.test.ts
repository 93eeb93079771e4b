/** Accounts from the command line: the first start, login, what an operator does, and a start that would leave them open. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { systemClock } from '../../broker/index.js'
import { makeCertificates } from '../support/certificates.js'
import { type Said, orchestra, plainEnv } from '../support/orchestra.js'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

interface Started { readonly child: ChildProcess, readonly lines: readonly string[], readonly broker: string }

/** A home of its own: what is logged in on this machine is no business of the test. */
function surroundings (t: Test) {
  const home = t.testdir()
  const own = { XDG_CONFIG_HOME: join(home, 'config') }
  const env = { ...plainEnv, ...own }
  const run = (args: readonly string[], more: Record<string, string> = {}): Promise<Said> => orchestra(args, { ...own, ...more })
  /** As a process: its own stdin, and its own environment to find the file of `login` in. */
  const type = async (args: readonly string[], input = ''): Promise<Said> => {
    const child = spawn(process.execPath, [main, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
    const read = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => { read.out += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { read.err += chunk.toString() })
    child.stdin.end(input)
    const [code] = await once(child, 'close') as [number]
    return { code, ...read }
  }
  const serve = async (...args: readonly string[]): Promise<Started> => {
    const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--http-port', '0', '--log-level', 'warn', '--accounts', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    t.teardown(() => child.kill('SIGKILL'))
    const lines: string[] = []
    for await (const line of createInterface(child.stdout)) {
      lines.push(line)
      if (line.includes('listening')) break
    }
    const { listening: { mqtt } } = JSON.parse(lines.at(-1) ?? '{}') as { listening: { mqtt: number } }
    return { child, lines, broker: `mqtt://127.0.0.1:${mqtt}` }
  }
  const end = async ({ child }: Started): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return { home, run, type, serve, end }
}

const secretIn = ({ lines }: Started): string => (JSON.parse(lines[0] ?? '{}') as { root: { secret: string } }).root.secret

t.test('the first start tells the secret of root, once; login keeps it; the others use it', async t => {
  const { home, run, type, serve, end } = surroundings(t)
  const data = join(home, 'data')
  const first = await serve('--data', data)
  t.equal(first.lines.length, 2)
  const secret = secretIn(first)
  t.match(await run(['tasks', '--broker', first.broker]), { code: 4, err: /no connection .* orchestra login/is }, 'without an account there is no way in')
  t.match(await type(['login', '--broker', first.broker], 'not the secret\n'), { code: 4 })
  t.match(await type(['login', '--broker', first.broker], `${secret}\n`), { code: 0, out: /root is logged in/ })
  const profile = join(home, 'config', 'orchestra', 'profiles', 'default.json')
  t.equal(statSync(profile).mode & 0o777, 0o600, 'for nobody else to read')
  const put = await run(['account', 'put', 'cam-7', '--kind', 'device', '--function', 'work', '--label', 'site=a', '--json'])
  t.equal(put.code, 0, put.err)
  const made = JSON.parse(put.out) as { secret: string }
  t.match(made, { account: 'cam-7', kind: 'device', functions: ['work'], labels: { site: 'a' }, secret: /^.{32}$/ })
  t.match(await run(['account', 'put', 'uma', '--kind', 'user', '--role', 'submitter', '--role', 'viewer']), { code: 0, out: /roles: +submitter viewer[\s\S]*secret: / })
  t.match(await run(['account', 'list']), { code: 0, out: /ACCOUNT[\s\S]*cam-7 +device[\s\S]*uma +user[\s\S]*/ })
  t.match(await run(['account', 'disable', 'cam-7']), { code: 0, out: /enabled: +false[\s\S]*functions: +work/ })
  t.match(await run(['account', 'enable', 'cam-7', '--json']), { code: 0, out: /"enabled":true/ })
  t.match(await run(['account', 'secret', 'cam-7', '--overlap', '2h', '--json']), { code: 0, out: /"secret":".{32}","formerUntil":\d+/ })
  t.match(await run(['submit', 'work', '--id', 't1']), { code: 0 })
  t.match(await run(['account', 'get', 'nobody']), { code: 5, err: /unknown-account/ })
  t.match(await run(['account', 'put', 'eve', '--kind', 'device', '--secret-file', '/nowhere']), { code: 2, err: /--secret-file/ })
  t.match(await run(['account', 'put', 'eve']), { code: 2, err: /--kind/ })
  t.match(await run(['account', 'give', 'eve']), { code: 2, err: /none of put, get/ })
  const invited = await run(['enrolment', 'put', 'hall', '--names', 'cam-*', '--uses', '2', '--json'])
  t.equal(invited.code, 0, invited.err)
  const { token } = JSON.parse(invited.out) as { token: string }
  t.match(await run(['enrolment', 'list']), { code: 0, out: /hall +cam-\* +2/ })
  t.match(await run(['enrol', 'cam-8', '--broker', first.broker, '--json'], { ORCHESTRA_PASSWORD: token }), { code: 0, out: /"account":"cam-8","enabled":true,"secret":".{32}"/ })
  t.match(await run(['enrol', 'door', '--broker', first.broker], { ORCHESTRA_PASSWORD: token }), { code: 4 })
  t.match(await run(['enrolment', 'remove', 'hall']), { code: 0 })
  t.match(await run(['audit', '--limit', '3']), { code: 0, out: /root +enrolments\/remove +hall +allowed +127\.0\.0\.1[\s\S]*cam-8 +enrolments\/enrol/ })
  for (const [action, topic, code, told] of [
    ['publish', 'from/cam-7/birth', 0, /^yes: cam-7 \(device\) may say devices\/birth/], ['publish', 'from/cam-7/tasks/t1/submit', 5, /^no: .* these may: submitter, operator/],
    ['publish', 'from/uma/birth', 5, /publishes below from\/cam-7\//], ['publish', 'from/cam-7/nonsense', 5, /no such command/], ['publish', 'site/temperature', 0, /outside of orchestra\/v1/],
    ['subscribe', 'to/cam-7/#', 0, /^yes/], ['subscribe', '#', 0, /^yes: it is outside/], ['subscribe', 'state/#', 0, /^some: .*state\/nodes\/\+/], ['subscribe', 'events/audit', 5, /^no: .* may read none/], ['subscribe', 'a+', 0, /outside/]
  ] as const) t.match(await run(['can', 'cam-7', action, topic]), { code, out: told }, `${action} ${topic}`)
  t.match(await run(['can', 'uma', 'publish', 'from/uma/tasks/t1/cancel']), { code: 0, out: /^own: .* the tasks that it has submitted/ })
  t.match(await run(['can', 'uma', 'subscribe', 'state/tasks/t1']), { code: 0, out: /^(own|yes)/ })
  t.match(await run(['account', 'remove', 'uma']), { code: 0, out: /uma is removed/ })
  t.match(await run(['tasks', '--broker', first.broker, '--user', 'cam-7'], { ORCHESTRA_PASSWORD: made.secret }), { code: 5, err: /forbidden: .* kind device/ }, 'another user is not given the password of this one')
  await end(first)
  const second = await serve('--data', data)
  t.equal(second.lines.length, 1, 'at the next start nothing is told')
  t.match(await run(['tasks', '--profile', 'default', '--broker', second.broker, '--json']), { code: 0, out: /"t1"/ }, 'a profile that is named goes with another address')
  await end(second)
  const third = await serve('--data', data, '--reset-root')
  t.not(secretIn(third), secret)
  t.match(await run(['tasks', '--profile', 'default', '--broker', third.broker]), { code: 4 }, 'the former secret is no longer good')
  await end(third)
  t.match(await run(['serve', '--data', data, '--port', '0', '--http-port', '0']), { code: 2, err: /this store has accounts: say --accounts/ })
  t.match(await type(['logout']), { code: 0 })
  t.match(await run(['tasks', '--profile', 'default']), { code: 2, err: /there is no profile default/ })
})

t.test('the secret of root may come from a file, if it is a good one', async t => {
  const { home, run, type, serve } = surroundings(t)
  const file = join(home, 'secret')
  writeFileSync(file, 'password1234\n')
  t.match(await run(['serve', '--memory', '--port', '0', '--http-port', '0', '--accounts', '--root-secret-file', file]), { code: 2, err: /--root-secret-file: .*tries first/ })
  writeFileSync(file, 'three blue herons\n')
  const server = await serve('--memory', '--root-secret-file', file)
  t.equal(server.lines.length, 1, 'and is not told')
  t.match(await type(['login', '--broker', server.broker, '--secret-file', file, '--profile', 'work']), { code: 0 })
  t.match(JSON.parse(readFileSync(join(home, 'config', 'orchestra', 'profiles', 'work.json'), 'utf8')), { user: 'root', password: 'three blue herons' })
  t.match(await run(['devices', '--profile', 'work']), { code: 0 })
})

t.test('settings that do not go together are refused before anything is opened', async t => {
  const { run } = surroundings(t)
  t.match(await run(['serve', '--memory', '--root-secret-file', 'x', '--allow-anonymous', '--host', '0.0.0.0']), { code: 2, err: /need --accounts/ })
  t.match(await run(['serve', '--memory', '--accounts', '--allow-anonymous']), { code: 2, err: /one excludes the other/ })
  t.match(await run(['serve', '--memory', '--host', '0.0.0.0']), { code: 2, err: /--accounts, too, or, if that is meant, --allow-anonymous/ })
})

t.test('the doctor names what is open, weak, expiring or missing, and nothing once all is well', async t => {
  const { home, run, type, serve, end } = surroundings(t)
  const files = makeCertificates(home, [])
  for (const name of ['server.key', 'psk', 'secret']) {
    if (name !== 'server.key') writeFileSync(files.file(name), name === 'psk' ? `cam-7:${'ab'.repeat(16)}\n` : 'three blue herons\n')
    chmodSync(files.file(name), 0o644)
  }
  const bad = await run(['doctor', '--offline', '--host', '0.0.0.0', '--allow-origin', '*', '--redis', 'redis://db.example', '--json'])
  t.equal(bad.code, 1)
  const lines = bad.out.trim().split('\n').map(line => JSON.parse(line) as { kind: string, about: string, says: string })
  for (const [kind, about] of [['open', '--accounts'], ['open', '--tls-cert'], ['open', '--allow-origin'], ['open', '--redis'], ['missing', '--limit principal.tasks']] as const) t.ok(lines.some(line => line.kind === kind && line.about === about), `${kind} ${about}`)
  const settings = ['--accounts', '--tls-cert', files.file('server.pem'), '--tls-key', files.file('server.key'), '--data', join(home, 'data'), '--limit', 'principal.packets=500', '--limit', 'principal.tasks=10', '--limit', 'principal.blobs=1000000', '--limit', 'address.connects=500']
  const weak = await run(['doctor', '--offline', ...settings, '--psk-file', files.file('psk'), '--root-secret-file', files.file('secret')])
  t.match(weak, { code: 1, out: /weak +--tls-key .*chmod 600/ })
  t.match(weak.out, /weak +--psk-file[\s\S]*weak +--root-secret-file .*not needed any more|expiring +--tls-cert .* in 1 days/)
  t.match(weak.out, /expiring +--tls-cert .*the certificate ends on/, 'it ends in two days')
  chmodSync(files.file('server.key'), 0o600)
  const server = await serve(...settings)
  const broker = server.broker.replace('mqtt:', 'mqtts:')
  const login = await type(['login', '--broker', broker, '--broker-ca', files.file('ca.pem')], `${secretIn(server)}\n`)
  t.equal(login.code, 0, login.err)
  await run(['enrolment', 'put', 'wide', '--names', '*', '--uses', '5'])
  await run(['account', 'put', 'old', '--kind', 'user', '--expires', new Date(systemClock().now() + 86_400_000).toISOString()])
  const live = await run(['doctor', ...settings])
  t.match(live.out, /open +enrolment wide/)
  t.match(live.out, /expiring +account old +it ends on/)
  t.match(live.out, /missing +administrators +there is only root/)
  t.match(live.out, /fine +mqtts:.* who has no account stays out/)
  await run(['enrolment', 'remove', 'wide'])
  await run(['account', 'remove', 'old'])
  await run(['account', 'put', 'ada', '--kind', 'admin'])
  const well = await run(['doctor', ...settings, '--json'])
  const left = well.out.trim().split('\n').map(line => JSON.parse(line) as { kind: string, about: string }).filter(({ kind }) => kind !== 'fine')
  t.match(left, [{ kind: 'expiring', about: /--tls-cert/ }], 'of two days that is all there is left to say')
  t.equal(left.length, 1, well.out)
  await end(server)
})
