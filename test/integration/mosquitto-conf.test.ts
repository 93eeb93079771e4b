// A mosquitto.conf as it is: the same file and the same clients at the real mosquitto and at `serve --mosquitto-conf`, and the
// same yes and no.
import { spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IClientOptions } from 'mqtt'
import t from 'tap'
import { settings } from '../../mosquitto-compat/conf/settings.js'
import { makeCertificates } from '../support/certificates.js'
import { accounts, files, onBoth, write } from '../support/mosquitto-conf.js'
import { type At, Peer, as, enters } from '../support/peer.js'
import { freePort } from '../support/ports.js'

const access = `
# who has no name
topic read public/#
topic write inbox/anonymous

user alice
topic home/#
topic deny home/secret/#
topic read shared/+/state
topic write inbox/alice
topic  readwrite  with blanks/in it
topic write $SYS/#

user bob
topic read #
topic deny home/+/private
topic write $other/#

user all
topic readwrite #
topic readwrite $other/#

user a+b
topic readwrite plus/#
topic read done/#

pattern readwrite own/%u/#
pattern write by-id/%c
pattern read half/x-%u/y
pattern deny home/denied-by-pattern
pattern deny own/alice/denied
pattern read done/#
`

const people: Readonly<Record<string, IClientOptions>> = {
  anonymous: { clientId: 'guest' },
  alice: as('alice'),
  bob: as('bob'),
  // Has a password, and no rules but the patterns.
  carol: as('carol'),
  'a+b': as('a+b')
}

const topics = [
  'public/news', 'inbox/anonymous', 'inbox/alice', 'home', 'home/lamp', 'home/secret', 'home/secret/deep', 'home/hall/private', 'home/denied-by-pattern',
  'shared/a/state', 'shared/a/b/state', 'with blanks/in it', 'own/alice/x', 'own/bob/x', 'own/carol', 'own/a+b/x', 'own/alice/denied', 'by-id/alice-1', 'by-id/guest',
  'by-id/bob-1/x', 'half/x-alice/y', 'half/x-carol/y', 'plus/x', 'elsewhere', '/home/lamp', 'home//lamp', '$other/x', '$SYS/broker/connection/x/state', '$SYS/broker/fake'
].filter(topic => !topic.includes('+'))

/** Everybody says something on every topic; what of it arrives. */
async function written (port: number): Promise<string[]> {
  const observer = await Peer.sure(port, as('all', { clientId: 'observer' }))
  await observer.subscribe('#', '$other/#', '$SYS/broker/connection/#', '$SYS/broker/fake')
  for (const [name, options] of Object.entries(people)) {
    const peer = await Peer.sure(port, options)
    for (const topic of topics) await peer.publish(topic, name)
    await peer.leave()
  }
  await observer.publish('done/written', 'x')
  await observer.on('done/written')
  await observer.leave()
  return observer.heard.map(({ topic, text }) => `${text} → ${topic}`).sort()
}

/** Everybody asks for everything; what is granted, and what comes. */
async function readable (port: number, retain: boolean): Promise<Record<string, string[]>> {
  const speaker = await Peer.sure(port, as('all'))
  const found: Record<string, string[]> = {}
  const told = topics.filter(topic => !topic.startsWith('$SYS'))
  if (retain) for (const topic of told) await speaker.publish(topic, 'kept', true)
  for (const [name, options] of Object.entries(people)) {
    const peer = await Peer.sure(port, options)
    const granted = await peer.subscribe('#', 'home/secret/#', 'own/+/x', '$other/#', 'elsewhere')
    if (!retain) for (const topic of told) await speaker.publish(topic, 'live')
    await settled(peer, speaker)
    const heard = peer.topics().filter(topic => !topic.startsWith('done/'))
    found[name] = [`granted ${granted.join()}`, ...new Set(heard)].sort()
    await peer.leave()
  }
  if (retain) for (const topic of told) await speaker.publish(topic, '', true)
  await speaker.leave()
  return found
}

