/** The other ways in, on a real server: certificates, shared keys, tokens, Mosquitto's password file; and TLS that is replaced under way. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import { type IClientOptions, connect } from 'mqtt'
import t, { type Test } from 'tap'
import { startServer } from '../../broker/cli/server.js'
import { systemClock } from '../../broker/index.js'
import { createApp } from '../../device-client/app.js'
import { type Certificates, makeCertificates, makeRevocations } from '../support/certificates.js'
import { HeardLog } from '../support/heard-log.js'

const SECRET = 'three blue herons'
let tries = 0

interface Stage { readonly port: number, readonly pskPort: number, readonly http: number, readonly log: HeardLog, readonly put: (name: string, body: object) => Promise<void>, readonly remove: (name: string) => Promise<void> }

async function stage (t: Test, settings: Parameters<typeof startServer>[0], ca?: Buffer): Promise<Stage> {
  const log = new HeardLog()
  const rootSecretFile = join(t.testdirName, 'root-secret')
  writeFileSync(rootSecretFile, SECRET)
  const server = await startServer({ memory: true, port: 0, httpPort: 0, pskPort: 0, accounts: true, rootSecretFile, ...settings }, log)
  t.teardown(() => server.close())
  const app = createApp({ broker: { protocol: ca === undefined ? 'mqtt' : 'mqtts', host: '127.0.0.1', port: server.mqttPort, ca } as never, id: 'root', password: SECRET })
  t.teardown(() => app.close())
  return {
    port: server.mqttPort,
    pskPort: server.pskPort ?? 0,
    http: server.httpPort,
    log,
    put: async (name, body) => { await app.accounts.put(name, body as never) },
    remove: async name => { await app.accounts.remove(name) }
  }
}

interface Tried { readonly code: number | string, readonly closed: Promise<void>, readonly end: () => Promise<void>, readonly principal: () => Promise<unknown> }

/** 0: let in; a number: refused with that return code; a text: the connection did not come about. */
async function attempt (options: IClientOptions): Promise<Tried> {
  const client = connect({ host: '127.0.0.1', protocolVersion: 4, reconnectPeriod: 0, clientId: `try-${++tries}`, ...options })
  const closed = new Promise<void>(resolve => { client.once('close', () => resolve()) })
  const code = await new Promise<number | string>(resolve => {
    client.once('connect', () => resolve(0))
    client.once('error', error => resolve((error as { code?: number | string }).code ?? error.message))
    client.once('close', () => resolve('closed'))
  })
  client.on('error', () => {})
  return {
    code,
    closed,
    end: async () => { await client.endAsync(true) },
    async principal () {
      const name = String(options.username ?? options.properties)
      await client.subscribeAsync(`orchestra/v1/to/${name}/#`, { qos: 1 })
      const told = new Promise(resolve => client.once('message', (_topic, payload) => resolve(JSON.parse(payload.toString()))))
      await client.publishAsync(`orchestra/v1/from/${name}/time`, '{}', { qos: 1 })
      return await told
    }
  }
}

/** The server is in this process, which must not wait. */
async function exitOf (command: string, args: readonly string[]): Promise<number | null> {
  const [status] = await once(spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 20_000 }), 'exit') as [number | null]
  return status
}

async function code (options: IClientOptions): Promise<number | string> {
  const tried = await attempt(options)
  await tried.end()
  return tried.code
}

const shown = (files: Certificates, name: string): IClientOptions => ({ protocol: 'mqtts', ca: files.read('ca.pem'), cert: files.read(`${name}.pem`), key: files.read(`${name}.key`) })

