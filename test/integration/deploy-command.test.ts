/** The command line around deployments, as somebody would use it: push, deploy, execute, why, export, import. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createWorld } from '../support/device-world.js'
import { COUNTER } from '../support/wasm.js'
import { assemble } from '../support/wat.js'
import { orchestra as run } from '../support/orchestra.js'

const DESCRIPTION = `name: counter
version: 1.0.0
functions:
  bright:
    params: [{ name: image, type: bytes }]
    result: { type: i32 }
`
const MANIFEST = `modules: { m: counter@1.0.0 }
steps:
  n: { module: m, function: bright, args: { image: =input } }
result: n
`

t.test('from a file to a result', async t => {
  const world = await createWorld(t)
  const dir = t.testdir({ 'counter.wasm': await assemble(COUNTER), 'counter.yaml': DESCRIPTION, 'gate.yaml': MANIFEST, 'broken.yaml': 'modules: [' })
  const orchestra = (...args: readonly string[]) => run([...args, '--broker', world.broker])
  t.match(await orchestra('module', 'push', join(dir, 'counter.wasm')), { code: 0, out: /counter@1.0.0/ })
  t.match(await orchestra('deploy', join(dir, 'gate.yaml')), { code: 5, err: /unsatisfiable.*no devices are known/ })
  t.match(await orchestra('module', 'push', join(dir, 'gate.yaml')), { code: 2, err: /no WebAssembly binary/ })
  await world.device({ functions: {}, modules: {} })
  await world.device({ id: 'plain', functions: { work: () => 1 } })
  t.match(await orchestra('deploy', join(dir, 'broken.yaml')), { code: 2, err: /broken.yaml: / })
  t.match(await orchestra('deploy', join(dir, 'gate.yaml')), { code: 0, out: 'gate, revision 1, is ready\n  n on dev-1\n' })
  t.match(await orchestra('execute', 'gate', '--args', '{"base64":"/wDJ"}'), { code: 0, out: '2\n' })
  t.match(await orchestra('execute', 'gate', '--args', '{"base64":"/wDJ"}', '--trace'), { code: 0, out: /n .*completed.*dev-1/ })
  t.match(await orchestra('logs', '--deployment', 'gate'), { code: 0, out: '' }, 'it has written nothing')
  t.match(await orchestra('logs', 'nobody'), { code: 5, err: /unknown-execution/ })
  t.match(await orchestra('logs'), { code: 2, err: /say which run/ })
  t.match(await orchestra('execute', 'gate', '--args', '7', '--run', 'seven', '--trace'), { code: 1, out: /n .*failed.*seven.n/, err: /bad-args/ })
  t.match(await orchestra('executions', 'seven'), { code: 0, out: /seven of gate, revision 1, is failed n: bad-args[^]*n .*failed/ })
  t.match(await orchestra('why', 'deploymnt', 'gate'), { code: 2, err: /is neither/ })
  t.match(await orchestra('logs', '--deployment', 'nobody'), { code: 5, err: /unknown-deployment/ })
  t.match(await orchestra('execute', 'gate', '--args', '7'), { code: 1, err: /bad-args.*image must be/ })
  t.match(await orchestra('execute', 'gate', '--args', '{'), { code: 2, err: /--args: no JSON/ })
  t.match(await orchestra('why', 'deployment', 'gate'), { code: 0, out: /n is on dev-1[^]*plain .*has no interface wasm/ })
  t.match(await orchestra('deployments'), { code: 0, out: /gate .*ready .*counter@1.0.0 .*n: dev-1/ })
  t.match(await orchestra('executions', '--deployment', 'gate'), { code: 0, out: /gate .*completed/ })
  t.match(await orchestra('deploy', '--pause', 'gate'), { code: 0, out: 'gate is paused\n' })
  t.match(await orchestra('deploy', '--resume', 'gate'), { code: 0, out: 'gate goes on\n' })
  t.match(await orchestra('deploy', '--pause', '--remove', 'gate'), { code: 2, err: /either --remove or --pause/ })
  const fleet = join(dir, 'fleet')
  t.match(await orchestra('export', fleet), { code: 0, out: /1 modules, 0 templates and 1 deployments/ })
  t.ok(readFileSync(join(fleet, 'modules/counter@1.0.0.wasm')).equals(readFileSync(join(dir, 'counter.wasm'))))
  t.match(await orchestra('module', 'remove', 'counter@1.0.0'), { code: 5, err: /in-use: deployed by gate/ })
  t.match(await orchestra('deploy', '--remove', 'gate'), { code: 0, out: 'gate is removed\n' })
  t.match(await orchestra('module', 'remove', 'counter@1.0.0'), { code: 0 })
  t.match(await orchestra('import', fleet), { code: 0, out: 'counter@1.0.0\ngate, revision 1\n' })
  t.match(await orchestra('import', fleet), { code: 0 }, 'again it changes nothing')
  writeFileSync(join(fleet, 'deployments/other.yaml'), MANIFEST.replace('counter@1.0.0', 'counter@9.0.0').replace('modules', 'name: other\nmodules'))
  t.match(await orchestra('import', fleet), { code: 1, err: /other.yaml: unknown-module: / })
  t.match(await orchestra('import', join(dir, 'nowhere')), { code: 2, err: /there is no folder .*nowhere/ })
})