/** Retained messages come beside the live ones, in no order: so many rounds of these must bring nothing else. */
const QUIET_ROUNDS = 10

async function settled (peer: Peer, speaker: Peer): Promise<void> {
  for (let quiet = 0, round = 0; quiet < QUIET_ROUNDS; round++) {
    const before = peer.heard.length
    await speaker.publish(`done/${round}`, 'x')
    await peer.on(`done/${round}`)
    quiet = peer.heard.length === before + 1 ? quiet + 1 : 0
  }
}

/** What waits for a client that was away. */
async function queued (port: number): Promise<string[]> {
  const options = as('alice', { clean: false, clientId: 'alice-2' })
  const away = await Peer.sure(port, options)
  await away.subscribe('#')
  await away.leave()
  const speaker = await Peer.sure(port, as('all'))
  for (const topic of [...topics.filter(topic => !topic.startsWith('$')), 'done/queued']) await speaker.publish(topic, 'waits')
  const back = await Peer.sure(port, options)
  await back.on('done/queued')
  await back.leave()
  await speaker.leave()
  await (await Peer.sure(port, { ...options, clean: true })).leave()
  return back.topics().sort()
}

/** The wills of those who are cut off, one that may be last. */
async function wills (port: number): Promise<string[]> {
  const observer = await Peer.sure(port, as('all', { clientId: 'observer' }))
  await observer.subscribe('#')
  for (const topic of ['home/secret/will', 'inbox/anonymous', 'elsewhere', 'home/lamp']) {
    const peer = await Peer.sure(port, as('alice', { will: { topic, payload: Buffer.from('gone'), qos: 1, retain: false } }))
    await peer.drop()
  }
  await observer.on('home/lamp')
  await observer.leave()
  return observer.topics().sort()
}

t.test('accounts and an access list: who gets in, what they may say and hear', async t => {
  const port = await freePort()
  const { conf, acl, passwords } = files(t, ['alice', 'bob', 'carol', 'all', 'a+b'])
  writeFileSync(acl, access)
  appendFileSync(passwords, readFileSync(new URL('../../../test/fixtures/mosquitto-passwords', import.meta.url)))
  write(conf, `listener ${port} 127.0.0.1`, 'allow_anonymous true', `password_file ${passwords}`, `acl_file ${acl}`, 'check_retain_source false')
  const attempts: Readonly<Record<string, IClientOptions>> = {
    ...people,
    wrong: as('alice', { password: 'x' }),
    none: { username: 'alice' },
    empty: as('alice', { password: '' }),
    stranger: as('mallory'),
    other: as('alice', { password: 'bob\'s' }),
    sha512: { username: 'sha512', password: 'a' },
    'sha512, wrong': { username: 'sha512', password: 'b' },
    pbkdf2: { username: 'pbkdf2', password: 'a' }
  }
  const { theirs, ours } = await onBoth(t, conf, port, async () => {
    const connected: Record<string, string> = {}
    for (const [name, options] of Object.entries(attempts)) {
      const peer = await Peer.connect(port, options)
      connected[name] = typeof peer === 'number' ? `refused ${peer}` : 'in'
      if (typeof peer !== 'number') await peer.leave()
    }
    return { connected, written: await written(port), readable: await readable(port, false), retained: await readable(port, true), queued: await queued(port), wills: await wills(port) }
  })
  t.same(ours.connected, theirs.connected, 'who gets in')
  t.same(ours.written, theirs.written, 'what is passed on')
  t.same(ours.readable, theirs.readable, 'what comes')
  t.same(ours.retained, theirs.retained, 'what is retained')
  t.same(ours.queued, theirs.queued, 'what waits in a session')
  t.same(ours.wills, theirs.wills, 'wills')
  t.ok(theirs.written.length > 15 && theirs.written.length < topics.length * Object.keys(people).length, 'some may, some may not')
  t.match(theirs.connected, { alice: 'in', sha512: 'in', wrong: 'refused 5', none: 'refused 5', stranger: 'refused 5' })
})