t.test('a client certificate is a user name, unless it is foreign or revoked, or its account is gone', async t => {
  const files = makeCertificates(t.testdir(), ['cam-7', 'cam-8', 'stranger'])
  makeRevocations(t.testdirName, ['cam-8'])
  const ca = files.read('ca.pem')
  const { port, put, remove, log } = await stage(t, { tlsCert: files.file('server.pem'), tlsKey: files.file('server.key'), tlsClientCa: files.file('ca.pem'), tlsCrl: files.file('crl.pem') }, ca)
  for (const name of ['cam-7', 'cam-8']) await put(name, { kind: 'device', secret: SECRET })
  const cam = await attempt({ ...shown(files, 'cam-7'), port, username: 'cam-7' })
  t.equal(cam.code, 0)
  t.match(await cam.principal(), { at: Number }, 'it is who its certificate says')
  t.equal(await code({ ...shown(files, 'cam-7'), port }), 0, 'without a user name, too')
  t.equal(await code({ ...shown(files, 'cam-7'), port, username: 'cam-8' }), 5, 'for another name it proves nothing')
  t.equal(await code({ ...shown(files, 'cam-7'), port, username: 'cam-8', password: SECRET }), 0, 'a password does')
  t.equal(await code({ ...shown(files, 'cam-8'), port, username: 'cam-8' }), 5, 'it is revoked')
  t.equal(await code({ ...shown(files, 'stranger'), port }), 5, 'it has no account')
  t.equal(await code({ ...shown(files, 'cam-7'), cert: files.read('foreign.pem'), key: files.read('foreign.key'), port, username: 'cam-7' }), 5, 'another authority')
  t.equal(await code({ protocol: 'mqtts', ca, port, username: 'cam-7', password: SECRET }), 0, 'none is needed where there is a password')
  await remove('cam-7')
  await cam.closed
  // Replaced while connections are open, which stay.
  await put('cam-8', { kind: 'device', secret: SECRET })
  const other = await attempt({ protocol: 'mqtts', ca, port, username: 'cam-8', password: SECRET })
  makeRevocations(t.testdirName, [])
  await log.said('is taken over')
  t.equal(await code({ ...shown(files, 'cam-8'), port, username: 'cam-8' }), 0, 'it is revoked no longer')
  t.match(await other.principal(), { at: Number })
  await other.end()
})

t.test('with --tls-require-client nobody comes in without one', async t => {
  const files = makeCertificates(t.testdir(), ['root', 'cam-7'])
  writeFileSync(files.file('root-secret'), SECRET)
  const server = await startServer({ memory: true, port: 0, httpPort: 0, accounts: true, rootSecretFile: files.file('root-secret'), tlsCert: files.file('server.pem'), tlsKey: files.file('server.key'), tlsClientCa: files.file('ca.pem'), tlsRequireClient: true }, new HeardLog())
  t.teardown(() => server.close())
  const port = server.mqttPort
  t.not(await code({ protocol: 'mqtts', ca: files.read('ca.pem'), port, username: 'root', password: SECRET }), 0)
  t.equal(await code({ ...shown(files, 'root'), port }), 0)
})

t.test('TLS on MQTT, WebSocket and HTTP; a new certificate drops nobody, a bad one changes nothing', async t => {
  const files = makeCertificates(t.testdir(), ['second'])
  const [cert, key] = [files.file('live.pem'), files.file('live.key')]
  copyFileSync(files.file('server.pem'), cert)
  copyFileSync(files.file('server.key'), key)
  const ca = files.read('ca.pem')
  const { port, http, put, log } = await stage(t, { tlsCert: cert, tlsKey: key }, ca)
  await put('uma', { kind: 'user', secret: SECRET })
  t.equal(await code({ protocol: 'wss', port: http, path: '/mqtt', ca, username: 'uma', password: SECRET }), 0)
  const health = await new Promise<string>((resolve, reject) => {
    request({ host: '127.0.0.1', port: http, path: '/healthz', ca }, response => { response.setEncoding('utf8').once('data', resolve) }).once('error', reject).end()
  })
  t.match(JSON.parse(health), { ready: true })
  const before = await attempt({ protocol: 'mqtts', port, ca, username: 'uma', password: SECRET })
  const nameOf = async (): Promise<string> => {
    const socket = connectTls({ host: '127.0.0.1', port, ca })
    await once(socket, 'secureConnect')
    const name = socket.getPeerCertificate().subject.CN
    socket.destroy()
    return String(name)
  }
  t.equal(await nameOf(), 'server')
  copyFileSync(files.file('second.key'), key)
  t.match(await log.said('can not be used'), /--tls-key.*key of another certificate/)
  t.equal(await nameOf(), 'server', 'half replaced: the former goes on')
  copyFileSync(files.file('second.pem'), cert)
  await log.said('is taken over')
  t.equal(await nameOf(), 'second')
  t.match(await before.principal(), { at: Number }, 'who was connected still is')
  await before.end()
  t.not(await exitOf('openssl', ['s_client', '-connect', `127.0.0.1:${port}`, '-tls1_1', '-cipher', 'ALL:@SECLEVEL=0']), 0, 'TLS 1.1 is refused')
})

