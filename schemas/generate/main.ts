// `npm run generate`: writes `schemas/generated/` of the package in the current folder. With `--check` it writes nothing
// and exits with 1 if a file is stale.

import { staleFiles, writeFiles } from './files.js'

const root = process.cwd()

if (process.argv.includes('--check')) {
  const stale = await staleFiles(root)
  for (const name of stale) console.error(`stale: schemas/generated/${name}`)
  if (stale.length > 0) {
    console.error('run `npm run generate`')
    process.exitCode = 1
  }
} else {
  const changed = await writeFiles(root)
  console.log(changed.length === 0 ? 'nothing changed' : `written: ${changed.join(', ')}`)
}
