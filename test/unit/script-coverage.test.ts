/** Every line of the topic page is in some script, or says where else it is shown; and the page that tells it is as the scripts are. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { coverageOf, coveragePage, page } from '../support/scripts/coverage.js'
import { lines } from '../support/scripts/lines.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const coverage = await coverageOf(root)

t.test('every line has a script, and no script names another line', async t => {
  t.same(coverage.problems, [])
})

t.test('what is shown elsewhere is there', async t => {
  for (const [id, { elsewhere }] of lines) if (elsewhere !== undefined) t.ok(existsSync(join(root, elsewhere.file)), `${id}: ${elsewhere.file}`)
})

t.test('the page is as the scripts are', async t => {
  t.ok(readFileSync(join(root, page), 'utf8') === coveragePage(coverage), 'run `npm run generate`')
})