t.test('what is wrong with key, chain or date is said at the start', async t => {
  const files = makeCertificates(t.testdir({ 'nothing.pem': 'nothing' }), ['other'])
  const openssl = (...args: string[]): void => { execFileSync('openssl', args, { cwd: t.testdirName, stdio: 'ignore' }) }
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=old', '-keyout', 'old.key', '-out', 'old-0.pem')
  openssl('x509', '-in', 'old-0.pem', '-signkey', 'old.key', '-days', '-1', '-out', 'old.pem')
  writeFileSync(files.file('mixed.pem'), Buffer.concat([files.read('server.pem'), files.read('other.pem')]))
  const start = (cert: string, key: string, more = {}): Promise<unknown> => startServer({ memory: true, port: 0, httpPort: 0, tlsCert: files.file(cert), tlsKey: files.file(key), ...more }, new HeardLog())
  await t.rejects(start('server.pem', 'other.key'), { exitCode: 2, message: /--tls-key: .*other\.key: it is the key of another certificate/ })
  await t.rejects(start('server.pem', 'nothing.pem'), { message: /--tls-key: .*no key in it/ })
  await t.rejects(start('nothing.pem', 'server.key'), { message: /--tls-cert: .*no certificate in it/ })
  await t.rejects(start('absent.pem', 'server.key'), { message: /--tls-cert: .*absent\.pem can't be read/ })
  await t.rejects(start('mixed.pem', 'server.key'), { message: /certificate 2 in it has not signed the one before/ })
  await t.rejects(start('old.pem', 'old.key'), { message: /has ended on .*: get a new one/ })
  await t.rejects(start('server.pem', 'server.key', { tlsClientCa: files.file('nothing.pem') }), { message: /--tls-client-ca: .*no certificate/ })
  await t.rejects(start('server.pem', 'server.key', { tlsClientCa: files.file('ca.pem'), tlsCrl: files.file('ca.pem') }), { message: /--tls-crl: .*no revocation list/ })
})

t.test('a key that is shared with the server lets a device in that can do no more', async t => {
  const [key, other] = ['00112233445566778899aabbccddeeff', 'ffeeddccbbaa99887766554433221100']
  t.testdir({ psk: `# devices\ncam-7:${key}\ncam-9:${other}\n` })
  const { pskPort, put, log } = await stage(t, { pskFile: join(t.testdirName, 'psk') })
  await put('cam-7', { kind: 'device', secret: SECRET })
  const publish = async (name: string, psk: string, id = name): Promise<number | null> => await exitOf('mosquitto_pub', ['-p', String(pskPort), '--psk', psk, '--psk-identity', name, ...name === id ? [] : ['-u', id], '-i', `${name}-1`, '-t', `orchestra/v1/from/${id}/birth`, '-q', '1', '-m', '{"session":1,"functions":["work"]}'])
  t.equal(await publish('cam-7', key), 0, 'as mosquitto_pub speaks it')
  t.not(await publish('cam-7', other), 0, 'another key')
  t.not(await publish('cam-8', key), 0, 'an unknown name')
  t.not(await publish('cam-9', other), 0, 'a key, but no account')
  t.not(await publish('cam-7', key, 'root'), 0, 'for another name it proves nothing')
  const open = await attempt({ protocol: 'mqtts', port: pskPort, ciphers: 'PSK', maxVersion: 'TLSv1.2', checkServerIdentity: () => undefined, pskCallback: () => ({ psk: Buffer.from(key, 'hex'), identity: 'cam-7' }) } as IClientOptions)
  t.equal(open.code, 0)
  writeFileSync(join(t.testdirName, 'psk'), `cam-7:${other}\n`)
  await log.said('is taken over')
  await open.closed
  t.equal(await publish('cam-7', other), 0)
  t.not(await publish('cam-7', key), 0)
  writeFileSync(join(t.testdirName, 'bad'), `cam-7:${key}\ncam-7:zz\n`)
  await t.rejects(startServer({ memory: true, port: 0, httpPort: 0, accounts: true, pskFile: join(t.testdirName, 'bad') }, new HeardLog()), { exitCode: 2, message: /bad:2: must be name:key/ })
})

t.test('a signed token is a password until it ends, or its key goes', async t => {
  const signers = { a: await generateKeyPair('EdDSA'), b: await generateKeyPair('ES256'), c: await generateKeyPair('RS256'), foreign: await generateKeyPair('ES256') }
  const algorithms = { a: 'EdDSA', b: 'ES256', c: 'RS256', foreign: 'ES256' }
  type Signer = keyof typeof signers
  const jwk = async (kid: Signer) => ({ ...await exportJWK(signers[kid].publicKey), kid })
  const path = join(t.testdir(), 'keys.json')
  writeFileSync(path, JSON.stringify({ keys: [await jwk('a'), await jwk('b'), await jwk('c')] }))
  const { port, put, log } = await stage(t, { jwtKeys: path, jwtIssuer: 'hq', jwtAudience: ['fleet'] })
  await put('uma', { kind: 'user', secret: SECRET })
  const token = async (kid: Signer, { sub = 'uma', iss = 'hq', aud = 'fleet', exp = '1h' as string | number, as = kid as string } = {}): Promise<string> =>
    await new SignJWT({}).setProtectedHeader({ alg: algorithms[kid], kid: as }).setSubject(sub).setIssuer(iss).setAudience(aud).setExpirationTime(exp).sign(signers[kid].privateKey)
  const login = async (password: string, username = 'uma'): Promise<number | string> => await code({ port, username, password })
  for (const kid of ['a', 'b', 'c'] as const) t.equal(await login(await token(kid)), 0, algorithms[kid])
  const now = Math.floor(systemClock().now() / 1000)
  t.equal(await login(await token('a', { exp: now - 10 })), 0, 'clocks may be a little apart')
  for (const [why, password] of [
    ['ended', await token('a', { exp: now - 60 })], ['another issuer', await token('a', { iss: 'else' })], ['another audience', await token('a', { aud: 'else' })],
    ['another subject', await token('a', { sub: 'root' })], ['another key', await token('foreign', { as: 'b' })], ['an unknown key', await token('foreign')],
    ['no end', await new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', kid: 'a' }).setSubject('uma').setIssuer('hq').setAudience('fleet').sign(signers.a.privateKey)],
    ['not signed', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"uma"}').toString('base64url')}.x`]
  ] as const) t.equal(await login(password), 5, why)
  t.equal(await login(SECRET), 0, 'the secret goes on')
  const [byA, byB, short] = [await attempt({ port, username: 'uma', password: await token('a') }), await attempt({ port, username: 'uma', password: await token('b') }), await attempt({ port, username: 'uma', password: await token('a', { exp: now - 27 }) })]
  await short.closed
  writeFileSync(path, JSON.stringify({ keys: [await jwk('b')] }))
  await byA.closed
  await log.said('is taken over')
  t.match(await byB.principal(), { at: Number }, 'rotated by key id: the other key goes on')
  await byB.end()
  t.equal(await login(await token('a')), 5)
  const start = (content: string): Promise<unknown> => {
    writeFileSync(path, content)
    return startServer({ memory: true, port: 0, httpPort: 0, accounts: true, jwtKeys: path }, new HeardLog())
  }
  await t.rejects(start('{'), { message: /--jwt-keys: .*is no JSON/ })
  await t.rejects(start('{}'), { message: /JSON Web Key Set/ })
  await t.rejects(start(JSON.stringify({ keys: [{ kty: 'oct', k: 'AA' }] })), { message: /shared secret/ })
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  await t.rejects(start(JSON.stringify({ keys: [await exportJWK(privateKey)] })), { message: /private one/ })
})

t.test('the password file of Mosquitto goes on beside the accounts', async t => {
  const path = join(t.testdir({ passwords: '' }), 'passwords')
  const set = (name: string, password: string): void => { execFileSync('mosquitto_passwd', ['-b', path, name, password], { stdio: 'ignore' }) }
  set('cam-7', 'hush')
  set('uma', 'hush')
  const { port, put } = await stage(t, { passwordFile: path })
  await put('uma', { kind: 'user', roles: ['viewer'], secret: SECRET })
  const cam = await attempt({ port, username: 'cam-7', password: 'hush' })
  t.equal(cam.code, 0, 'without an account it is a device')
  t.match(await cam.principal(), { at: Number })
  t.equal(await code({ port, username: 'cam-7', password: 'loud' }), 5)
  t.equal(await code({ port, username: 'uma', password: 'hush' }), 0)
  t.equal(await code({ port, username: 'uma', password: SECRET }), 0, 'either is good')
  execFileSync('mosquitto_passwd', ['-D', path, 'cam-7'])
  await cam.closed
  t.equal(await code({ port, username: 'cam-7', password: 'hush' }), 5)
})
