// `orchestra serve --mosquitto-conf` as a process, with a file like Debian's: what it says, where it keeps things, and SIGHUP.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { accounts } from '../support/mosquitto-conf.js'
import { orchestra } from '../support/orchestra.js'
import { Peer, as, enters } from '../support/peer.js'
import { freePort } from '../support/ports.js'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

interface Site { readonly dir: string, readonly conf: string, readonly passwords: string, readonly port: number, readonly webPort: number }

async function site (t: Test): Promise<Site> {
  // Its own folder, short enough for a socket.
  const dir = mkdtempSync(join(tmpdir(), 'orchestra-'))
  t.teardown(() => rmSync(dir, { recursive: true }))
  const [port, webPort] = [await freePort(), await freePort()]
  const passwords = accounts(dir, 'passwords', ['alice'])
  mkdirSync(join(dir, 'conf.d'))
  writeFileSync(join(dir, 'conf.d', 'local.conf'), `listener ${port}\npassword_file ${passwords}\nlistener ${webPort} 127.0.0.1\nprotocol websockets\nlistener 0 ${dir}/socket\n`)
  const conf = join(dir, 'mosquitto.conf')
  writeFileSync(conf, `pid_file /run/mosquitto/mosquitto.pid\n\npersistence true\npersistence_location ${dir}/lib/\n\nlog_dest file /var/log/mosquitto/mosquitto.log\n\ninclude_dir ${dir}/conf.d\n`)
  return { dir, conf, passwords, port, webPort }
}

interface Running { readonly child: ChildProcess, readonly log: string[], readonly logged: (text: RegExp) => Promise<void> }

async function serve (t: Test, conf: string): Promise<Running> {
  const child = spawn(process.execPath, [main, 'serve', '--mosquitto-conf', conf, '--http-port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.teardown(() => child.kill('SIGKILL'))
  const log: string[] = []
  const lines = createInterface(child.stderr).on('line', line => log.push(line))
  const logged = async (text: RegExp): Promise<void> => { while (!log.some(line => text.test(line))) await once(lines, 'line') }
  await once(createInterface(child.stdout), 'line')
  return { child, log, logged }
}

t.test('--check says what becomes of each setting, and what is wrong', async t => {
  const { dir, conf } = await site(t)
  const check = (...more: string[]) => orchestra(['serve', '--mosquitto-conf', conf, '--check', ...more])
  const good = await check()
  t.equal(good.code, 0, good.err)
  t.match(good.out, /mosquitto\.conf:3: persistence true: used \(/)
  t.match(good.out, /mosquitto\.conf:6: log_dest .*: no meaning here \(logs go to stderr\)/)
  t.match(good.out, /local\.conf:2: password_file .*: used \(/)
  t.match(good.out, /has no max_packet_size: packets may have 262144 bytes here/)
  t.notOk(existsSync(join(dir, 'lib')), 'nothing is started')
  appendFileSync(conf, 'max_queued_messages 500\n')
  const bad = await check()
  t.equal(bad.code, 2)
  t.match(bad.out, /max_queued_messages 500: not supported/)
  t.match(bad.err, /mosquitto\.conf:9: max_queued_messages: not supported \(.*\)\norchestra: take these lines out, or start with --mosquitto-ignore max_queued_messages to go on without them/)
  t.equal((await check('--mosquitto-ignore', 'max_queued_messages')).code, 0)
  t.match(await orchestra(['serve', '--check']), { code: 2, err: /--check, --mosquitto-ignore: need a --mosquitto-conf/ })
})

t.test('it runs, reads its files again, and keeps what it has where the file says', async t => {
  const { dir, conf, passwords, port, webPort } = await site(t)
  const { child, log, logged } = await serve(t, conf)
  t.ok(log.some(line => /local\.conf:1: listener \d+: used/.test(line)), 'the log says it, too')
  const web = await connectAsync(`ws://127.0.0.1:${webPort}/any/path`, { protocolVersion: 4, reconnectPeriod: 0, ...as('alice') })
  await web.endAsync()
  t.equal((await fetch(`http://127.0.0.1:${webPort}/`)).status, 426, 'it serves nothing else')
  t.same([await enters(`${dir}/socket`, as('alice')), await enters(port, { clientId: 'x' }), await enters(port, as('bob'))], ['in', 'refused 5', 'refused 5'])
  const alice = await Peer.sure(port, as('alice'))
  await alice.publish('kept', 'x', true)

  appendFileSync(passwords, 'bob:in the clear\n')
  child.kill('SIGHUP')
  await logged(/passwords:2: the password of bob is no hash of mosquitto_passwd/)
  t.ok(alice.client.connected, 'with a wrong file all stays')
  accounts(dir, 'passwords', ['alice', 'bob'])
  const cut = once(alice.client as never, 'close')
  child.kill('SIGHUP')
  await logged(/are read again/)
  await cut
  t.equal(await enters(port, as('bob')), 'in')

  child.kill('SIGTERM')
  t.same(await once(child, 'exit'), [0, null])
  t.ok(existsSync(join(dir, 'lib', 'orchestra-data')))
  // A socket that a crash has left behind.
  t.equal(spawnSync(process.execPath, ['-e', `require('net').createServer().listen('${dir}/socket', () => process.kill(process.pid, 'SIGKILL'))`]).signal, 'SIGKILL')
  t.ok(existsSync(`${dir}/socket`))
  const again = await serve(t, conf)
  const bob = await Peer.sure(port, as('bob'))
  await bob.subscribe('kept')
  await bob.on('kept')
  await bob.leave()
  again.child.kill('SIGTERM')
  await once(again.child, 'exit')
})

t.test('a port that is taken is told with its line', async t => {
  const { conf, port } = await site(t)
  const first = await serve(t, conf)
  const second = await orchestra(['serve', '--mosquitto-conf', conf, '--http-port', '0', '--memory', '--log-level', 'silent'])
  t.match(second, { code: 1, err: new RegExp(`local\\.conf:1: port ${port} of all addresses is in use`) })
  first.child.kill('SIGTERM')
  await once(first.child, 'exit')
})

t.test('wrong passwords from one address keep nobody out who comes from another', async t => {
  const { conf, passwords, port } = await site(t)
  const [salt, rounds] = [randomBytes(12), 50_000]
  writeFileSync(passwords, `alice:$7$${rounds}$${salt.toString('base64')}$${pbkdf2Sync("alice's", salt, rounds, 64, 'sha512').toString('base64')}\n`)
  await serve(t, conf)
  const from = (localAddress: string) => () => connect({ port, host: '127.0.0.1', localAddress, noDelay: true })
  let refused = 0
  const tries = Array.from({ length: 60 }, async (_, n) => {
    const code = await enters(from('127.0.0.1'), { ...as(n % 2 === 0 ? 'alice' : 'nobody'), password: `${n}`, clientId: `wrong-${n}` })
    refused++
    return code
  })
  await tries[0]
  t.equal(await enters(from('127.0.0.2'), as('alice')), 'in')
  t.ok(refused < 30, `in after ${refused} of 60`)
  t.same([...new Set(await Promise.all(tries))], ['refused 5'])
})
