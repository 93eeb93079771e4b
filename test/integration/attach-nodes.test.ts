/**
 * Several `orchestra attach` on one Redis beside one Mosquitto: they share the commands, and stand in for each other.
 * More tasks, a node that is cut off, and heirs of heirs are in long-attach-nodes.test.ts.
 */
import t from 'tap'
import { attach, createRedisStore, systemClock } from '../../broker/index.js'
import { Site } from '../support/attached.js'
import { nodeKilled } from '../support/attached-nodes.js'

// A busy machine takes its time with three processes and a Redis that writes each change out.
t.setTimeout(90_000)

Site.test('a node killed in a burst: every accepted task is completed once, commands in its session too, and it comes back',
  (t, site) => nodeKilled(t, site, { burst: 40, late: 8, patienceMs: 60_000 }), { hasNodes: true })

t.test('a name that is not that of the store\'s node is refused: nobody would find its sessions', async t => {
  const store = createRedisStore({ clock: systemClock(), url: 'redis://127.0.0.1:1', node: 'a' })
  await t.rejects(attach({ broker: { urls: ['mqtt://127.0.0.1:1'] }, name: 'b', store }), { name: 'RangeError', message: /the name "b" must be that of the store's node, "a"/ })
})
