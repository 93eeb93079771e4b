// The `connection` block of one mosquitto.conf, at the real mosquitto and at a server of ours: the same messages cross.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import t, { type Test } from 'tap'
import { makeCertificates } from '../support/certificates.js'
import { accounts, files, onBoth, ourServer, write } from '../support/mosquitto-conf.js'
import { startMosquitto } from '../support/mosquitto.js'
import { Peer } from '../support/peer.js'
import { freePort } from '../support/ports.js'
import { startRedis } from '../support/redis-server.js'

const topics = ['topic plant/# out 1 local/ remote/', 'topic orders/# in 1 local/ remote/', 'topic alarms/# both 1', 'topic "" out 1 exact/here exact/there', 'topic zero/#', 'topic twice/# both 2 a/ b/']

async function hears (peer: Peer, topic: string, text: string): Promise<void> {
  while (!peer.heard.some(heard => heard.topic === topic && heard.text === text)) await once(peer.client as never, 'message')
}

interface Seen { readonly there: readonly string[], readonly here: readonly string[] }

/** What each side hears of a round of messages, its own words among them. */
async function round (herePort: number, therePort: number, notice: string): Promise<Seen> {
  const [here, there] = [await Peer.sure(herePort, { clientId: 'here' }), await Peer.sure(therePort, { clientId: 'there' })]
  for (const peer of [here, there]) await peer.subscribe('#')
  // Retained, so that it also comes when the bridge subscribes only later.
  await there.publish('remote/orders/ready', 'yes', true)
  await hears(here, 'local/orders/ready', 'yes')
  await there.subscribe(notice)
  await here.subscribe(notice)
  await Promise.all([hears(there, notice, '1'), hears(here, notice, '1')])
  for (const topic of ['local/plant/a', 'plant/a', 'alarms/here', 'exact/here', 'exact/here/below', 'local/orders/no', 'zero/a', 'a/twice/x', 'other']) await here.publish(topic, 'said here')
  for (const topic of ['remote/orders/a', 'orders/a', 'alarms/there', 'exact/there', 'remote/plant/no', 'zero/b', 'b/twice/y', 'other']) await there.publish(topic, 'said there')
  await here.publish('local/plant/kept', 'kept', true)
  await there.publish('remote/orders/kept', 'kept', true)
  await Promise.all([hears(there, 'remote/plant/kept', 'kept'), hears(here, 'local/orders/kept', 'kept')])
  for (const [port, topic] of [[therePort, 'remote/plant/kept'], [herePort, 'local/orders/kept']] as const) {
    const late = await Peer.sure(port, { clientId: 'late' })
    await late.subscribe(topic)
    await late.on(topic)
    await late.leave()
  }
  for (const [peer, topic] of [[here, 'local/plant/kept'], [there, 'remote/orders/kept'], [there, 'remote/orders/ready']] as const) await peer.publish(topic, '', true)
  await Promise.all([hears(there, 'remote/plant/kept', ''), hears(here, 'local/orders/kept', ''), hears(here, 'local/orders/ready', '')])
  await here.publish('alarms/end', 'from here')
  await there.publish('alarms/end', 'from there')
  await Promise.all([hears(there, 'alarms/end', 'from here'), hears(here, 'alarms/end', 'from there')])
  // What is there before the bridge has subscribed may come twice: from the session that is kept there, and as retained.
  const read = (peer: Peer): string[] => peer.heard.filter(({ topic }) => topic !== notice && !topic.startsWith('orchestra/') && !topic.endsWith('orders/ready')).map(({ topic, text }) => `${topic} ${text}`).sort()
  const seen = { there: read(there), here: read(here) }
  await Promise.all([here.leave(), there.leave()])
  return seen
}

interface Remote { readonly lines?: readonly string[], readonly block: (port: number) => readonly string[], readonly notice: string }

const named = ['remote_clientid site-1', 'notification_topic bridges/site']

async function compare (t: Test, describe: (dir: string) => Remote): Promise<Seen> {
  const { dir, conf } = files(t, [])
  const { lines = [], block, notice } = describe(dir)
  const remote = await startMosquitto(t, lines)
  const port = await freePort()
  write(conf, `listener ${port} 127.0.0.1`, 'allow_anonymous true', 'connection site', 'restart_timeout 1', ...block(remote.port))
  const { theirs, ours } = await onBoth(t, conf, port, async () => await round(port, remote.port, notice))
  t.same(ours, theirs)
  return ours
}

