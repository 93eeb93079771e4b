/** A server that begins with a folder of modules, saved workflows and manifests: what has no device yet waits for one. */
import { writeFileSync } from 'node:fs'
import t from 'tap'
import { createApp } from '../../device-client/app.js'
import { createDevice } from '../../device-client/device.js'
import { ServerProcess } from '../faults/support/server-process.js'
import { COUNTER } from '../support/wasm.js'
import { assemble } from '../support/wat.js'

const SECRET = 'three blue herons'

for (const accounts of [false, true]) {
  t.test(`modules at once, deployments once there is a device${accounts ? ', with accounts' : ''}`, async t => {
    const folder = t.testdir({
      secret: SECRET,
      fleet: {
        modules: { 'counter@1.0.0.wasm': await assemble(COUNTER), 'counter@1.0.0.yaml': '{ name: counter, version: 1.0.0, functions: { bright: { params: [{ name: image, type: bytes }], result: { type: i32 } } } }' },
        deployments: { 'gate.yaml': '{ name: gate, modules: { m: counter@1.0.0 }, steps: { n: { module: m, function: bright, args: { image: "=input" } } }, result: n }', 'after.yaml': '{ name: after, modules: { m: counter@^1.0.0 }, steps: { n: { module: m, function: bright, args: { image: { base64: /w== } } } }, result: n, triggers: [{ deployment: gate }] }' },
        templates: { 'all.yaml': '{ name: all, steps: { a: { template: zoo } }, result: =a.result }', 'zoo.yaml': '{ name: zoo, steps: { none: { function: nobody-has-it, when: =false } }, result: =none.state }' }
      }
    })
    const flags = accounts ? ['--accounts', '--root-secret-file', `${folder}/secret`] : []
    const server = new ServerProcess(['--data', `${folder}/data`, '--seed', `${folder}/fleet`, ...flags])
    await server.start()
    t.teardown(() => server.kill())
    const broker = `mqtt://127.0.0.1:${server.port}`
    const app = createApp({ broker, id: accounts ? 'root' : 'app', ...accounts && { password: SECRET } })
    t.teardown(() => app.close())
    if (accounts) await app.accounts.put('cam', { kind: 'device', secret: 'four green herons' })
    const device = createDevice({ broker, id: 'cam', functions: {}, modules: {}, ...accounts && { password: 'four green herons' } })
    t.teardown(() => device.stop({ timeoutMs: 0 }))
    await device.start()
    let revision = 0
    while (revision === 0) revision = await app.deployments.get('gate').then(one => one.revision, () => 0)
    await app.deployments.ready('gate')
    await app.deployments.ready('after')
    t.equal(await app.executions.run('gate', { base64: '/wDJ' }), 2)
    t.equal(await app.workflows.run({ template: 'all' }), 'skipped', 'a saved workflow that names another comes after it')
    await server.kill()
    writeFileSync(`${folder}/fleet/deployments/gate.yaml`, '{ name: gate, modules: [')
    await server.start()
    t.match(await app.deployments.get('gate'), { revision: 1 }, 'a folder that is damaged keeps no server from starting')
  })
}
