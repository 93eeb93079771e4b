// What is wrong with a Redis is told before anything is written to it, and what is another program's stays as it is.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { createClient } from 'redis'
import t, { type Test } from 'tap'
import { startServer } from '../../broker/cli/server.js'
import type { ServeConfig } from '../../broker/cli/settings/serve.js'
import { StoreUnusable, createRedisStore, systemClock } from '../../broker/index.js'
import { silentLog } from '../../broker/platform/log.js'
import type { RedisStoreOptions } from '../../broker/store/redis/index.js'
import { live } from '../support/life.js'
import { startRedis } from '../support/redis-server.js'

type Client = Awaited<ReturnType<typeof clientOf>>

async function clientOf (t: Test, url: string) {
  const client = createClient({ url })
  client.on('error', () => {})
  await client.connect()
  t.teardown(() => { if (client.isOpen) client.destroy() })
  return client
}

/** Opens a store and closes it again. Resolves with what it warned of. */
async function tryOut (options: Partial<RedisStoreOptions> & { url: string }): Promise<string[]> {
  const warnings: string[] = []
  const log = { ...silentLog, warn: (_details: object, message: string) => { warnings.push(message) } }
  const store = createRedisStore({ clock: systemClock(), log, ...options })
  await store.open({ task: () => ({}) }, { due: () => {}, lost: () => {} })
  await store.close()
  return warnings
}

async function refusal (options: Partial<RedisStoreOptions> & { url: string }): Promise<string> {
  try {
    await tryOut(options)
  } catch (error) {
    if (error instanceof StoreUnusable) return error.message
    throw error
  }
  return 'it was opened'
}

/** Everything but what ends by itself. */
async function dumps (client: Client): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const key of (await client.keys('*')).sort()) {
    found.set(key, String(await client.sendCommand(['DUMP', key])))
  }
  return found
}

const redis = await startRedis(t, { appendonly: 'everysec' })

