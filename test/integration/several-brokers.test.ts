// Devices and apps that are given several brokers: where one is gone, they go on at the next.
import { once } from 'node:events'
import t from 'tap'
import { createApp as createClient, type AppOptions } from '../../device-client/app.js'
import { createWorld, gate, nearOf } from '../support/device-world.js'

t.test('where a broker is gone, the device and the app go on at the next one, and back', async t => {
  const { device: createDevice, app: createApp, line: createLine } = await createWorld(t)
  const [one, two] = [await createLine(), await createLine()]
  const broker = ['mqtt://127.0.0.1:1', nearOf(one), nearOf(two)]
  const { fn, calls, callAt } = gate()
  const device = await createDevice({ broker, functions: { work: fn } })
  const app = createApp({ broker })
  const { result } = app.dispatch('work')
  const call = await callAt(0)
  two.cut()
  one.cut()
  two.mend()
  await once(device as never, 'connected')
  call.finish('done')
  t.equal(await result, 'done')
  t.equal(calls.length, 1)
  two.cut()
  one.mend()
  await once(device as never, 'connected')
  t.ok(await app.time())
})

t.test('brokers that are no addresses are refused, whichever of them', async t => {
  const open = (broker: AppOptions['broker']) => () => createClient({ broker })
  t.throws(open([]), { name: 'TypeError', message: 'broker: the list is empty' })
  t.throws(open(['mqtt://127.0.0.1:1', 'http://127.0.0.1']), { name: 'TypeError', message: /http:\/\/127\.0\.0\.1 is no mqtt/ })
})
