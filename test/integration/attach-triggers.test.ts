/** Ordinary messages at a foreign broker execute deployments, each once, whether one orchestrator listens or two. */
import { manifest, pushModules } from '../support/deploying.js'
import { Site, attach } from '../support/attached.js'
import { startRedis } from '../support/redis-server.js'

for (const count of [1, 2]) {
  Site.test(`a message executes a deployment once, with ${count} listening`, async (t, site) => {
    const redis = count === 1 ? undefined : await startRedis(t)
    for (let n = 1; n <= count; n++) await attach(t, site.broker, ...redis === undefined ? ['--data', t.testdir()] : ['--redis', redis.url, '--node', `site-${n}`])
    const app = await site.talker('app')
    const cam = await site.talker('cam')
    await cam.ask('birth', { session: 1, functions: ['work'], interfaces: ['wasm', 'camera'], capacity: 50, heartbeatMs: 0 })
    await pushModules(app)
    const { modules: { cam: camera }, steps: { shot } } = manifest
    await app.ask('deployments/gate/put', { modules: { cam: camera }, steps: { shot }, triggers: [{ topic: 'doors/+' }] })
    await cam.told('deployments/gate')
    await cam.ask('deployments/gate/ready', { revision: 1 })
    const door = await site.talker('door')
    // Nobody tells when the other broker has its subscription: the first that is heard shows it.
    let begun = 0
    while (begun === 0) {
      await door.client.publishAsync('doors/probe', '', { qos: 1 })
      const { executions } = await app.ask('executions/list', { deployment: 'gate' })
      begun = (executions as object[]).filter(one => (one as { trigger?: string }).trigger === 'doors/probe').length
    }
    for (let n = 0; n < 20; n++) await door.client.publishAsync(`doors/d${n}`, '{}', { qos: 1 })
    const seen = new Set<string>()
    while (seen.size < 20) {
      const { task, attempt } = await cam.told('offer')
      await cam.ask(`tasks/${task}/begin`, { attempt })
      await cam.ask(`tasks/${task}/success`, { attempt, result: { base64: '' } })
      const { trigger } = await app.ask(`executions/${String(task).replace('.shot', '')}/get`) as { trigger: string }
      if (trigger === 'doors/probe') continue
      t.notOk(seen.has(trigger), `${trigger} once`)
      seen.add(trigger)
    }
  }, { hasNodes: count > 1 })
}
