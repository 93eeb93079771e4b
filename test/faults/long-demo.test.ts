// The demos on Redis, and beside a broker.
import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { deploys, start, thumbnails } from '../support/demo.js'

for (const flags of [['--redis'], ['--attach']]) deploys(t, flags)
thumbnails(t, ['--redis'])

t.test('on two nodes, the devices of the one that is killed go on at the other', async t => {
  const { ended, left } = start(t, 'main.js', ['--redis', '--quick'])
  const { code, output } = await ended
  t.equal(code, 0, output)
  t.match(output, /^ {2}tasks +(\d+) done of \1,/m, 'all are done')
  t.match(output, /^ {2}results +29 compared .*, 0 wrong$/m)
  t.match(output, /takeover +(desk-\d|camera-\d) was killed/, 'a device that is at the node that stays')
  t.match(output, /failover +node-2 was killed at \d+ % of \S+; camera-2, desk-1, desk-3\s+went on at node-1 within \d+ ms, and/)
  for (const device of ['desk-1', 'desk-3', 'camera-2']) t.match(output, new RegExp(`${device} +goes on at node-1`))
  t.same(await left(), [], 'the folder is gone')
})

t.test('on Redis it takes that along, too; and says what is missing where it is not there', async t => {
  const bare = await start(t, 'main.js', ['--redis'], { PATH: '' }).ended
  t.match(bare, { code: 1, output: /^redis-server is not there: install the package [^\n]+\n$/ })
  const { demo, ended, said, left } = start(t, 'main.js', ['--redis', '--quick'])
  const ports = [await said(/node-1 mqtt:\/\/127\.0\.0\.1:(\d+)/), await said(/node-2 mqtt:\/\/127\.0\.0\.1:(\d+)/), await said(/redis:\/\/127\.0\.0\.1:(\d+)/)].map(([, port]) => Number(port))
  await said(/desk-1 +is here/)
  demo.kill('SIGTERM')
  t.equal((await ended).code, 130)
  for (const port of ports) t.match(await once(connect(port), 'error'), [{ code: 'ECONNREFUSED' }])
  t.same(await left(), [], 'the folder is gone')
})