t.test('the files are read again on SIGHUP', async t => {
  const port = await freePort()
  const { dir, conf, acl, passwords } = files(t, ['alice', 'all'])
  // Both from one file: who has another hash, if only another salt, has to say the password again here.
  const [withBob, withCarol] = ['bob', 'carol'].map(name => accounts(dir, `with-${name}`, [name], passwords)) as [string, string]
  write(conf, `listener ${port} 127.0.0.1`, `password_file ${passwords}`, `acl_file ${acl}`)
  const before = 'user all\ntopic readwrite #\nuser alice\ntopic readwrite old/#\npattern read done/#\n'
  writeFileSync(acl, before)
  const { theirs, ours } = await onBoth(t, conf, port, async broker => {
    writeFileSync(acl, before)
    copyFileSync(withBob, passwords)
    await broker.reload(async () => await enters(port, as('bob')) === 'in')
    const alice = await Peer.sure(port, as('alice'))
    const speaker = await Peer.sure(port, as('all'))
    const bob = await Peer.sure(port, as('bob', { clientId: 'bob-2' }))
    await alice.subscribe('#')
    const answers: string[] = []
    const round = async (name: string): Promise<void> => {
      for (const topic of ['old/x', 'new/x']) await alice.publish(topic, `${name} of alice`)
      for (const topic of ['old/x', 'new/x']) await speaker.publish(topic, `${name} of all`)
      await speaker.publish(`done/${name}`, 'x')
      await alice.on(`done/${name}`)
      answers.push(await enters(port, as('bob')), await enters(port, as('carol')))
    }
    await round('before')
    writeFileSync(acl, before.replace('old', 'new'))
    copyFileSync(withCarol, passwords)
    await broker.reload(async () => await enters(port, as('carol')) === 'in')
    await round('after')
    answers.push(bob.client.connected ? 'bob stays' : 'bob is gone')
    await Promise.all([alice.leave(), speaker.leave(), bob.leave()])
    return [...answers, ...alice.heard.map(({ topic, text }) => `${topic}: ${text}`).filter(line => !line.startsWith('done')).sort()]
  })
  t.same(ours, theirs)
  t.same(ours.slice(0, 4), ['in', 'refused 5', 'refused 5', 'in'])
})

