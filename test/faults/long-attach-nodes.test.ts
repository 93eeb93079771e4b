/** Nodes beside a Mosquitto as in attach-nodes.test.ts, with many more tasks; one that can't reach the broker, and one that inherits while it inherits. */
import t from 'tap'
import { Site } from '../support/attached.js'
import { heirs, nodeCutOff, nodeKilled } from '../support/attached-nodes.js'
import { showed } from './support/figures.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

const sizes = { burst: 300, late: 40, patienceMs: 120_000 }

for (const [how, strike] of [
  ['one of two nodes killed', nodeKilled],
  ['one of two nodes cut off from the broker, not from Redis', nodeCutOff],
  ['two of four nodes killed, one of them the heir of the other, and another heir comes', heirs]
] as const) {
  Site.test(`R10 attached to Mosquitto: ${how}`, async (t, site) => {
    await strike(t, site, sizes)
    showed(t, 'R10', `redis, attached to Mosquitto, ${how}`, 'every task completed once, as the devices\' logs say')
  }, { hasNodes: true })
}
