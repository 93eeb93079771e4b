// The demo as a newcomer starts it, only smaller: it ends by itself, with a takeover and no wrong result, and however it
// ends it leaves nothing behind.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'

const main = fileURLToPath(new URL('../../device-client/demo/main.js', import.meta.url))

function start (t: Test, flags: string[], env: NodeJS.ProcessEnv = {}) {
  const folder = t.testdir()
  const demo = spawn(process.execPath, [main, ...flags], { env: { ...process.env, ...env, TMPDIR: folder } })
  let output = ''
  for (const stream of [demo.stdout, demo.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text })
  const ended = once(demo, 'close').then(([code]) => ({ code: code as number, output }))
  t.teardown(async () => {
    demo.kill('SIGTERM')
    await ended
  })
  const said = (words: RegExp): Promise<RegExpExecArray> => new Promise((resolve, reject) => {
    const look = (): void => {
      const match = words.exec(output)
      if (match) resolve(match)
    }
    demo.stdout.on('data', look)
    demo.once('close', () => reject(new Error(`it ended without saying ${words}: ${output}`)))
    look()
  })
  return { demo, ended, said, left: () => readdir(folder) }
}

t.test('every result is right, though a device was killed in the middle of a task', async t => {
  const { ended, left } = start(t, ['--quick'])
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

t.test('on two nodes, the devices of the one that is killed go on at the other', async t => {
  const { ended, left } = start(t, ['--redis', '--quick'])
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
  const bare = await start(t, ['--redis'], { PATH: '' }).ended
  t.match(bare, { code: 1, output: /^redis-server is not there: install the package [^\n]+\n$/ })
  const { demo, ended, said, left } = start(t, ['--redis', '--quick'])
  const ports = [await said(/node-1 mqtt:\/\/127\.0\.0\.1:(\d+)/), await said(/node-2 mqtt:\/\/127\.0\.0\.1:(\d+)/), await said(/redis:\/\/127\.0\.0\.1:(\d+)/)].map(([, port]) => Number(port))
  await said(/desk-1 +is here/)
  demo.kill('SIGTERM')
  t.equal((await ended).code, 130)
  for (const port of ports) t.match(await once(connect(port), 'error'), [{ code: 'ECONNREFUSED' }])
  t.same(await left(), [], 'the folder is gone')
})

t.test('interrupted, it takes its processes along; and without mosquitto_pub it has another device', async t => {
  const { demo, ended, said, left } = start(t, ['--quick'], { PATH: '' })
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
  const { code, output } = await start(t, ['--fast']).ended
  t.equal(code, 2)
  t.match(output, /--fast.*Usage: npm run demo/s)
})
