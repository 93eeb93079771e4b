// Writes test/scripts/COVERAGE.md of the package in the current folder. With `--check` it writes nothing and exits with 1
// if that page is stale. What is wrong with the coverage itself is for the tests to say.
import { readFile, writeFile } from 'node:fs/promises'
import { coverageOf, coveragePage, page } from './coverage.js'

const text = coveragePage(await coverageOf('.'))
const written = await readFile(page, 'utf8').catch(() => '')

if (process.argv.includes('--check')) {
  if (written !== text) {
    console.error(`stale: ${page}\nrun \`npm run generate\``)
    process.exitCode = 1
  }
} else {
  await writeFile(page, text)
  console.log(written === text ? 'nothing changed' : `written: ${page}`)
}
