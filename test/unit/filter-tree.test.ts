/** The tree of filters that each node keeps of the stored sessions on Redis. */
import assert from 'node:assert'
import fc from 'fast-check'
import t from 'tap'
import { filterMatches } from '../../broker/hosts/aedes/filters.js'
import { FilterTree } from '../../broker/hosts/aedes/redis/filter-tree.js'

t.test('the tree of filters finds what a look at each filter finds', async t => {
  const level = fc.constantFrom('a', 'b', '', '$c', '__proto__')
  const topic = fc.array(level, { minLength: 1, maxLength: 4 }).map(levels => levels.join('/')).filter(topic => topic !== '')
  const filter = fc.tuple(fc.array(fc.oneof(level, fc.constant('+')), { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([levels, isOpen]) => [...levels, ...isOpen ? ['#'] : []].join('/')).filter(filter => filter !== '')
  const step = fc.record({ clientId: fc.constantFrom('x', 'y'), filter, isAdded: fc.boolean() })
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), fc.array(topic, { minLength: 1 }), (steps, topics) => {
    const tree = new FilterTree()
    const held = new Set<string>()
    for (const { clientId, filter, isAdded } of steps) {
      if (isAdded) tree.add(clientId, { topic: filter, qos: 1 })
      else tree.remove(clientId, filter)
      held[isAdded ? 'add' : 'delete'](`${clientId} ${filter}`)
    }
    assert.equal(tree.size, held.size)
    for (const topic of topics) {
      const expected = [...held].filter(entry => {
        const filter = entry.slice(2)
        return filterMatches(filter.split('/'), topic) && !(topic.startsWith('$') && /^[+#]/.test(filter))
      })
      assert.deepEqual(tree.match(topic).map(({ clientId, topic }) => `${clientId} ${topic}`).sort(), expected.sort())
    }
    for (const entry of held) tree.remove(entry.slice(0, 1), entry.slice(2))
    assert.deepEqual(tree, new FilterTree(), 'nothing is left of what was removed')
  }), { numRuns: 500 })
  t.pass()
})
