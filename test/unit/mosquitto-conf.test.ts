// The readers of Mosquitto's files: what they make of good ones, and that of a bad one they name file, line and what to do.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type Lookup, hostsOf } from '../../broker/cli/mosquitto/hosts.js'
import { takeOver } from '../../broker/cli/mosquitto/takeover.js'
import { serveSettings } from '../../broker/cli/settings/serve.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { Permissions, parseAccessRules } from '../../mosquitto-compat/acl-file.js'
import { type ReadConf, readMosquittoConf } from '../../mosquitto-compat/conf/index.js'
import { report } from '../../mosquitto-compat/conf/report.js'
import { hashOf, parsePasswords } from '../../mosquitto-compat/password-file.js'

function file (t: Test, name: string, text: string): string {
  const path = join(t.testdirName, name)
  mkdirSync(t.testdirName, { recursive: true })
  writeFileSync(path, text)
  return path
}

function read (t: Test, ...lines: readonly string[]): ReadConf {
  t.testdir()
  return readMosquittoConf(file(t, 'm.conf', lines.join('\n')))
}

t.test('a line that Mosquitto would not take is told with its place and what to do', async t => {
  const bad: ReadonlyArray<readonly [lines: readonly string[], problem: RegExp]> = [
    [['# one', '', 'allow_anonymus true'], /m\.conf:3: allow_anonymus: Mosquitto 2\.0 has no such setting: correct its name/],
    [[' # not in the first column'], /m\.conf:1: #: Mosquitto 2\.0 has no such setting/],
    [['password_file'], /m\.conf:1: password_file: its value is missing: write it behind the name/],
    [['allow_anonymous yes'], /m\.conf:1: allow_anonymous: must be true or false, not "yes"/],
    [['sys_interval soon'], /m\.conf:1: sys_interval: must be a whole number, not "soon"/],
    [['listener 70000'], /m\.conf:1: the port must be a number from 1 to 65535, not "70000"/],
    [['listener 0'], /m\.conf:1: listener: port 0 is for a Unix socket: write its path behind it/],
    [['listener 0 relative'], /m\.conf:1: listener: port 0 is for a Unix socket/],
    [['listener 1883', 'protocol mqtts'], /m\.conf:2: protocol: must be mqtt or websockets, not "mqtts"/],
    [['listener 1883 ::1', 'socket_domain ipv4'], /m\.conf:2: socket_domain: ::1 is no ipv4 address/],
    [['listener 1883', 'certfile x'], /m\.conf:2: certfile and keyfile: one needs the other/],
    [['listener 1883', 'certfile x', 'keyfile y', 'require_certificate true'], /m\.conf:4: require_certificate: say whose certificates, with cafile or capath/],
    [['listener 1883', 'certfile x', 'keyfile y', 'tls_version tlsv1'], /m\.conf:4: tls_version: must be .* or tlsv1\.3, not "tlsv1"/],
    [['allow_anonymous true', 'per_listener_settings true'], /m\.conf:2: per_listener_settings: must stand before all settings that it is about: put it first/],
    [['include_dir /nowhere/at/all'], /m\.conf:1: include_dir: there is no \/nowhere\/at\/all: create it, or take the line out/],
    [['try_private true'], /m\.conf:1: try_private: belongs into a bridge: put it behind its connection/],
    [['connection b'], /m\.conf:1: connection b: has no address/],
    [['connection b', 'address x', 'topic a sideways'], /m\.conf:3: topic: the direction must be in, out or both, not "sideways"/],
    [['connection b', 'address x', 'topic a in 3'], /m\.conf:3: topic: the QoS must be 0, 1 or 2, not "3"/],
    [['connection b', 'address x', 'topic "" in 0 local/ ""'], /m\.conf:3: topic: without a pattern it needs both prefixes/],
    [['connection b', 'address x:99999'], /m\.conf:2: address: the port/],
    [['connection b', 'address x', 'restart_timeout 30 10'], /m\.conf:3: restart_timeout: must be seconds/]
  ]
  for (const [lines, problem] of bad) {
    const { problems } = read(t, ...lines)
    t.equal(problems.filter(line => problem.test(line)).length, 1, `${lines.join(' | ')} → ${problems.join(' | ')}`)
  }
  t.match(readMosquittoConf('/nowhere/m.conf').problems, [/^there is no \/nowhere\/m\.conf: give the path/])
  const folder = t.testdir({ 'd.conf': {} })
  t.match(readMosquittoConf(file(t, 'm.conf', `include_dir ${folder}`)).problems, [/d\.conf can not be read .*: .*m\.conf:1 includes it/])
})

t.test('where a setting belongs', async t => {
  const { conf, problems } = read(t, 'allow_anonymous false', 'listener 1884 10.0.0.1', 'max_connections 5', 'socket_domain ipv4', 'listener 8080', 'protocol websockets', 'max_connections -1', 'allow_anonymous true')
  t.same(problems, [])
  t.match(conf.listeners, [
    { at: { port: 1884, host: '10.0.0.1', family: 'ipv4' }, maxConnections: 5, protocol: 'mqtt', security: { allowAnonymous: true } },
    { at: { port: 8080, host: undefined }, maxConnections: undefined, protocol: 'websockets' }
  ])
  t.equal(conf.listeners[0]?.security, conf.listeners[1]?.security, 'shared: the last one counts')
  const own = read(t, 'per_listener_settings true', 'listener 1884', 'allow_anonymous true', 'listener 1885').conf
  t.same(own.listeners.map(({ security }) => security.allowAnonymous), [true, false])
  t.match(read(t, 'persistence true').conf.listeners, [{ at: { host: '127.0.0.1', port: 1883 }, security: { allowAnonymous: true } }, { at: { host: '::1' }, isOptional: true }], 'without a listener: this machine, and anybody')
  t.match(read(t, 'port 1900').conf.listeners, [{ at: { host: undefined, port: 1900 }, security: { allowAnonymous: false } }])
})

t.test('two listeners on one port are told with both lines', async t => {
  t.testdir()
  const problemsOf = (first: string, second: string, flags: object = {}): readonly string[] => takeOver({ ...defaultsOf(serveSettings), ...flags, mosquittoConf: file(t, 'm.conf', `${first}\n${second}`) }).problems
  for (const [first, second] of [['listener 1884', 'listener 1884'], ['listener 1884 127.0.0.1', 'listener 1884'], ['listener 1884 0.0.0.0', 'listener 1884 127.0.0.1'], ['listener 1884 host.example', 'listener 1884 host.example'], ['port 1884', 'listener 1884']] as const) {
    t.match(problemsOf(first, second), [/m\.conf:2: port 1884 is that of .*m\.conf:1 already: take one of them out, or give it another port/], `${first} | ${second}`)
  }
  for (const [first, second] of [['listener 1884', 'listener 1885'], ['listener 1884 127.0.0.1', 'listener 1884 127.0.0.2'], ['listener 1884 0.0.0.0', 'listener 1884 ::'], ['listener 0 /a', 'listener 0 /a']] as const) t.same(problemsOf(first, second), [], `${first} | ${second}`)
  t.match(problemsOf('listener 1884', 'listener 8080'), [/m\.conf:2: port 8080 is that of --http-port already: give HTTP another one/])
  t.same(problemsOf('listener 1884', 'listener 8080', { httpPort: 8081 }), [])
})

t.test('a listener with a name is on all addresses of it', async t => {
  const found = [{ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }, { address: '127.0.0.1', family: 4 }]
  const asked: unknown[] = []
  const find: Lookup = async (host, { family }) => {
    asked.push([host, family])
    if (host !== 'localhost') throw new Error('not found')
    return found
  }
  t.same(await hostsOf({ host: 'localhost', family: undefined }, find, () => true), ['::1', '127.0.0.1'])
  t.same(await hostsOf({ host: 'localhost', family: undefined }, find, () => false), ['127.0.0.1'], 'where IPv6 is turned off')
  await hostsOf({ host: 'localhost', family: 'ipv4' }, find)
  t.same(asked, [['localhost', 0], ['localhost', 0], ['localhost', 4]])
  t.same(await hostsOf({ host: 'nowhere', family: undefined }, find), ['nowhere'])
  t.same(await Promise.all(([undefined, 'ipv4', 'ipv6'] as const).map(family => hostsOf({ host: undefined, family }))), [[undefined], ['0.0.0.0'], ['::']])
})

t.test('files that are included begin anew, in the order of their names', async t => {
  t.testdir({ 'conf.d': { 'B.conf': 'listener 2002', 'a.conf': 'listener 2001\nmax_connections 7', 'b.conf': 'max_connections 3', 'c.txt': 'nonsense' } })
  const { conf, problems, outcomes } = readMosquittoConf(file(t, 'm.conf', `listener 2000\ninclude_dir ${join(t.testdirName, 'conf.d')}\nmax_connections 9\n`))
  t.same(problems, [])
  t.same(conf.listeners.map(({ at, maxConnections }) => ['port' in at && at.port, maxConnections]), [[1883, 3], [2000, 9], [2001, 7], [2002, undefined]])
  t.same(outcomes.map(({ place }) => place.replace(/.*\//, '')), ['m.conf:1', 'm.conf:2', 'a.conf:1', 'a.conf:2', 'B.conf:1', 'b.conf:1', 'm.conf:3'])
})

t.test('the connection blocks of bridges', async t => {
  const { conf: { bridges }, problems } = read(t, 'connection cloud', 'address a.example:8883 b.example ::1:1884', 'topic sensors/# out 1 site/ "" ', 'topic # both 2 l/ r/', 'topic x', 'topic "" in 0 local remote',
    'remote_username u', 'password p', 'clientid c', 'cleansession true', 'restart_timeout 10 60', 'notifications false', 'bridge_cafile /ca', 'connection second', 'address x')
  t.same(problems, [])
  t.match(bridges, [{
    name: 'cloud',
    addresses: [{ host: 'a.example', port: 8883 }, { host: 'b.example', port: 1883 }, { host: '::1', port: 1884 }],
    topics: [
      { pattern: 'sensors/#', direction: 'out', qos: 1, localPrefix: 'site/', remotePrefix: '' }, { pattern: '#', direction: 'both', qos: 2, localPrefix: 'l/', remotePrefix: 'r/' },
      { pattern: 'x', direction: 'out', qos: 0, localPrefix: '', remotePrefix: '' }, { pattern: undefined, direction: 'in', localPrefix: 'local', remotePrefix: 'remote' }
    ],
    remote: { username: 'u', password: 'p', clientId: 'c' },
    keepaliveS: 60,
    notifications: false,
    tls: { cafile: '/ca' }
  }, { name: 'second', notifications: true, tls: undefined }])
})

t.test('what is not supported stops the start, unless it is named', async t => {
  t.testdir()
  const mosquittoConf = file(t, 'm.conf', 'mount_point a/\nlistener 1884\nmount_point b/\nmax_queued_messages 10\nmax_queued_bytes 0\nremote_password x\nconnection c\nremote_password hush')
  const problemsWith = (mosquittoIgnore: readonly string[]): readonly string[] => takeOver({ ...defaultsOf(serveSettings), mosquittoConf, mosquittoIgnore }).problems
  t.match(problemsWith([]), [/m\.conf:6: remote_password: belongs into a bridge/, /connection c: has no address/, /m\.conf:1: mount_point: not supported \(topics are the same for all\)/, /m\.conf:3: mount_point/, /m\.conf:4: max_queued_messages: not supported/,
    'take these lines out, or start with --mosquitto-ignore mount_point,max_queued_messages to go on without them'])
  t.match(problemsWith(['mount_point', 'max_queued_messages', 'psk_file']).slice(2, 3), [/--mosquitto-ignore: .*m\.conf has no psk_file: leave it out/])
  const lines = report(readMosquittoConf(mosquittoConf).outcomes)
  t.match(lines, [/:1: mount_point a\/: not supported/, /:2: listener 1884: used/, /:3/, /:4/, /:5: max_queued_bytes 0: no meaning here \(as it is here\)/])
  t.notOk(lines.some(line => line.includes('hush')), 'a password is not repeated')
})

t.test('a file that a setting names', async t => {
  t.testdir()
  const acl = file(t, 'acl', 'topic\nuser\ntopic reed a\npattern write a/#/b\ntopics x\n  topic read ok\n')
  const passwords = file(t, 'passwords', `plain:secret\nnothing\nok:$6$${Buffer.alloc(12).toString('base64')}$${Buffer.alloc(64).toString('base64')}\n`)
  const { problems } = takeOver({ ...defaultsOf(serveSettings), mosquittoConf: file(t, 'm.conf', `listener 1884\nacl_file ${acl}\npassword_file ${passwords}\ncertfile /no/cert\nkeyfile ${acl}\nmax_packet_size 100\n`), port: 1999 })
  t.match(problems, [
    /passwords:1: the password of plain is no hash .* mosquitto_passwd -U .*passwords hashes all/, /passwords:2: must be user:hash/,
    /acl:1: the topic is missing/, /acl:2: the name is missing/, /acl:3: "reed" is none of read, write/, /acl:4: "a\/#\/b" is no topic filter/, /acl:5: "topics" is none of user, topic and pattern/,
    /m\.conf:4: certfile: there is no \/no\/cert: correct the path/, /--port: the listeners are those of/, /m\.conf:6: max_packet_size: commands need at least 17408 bytes: raise it/
  ])
  t.equal(problems.length, 10)
  t.match(takeOver({ ...defaultsOf(serveSettings), mosquittoConf: file(t, 'm.conf', 'acl_file /no/acl') }).problems, [/m\.conf:1: acl_file: there is no \/no\/acl: correct the path, or let this user read it/])
  t.match(takeOver({ ...defaultsOf(serveSettings), mosquittoConf: file(t, 'm.conf', `listener 1884\ncertfile ${acl}\nkeyfile ${acl}`) }).problems, [/m\.conf:2: the certificate, its key .* can not be used/])
})

t.test('files as editors leave them: a mark at the beginning, CRLF, blanks around, no end of the last line', async t => {
  t.testdir()
  const hash = `$6$${Buffer.alloc(12).toString('base64')}$${Buffer.alloc(64).toString('base64')}`
  const acl = file(t, 'acl', '\ufeffuser a\r\ntopic  read b/\u2028/#  \r\n \r\ntopic c')
  const passwords = file(t, 'passwords', `\ufeffa:${hash}\r\n  b:${hash}  \r\nc:${hash}`)
  const conf = file(t, 'm.conf', `\ufefflistener 1884\r\nacl_file ${acl}  \r\n\tpassword_file  ${passwords}`)
  const takeover = takeOver({ ...defaultsOf(serveSettings), mosquittoConf: conf })
  t.same(takeover.problems, [])
  t.same([...parsePasswords(readFileSync(passwords, 'utf8'), 'p', []).keys()], ['a', 'b', 'c'])
  t.same(parseAccessRules(readFileSync(acl, 'utf8'), 'f', []).users.get('a'), [{ access: 'read', filter: 'b/\u2028/#' }, { access: 'readwrite', filter: 'c' }])
})

t.test('what would control a terminal is written out, what would fill it is cut, and nothing takes the square of its length', async t => {
  t.testdir()
  const blanks = ' '.repeat(1_000_000)
  const { problems, outcomes } = takeOver({ ...defaultsOf(serveSettings), mosquittoConf: file(t, 'm.conf', `listener 1884\nlog_dest a${blanks}b\npid_file \u001b[2J\nbad\u0000\u009b x\nuser ${'x'.repeat(10_000_000)}`) })
  t.match(problems[0], /m\.conf:4: bad\\u0000\\u009b: Mosquitto 2\.0 has no such setting/)
  const lines = report(outcomes)
  t.match(lines, [/listener/, /^.{900,1500}$/, /:3: pid_file \\u001b\[2J: no meaning/, /^.{900,1500}$/])
})

t.test('of two lines for one user Mosquitto goes by either, so neither counts', async t => {
  const problems: string[] = []
  const hash = `$6$${Buffer.alloc(12).toString('base64')}$${Buffer.alloc(64).toString('base64')}`
  parsePasswords(`a:${hash}\nb:${hash}\na:${hash}\n`, 'f', problems)
  t.match(problems, [/^f:3: a has a line further up, and Mosquitto goes by either: take one of them out$/])
  t.equal(problems.length, 1)
})

t.test('what is not in the file, and yet good to know', async t => {
  t.testdir()
  const [acl, passwords] = [file(t, 'acl', 'user a\ntopic home/#\ntopic deny #\n'), file(t, 'passwords', '')]
  const notesOn = (text: string): readonly string[] => takeOver({ ...defaultsOf(serveSettings), mosquittoConf: file(t, 'm.conf', text) }).notes
  t.match(notesOn(`per_listener_settings true\nlistener 1884\nallow_anonymous true\nlistener 1885\npassword_file ${passwords}\nacl_file ${acl}\n`), [
    /m\.conf has no max_packet_size: packets may have 262144 bytes here/, /^10000 connections are taken altogether/, /m\.conf:2: this listener asks for no password/, /acl has no line for orchestra\/v1: .*orchestra acl --for mosquitto/
  ])
  writeFileSync(acl, 'pattern write orchestra/v1/from/%u/#\n')
  t.equal(notesOn(`listener 1884\nmax_packet_size 1000000\nacl_file ${acl}\n`).length, 1)
})

t.test('what is kept, and where, unless a flag says it', async t => {
  t.testdir()
  const configured = (text: string, flags: object = {}): object => takeOver({ ...defaultsOf(serveSettings), ...flags, mosquittoConf: file(t, 'm.conf', text) }).config
  t.match(configured('persistence true\npersistence_location /var/lib/mosquitto/'), { data: '/var/lib/mosquitto/orchestra-data', memory: false })
  t.match(configured('persistence false'), { memory: true })
  t.match(configured(''), { memory: false, data: undefined })
  t.match(configured('persistence false', { data: 'here' }), { memory: false, data: 'here' })
  t.match(configured('max_packet_size 20000'), { maxPacket: 20_000, maxPayload: 18_976 })
})

t.test('passwords: PBKDF2 as mosquitto_passwd writes it today, SHA-512 as it did', async t => {
  // Both by mosquitto_passwd, of "a": the first by 2.0.11, the second by hand from its description.
  const problems: string[] = []
  const users = parsePasswords(readFileSync(new URL('../../../test/fixtures/mosquitto-passwords', import.meta.url), 'utf8'), 'f', problems)
  t.same(problems, [])
  for (const user of ['pbkdf2', 'sha512']) {
    t.equal(await hashOf(users, user, Buffer.from('a')), users.get(user), user)
    for (const wrong of ['', 'b', 'aa', 'A']) t.equal(await hashOf(users, user, Buffer.from(wrong)), undefined, `${user}: ${wrong}`)
  }
  t.equal(await hashOf(users, 'nobody', Buffer.from('a')), undefined)
})

t.test('of an access list, deny goes first, one\'s own lines before patterns', async t => {
  const problems: string[] = []
  const rules = parseAccessRules('user a\ntopic read x/#\ntopic deny x/y\ntopic z\npattern deny z\npattern write %c/%u\nuser b\nuser a\ntopic write more', 'f', problems)
  t.same(problems, [])
  const a = new Permissions(rules, { username: 'a', clientId: 'c' })
  t.same([['read', 'x/1'], ['read', 'x/y'], ['write', 'x/1'], ['write', 'z'], ['write', 'c/a'], ['read', 'c/a'], ['write', 'more']].map(([action, topic]) => a.may(action as 'read', topic as string)), [true, false, false, true, true, false, true])
  t.equal(new Permissions(rules, { username: undefined, clientId: 'c' }).may('write', 'c/'), false, 'without a name, a pattern with %u is for nobody')
  t.equal(new Permissions(rules, { username: '+', clientId: '+' }).may('write', '+/+'), false)
})
