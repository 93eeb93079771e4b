// The contract agrees with itself: every message has examples that pass and counter-examples that are refused for the
// reason they state, topics lead to exactly one message, and what is generated says what the schemas say.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Parser } from '@asyncapi/parser'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { staleFiles, writeFiles } from '../../schemas/generate/files.js'
import { readSources } from '../../schemas/generate/sources.js'
import { asyncapiPath, errors, isId, isRetained, matchTopic, messages, validate, type Direction, type MessageKey } from '../../schemas/index.js'

const root = process.cwd()
const sources = readSources(root)
const keys = Object.keys(messages) as MessageKey[]
/** Those with a payload of JSON. */
const documents = keys.filter(key => !messages[key].binary)
const generator = fileURLToPath(new URL('../../schemas/generate/main.js', import.meta.url))

interface Examples { valid: unknown[], invalid: { why: string, value: unknown }[] }

function examplesOf (key: MessageKey): Examples {
  const schema = sources.schemas.get(key)
  return { valid: schema?.examples ?? [], invalid: schema?.['x-invalid'] ?? [] }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

t.test('each message accepts its examples, and refuses the others for the reason they state', async t => {
  for (const key of documents) {
    const { valid, invalid } = examplesOf(key)
    t.ok(valid.length > 0 && invalid.length > 0, `${key} has examples of both kinds`)
    for (const value of valid) t.equal(validate(key, value), undefined, `${key}: ${JSON.stringify(value)}`)
    for (const { why, value } of invalid) t.equal(validate(key, value)?.message, why, `${key}: ${JSON.stringify(value)}`)
  }
})

t.test('every message refuses what is no object, fields it does not know, and nulls', async t => {
  const anyJson = new Set(['args', 'input', 'result'])
  for (const key of documents) {
    for (const payload of [null, [], 'text', 7, true]) t.match(validate(key, payload), { path: '', message: 'the payload must be an object' })
    for (const example of examplesOf(key).valid.filter(isObject)) {
      t.same(validate(key, { ...example, colour: 'red' }), { path: '', message: 'unknown field `colour`' }, key)
      for (const field of Object.keys(example).filter(name => !anyJson.has(name))) {
        t.match(validate(key, { ...example, [field]: null }), { path: `/${field}` }, `${key}: ${field} may not be null`)
      }
    }
  }
})

t.test('a problem names its place, and quotes no more of a stranger’s text than it needs', async t => {
  t.match(validate('tasks/submit', { function: 'f', require: { labels: { site: 1 } } }), { path: '/require/labels/site', message: '`require.labels.site` must be a string' })
  t.match(validate('devices/birth', { session: 1, functions: ['f', { name: 'g', colour: 1 }] }), { path: '/functions/1', message: 'unknown field `functions[1].colour`' })
  const long = 'x'.repeat(10_000)
  for (const value of [{ [long]: 1 }, { label: { [long]: 'x' } }, { label: { [long.slice(0, 128)]: 1 } }]) {
    t.ok((validate('devices/list', value)?.message.length ?? Infinity) < 300)
  }
  t.match(validate('devices/time', JSON.parse('{"__proto__":{}}')), { message: 'unknown field `__proto__`' })
})

t.test('the schemas as they are written say the same as the validators made from them', async t => {
  const ajv = new Ajv2020({ strict: false })
  for (const schema of sources.schemas.values()) ajv.addSchema(schema)
  for (const key of keys) {
    const check = ajv.getSchema(sources.schemas.get(key)?.$id ?? '')
    const { valid, invalid } = examplesOf(key)
    for (const value of valid) t.ok(check?.(value), `${key}: ${JSON.stringify(value)} ${JSON.stringify(check?.errors)}`)
    for (const { value } of invalid) t.equal(check?.(value), false, `${key}: ${JSON.stringify(value)}`)
  }
})

t.test('every topic leads to its message, and to no other', async t => {
  const values = { principal: 'cam-7', device: 'cam-8', account: 'cam-9', enrolment: 'hall-3', blob: '9f86', module: 'detector', deployment: 'gate', execution: 'r-1', offset: '4096', task: 'submit', node: 'hall-2', bridge: 'hq' }
  for (const direction of ['in', 'out'] as Direction[]) {
    const topics = keys.filter(key => messages[key].direction === direction).flatMap(key => messages[key].topics.map(topic => ({ key, topic })))
    t.equal(new Set(topics.map(({ topic }) => topic.replace(/\{\w+\}/g, '{}'))).size, topics.length, `${direction}: no topic twice`)
    for (const { key, topic } of topics) {
      const names = Object.keys(values).filter(name => topic.includes(`{${name}}`)) as (keyof typeof values)[]
      const filled = names.reduce((text, name) => text.replace(`{${name}}`, values[name]), topic as string)
      t.match(matchTopic(direction, filled), { key, params: Object.fromEntries(names.map(name => [name, values[name]])) }, filled)
      for (const other of [`${filled}/more`, filled.slice(0, filled.lastIndexOf('/')), `x${filled}`]) {
        t.not(matchTopic(direction, other)?.key, key, other)
      }
    }
  }
  t.equal(matchTopic('in', 'state/tasks/t-1'), undefined, 'a direction knows its own topics only')
  t.equal(matchTopic('in', ''), undefined)
})

t.test('every command has a reply, and only commands', async t => {
  for (const key of keys) {
    const message = messages[key]
    t.equal('reply' in message, message.direction === 'in', key)
    if ('reply' in message) t.equal(messages[message.reply].direction, 'out', key)
    if (message.direction === 'in' && !message.binary) t.equal(validate(key, { ...examplesOf(key).valid.find(isObject), ref: 'r-1' }), undefined, `${key} takes a ref`)
  }
})

t.test('ids', async t => {
  for (const id of ['a', '7', 'cam-7', 'A.b:c_d-e', 'x'.repeat(64)]) t.ok(isId(id), id)
  for (const id of ['', '-a', '.a', 'a/b', 'a+', '#', 'ä', 'a b', 'a\n', 'x'.repeat(65), '[a]', '__proto__']) t.notOk(isId(id), id)
})

t.test('the error catalogue has each code once, with all that a reader needs', async t => {
  const codes = sources.errors.map(({ code }) => code)
  t.same(codes, [...new Set(codes)])
  t.same(Object.keys(errors), codes)
  for (const { code, meaning, action, retryable } of sources.errors) {
    t.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    t.match({ meaning, action }, { meaning: /^[A-Z].+\.$/, action: /^[A-Z].+\.$/ }, code)
    t.type(retryable, 'boolean', code)
    t.equal(validate('definitions/rejected', { code }), undefined, code)
  }
  t.match(validate('definitions/rejected', { code: 'no-such-code' }), { path: '/code' })
})

t.test('the AsyncAPI parser accepts the document, and it has every topic', async t => {
  const { document, diagnostics } = await new Parser().parse(readFileSync(asyncapiPath, 'utf8'))
  const isError = 0
  t.same(diagnostics.filter(({ severity }) => severity === isError), [])
  const addresses = new Set(document?.channels().all().flatMap(channel => {
    const address = channel.address() ?? ''
    return address.endsWith('{outcome}') ? ['accepted', 'rejected'].map(outcome => address.replace('{outcome}', outcome)) : [address]
  }))
  const topics = new Set(keys.flatMap(key => messages[key].topics.map(topic => `orchestra/v1/${topic}`)))
  t.same([...addresses].sort(), [...topics].sort())
})

function copyOfContract (folder: string): string {
  cpSync(join(root, 'schemas'), join(folder, 'schemas'), { recursive: true, filter: path => !path.endsWith('generate') })
  return folder
}

const check = (cwd: string): { status: number | null, stderr: string } =>
  spawnSync(process.execPath, [generator, '--check'], { cwd, encoding: 'utf8' })

t.test('what is generated is up to date, and --check says what is not', async t => {
  t.same(await staleFiles(root), [], 'run `npm run generate`')

  const copy = copyOfContract(t.testdir())
  const begin = join(copy, 'schemas/tasks/begin.json')
  writeFileSync(begin, readFileSync(begin, 'utf8').replace('TaskBegin"', 'TaskStart"'))
  rmSync(join(copy, 'schemas/generated/errors.md'))
  writeFileSync(join(copy, 'schemas/generated/old.ts'), '')
  const stale = check(copy)
  t.equal(stale.status, 1)
  for (const name of ['types.ts', 'validators.ts', 'messages.ts', 'asyncapi.yaml', 'messages.md', 'errors.md', 'old.ts']) {
    t.match(stale.stderr, `stale: schemas/generated/${name}\n`)
  }
  t.notMatch(stale.stderr, 'errors.ts', 'what is fresh is not named')

  await writeFiles(copy)
  t.match(check(copy), { status: 0, stderr: '' }, 'writing mends all of it')
  t.notOk(existsSync(join(copy, 'schemas/generated/old.ts')))
})

t.test('a mistake in the sources is told with its place', async t => {
  const mistakes: [file: string, from: string, to: string, complaint: RegExp][] = [
    ['tasks/begin.json', '../definitions/attempt.json', '../definitions/try.json', /tasks\/begin refers to \.\.\/definitions\/try\.json/],
    ['tasks/begin.json', 'tasks/begin-accepted', 'tasks/begun', /there is no message tasks\/begun/],
    ['tasks/begin.json', '"x-topic"', '"x-place"', /tasks\/begin lacks a topic or a reply/],
    ['tasks/begin.json', '"title"', '"name"', /tasks\/begin lacks a title/],
    ['errors.json', '[', '', /errors\.json: .*JSON/]
  ]
  for (const [file, from, to, complaint] of mistakes) {
    const copy = copyOfContract(t.testdir())
    const path = join(copy, 'schemas', file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
    await t.rejects(staleFiles(copy), { message: complaint }, file)
  }
})

t.test('what is retained can be told by its topic', async t => {
  const filled = (topic: string): string => topic.replace(/\{(\w+)\}/g, '$1')
  for (const { topics, direction, retained } of Object.values(messages)) {
    if (direction === 'out') for (const topic of topics) t.equal(isRetained(filled(topic)), retained, topic)
  }
})