t.test('directions, prefixes and what is retained', async t => {
  const seen = await compare(t, () => ({ notice: 'bridges/site', block: port => [`address 127.0.0.1:${port}`, ...named, ...topics] }))
  for (const crossed of ['remote/plant/a said here', 'alarms/here said here', 'exact/there said here', 'b/twice/x said here', 'zero/a said here']) t.ok(seen.there.includes(crossed), crossed)
  for (const crossed of ['local/orders/a said there', 'alarms/there said there', 'a/twice/y said there']) t.ok(seen.here.includes(crossed), crossed)
})

t.test('TLS with an account, and the names that Mosquitto gives by itself', async t => {
  const port = await freePort()
  await compare(t, dir => {
    const { file } = makeCertificates(dir, [])
    return {
      lines: [`password_file ${accounts(dir, 'remote', ['bridge'])}`, `listener ${port} 127.0.0.1`, `cafile ${file('ca.pem')}`, `certfile ${file('server.pem')}`, `keyfile ${file('server.key')}`],
      notice: `$SYS/broker/connection/${hostname()}.site/state`,
      block: () => [`address 127.0.0.1:${port}`, `bridge_cafile ${file('ca.pem')}`, 'remote_username bridge', 'remote_password bridge\'s', ...topics]
    }
  })
})

t.test('what is acknowledged and dropped crosses no bridge', async t => {
  const { conf, acl } = files(t, [])
  const [remote, port] = [await startMosquitto(t), await freePort()]
  writeFileSync(acl, 'topic write open/#\ntopic deny closed/#\n')
  write(conf, `listener ${port} 127.0.0.1`, 'allow_anonymous true', `acl_file ${acl}`, 'message_size_limit 20', 'connection site', 'restart_timeout 1', `address 127.0.0.1:${remote.port}`, ...named, 'topic open/# out 1', 'topic closed/# out 1')
  const { theirs, ours } = await onBoth(t, conf, port, async () => {
    const [here, there] = [await Peer.sure(port, { clientId: 'here' }), await Peer.sure(remote.port, { clientId: 'there' })]
    for (const filter of ['bridges/site', 'open/#', 'closed/#']) await there.subscribe(filter)
    await hears(there, 'bridges/site', '1')
    await here.publish('closed/a', 'denied')
    await here.publish('closed/kept', 'denied', true)
    await here.publish('open/large', 'more than twenty bytes')
    await here.publish('open/end', 'allowed')
    await hears(there, 'open/end', 'allowed')
    const heard = there.heard.filter(({ topic }) => topic !== 'bridges/site')
    await Promise.all([here.leave(), there.leave()])
    return heard
  })
  t.same(theirs, [{ topic: 'open/end', text: 'allowed' }])
  t.same(ours, theirs)
})

t.test('a wildcard fits no retained topic that begins with $', async t => {
  const { conf } = files(t, [])
  const [remote, port] = [await startMosquitto(t), await freePort()]
  const notice = '$SYS/broker/connection/site-1/state'
  write(conf, `listener ${port} 127.0.0.1`, 'allow_anonymous true', 'connection site', 'restart_timeout 1', `address 127.0.0.1:${remote.port}`, 'remote_clientid site-1', 'topic plant/# out 1')
  const { theirs, ours } = await onBoth(t, conf, port, async () => {
    const [first, late] = [await Peer.sure(port, { clientId: 'first' }), await Peer.sure(port, { clientId: 'late' })]
    await first.subscribe(notice)
    await hears(first, notice, '1')
    for (const filter of ['#', '+/broker/connection/#', '$SYS/broker/connection/#']) await late.subscribe(filter)
    await hears(late, notice, '1')
    const times = late.topics().filter(topic => topic === notice).length
    await Promise.all([first.leave(), late.leave()])
    return times
  })
  t.equal(theirs, 1)
  t.equal(ours, theirs)
})

t.test('on Redis: the same messages; a client id that each machine would choose for itself is refused', async t => {
  const { conf } = files(t, [])
  const [redis, remote, port] = [await startRedis(t), await startMosquitto(t), await freePort()]
  const block = [`listener ${port} 127.0.0.1`, 'allow_anonymous true', 'connection site', `address 127.0.0.1:${remote.port}`]
  write(conf, ...block, ...topics)
  await t.rejects(ourServer(conf, { redis: redis.url }), { message: /connection site: with --redis it needs a remote_clientid/ })
  write(conf, ...block, ...named, ...topics)
  const theirs = await startMosquitto(t, ['connection site', `address 127.0.0.1:${remote.port}`, ...named, ...topics])
  const expected = await round(theirs.port, remote.port, 'bridges/site')
  await theirs.kill()
  const server = await ourServer(conf, { redis: redis.url })
  t.same(await round(port, remote.port, 'bridges/site'), expected)
  await server.stop()
})
