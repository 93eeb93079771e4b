// `orchestra conformance` tells a device with a fault from one without. All faults, and the devices of this project: test/faults/long-conformance.test.ts.
import t from 'tap'
import { checkFault } from '../support/conformance.js'

// They wait most of the time.
t.jobs = 3

t.test('a device without a fault breaks nothing', async t => await checkFault(t))
for (const fault of ['wrong-attempt', 'ignores-cancel'] as const) t.test(`a device that ${fault}`, async t => await checkFault(t, fault))
