// Single settings of a mosquitto.conf, each at the real mosquitto and at `serve --mosquitto-conf`: limits, names, TLS, WebSocket.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type IClientOptions, connectAsync } from 'mqtt'
import t from 'tap'
import { makeCertificates, makeRevocations } from '../support/certificates.js'
import { files, onBoth, write } from '../support/mosquitto-conf.js'
import { type At, Peer, as, enters } from '../support/peer.js'
import { freePort } from '../support/ports.js'

type Ways = Readonly<Record<string, readonly [at: At, options: IClientOptions]>>

async function answersOf (ways: Ways): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const [name, [at, options]] of Object.entries(ways)) answers[name] = await enters(at, options)
  return answers
}

t.test('as many connections as a listener may have', async t => {
  const [few, none, all] = [await freePort(), await freePort(), await freePort()]
  const { conf } = files(t, [])
  write(conf, 'allow_anonymous true', `listener ${few} 127.0.0.1`, 'max_connections 2', `listener ${none} 127.0.0.1`, 'max_connections 0', `listener ${all} 127.0.0.1`, 'max_connections -1')
  const { theirs, ours } = await onBoth(t, conf, all, async () => {
    const answers: string[] = []
    const there = await Promise.all(['a', 'b'].map(clientId => Peer.sure(few, { clientId })))
    answers.push(await enters(few, { clientId: 'c' }), await enters(none, { clientId: 'd' }), await enters(all, { clientId: 'e' }))
    answers.push(...there.map(({ client }) => client.connected ? 'stays' : 'is gone'))
    await there[0]?.drop()
    // Until it has seen that one go.
    while (await enters(few, { clientId: 'c' }) !== 'in');
    await there[1]?.leave()
    return answers
  })
  t.same(ours, theirs)
  t.same(theirs.slice(0, 3), ['refused -1', 'in', 'in'])
})

t.test('ids: who brings none, and how those begin that are given', async t => {
  const [given, other, refused] = [await freePort(), await freePort(), await freePort()]
  const { conf } = files(t, [])
  write(conf, 'per_listener_settings true', 'clientid_prefixes dev-', `listener ${given} 127.0.0.1`, 'allow_anonymous true', 'auto_id_prefix dev-auto-', `listener ${other} 127.0.0.1`, 'allow_anonymous true',
    `listener ${refused} 127.0.0.1`, 'allow_anonymous true', 'auto_id_prefix dev-', 'allow_zero_length_clientid false')
  const { theirs, ours } = await onBoth(t, conf, refused, async () => await answersOf({
    given: [given, { clientId: '' }],
    'given, with a session': [given, { clientId: '', clean: false }],
    'given, another prefix': [other, { clientId: '' }],
    'not given': [refused, { clientId: '' }],
    own: [refused, { clientId: 'dev-1' }],
    'a part of the prefix': [refused, { clientId: 'dev' }]
  }))
  t.same(ours, theirs)
  t.match(theirs, { given: 'in', 'not given': 'refused 2', own: 'in' })
})

t.test('what has no meaning here changes nothing there', async t => {
  const port = await freePort()
  const { dir, conf } = files(t, [])
  write(conf, `listener ${port} 127.0.0.1`, 'allow_anonymous true', 'max_keepalive 30', 'set_tcp_nodelay true', 'max_topic_alias 5', 'retry_interval 3', 'allow_duplicate_messages false', 'sys_interval 0', 'socket_domain ipv4',
    'retain_available true', 'upgrade_outgoing_qos false', 'queue_qos0_messages false', 'max_qos 2', 'use_subject_as_username false', 'max_queued_messages 0', 'max_inflight_messages 0', 'memory_limit 0', 'persistence false', `persistence_location ${dir}/`)
  const { theirs, ours } = await onBoth(t, conf, port, async () => {
    const answers = await answersOf({ 'a long keepalive': [port, { clientId: 'x', keepalive: 60 }], none: [port, { clientId: 'x', keepalive: 0 }], 'over IPv6': [{ host: '::1', port }, { clientId: 'x' }] })
    const [peer, speaker] = [await Peer.sure(port, { clientId: 'a' }), await Peer.sure(port, { clientId: 'b' })]
    const away = await Peer.sure(port, { clientId: 'away', clean: false })
    await away.subscribe('q/#')
    await away.leave()
    await peer.subscribe('a/#', 'a/+', 'a/b', '$SYS/broker/version', '$SYS/broker/uptime', 'done')
    await speaker.publish('a/b', 'once')
    for (const qos of [0, 1] as const) await speaker.client.publishAsync(`q/${qos}`, 'x', { qos, retain: qos === 1 })
    for (let n = 0; n < 150; n++) await speaker.publish('q/many', `${n}`)
    await speaker.publish('done', 'x')
    await peer.on('done')
    const back = await Peer.sure(port, { clientId: 'away', clean: false })
    while (!back.heard.some(({ text }) => text === '149')) await new Promise(resolve => back.client.once('message', resolve))
    await Promise.all([peer.leave(), speaker.leave(), back.leave()])
    return { answers, heard: peer.topics(), waited: back.heard }
  })
  t.same(ours, theirs)
  t.equal(theirs.waited.length, 151)
})

