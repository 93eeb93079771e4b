/** `orchestra attach` over TLS to a real Mosquitto that wants certificates and passwords: it works, and what is wrong is told with what to do. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import t, { type Test } from 'tap'
import { attachSettings, brokerOptions, checkAttached } from '../../broker/cli/settings/attach.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { main } from '../support/attached.js'
import { startMosquitto } from '../support/mosquitto.js'
import { freePort } from '../support/ports.js'

const folder = t.testdir()
const file = (name: string): string => join(folder, name)
const openssl = (...args: string[]): void => { execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' }) }

function authority (name: string): void {
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`)
}

function certificate (name: string, days: string, names = 'subjectAltName=IP:127.0.0.1'): void {
  writeFileSync(file('names'), names)
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`)
  openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', days, '-extfile', 'names', '-out', `${name}.pem`)
}

/** A Mosquitto with this certificate; its plain port is there only for the test to see that it runs. */
async function secured (t: Test, server: string): Promise<{ tls: string, plain: string, port: number }> {
  const port = await freePort()
  const broker = await startMosquitto(t, ['password_file ' + file('passwords'), `listener ${port} 127.0.0.1`, `cafile ${file('ca.pem')}`, `certfile ${file(`${server}.pem`)}`, `keyfile ${file(`${server}.key`)}`, 'require_certificate true', 'allow_anonymous false'])
  return { tls: `mqtts://127.0.0.1:${port}`, plain: broker.url, port }
}

/** The first line of its log, or of stdout where all is well. */
async function firstWord (t: Test, broker: string, flags: readonly string[], password = 'hush'): Promise<string> {
  const child = spawn(process.execPath, [main, 'attach', '--broker', broker, '--memory', '--user', 'orchestrator', '--log-level', 'warn', ...flags], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ORCHESTRA_PASSWORD: password } })
  t.teardown(() => child.kill('SIGKILL'))
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), once(createInterface(child.stderr), 'line')]) as [string]
  child.kill('SIGKILL')
  return line
}

t.before(() => {
  authority('ca')
  authority('stranger')
  certificate('good', '2')
  certificate('expired', '-1')
  certificate('elsewhere', '2', 'subjectAltName=DNS:elsewhere.example')
  writeFileSync(file('passwords'), '')
  execFileSync('mosquitto_passwd', ['-b', file('passwords'), 'orchestrator', 'hush'], { stdio: 'ignore' })
})

t.test('a certificate of both sides and a password: attached; with each of them wrong it is told what to do', async t => {
  const { tls, port } = await secured(t, 'good')
  const ours = ['--broker-cert', file('good.pem'), '--broker-key', file('good.key')]
  const ca = ['--broker-ca', file('ca.pem')]
  t.same(JSON.parse(await firstWord(t, tls, [...ca, ...ours])), { attached: [tls] })
  t.match(await firstWord(t, tls, ours), /"level":50.*see that whoever signed its certificate is trusted \(--broker-ca\)/)
  t.match(await firstWord(t, tls, ['--broker-ca', file('stranger.pem'), ...ours]), /see that whoever signed its certificate is trusted/)
  t.match(await firstWord(t, tls, ca), /it wants a certificate of the orchestrator.*--broker-cert/)
  t.match(await firstWord(t, tls, [...ca, ...ours], 'wrong'), /see that user and password are right|that may connect/)
  t.match(await firstWord(t, `mqtt://127.0.0.1:${port}`, []), /where it does, the URL begins with mqtts:/)
})

t.test('a certificate that is out of date, or for another host', async t => {
  const ours = ['--broker-ca', file('ca.pem'), '--broker-cert', file('good.pem'), '--broker-key', file('good.key')]
  const expired = await secured(t, 'expired')
  t.match(await firstWord(t, expired.tls, ours), /out of date: renew it/)
  const elsewhere = await secured(t, 'elsewhere')
  t.match(await firstWord(t, elsewhere.tls, ours), /for another host: connect with a name that is in it/)
  t.match(await firstWord(t, elsewhere.plain.replace('mqtt:', 'mqtts:'), ours), /where it does not, the URL begins with mqtt:/)
})

t.test('files that do not fit are refused at once', async t => {
  const all = { ...defaultsOf(attachSettings), broker: ['mqtts://127.0.0.1:1'] }
  await t.rejects(brokerOptions({ ...all, brokerCert: file('good.pem'), brokerKey: file('expired.key') }), { exitCode: 2, message: /brokerCert, brokerKey: they must be PEM and belong together/ })
  t.throws(() => checkAttached({ ...all, broker: ['mqtt://127.0.0.1:1'], brokerCa: file('ca.pem') }), { exitCode: 2, message: /need TLS/ })
})
