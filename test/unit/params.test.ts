// What descriptions of values let through and what not, in the very words; and that only the small part of JSON Schema
// is ever compiled.
import t from 'tap'
import type { Params } from '../../schemas/index.js'
import { paramsProblem, paramsSchemaProblem } from '../../schemas/params.js'

const resize: Params = {
  type: 'object',
  properties: {
    image: { type: 'string', minLength: 1 },
    size: { type: 'integer', minimum: 1, maximum: 4096 },
    format: { enum: ['png', 'jpeg'] },
    tags: { type: 'array', items: { type: 'string', maxLength: 3 }, maxItems: 2 },
    note: { type: ['string', 'null'] }
  },
  required: ['image'],
  additionalProperties: false
}

t.test('what is wrong with a value is said as of messages', async t => {
  const wrong: ReadonlyArray<[value: unknown, problem: string]> = [
    [{ image: 'a', size: 0 }, '`args.size` must be at least 1'],
    [{ image: 'a', size: 5000 }, '`args.size` must be at most 4096'],
    [{ image: 'a', size: 1.5 }, '`args.size` must be an integer'],
    [{}, '`args.image` is missing'],
    [{ image: '' }, '`args.image` must have at least 1 character'],
    [{ image: 'a', colour: 'red' }, 'unknown field `args.colour`'],
    [{ image: 'a', format: 'gif' }, '`args.format` must be one of png, jpeg'],
    [{ image: 'a', tags: ['ok', 'long'] }, '`args.tags[1]` must have at most 3 characters'],
    [{ image: 'a', tags: ['a', 'b', 'c'] }, '`args.tags` must have at most 2 entries'],
    [{ image: 'a', note: 1 }, '`args.note` must be a string or a null'],
    ['text', '`args` must be an object'],
    [null, '`args` must be an object'],
    [undefined, '`args` is missing']
  ]
  for (const [value, problem] of wrong) t.equal(paramsProblem(resize, value), problem)
  t.equal(paramsProblem(resize, { image: 'a', size: 16, format: 'png', tags: ['a'], note: null }), undefined)
  t.equal(paramsProblem({ type: 'integer' }, 'one', 'result'), '`result` must be an integer')
  t.equal(paramsProblem({}, undefined), undefined)
})

t.test('a field that every object inherits is not there', async t => {
  const schema: Params = { type: 'object', properties: { constructor: { type: 'string' } }, required: ['constructor'] }
  t.equal(paramsProblem(schema, {}), '`args.constructor` is missing')
  t.equal(paramsProblem({ type: 'object', additionalProperties: false }, JSON.parse('{"__proto__":1}')), 'unknown field `args.__proto__`')
})

t.test('the order of fields and what is told to people decide nothing', async t => {
  t.equal(paramsProblem({ description: 'one', type: 'integer', minimum: 3 }, 2), '`args` must be at least 3')
  t.equal(paramsProblem({ minimum: 3, type: 'integer', description: 'two' }, 2), '`args` must be at least 3')
  t.equal(paramsProblem({ type: 'object', properties: { description: { type: 'string' }, default: { type: 'integer' } } }, { default: 'x' }), '`args.default` must be an integer')
})

const nested = (levels: number): object => levels === 1 ? { type: 'string' } : { type: 'array', items: nested(levels - 1) }

t.test('a description that is none is refused before anything is compiled', async t => {
  const wrong: ReadonlyArray<[schema: unknown, problem: string | RegExp]> = [
    [7, '`params` must be an object'],
    [{ type: 'text' }, '`params.type` must be one of object, array, string, number, integer, boolean, null'],
    [{ $ref: 'http://example.org' }, 'unknown field `params.$ref`'],
    [{ properties: { name: { pattern: '(a+)+$' } } }, 'unknown field `params.properties.name.pattern`'],
    [{ properties: { name: true } }, '`params.properties.name` must be an object'],
    [{ properties: { 'two words': {} } }, '`params.properties` has a field named `two words`, which must have the form ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$'],
    [JSON.parse('{"properties":{"__proto__":{}}}'), /has a field named `__proto__`/],
    [{ items: { minimum: '1' } }, '`params.items.minimum` must be a number'],
    [{ type: 'object', required: ['image'] }, '`params.required` names image, which `params.properties` does not'],
    [{ items: { minLength: 3, maxLength: 2 } }, '`params.items.minLength` must be at most `params.items.maxLength`'],
    [{ enum: [{}] }, /`params.enum\[0\]` must be a string or/],
    [nested(9), '`params.items.items.items.items.items.items.items.items` is level 9, at most 8 are taken'],
    [nested(5000), '`params` is more than 8 levels deep'],
    [{ enum: Array.from({ length: 100 }, (_, n) => `${n}${'x'.repeat(100)}`) }, /^`params` takes 10\d+ bytes, at most 8192 are taken$/]
  ]
  for (const [schema, problem] of wrong) {
    t.match(paramsSchemaProblem(schema), problem, String(problem))
    t.match(paramsProblem(schema as Params, {}), problem)
  }
  t.equal(paramsSchemaProblem(nested(8)), undefined)
  t.equal(paramsSchemaProblem({ type: 'text' }, 'functions[3].params'), '`functions[3].params.type` must be one of object, array, string, number, integer, boolean, null')
})

t.test('more descriptions than are kept are all still checked', async t => {
  const schemas = Array.from({ length: 600 }, (_, minimum): Params => ({ type: 'integer', minimum }))
  for (let round = 0; round < 2; round++) {
    schemas.forEach((schema, minimum) => {
      t.equal(paramsProblem({ ...schema }, minimum - 1), `\`args\` must be at least ${minimum}`)
      t.equal(paramsProblem({ ...schema }, minimum), undefined)
    })
  }
})
