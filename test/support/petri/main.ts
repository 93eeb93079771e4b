// Writes the generated pages of `broker/docs/` of the package in the current folder. With `--check` it writes nothing and
// exits with 1 if a page is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lifecyclesPage } from './diagrams.js'
import { pictureOf } from './picture.js'
import { pnmlOf } from './pnml.js'
import { protocolNet } from './protocol.js'

const folder = 'broker/docs'
const net = protocolNet(1)
const pages: Readonly<Record<string, string>> = {
  'lifecycles.md': lifecyclesPage(),
  'protocol.pnml': pnmlOf(net),
  'protocol.svg': pictureOf(net)
}

const stale: string[] = []
for (const [name, text] of Object.entries(pages)) {
  const written = await readFile(join(folder, name), 'utf8').catch(() => '')
  if (written !== text) stale.push(name)
}

if (process.argv.includes('--check')) {
  for (const name of stale) console.error(`stale: ${folder}/${name}`)
  if (stale.length > 0) {
    console.error('run `npm run generate`')
    process.exitCode = 1
  }
} else {
  await mkdir(folder, { recursive: true })
  for (const name of stale) await writeFile(join(folder, name), pages[name] ?? '')
  console.log(stale.length === 0 ? 'nothing changed' : `written: ${stale.join(', ')}`)
}
