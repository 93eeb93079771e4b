// The demo of workflows on both kinds of store: pictures on a page, with a device killed in the middle and the server killed
// and started again. It ends by itself, comes to what is computed without any server, and leaves nothing behind.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const main = fileURLToPath(new URL('../../device-client/demo/workflow/main.js', import.meta.url))

for (const flags of [[], ['--redis']]) {
  t.test(`what a killed device had is done by another, over a killed server ${flags.join()}`, async t => {
    const folder = t.testdir()
    const demo = spawn(process.execPath, [main, ...flags], { env: { ...process.env, TMPDIR: folder } })
    let output = ''
    for (const stream of [demo.stdout, demo.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text })
    const [code] = await once(demo, 'close')
    t.equal(code, 0, output)
    t.match(output, /^desk-\d is killed in the middle of album\.small:\d+\.\nThe server .* is killed, and started again/m)
    t.match(output, /was finished by desk-\d in attempt [2-6]; 24 of 24 thumbnails are on the page\.\nThe same was computed here\.\n$/)
    t.same(await readdir(folder), [])
  })
}