t.test('listeners with settings of their own', async t => {
  const [open, closed, third] = [await freePort(), await freePort(), await freePort()]
  const { dir, conf, acl, passwords } = files(t, ['alice', 'bob'])
  const list = join(dir, 'open.acl')
  // The folder of a test has too long a path for a socket.
  const folder = mkdtempSync(join(tmpdir(), 'orchestra-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const socket = join(folder, 'socket')
  writeFileSync(acl, 'user alice\ntopic readwrite a/#\ntopic readwrite both/#\n')
  writeFileSync(list, 'topic readwrite open/#\ntopic readwrite both/#\nuser eve\ntopic both/#\n')
  write(conf, 'per_listener_settings true',
    `listener ${open} 127.0.0.1`, 'allow_anonymous true', `acl_file ${list}`, 'allow_zero_length_clientid false',
    `listener ${closed} 127.0.0.1`, `password_file ${passwords}`, `acl_file ${acl}`, 'use_username_as_clientid true',
    `listener ${third} 127.0.0.1`, 'max_connections 10', `listener 0 ${socket}`, 'allow_anonymous true')
  const { theirs, ours } = await onBoth(t, conf, third, async () => {
    const ways: Record<string, readonly [at: number | string, options: IClientOptions]> = {
      'open, anonymous': [open, { clientId: 'x' }],
      'open, any name': [open, { username: 'eve', clientId: 'x' }],
      'open, no client id': [open, { clientId: '' }],
      'closed, anonymous': [closed, { clientId: 'x' }],
      'closed, known': [closed, as('alice')],
      'closed, wrong': [closed, as('alice', { password: 'no' })],
      'closed, no client id': [closed, as('bob', { clientId: '' })],
      'third, anonymous': [third, { clientId: 'x' }],
      'third, known elsewhere': [third, as('alice')],
      socket: [socket, { clientId: 'x' }]
    }
    const answers: Record<string, unknown> = {}
    for (const [name, [at, options]] of Object.entries(ways)) answers[name] = await enters(at, options)
    const [alice, guest, eve] = [await Peer.sure(closed, as('alice')), await Peer.sure(open, { clientId: 'guest' }), await Peer.sure(open, { username: 'eve', clientId: 'eve' })]
    for (const peer of [alice, guest, eve]) await peer.subscribe('#')
    for (const [name, peer] of Object.entries({ alice, guest, eve })) for (const topic of ['a/x', 'open/x', `both/${name}`]) await peer.publish(topic, name)
    for (const peer of [alice, guest, eve]) await peer.on('both/eve')
    answers.heard = [alice, guest, eve].map(peer => peer.topics().sort())
    // By its user name as client id, the one on this listener takes over, whatever it calls itself.
    const closes = new Promise<void>(resolve => alice.client.once('close', () => resolve()))
    const again = await Peer.sure(closed, as('alice', { clientId: 'another' }))
    await closes
    await Promise.all([again, guest, eve].map(peer => peer.leave()))
    return answers
  })
  t.same(ours, theirs)
  t.match(theirs, { 'open, anonymous': 'in', 'closed, anonymous': 'refused 5', 'third, known elsewhere': 'refused 5', socket: 'in' })
})

t.test('limits, and names that are not let in', async t => {
  const port = await freePort()
  const { conf } = files(t, [])
  write(conf, `listener ${port} 127.0.0.1`, 'allow_anonymous true', 'message_size_limit 20', 'max_packet_size 20000', 'clientid_prefixes dev-', 'use_username_as_clientid false')
  const { theirs, ours } = await onBoth(t, conf, port, async () => {
    const observer = await Peer.sure(port, { clientId: 'dev-o' })
    await observer.subscribe('#')
    const peer = await Peer.sure(port, { clientId: 'dev-1' })
    for (const length of [1, 20, 21, 1000]) await peer.publish(`size/${length}`, 'x'.repeat(length))
    const closes = new Promise(resolve => peer.client.once('close', () => resolve('closed')))
    peer.client.publish('size/packet', 'x'.repeat(20_001), { qos: 1 }, () => {})
    const ended = await closes
    const last = await Peer.sure(port, { clientId: 'dev-2' })
    await last.publish('done', 'x')
    await observer.on('done')
    await Promise.all([last.leave(), observer.leave()])
    return { ended, topics: observer.topics().sort(), other: await enters(port, { clientId: 'other' }), empty: await enters(port, { clientId: '' }) }
  })
  t.same(ours, theirs)
  t.same(theirs.topics, ['done', 'size/1', 'size/20'])
})

t.test('TLS: whose certificate is asked for, and its name as the user name', async t => {
  const [plain, strict] = [await freePort(), await freePort()]
  const { dir, conf, acl, passwords } = files(t, ['alice'])
  const { file, read } = makeCertificates(dir, ['alice', 'carol'])
  writeFileSync(acl, 'user alice\ntopic readwrite a/#\nuser carol\ntopic read a/#\n')
  const own = [`cafile ${file('ca.pem')}`, `certfile ${file('server.pem')}`, `keyfile ${file('server.key')}`]
  write(conf, `password_file ${passwords}`, `acl_file ${acl}`,
    `listener ${plain} 127.0.0.1`, ...own, 'tls_version tlsv1.3', 'ciphers_tls1.3 TLS_AES_256_GCM_SHA384',
    `listener ${strict} 127.0.0.1`, ...own, 'require_certificate true', 'use_identity_as_username true')
  const ca = read('ca.pem')
  const shown = (name: string): ConnectionOptions => ({ port: strict, ca, cert: read(`${name}.pem`), key: read(`${name}.key`) })
  const { theirs, ours } = await onBoth(t, conf, plain, async () => {
    const ways: Record<string, readonly [at: At, options: IClientOptions]> = {
      'password over TLS': [{ port: plain, ca }, as('alice')],
      'wrong password over TLS': [{ port: plain, ca }, as('alice', { password: 'x' })],
      'a version that is too low': [{ port: plain, ca, maxVersion: 'TLSv1.2' }, as('alice')],
      'a cipher that is not on the list': [{ port: plain, ca, ciphers: 'TLS_AES_128_GCM_SHA256', minVersion: 'TLSv1.3' }, as('alice')],
      'no TLS': [plain, as('alice')],
      'a certificate': [shown('alice'), { clientId: 'x' }],
      'a certificate without a password': [shown('carol'), { clientId: 'x' }],
      'a certificate, another user name': [shown('carol'), as('alice', { password: 'x' })],
      none: [{ port: strict, ca }, as('alice')],
      'one of somebody else': [shown('foreign'), { clientId: 'x' }]
    }
    const answers: Record<string, unknown> = {}
    for (const [name, [at, options]] of Object.entries(ways)) answers[name] = await enters(at, options)
    const [alice, carol] = [await Peer.sure(shown('alice'), { clientId: 'x' }), await Peer.sure(shown('carol'), as('alice', { clientId: 'y' }))]
    await carol.subscribe('#')
    await carol.publish('a/forged', 'x')
    await alice.publish('a/real', 'x')
    await carol.on('a/real')
    await Promise.all([alice.leave(), carol.leave()])
    return { ...answers, heard: carol.topics() }
  })
  t.same(ours, theirs)
  t.match(theirs, { 'password over TLS': 'in', 'a certificate without a password': 'in', none: 'refused -1', heard: ['a/real'] })
})

t.test('the default listener beside others, and files that are included', async t => {
  const [first, second, third] = [await freePort(), await freePort(), await freePort()]
  const { dir, conf, passwords } = files(t, ['alice'])
  const folder = join(dir, 'conf.d')
  mkdirSync(folder)
  writeFileSync(join(folder, 'b.conf'), `listener ${third} 127.0.0.1\nallow_anonymous true\n`)
  writeFileSync(join(folder, 'A.conf'), 'allow_anonymous false\n')
  writeFileSync(join(folder, 'notes.txt'), 'nothing of this is read\n')
  write(conf, `port ${first}`, 'bind_address 127.0.0.1', `listener ${second} 127.0.0.1`, `password_file ${passwords}`, `include_dir ${folder}`, 'max_connections 1')
  const { theirs, ours } = await onBoth(t, conf, second, async () => {
    const answers: string[] = []
    for (const port of [first, second, third]) for (const options of [{ clientId: 'x' }, as('alice'), as('alice', { password: 'x' })]) answers.push(await enters(port, options))
    return answers
  })
  t.same(ours, theirs)
  t.same(theirs.slice(0, 3), ['in', 'in', 'refused 5'], 'the last file has the say: nobody needs a name')
})

t.test('every setting of the table is one of Mosquitto\'s', async t => {
  const { dir, conf } = files(t, [])
  const unknown = (line: string): boolean => {
    writeFileSync(conf, `${line}\n`)
    // Behind the last line it always stops: there is no such folder.
    appendFileSync(conf, `include_dir ${dir}/nowhere\n`)
    return spawnSync('mosquitto', ['-c', conf], { encoding: 'utf8' }).stderr.includes('Unknown configuration variable')
  }
  t.ok(unknown('no_such_setting'))
  t.same(Object.keys(settings).filter(unknown), [])
})
