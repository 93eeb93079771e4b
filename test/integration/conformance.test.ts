// `orchestra conformance` tells a device with a fault from one without. All faults, and the devices of this project: test/faults/long-conformance.test.ts.
import t from 'tap'
import { checkFault } from '../support/conformance.js'

// They wait most of the time.
t.jobs = 6

const slow = { name: 'slow', args: { ms: 1_000 } }
const only = ['offer.begin', 'offer.again', 'offer.next-attempt', 'implied.no-begin', 'cancel.stops', 'will', 'messages.retained', 'messages.valid']

t.test('a device without a fault breaks nothing', async t => await checkFault(t, undefined, { only, slow }))
t.test('one that asks for its tasks', async t => await checkFault(t, undefined, { kind: { mode: 'pull' }, only: ['offer.success', 'offer.unknown-function', 'pull.asks'] }))
for (const fault of ['offers-twice', 'begins-implied', 'unknown-field', 'retained-will'] as const) {
  t.test(`a device that ${fault}`, async t => await checkFault(t, fault, { only: only.filter(id => id !== 'cancel.stops') }))
}