/** Answers as a Redis of that version does: no such one can be installed beside the real one. */
async function pretended (t: Test, replies: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.on('data', chunk => {
      for (const [, command = ''] of chunk.toString().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g)) {
        socket.write(replies[command.toUpperCase()] ?? `-ERR unknown command \`${command}\`, with args beginning with: \r\n`)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => { server.close() })
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`
}

t.test('a version that is too old is named', async t => {
  const five = await pretended(t, {})
  t.match(await refusal({ url: five }), /^Redis at 127\.0\.0\.1:\d+ can't be used: ERR unknown command .*HELLO.*too old.*7\.0 or newer/)
  const info = '# Server\r\nredis_version:6.2.14\r\n# Replication\r\nrole:master\r\n'
  const six = await pretended(t, { HELLO: '%1\r\n$5\r\nproto\r\n:3\r\n', INFO: `$${info.length}\r\n${info}\r\n` })
  t.match(await refusal({ url: six }), /^Redis at 127\.0\.0\.1:\d+ is version 6\.2\.14; 7\.0 or newer is needed$/)
})

t.test('nobody there, a wrong password, a password that is missing', async t => {
  const admin = await clientOf(t, redis.url)
  await admin.sendCommand(['ACL', 'SETUSER', 'ours', 'on', '>right:/?#', '~*', '&*', '+@all'])
  const wrong = await refusal({ url: redis.url, username: 'ours', password: 'wrong' })
  t.match(wrong, /WRONGPASS.*user name and password/)
  t.notMatch(wrong, 'wrong;', 'the password is not told')
  t.match(await refusal({ url: redis.url.replace('//', '//ours:secret@') }), /^(?!.*secret).*WRONGPASS/)
  await tryOut({ url: redis.url, username: 'ours', password: 'right:/?#' })
  await tryOut({ url: redis.url.replace('//', `//ours:${encodeURIComponent('right:/?#')}@`) })
  t.match(await refusal({ url: 'redis://127.0.0.1:1' }), /can't be used: connect ECONNREFUSED.*see that it runs/)

  const closed = await startRedis(t, { args: ['--requirepass', 'sesame'] })
  t.match(await refusal({ url: closed.url }), /wants a password \(NOAUTH\); give one/)
})

t.test('what the command line was given is told by its flags, with what to do, and exit code 1', async t => {
  const admin = await clientOf(t, redis.url)
  const told = async (expected: RegExp, settings: Partial<ServeConfig>): Promise<void> => {
    await t.rejects(startServer({ port: 0, httpPort: 0, redis: redis.url, ...settings }, silentLog), { exitCode: 1, message: expected })
  }
  const closed = await startRedis(t, { args: ['--requirepass', 'sesame'] })
  await told(/^--redis, --redis-username, --redis-password-file: Redis at \S+ can't be used: it wants a password \(NOAUTH\); give one/, { redis: closed.url })
  await told(/^--redis, --redis-username, --redis-password-file: .* WRONGPASS .*; see that the user name and password are right$/, { redis: closed.url.replace('//', '//:wrong@') })
  await told(/^--redis: Redis at \S+\/99 can't be used: it has no database of this number; choose a smaller one in the URL/, { redis: `${redis.url}/99` })
  await told(/^--redis: .*; see that it speaks TLS on this port: where it does not, the URL begins with redis:$/, { redis: redis.url.replace('redis:', 'rediss:') })
  await told(/^--redis, --redis-tag: .* the key \{taken\}:node:a is a list, not one of ours/, { redisTag: (await admin.rPush('{taken}:node:a', 'theirs'), 'taken'), node: 'a' })
  const first = await startServer({ port: 0, httpPort: 0, redis: redis.url, node: 'a' }, silentLog)
  t.teardown(() => first.close())
  await told(/^--node: another node that runs is called a: give each its own name$/, { node: 'a' })
  const full = await startRedis(t, { args: ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'] })
  await told(/^--redis: Redis at \S+: its memory is full, so that it takes no writes: raise maxmemory, or remove what is not needed/, { redis: full.url })
})

t.test('replicas that must have everything and are not there are warned of', async t => {
  t.match(await tryOut({ url: redis.url, wait: { replicas: 1, timeoutMs: 100 } }), [/fewer replicas than must have a change/])
  t.strictSame(await tryOut({ url: redis.url }), [])
})

t.test('what a user may not do is named, with what would allow it', async t => {
  const admin = await clientOf(t, redis.url)
  const user = async (...rules: string[]): Promise<void> => { await admin.sendCommand(['ACL', 'SETUSER', 'weak', 'reset', 'on', '>pw', ...rules]) }
  const weak = { url: redis.url, username: 'weak', password: 'pw', tag: 'weak' }
  await user('~*', '&*', '+@all', '-hset', '-zrangebylex')
  t.match(await refusal(weak), /may not use hset, zrangebylex,.*: ACL SETUSER <user> ~\{weak\}:\* &\{weak\}:\* \+hset \+zrangebylex$/)
  await user('~*', '&*', '+@all', '-eval')
  t.match(await refusal(weak), /may not use eval, and perhaps more.*: ACL SETUSER <user> .*&__keyevent@\* \+eval .*\+zpopmin.*\+config\|get$/, 'all of it where nothing can be known')
  await user('~*', '&*', '+@all', '-info', '-config')
  t.match(await refusal(weak), /may not use info, config\|get,.* \+info \+config\|get$/)
  await user('~*', 'resetchannels', '+@all')
  t.match(await refusal(weak), /may not use publish, subscribe,.*&\{weak\}:\* &__keyevent@\* \+publish \+subscribe$/)
  await user('~other:*', '&*', '+@all')
  t.match(await refusal(weak), /not on our keys.*ACL SETUSER <user> ~\{weak\}:\*/)
  await user('%R~{weak}:*', '&*', '+@all')
  t.match(await refusal(weak), /may not use [^:]*hset[^:]* not on our keys and channels: ACL SETUSER <user> ~\{weak\}:\*/, 'to read them is not enough')
  t.strictSame(await admin.keys('{weak}*'), [], 'nothing was written')
})

t.test('who allows what the one message names, and nothing else, has enough for all that happens', async t => {
  const admin = await clientOf(t, redis.url)
  const set = (...rules: string[]) => admin.sendCommand(['ACL', 'SETUSER', 'least', ...rules])
  const granted = async (options: Partial<RedisStoreOptions> & { url: string }): Promise<string[]> => {
    const [, rules = ''] = /ACL SETUSER <user> (.*)$/.exec(await refusal(options)) ?? []
    return rules.split(' ')
  }
  await admin.configSet('notify-keyspace-events', 'Ex')
  const least = { url: redis.url, username: 'least', password: 'pw', tag: 'least' }
  for (const known of [['+eval', '+info'], []]) {
    await set('reset', 'on', '>pw', ...known)
    await set(...await granted(least))
    t.strictSame(await tryOut(least), [], 'expiry events among it')
  }
  await set('reset', 'on', '>pw')
  await set(...await granted({ ...least, expiryEvents: false }))
  t.match((await tryOut(least)).join(), /does not tell what expires.*\+config\|get/, 'they are not needed')
  await admin.sendCommand(['ACL', 'LOG', 'RESET'])
  const passwordFile = `${t.testdir({ secret: 'pw\n' })}/secret`
  const server = await startServer({ port: 0, httpPort: 0, redis: redis.url, redisTag: 'least', redisUsername: 'least', redisPasswordFile: passwordFile, redisExpiryEvents: 'off' }, silentLog)
  t.teardown(() => server.close())
  await live(server.mqttPort)
  await server.close()
  t.strictSame(await admin.sendCommand(['ACL', 'LOG']), [], 'Redis refused nothing')
})

t.test('a replica is refused', async t => {
  const replica = await startRedis(t, { args: ['--replicaof', '127.0.0.1', String(redis.port)] })
  t.match(await refusal({ url: replica.url }), /is a replica and takes no writes: give the primary/)
})

t.test('keys of another type, of another program, of another schema are not touched', async t => {
  const client = await clientOf(t, redis.url)
  const refused = async (name: string, expected: RegExp, ...command: string[]): Promise<void> => {
    await client.sendCommand(command)
    const before = await dumps(client)
    t.match(await refusal({ url: redis.url, tag: name }), expected)
    t.strictSame(await dumps(client), before)
  }
  await refused('a', /the key \{a\}:meta is a string, not one of ours/, 'SET', '{a}:meta', 'theirs')
  await refused('b', /the key \{b\}:deadlines is a list/, 'RPUSH', '{b}:deadlines', 'theirs')
  await refused('c', /the key \{c\}:ended is a set/, 'SADD', '{c}:ended', 'theirs')
  await refused('d', /the key \{d\}:ids:task is a hash/, 'HSET', '{d}:ids:task', 'their', 's')
  await refused('e', /the key \{e\}:lanes:task is a string/, 'SET', '{e}:lanes:task', 'theirs')
  await refused('f', /\{f\}: are another program's \(somebody\)/, 'HSET', '{f}:meta', 'owner', 'somebody')
  await client.hSet('{h}:mqtt:sessions', 'their', 's')
  await t.rejects(startServer({ port: 0, httpPort: 0, redis: redis.url, redisTag: 'h' }, silentLog), { exitCode: 1, message: /^--redis, --redis-tag: .* the key \{h\}:mqtt:sessions is a hash/ })
  await refused('g', /schema 3, this version knows 2/, 'HSET', '{g}:meta', 'owner', 'aedes-orchestra', 'schema', '3')
  await client.hSet('{i}:meta', { owner: 'aedes-orchestra', schema: '1' })
  const server = await startServer({ port: 0, httpPort: 0, redis: redis.url, redisTag: 'i' }, silentLog)
  t.teardown(() => server.close())
  t.equal(await client.hGet('{i}:meta', 'schema'), '2', 'a former schema is read, and its version not started on it again')
})

t.test('the keys of another application are as they were after a whole life of tasks, and ours all have our tag', async t => {
  const client = await clientOf(t, redis.url)
  await client.flushAll()
  const theirs = [
    ['SET', 'orchestra', 'text'], ['SET', 'orchestra:meta', 'text'], ['HSET', '{orchestra}', 'a', 'b'], ['RPUSH', 'bull:queue:wait', '1', '2'],
    ['SADD', '{orchestra}x:lanes:task', 'm'], ['ZADD', 'orchestra:deadlines', '1', 'task:done'], ['XADD', 'stream', '*', 'f', 'v'],
    ['SET', '{orchestra', 'x'], ['SET', 'expiring', 'x', 'PX', '3600000']
  ]
  for (const command of theirs) await client.sendCommand(command)
  const before = await dumps(client)
  const server = await startServer({ port: 0, httpPort: 0, redis: redis.url, node: 'one' }, silentLog)
  t.teardown(() => server.close())
  await live(server.mqttPort)
  await server.close()
  const after = await dumps(client)
  const ours = [...after.keys()].filter(key => key.startsWith('{orchestra}:'))
  t.ok(ours.length > 10)
  for (const key of ours) after.delete(key)
  t.strictSame(after, before)
  t.ok(await client.pTTL('expiring') > 0)
})

t.test('a Redis that throws keys away is refused, one that keeps no file is warned of', async t => {
  const client = await clientOf(t, redis.url)
  await client.configSet('maxmemory-policy', 'allkeys-lru')
  t.match(await refusal({ url: redis.url }), /maxmemory-policy allkeys-lru.*set maxmemory-policy noeviction/)
  await client.configSet('maxmemory-policy', 'noeviction')
  t.strictSame(await tryOut({ url: redis.url }), [])
  await client.configSet('appendonly', 'no')
  t.match(await tryOut({ url: redis.url }), [/no append-only file/])
})
