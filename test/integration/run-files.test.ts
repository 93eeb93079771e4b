/** Files of workflows on the command line: what is wrong with them, and those that are saved. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ALBUM, staged } from '../support/run-stage.js'

t.test('what is wrong is told with its place', async t => {
  const { dir, orchestra } = await staged(t)
  const refused = async (text: string, expected: object, ...more: readonly string[]): Promise<void> => {
    writeFileSync(join(dir, 'bad.yaml'), text)
    t.match(await orchestra('run', join(dir, 'bad.yaml'), '--wait', ...more), { out: '', ...expected })
  }
  await refused(ALBUM.replace('    after: [load]', '    after: [laod]'), { code: 5, err: /^orchestra: \S+bad\.yaml:5: invalid: `steps\.part\.after`: there is no step laod\n$/ })
  await refused(ALBUM.replace('    forEach:', '    foreach:'), { code: 5, err: /bad\.yaml:6: invalid: unknown field `steps\.part\.foreach`\n$/ })
  await refused(ALBUM.replace('{ image: =item }', '{ image: =itm }'), { code: 5, err: /bad\.yaml:7: invalid: `steps\.part`: `args`: =itm: / })
  await refused('result: =a.result\nsteps: { wait: { function: hang } }\n', { code: 5, err: /bad\.yaml:1: invalid: `result`: =a\.result: / })
  await refused('steps: {}\n', { code: 5, err: /bad\.yaml:1: invalid: `steps` must have at least 1 field/ })
  await refused('steps: { a: { template: nobody } }', { code: 5, err: /bad\.yaml:1: unknown-template: `steps\.a`: there is no template nobody: put it first/ })
  await refused('steps:\n  a: [\n', { code: 2, err: /^orchestra: \S+bad\.yaml:3: / })
  await refused('- steps\n', { code: 2, err: /bad\.yaml: it must hold fields and values/ })
  await refused(ALBUM, { code: 2, err: /--input: no JSON/ }, '--input', '{')
  await refused(ALBUM, { code: 2, err: /--input: several times only as key=value/ }, '--input', 'n=1', '--input', '[]')
  await refused(ALBUM, { code: 2, err: /say either which file, or --template NAME/ }, '--template', 'a')
  t.match(await orchestra('run'), { code: 2, err: /say either which file/ })
  t.match(await orchestra('run', join(dir, 'nowhere.yaml')), { code: 2, err: /ENOENT.*nowhere\.yaml/ })
  t.match(await orchestra('run', '--template', 'nobody'), { code: 5, err: '--template nobody: unknown-template: there is no template nobody: put it first' })
  t.match(await orchestra('runs', 'nobody'), { code: 5, err: /unknown-workflow/ })
  t.match(await orchestra('runs', '--wait'), { code: 2, err: /--wait is for one/ })
})

t.test('saved workflows: put, run, listed, exported and imported, those that others name before these', async t => {
  const { dir, orchestra } = await staged(t)
  writeFileSync(join(dir, 'outer.yaml'), 'description: an album within\nsteps: { all: { template: zoo, args: { n: 3 } } }\nresult: =all.result\n')
  t.match(await orchestra('template', 'put', 'outer', join(dir, 'outer.yaml')), { code: 5, err: /outer\.yaml:2: unknown-template: `steps\.all`: there is no template zoo/ })
  writeFileSync(join(dir, 'zoo.yaml'), ALBUM.replace(/input:.*\n$/, ''))
  t.match(await orchestra('template', 'put', 'zoo', join(dir, 'album.yaml')), { code: 5, err: /album\.yaml:11: invalid: unknown field `input`/ })
  t.match(await orchestra('template', 'put', 'zoo', join(dir, 'zoo.yaml')), { code: 0, out: 'zoo is saved: orchestra run --template zoo\n' })
  t.match(await orchestra('template', 'put', 'outer', join(dir, 'outer.yaml')), { code: 0 })
  t.match(await orchestra('run', '--template', 'outer', '--wait', '--run', 'o-1'), { code: 0, out: '3\n' })
  t.match(await orchestra('runs', '--template', 'outer'), { code: 0, out: /RUN +TEMPLATE[^]*o-1 +outer +completed/ })
  const { out } = await orchestra('templates')
  t.match(out, /^outer +all +1 .*an album within$/m)
  t.match(out, /^zoo +load part join +1 /m)
  t.match(await orchestra('template', 'remove', 'zoo'), { code: 5, err: /in-use: named by outer/ })
  t.match(await orchestra('template', 'get', 'outer'), { code: 0, out: readFileSync(join(dir, 'outer.yaml'), 'utf8').replace(/steps.*/, 'steps:\n  all:\n    template: zoo\n    args:\n      n: 3') })
  t.match(await orchestra('template', 'push', 'zoo'), { code: 2, err: /"push" is none of put, get, remove/ })
  t.match(await orchestra('template', 'put', 'zoo'), { code: 2, err: /say which file/ })
  const fleet = join(dir, 'fleet')
  t.match(await orchestra('export', fleet), { code: 0, out: /0 modules, 2 templates and 0 deployments/ })
  for (const name of ['outer', 'zoo']) t.match(await orchestra('template', 'remove', name), { code: 0, out: `${name} is removed\n` })
  t.match(await orchestra('import', fleet), { code: 0, out: 'template zoo\ntemplate outer\n', err: '' })
  t.match(await orchestra('run', join(fleet, 'templates/outer.yaml'), '--wait'), { code: 0, out: '3\n' }, 'what export has written is run as well')
  t.match(await orchestra('template', 'put', 'copy', join(fleet, 'templates/outer.yaml')), { code: 0, out: /^copy is saved/ }, 'and saved')
  writeFileSync(join(fleet, 'templates/zoo.yaml'), 'name: zoo\nfunction: pack\nresult: =a\n')
  t.match(await orchestra('import', fleet), { code: 1, err: /zoo\.yaml: invalid: `result` is of a workflow/ })
})
