/** Our bridge over TLS to a real Mosquitto that wants certificates and passwords: what is wrong is told with what to do, and what waits crosses once it is right. */
import { readFileSync } from 'node:fs'
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { systemClock, systemRandom } from '../../broker/index.js'
import { type BridgeOptions, type BridgeState, openBridge } from '../../mosquitto-compat/bridge/index.js'
import { alone } from '../support/bridge-alone.js'
import { complaints, securedMosquitto } from '../support/secured-mosquitto.js'

const { file, start } = securedMosquitto(t.testdir())
const read = (name: string): string => readFileSync(file(name), 'utf8')

const right = { user: 'orchestrator', password: 'hush', ca: read('ca.pem'), cert: read('good.pem'), key: read('good.key') }

/** What it complains of first, or that it is connected; and how often it has said anything. */
async function firstWord (t: Test, url: string, settings: Partial<BridgeOptions>, directory?: string): Promise<string> {
  const { log, first, say } = complaints()
  const tell = ({ state }: BridgeState): void => { if (state === 'connected') say(state) }
  const bridge = await openBridge({ name: 'site', urls: [url], topics: [{ filter: 'm/#', direction: 'out' }], ...settings }, { directory, clock: systemClock(), random: systemRandom(), log })
  t.teardown(() => bridge.close())
  await bridge.start({ ...alone, tell })
  if (directory !== undefined) await bridge.take({ topic: 'm/1', payload: Buffer.from(settings.password ?? ''), qos: 1, retain: false })
  const word = await first
  await bridge.close()
  return word
}

t.test('the authority, our certificate, the protocol', async t => {
  const { tls, port } = await start(t, 'good')
  const { ca: _, ...trusting } = right
  t.match(await firstWord(t, tls, trusting), /^error .*see that whoever signed its certificate is trusted \(ca; in a mosquitto.conf bridge_cafile\)/)
  t.match(await firstWord(t, tls, { ...right, ca: read('stranger.pem') }), /^error .*see that whoever signed its certificate is trusted/)
  const { cert: _cert, key: _key, ...bare } = right
  t.match(await firstWord(t, tls, bare), /it wants a certificate of ours.*bridge_certfile/)
  t.match(await firstWord(t, `mqtt://127.0.0.1:${port}`, {}), /where it does, the URL begins with mqtts:/)
})

t.test('a certificate that is out of date, or for another host; a port without TLS', async t => {
  t.match(await firstWord(t, (await start(t, 'expired')).tls, right), /out of date: renew it/)
  const elsewhere = await start(t, 'elsewhere')
  t.match(await firstWord(t, elsewhere.tls, right), /for another host: connect with a name that is in it/)
  t.match(await firstWord(t, elsewhere.plain.replace('mqtt:', 'mqtts:'), right), /where it does not, the URL begins with mqtt:/)
})

t.test('a password that is set right: what waited crosses, in its order', async t => {
  const [{ tls }, directory] = [await start(t, 'good'), t.testdir()]
  const reader = await connectAsync(tls, { username: right.user, password: right.password, ca: right.ca, cert: right.cert, key: right.key })
  t.teardown(() => reader.endAsync(true))
  await reader.subscribeAsync('m/#', { qos: 1 })
  const came: string[] = []
  const both = new Promise<void>(resolve => reader.on('message', (_, payload) => { if (came.push(payload.toString()) === 2) resolve() }))
  t.match(await firstWord(t, tls, { ...right, password: 'wrong' }, directory), /^error .*see that user and password are right|that may connect/)
  t.equal(await firstWord(t, tls, right, directory), 'connected')
  await both
  t.same(came, ['wrong', 'hush'])
})
