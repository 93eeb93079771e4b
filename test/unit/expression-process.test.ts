/** Expressions of others: what they come to, and that none of them holds up the others for long. */
import t from 'tap'
import { ExpressionProcess } from '../../broker/platform/expression-process.js'

const apart = new ExpressionProcess()

t.test('what an expression comes to is plain JSON', async t => {
  t.equal(await apart.evaluate('a.b', { a: { b: 7 } }), 7, 'a name, which needs no process')
  t.equal(await apart.evaluate('$sum(a)', { a: [1, 2, 3] }), 6)
  t.same(await apart.evaluate('{"x": a[0], "y": missing}', { a: [1] }), { x: 1 })
  t.equal(await apart.evaluate('missing[0]', {}), undefined)
  await t.rejects(apart.evaluate('$sum("x")', {}), { message: /^\$sum\("x"\): / })
})

t.test('one that takes all time or all memory ends, and the others go on', async t => {
  const hostile = [
    ['($f := function($n) { $f($n + 1) }; $f(1))', /goes? round for ever|for ever/],
    ['$match(s, /(a+)+$/)', /longer than/],
    ['$reduce([1..60], function($a, $b) { $append($a, $a) }, [1, 2])', /longer than|MiB|memory|length/],
    ['$pad("x", 100000000)', /bytes|MiB|longer than/]
  ] as const
  const asked = hostile.map(([expression, why]) => t.rejects(apart.evaluate(expression, { s: `${'a'.repeat(40)}b` }), { message: why }, expression))
  t.equal(await apart.evaluate('1 + 1', {}), 2, 'after them')
  await Promise.all(asked)
})
