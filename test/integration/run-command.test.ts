/** Workflows on the command line, as somebody would run them. */
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createApp } from '../../device-client/app.js'
import { staged } from '../support/run-stage.js'

t.test('from a file to a result', async t => {
  const { dir, orchestra } = await staged(t)
  const album = join(dir, 'album.yaml')
  t.match(await orchestra('run', album, '--wait', '--run', 'a-1'), { code: 0, out: '2\n', err: /part is completed after \S+ 2\/2\n[^]*a-1 is completed\n$/ }, 'what the file gives')
  t.match(await orchestra('run', album, '--wait', '--input', 'n=4', '--run', 'a-2'), { code: 0, out: '4\n', err: /part is .* 4\/4 \(1 failed\)\n/ })
  writeFileSync(join(dir, 'input.json'), '{"n":3}')
  t.match(await orchestra('run', album, '--wait', '--input', `@${join(dir, 'input.json')}`, '--json', '--run', 'a-3'), { code: 0, out: '{"run":"a-3","state":"completed","result":3}\n' })
  t.match(await orchestra('run', album, '--input', '{"n":1}', '--tag', 'small', '--run', 'a-4'), { code: 0, out: 'a-4\n', err: 'orchestra runs a-4 shows it, with --wait until its end\n' })
  t.match(await orchestra('run', album, '--json'), { code: 0, out: /^{"run":"album-[0-9a-f]{8}","state":"executing"}\n$/, err: '' })
  t.match(await orchestra('runs', 'a-4', '--wait'), { code: 0, out: '1\n', err: /a-4 is completed/ })
  t.match(await orchestra('runs', 'a-2'), { code: 0, out: /^✓ a-2 is completed {2}\S+\n✓ load .*worker-1.*\n└─ ✓ part .* 4\/4 \(1 failed\)\n {3}└─ ✓ join +worker-1 .*\n4\n$/ })
  t.match(JSON.parse((await orchestra('runs', 'a-2', '--json')).out), { run: 'a-2', state: 'completed', result: 4 })
  t.match(await orchestra('run', join(dir, 'failing.yaml'), '--input', 'n=4', '--wait', '--run', 'f-1'), { code: 1, out: '', err: /\nf-1 has failed at part\[2\]: broken: it is broken; orchestra get f-1\.part:2 tells of its task\n$/ })
  t.match(await orchestra('get', 'f-1.part:2'), { code: 0, out: /broken/ })
  t.match(await orchestra('run', join(dir, 'failing.yaml'), '--input', 'n=4', '--wait', '--run', 'f-1', '--json'), { code: 1, out: '{"run":"f-1","state":"failed","code":"broken","message":"failed at part[2]: broken: it is broken","step":"part","index":2}\n' })
  t.match(await orchestra('run', album, '--input', '{}', '--wait'), { code: 1, err: /has failed at load: expression: `args`: =input\.n .*; correct the expression, and run it again/ })
  t.match(await orchestra('runs', '--state', 'failed'), { code: 0, out: /f-1 +failed .* part\[2\]: broken: it is broken/ })
  t.match(await orchestra('runs', '--tag', 'small'), { code: 0, out: /^RUN[^]*a-4 +small +completed/ })
})

t.test('a run goes on without who has begun it, until it is cancelled', async t => {
  const { dir, orchestra, begin, broker } = await staged(t)
  const waiting = begin('run', join(dir, 'hanging.yaml'), '--wait', '--run', 'h-1')
  let err = ''
  waiting.stderr?.on('data', (chunk: Buffer) => { err += chunk.toString() })
  const ended = once(waiting, 'close')
  const app = createApp({ broker, id: 'app' })
  t.teardown(() => app.close())
  for await (const { kind, payload } of app.watch({ task: 'h-1.wait' }) as AsyncIterable<{ kind: string, payload?: { state?: string } }>) if (kind === 'state' && payload?.state === 'executing') break
  waiting.kill('SIGINT')
  t.same(await ended, [130, null])
  t.match(err, /h-1 goes on: orchestra runs h-1 --wait looks at it again, orchestra cancel run h-1 ends it\n$/)
  t.match(await orchestra('run', join(dir, 'hanging.yaml'), '--wait', '--run', 'h-1', '--timeout', '100ms'), { code: 1, out: '', err: /it is not over after 100 ms: h-1 goes on/ })
  t.match(await orchestra('runs', 'h-1'), { code: 0, out: /^▶ h-1 is executing {2}0 % {2}\S+\n▶ wait {2}worker-1 +\S+\n$/ })
  writeFileSync(join(dir, 'nobody.yaml'), 'steps: { a: { function: nobody-has-it } }')
  t.match(await orchestra('run', join(dir, 'nobody.yaml'), '--run', 'n-1'), { code: 0 })
  t.match(await orchestra('runs', 'n-1'), { code: 0, out: /\n▶ a +\S+ {2}waits for a device\n$/ })
  t.match(await orchestra('why', 'run', 'h-1'), { code: 0, out: /h-1 is executing: it waits for wait[^]*its task is executing \(worker-1\) +orchestra why h-1\.wait/ })
  t.match(await orchestra('cancel', 'nun', 'h-1'), { code: 2, err: /cancel TASK, or cancel run NAME; "nun" is neither/ })
  t.match(await orchestra('cancel', 'run', 'h-1', '--reason', 'enough'), { code: 0, out: 'h-1 is cancelled\n' })
  t.match(await orchestra('runs', 'h-1', '--wait'), { code: 3, out: '', err: /h-1 is cancelled: enough\n$/ })
  t.match(await orchestra('cancel', 'run', 'nobody'), { code: 5, err: /unknown-workflow/ })
})
