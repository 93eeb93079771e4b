/** `orchestra attach` over TLS to a real Mosquitto that wants certificates and passwords: it works, and what is wrong is told with what to do. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type AttachConfig, attachSettings, brokerOptions, checkAttached } from '../../broker/cli/settings/attach.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { attach } from '../../broker/index.js'
import { attach as attachProcess } from '../support/attached.js'
import { startMosquitto } from '../support/mosquitto.js'
import { freePort } from '../support/ports.js'

const folder = t.testdir()
const file = (name: string): string => join(folder, name)
const openssl = (...args: string[]): void => { execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' }) }

/** Made in no time. */
const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']

function authority (name: string): void {
  openssl('req', '-x509', '-newkey', ...EC, '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`)
}

function certificate (name: string, days: string, names = 'subjectAltName=IP:127.0.0.1'): void {
  writeFileSync(file('names'), names)
  openssl('req', '-newkey', ...EC, '-nodes', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`)
  openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', days, '-extfile', 'names', '-out', `${name}.pem`)
}

/** A Mosquitto with this certificate; its plain port is there only for the test to see that it runs. */
async function secured (t: Test, server: string): Promise<{ tls: string, plain: string, port: number }> {
  const port = await freePort()
  const broker = await startMosquitto(t, ['password_file ' + file('passwords'), `listener ${port} 127.0.0.1`, `cafile ${file('ca.pem')}`, `certfile ${file(`${server}.pem`)}`, `keyfile ${file(`${server}.key`)}`, 'require_certificate true', 'allow_anonymous false'])
  return { tls: `mqtts://127.0.0.1:${port}`, plain: broker.url, port }
}

/** What it complains of first, or that it is attached. */
async function firstWord (broker: string, settings: Partial<AttachConfig>, password = 'hush'): Promise<string> {
  const config = { ...defaultsOf(attachSettings), broker: [broker], user: 'orchestrator', password, ...settings }
  checkAttached(config)
  let say: (word: string) => void = () => {}
  const word = new Promise<string>(resolve => { say = resolve })
  const note = (level: string) => (fields: unknown, text?: string) => say(`${level} ${JSON.stringify(fields)} ${text}`)
  const log = { debug: () => {}, info: () => {}, warn: note('warn'), error: note('error') }
  const attached = await attach({ broker: await brokerOptions(config), name: config.node ?? 'tls', log })
  attached.ready.then(() => say('attached'), t.threw)
  const first = await word
  await attached.close()
  return first
}

t.before(() => {
  authority('ca')
  authority('stranger')
  certificate('good', '2')
  certificate('expired', '-1')
  certificate('elsewhere', '2', 'subjectAltName=DNS:elsewhere.example')
  writeFileSync(file('secret'), 'hush\n')
  writeFileSync(file('passwords'), '')
  execFileSync('mosquitto_passwd', ['-b', file('passwords'), 'orchestrator', 'hush'], { stdio: 'ignore' })
})

t.test('a certificate of both sides and a password: attached; with each of them wrong it is told what to do', async t => {
  const { tls, port } = await secured(t, 'good')
  const ours = { brokerCert: file('good.pem'), brokerKey: file('good.key') }
  const ca = { brokerCa: file('ca.pem') }
  await attachProcess(t, { url: tls }, '--memory', '--user', 'orchestrator', '--password-file', file('secret'), '--broker-ca', ca.brokerCa, '--broker-cert', ours.brokerCert, '--broker-key', ours.brokerKey)
  t.match(await firstWord(tls, ours), /^error .*see that whoever signed its certificate is trusted \(--broker-ca\)/)
  t.match(await firstWord(tls, { ...ours, brokerCa: file('stranger.pem') }), /see that whoever signed its certificate is trusted/)
  t.match(await firstWord(tls, ca), /it wants a certificate of ours.*--broker-cert/)
  t.match(await firstWord(tls, { ...ca, ...ours }, 'wrong'), /see that user and password are right|that may connect/)
  t.equal(await firstWord(tls, { ...ca, ...ours, node: 'another' }), 'attached')
  t.match(await firstWord(`mqtt://127.0.0.1:${port}`, {}), /where it does, the URL begins with mqtts:/)
})

t.test('a certificate that is out of date, or for another host', async t => {
  const ours = { brokerCa: file('ca.pem'), brokerCert: file('good.pem'), brokerKey: file('good.key') }
  const expired = await secured(t, 'expired')
  t.match(await firstWord(expired.tls, ours), /out of date: renew it/)
  const elsewhere = await secured(t, 'elsewhere')
  t.match(await firstWord(elsewhere.tls, ours), /for another host: connect with a name that is in it/)
  t.match(await firstWord(elsewhere.plain.replace('mqtt:', 'mqtts:'), ours), /where it does not, the URL begins with mqtt:/)
})

t.test('files that do not fit are refused at once', async t => {
  const all = { ...defaultsOf(attachSettings), broker: ['mqtts://127.0.0.1:1'] }
  await t.rejects(brokerOptions({ ...all, brokerCert: file('good.pem'), brokerKey: file('expired.key') }), { exitCode: 2, message: /--broker-cert, --broker-key: they must be PEM and belong together/ })
  t.throws(() => checkAttached({ ...all, broker: ['mqtt://127.0.0.1:1'], brokerCa: file('ca.pem') }), { exitCode: 2, message: /need TLS/ })
})
