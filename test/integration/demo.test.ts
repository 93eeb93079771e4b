// The demo as a newcomer starts it, only smaller: it ends by itself, with a takeover and no wrong result, and however it
// ends it leaves nothing behind. On Redis: `faults/long-demo.test.ts`.

import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { start } from '../support/demo.js'

t.test('every result is right, though a device was killed in the middle of a task', async t => {
  const { ended, left } = start(t, 'main.js', ['--quick'])
  const { code, output } = await ended
  t.equal(code, 0, output)
  t.match(output, /^ {2}tasks +(\d+) done of \1,/m, 'all are done')
  t.match(output, /^ {2}results +27 compared .*, 0 wrong$/m)
  t.match(output, /^ {2}retries +[1-9]/m)
  const [, from, percent, task] = /takeover +(\S+) was killed at (\d+) % of (\S+);/.exec(output) ?? []
  const [, overMs, to, begunMs] = /ran out (\d+) ms\s+later, (\S+) began it again at (\d+) ms/.exec(output) ?? []
  t.ok(Number(percent) >= 40 && Number(percent) < 100, `${task} was in the middle`)
  t.ok(from && to && from !== to, `${to} took over from ${from}`)
  t.ok(Number(overMs) > 0 && Number(begunMs) >= Number(overMs), 'after the lease was over')
  t.notMatch(output, /\x1b/, 'no control characters where there is no terminal') // eslint-disable-line no-control-regex
  t.same(await left(), [], 'the folder is gone')
})

t.test('interrupted, it takes its processes along; and without mosquitto_pub it has another device', async t => {
  const { demo, ended, said, left } = start(t, 'main.js', ['--quick'], { PATH: '' })
  const [, port] = await said(/mqtt:\/\/127\.0\.0\.1:(\d+)/)
  await said(/desk-4 +is here/)
  demo.kill('SIGINT')
  const { code, output } = await ended
  t.equal(code, 130)
  t.match(output, /The demo was interrupted \(SIGINT\)/)
  const [error] = await once(connect(Number(port)), 'error')
  t.match(error, { code: 'ECONNREFUSED' }, 'the server is gone')
  t.same(await left(), [], 'the folder is gone')
})

t.test('unknown flags are refused with the usage', async t => {
  const { code, output } = await start(t, 'main.js', ['--fast']).ended
  t.equal(code, 2)
  t.match(output, /--fast.*Usage: npm run demo/s)
})
