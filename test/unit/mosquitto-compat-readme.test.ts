/** The page on Mosquitto's files says what the reader does: its table is the reader's, and it knows every setting of the manual. */
import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { settings } from '../../mosquitto-compat/conf/settings.js'
import { settingsTable } from '../../mosquitto-compat/conf/table.js'
import { accessList } from '../../mosquitto-compat/access-list.js'

const folder = new URL('../../../mosquitto-compat/', import.meta.url)
const readme = readFileSync(new URL('README.md', folder), 'utf8')

t.test('the table is the one that the reader goes by', async t => {
  const [, table] = readme.split(/^(?=\| setting )/m)
  t.equal(table, settingsTable(), 'node -e "import(\'./dist/mosquitto-compat/conf/table.js\').then(m => console.log(m.settingsTable()))" prints it')
})

t.test('the lines for the access list are those that orchestra acl writes', async t => {
  const patterns = accessList('mosquitto', { root: 'orchestra/v1', orchestrator: 'x', users: [] }).split('\n').filter(line => line.startsWith('pattern'))
  for (const line of patterns) t.ok(readme.includes(`   ${line}\n`), line)
  t.equal(patterns.length, 4)
})

t.test('links lead somewhere', async t => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)
  t.ok(links.length > 1)
  t.same(links.filter(path => !existsSync(new URL(path, folder))), [])
})

t.test('every setting of the manual is known', async t => {
  const names = readFileSync(new URL('../test/fixtures/mosquitto-conf-settings', folder), 'utf8').trim().split('\n')
  t.ok(names.length > 100)
  t.same(names.filter(name => settings[name] === undefined), [])
})
