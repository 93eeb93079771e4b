/** `orchestra attach` over TLS to a real Mosquitto that wants certificates and passwords: it works, and what is wrong is told with what to do. */
import t from 'tap'
import { type AttachConfig, attachSettings, brokerOptions, checkAttached } from '../../broker/cli/settings/attach.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { attach } from '../../broker/index.js'
import { attach as attachProcess } from '../support/attached.js'
import { complaints, securedMosquitto } from '../support/secured-mosquitto.js'

const { file, start } = securedMosquitto(t.testdir())

/** What it complains of first, or that it is attached. */
async function firstWord (broker: string, settings: Partial<AttachConfig>, password = 'hush'): Promise<string> {
  const config = { ...defaultsOf(attachSettings), broker: [broker], user: 'orchestrator', password, ...settings }
  checkAttached(config)
  const { log, first, say } = complaints()
  const attached = await attach({ broker: await brokerOptions(config), name: config.node ?? 'tls', log })
  attached.ready.then(() => say('attached'), t.threw)
  const word = await first
  await attached.close()
  return word
}

t.test('a certificate of both sides and a password: attached; with each of them wrong it is told what to do', async t => {
  const { tls, port } = await start(t, 'good')
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
  const expired = await start(t, 'expired')
  t.match(await firstWord(expired.tls, ours), /out of date: renew it/)
  const elsewhere = await start(t, 'elsewhere')
  t.match(await firstWord(elsewhere.tls, ours), /for another host: connect with a name that is in it/)
  t.match(await firstWord(elsewhere.plain.replace('mqtt:', 'mqtts:'), ours), /where it does not, the URL begins with mqtt:/)
})

t.test('files that do not fit are refused at once', async t => {
  const all = { ...defaultsOf(attachSettings), broker: ['mqtts://127.0.0.1:1'] }
  await t.rejects(brokerOptions({ ...all, brokerCert: file('good.pem'), brokerKey: file('expired.key') }), { exitCode: 2, message: /--broker-cert, --broker-key: they must be PEM and belong together/ })
  t.throws(() => checkAttached({ ...all, broker: ['mqtt://127.0.0.1:1'], brokerCa: file('ca.pem') }), { exitCode: 2, message: /need TLS/ })
})
