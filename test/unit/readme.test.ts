/** What the README shows as a file of the project is that file, and what it links to is there. */
import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const readme = read('README.md')

t.test('the smallest device is shown as it is', async t => {
  t.ok(readme.includes(`\`\`\`sh\n${read('device-client/shell/smallest.sh')}\`\`\``), 'copy device-client/shell/smallest.sh into the README')
})

t.test('links lead somewhere', async t => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
  t.ok(links.length > 5)
  t.same(links.filter(path => !existsSync(new URL(path, root))), [])
})

t.test('every command of npm run that it names is a script', async t => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
  t.same(named.filter(name => scripts[name] === undefined), [])
})
