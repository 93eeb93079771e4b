/** What a configuration says of bridges: read, refused in words, and how topics are called on the other side. */
import t from 'tap'
import { bridgePrincipalsSetting, bridgesSetting } from '../../broker/cli/settings/bridges.js'
import { checkTogether, serveSettings } from '../../broker/cli/settings/serve.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { Rules } from '../../mosquitto-compat/bridge/rules.js'

const bridge = { name: 'hq', urls: ['mqtt://hq'], topics: [{ filter: 'a/#', direction: 'out' }] }

t.test('a bridge is read with its defaults, from a file or as JSON', async t => {
  const expected = [{ name: 'hq', urls: ['mqtt://hq'], topics: [{ filter: 'a/#', direction: 'out', qos: 1, retain: true }] }]
  t.match(bridgesSetting.read([bridge]), expected)
  t.match(bridgesSetting.read(JSON.stringify([bridge])), expected)
  t.match(bridgesSetting.read([{ ...bridge, keepalive: '30s', queueBytes: '1MiB', queueMessages: 10 }]), [{ keepaliveMs: 30_000, queueBytes: 2 ** 20, queueMessages: 10 }])
})

t.test('what is wrong is said', async t => {
  const refused: [wrong: unknown, message: RegExp][] = [
    ['{', /as JSON/],
    [[{ ...bridge, name: undefined }], /must each have a name/],
    [[{ ...bridge, name: 'a/b' }], /must be an id/],
    [[bridge, bridge], /a name each/],
    [[{ ...bridge, urls: ['hq:1883'] }], /must begin with mqtt:/],
    [[{ ...bridge, topics: [] }], /one at least/],
    [[{ ...bridge, topics: [{ filter: 'a/#/b', direction: 'in' }] }], /no topic filter/],
    [[{ ...bridge, topics: [{ filter: 'a', direction: 'in', localPrefix: '+/' }] }], /prefixes/],
    [[{ ...bridge, topics: [{ filter: 'a', direction: 'up' }] }], /direction must be one of in, out, both/],
    [[{ ...bridge, topics: [{ filter: 'a', direction: 'in', qos: 2 }] }], /qos must be one of 0, 1/],
    [[{ ...bridge, keepAlive: 5 }], /no key keepAlive/],
    [[{ ...bridge, password: 'x' }], /needs a user/],
    [[{ ...bridge, cert: 'x' }], /one needs the other/]
  ]
  for (const [wrong, message] of refused) t.throws(() => bridgesSetting.read(wrong), { message }, String(message))
  t.equal(bridgesSetting.secret, true, 'there may be a password in it')
  const config = { ...defaultsOf(serveSettings), bridges: bridgesSetting.read([bridge]) }
  t.doesNotThrow(() => checkTogether(config))
  t.doesNotThrow(() => checkTogether({ ...config, redis: true }))
})

t.test('for whom a bridge that comes in speaks', async t => {
  t.same(bridgePrincipalsSetting.read([{ user: 'site1', principals: ['site1-*', 'gate'] }]), [{ user: 'site1', principals: ['site1-*', 'gate'] }])
  t.throws(() => bridgePrincipalsSetting.read([{ user: 'a/b', principals: ['*'] }]), /an id/)
  t.throws(() => bridgePrincipalsSetting.read([{ user: 'site1' }]), /must have principals/)
  t.throws(() => bridgePrincipalsSetting.read([{ user: 'site1', principals: ['a/#'] }]), /must have principals/)
})

t.test('prefixes are put before the filter as they are, and the first rule counts', async t => {
  const rules = new Rules([
    { filter: 'a/#', direction: 'both', localPrefix: 'here/', remotePrefix: 'there/' },
    { filter: '#', direction: 'out', qos: 0, retain: false }
  ])
  t.same(rules.out('here/a/b'), { topic: 'there/a/b', qos: 1, retain: true })
  t.same(rules.in('there/a/b'), { topic: 'here/a/b', qos: 1, retain: true })
  t.same(rules.out('other'), { topic: 'other', qos: 0, retain: false })
  t.equal(rules.in('other'), undefined)
  t.equal(rules.out('$SYS/broker/uptime'), undefined, '# has no $ in it')
  t.same(rules.subscriptions, [{ filter: 'there/a/#', qos: 1, isBoth: true }])
})
