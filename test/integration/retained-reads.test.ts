/** A new subscription reads what is retained while it changes: nobody is told something old after something new. */
import { Readable } from 'node:stream'
import type { Aedes, PublishPacket } from 'aedes'
import { t } from 'tap'
import type { Store } from '../../broker/index.js'
import { manifest, withModules } from '../support/deploying.js'
import { heldBack } from '../support/held-back.js'
import { startRig } from '../support/topics/rig.js'

t.test('of the orchestrator', async t => {
  const { passed, arrived, hold, open } = heldBack()
  const wrapStore = (store: Store): Store => new Proxy(store, {
    get (target, name) {
      const member: unknown = Reflect.get(target, name)
      if (name === 'page') return async (...args: Parameters<Store['page']>) => await passed(args[0] === 'deployment', await target.page(...args))
      return typeof member === 'function' ? member.bind(target) as unknown : member
    }
  })
  const rig = await startRig(t, { wrapStore })
  const app = await withModules(rig)
  await rig.device('cam', { interfaces: ['wasm', 'camera'] })
  await app.ask('deployments/gate/put', manifest)
  hold()
  const late = await rig.talker('late')
  await late.subscribe('state/deployments/+')
  await arrived()
  await app.ask('deployments/gate/put', { ...manifest, revision: 7 })
  t.match((await late.next(({ topic }) => topic === 'state/deployments/gate', 'what changes while it is read')).body, { revision: 7 })
  open()
  t.same(await late.rest(), [], 'and what was read before does not')
  t.same(rig.facts.problems, [])
})

t.test('of everybody else', async t => {
  const { passed, arrived, hold, open } = heldBack()
  const prepare = (aedes: Aedes): void => {
    const { persistence } = aedes as Aedes & { persistence: { createRetainedStreamCombi: (filters: string[]) => AsyncIterable<PublishPacket> } }
    const before = persistence.createRetainedStreamCombi.bind(persistence)
    persistence.createRetainedStreamCombi = filters => Readable.from((async function * () {
      for await (const packet of before(filters)) yield await passed(true, packet)
    })())
  }
  const rig = await startRig(t, { prepare })
  const { client } = await rig.talker('meter')
  await client.publishAsync('meters/power', 'old', { retain: true, qos: 1 })
  hold()
  const late = await rig.talker('late')
  await late.subscribeTo('meters/#')
  await arrived()
  await client.publishAsync('meters/power', 'new', { retain: true, qos: 1 })
  await late.next(({ text }) => text === 'new', 'the new one')
  open()
  t.same(await late.rest(), [], 'the old one does not follow')
})