t.test('TLS: folders of authorities, certificates that were taken back, ciphers, and the name of who shows none', async t => {
  const [folder, revoking, polite, plain] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const { dir, conf } = files(t, [])
  const { file, read } = makeCertificates(dir, ['alice', 'bob'])
  makeRevocations(dir, ['bob'])
  const capath = join(dir, 'authorities')
  mkdirSync(capath)
  writeFileSync(join(capath, 'ca.pem'), read('ca.pem'))
  execFileSync('openssl', ['rehash', capath], { stdio: 'ignore' })
  const own = [`certfile ${file('server.pem')}`, `keyfile ${file('server.key')}`]
  write(conf, 'allow_anonymous true',
    `listener ${folder} 127.0.0.1`, ...own, `capath ${capath}`, 'require_certificate true', 'ciphers ECDHE-RSA-AES256-GCM-SHA384',
    `listener ${revoking} 127.0.0.1`, ...own, `cafile ${file('ca.pem')}`, `crlfile ${file('crl.pem')}`, 'require_certificate true',
    `listener ${polite} 127.0.0.1`, ...own, `cafile ${file('ca.pem')}`, 'use_identity_as_username true',
    `listener ${plain} 127.0.0.1`, `cafile ${file('ca.pem')}`)
  const ca = read('ca.pem')
  const shown = (port: number, name: string): { port: number, ca: Buffer, cert: Buffer, key: Buffer } => ({ port, ca, cert: read(`${name}.pem`), key: read(`${name}.key`) })
  const { theirs, ours } = await onBoth(t, conf, plain, async () => await answersOf({
    'capath, alice': [shown(folder, 'alice'), { clientId: 'x' }],
    'capath, one of somebody else': [shown(folder, 'foreign'), { clientId: 'x' }],
    'capath, none': [{ port: folder, ca }, { clientId: 'x' }],
    'a cipher on the list': [{ ...shown(folder, 'alice'), maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES256-GCM-SHA384' }, { clientId: 'x' }],
    'a cipher that is not on the list': [{ ...shown(folder, 'alice'), maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }, { clientId: 'x' }],
    'crlfile, alice': [shown(revoking, 'alice'), { clientId: 'x' }],
    'crlfile, bob': [shown(revoking, 'bob'), { clientId: 'x' }],
    'an identity that is not asked for, alice': [shown(polite, 'alice'), { clientId: 'x' }],
    'an identity that is not asked for, none': [{ port: polite, ca }, { clientId: 'x' }],
    'an identity that is not asked for, a name': [{ port: polite, ca }, as('alice')],
    'cafile alone': [plain, { clientId: 'x' }]
  }))
  t.same(ours, theirs)
  t.match(theirs, { 'capath, alice': 'in', 'capath, none': 'refused -1', 'crlfile, alice': 'in', 'crlfile, bob': 'refused -1', 'cafile alone': 'in' })
})

t.test('over WebSocket, with and without TLS', async t => {
  const [web, secure, plain] = [await freePort(), await freePort(), await freePort()]
  const { dir, conf, acl, passwords } = files(t, ['alice'])
  const { file, read } = makeCertificates(dir, ['alice'])
  writeFileSync(acl, 'user alice\ntopic readwrite a/#\ntopic read done\n')
  write(conf, `password_file ${passwords}`, `acl_file ${acl}`, `listener ${web} 127.0.0.1`, 'protocol websockets',
    `listener ${secure} 127.0.0.1`, 'protocol websockets', `certfile ${file('server.pem')}`, `keyfile ${file('server.key')}`, `cafile ${file('ca.pem')}`, 'require_certificate true', 'use_identity_as_username true',
    `listener ${plain} 127.0.0.1`)
  const { theirs, ours } = await onBoth(t, conf, plain, async () => {
    const talk = async (url: string, options: IClientOptions): Promise<string[]> => {
      const heard: string[] = []
      try {
        const client = await connectAsync(url, { protocolVersion: 4, reconnectPeriod: 0, ...options }, false)
        client.on('message', (topic, payload) => heard.push(`${topic} ${payload}`))
        await client.subscribeAsync('#', { qos: 1 })
        const last = new Promise<void>(resolve => client.on('message', topic => { if (topic === 'a/last') resolve() }))
        for (const topic of ['a/b', 'b/c', 'a/last']) await client.publishAsync(topic, url.slice(0, 3), { qos: 1 })
        await last
        await client.endAsync()
      } catch (error) {
        heard.push(error instanceof Error && 'code' in error && typeof error.code === 'number' ? `refused ${error.code}` : 'refused')
      }
      return heard
    }
    const tls = { ca: read('ca.pem'), cert: read('alice.pem'), key: read('alice.key') }
    return {
      known: await talk(`ws://127.0.0.1:${web}/mqtt`, as('alice')),
      anyPath: await talk(`ws://127.0.0.1:${web}/any/path`, as('alice')),
      wrong: await talk(`ws://127.0.0.1:${web}`, as('alice', { password: 'x' })),
      certificate: await talk(`wss://127.0.0.1:${secure}`, { ...tls, clientId: 'x' }),
      noCertificate: await talk(`wss://127.0.0.1:${secure}`, { ca: tls.ca, ...as('alice') }),
      mqttThere: await enters(web, as('alice')),
      webThere: await talk(`ws://127.0.0.1:${plain}`, as('alice'))
    }
  })
  t.same(ours, theirs)
  t.match(theirs, { known: ['a/b ws:', 'a/last ws:'], wrong: ['refused 5'], certificate: ['a/b wss', 'a/last wss'] })
})
