// The demo of deployments on every kind of store: camera, detector and shelf, each a process; the detector's is killed. It ends
// by itself, comes to what was counted without modules, and leaves nothing behind.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const main = fileURLToPath(new URL('../../device-client/demo/deploy/main.js', import.meta.url))

for (const flags of [[], ['--redis'], ['--attach']]) {
  t.test(`a killed device's part moves, and the result is the same ${flags.join()}`, async t => {
    const folder = t.testdir()
    const demo = spawn(process.execPath, [main, ...flags], { env: { ...process.env, TMPDIR: folder } })
    let output = ''
    for (const stream of [demo.stdout, demo.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text })
    const [code] = await once(demo, 'close')
    t.equal(code, 0, output)
    t.match(output, /^desk-1 is killed\.\nAfter \d+ ms: .*found on desk-2/m)
    t.match(output, /^Both executions found 2873 edges/m)
    t.same(await readdir(folder), [])
  })
}
