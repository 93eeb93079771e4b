/** The coarse interest that nodes tell each other, against what filters really match: nothing that is asked for may be missed. */
import t from 'tap'
import { CoarseInterest, OrdinaryInterest, keysOf, ordinaryKeysOf } from '../../broker/hosts/aedes/coarse.js'
import { filterMatches } from '../../broker/hosts/aedes/filters.js'

const LEVELS = ['state', 'events', 'to', 'from', 'tasks', 'devices', 'app', 't1', '+']
const TOPICS = ['state/tasks/t1', 'state/devices/app', 'events/tasks/t1', 'events/devices/app', 'to/app/tasks/t1', 'to/app/offer', 'to/t1/app']

function sharedBy (filters: readonly string[], principal = 'app'): { keys: Map<string, string>, interest: CoarseInterest } {
  const keys = new Map<string, string>()
  const interest = new CoarseInterest(keys)
  for (const filter of filters) interest.add(filter, principal)
  return { keys, interest }
}

function allFilters (depth: number): string[] {
  return filtersOf(LEVELS, depth)
}

function filtersOf (levels: readonly string[], depth: number): string[] {
  const shorter = depth === 1 ? [] : filtersOf(levels, depth - 1)
  const longest = shorter.filter(filter => filter.split('/').length === depth - 1 && !filter.endsWith('#'))
  const ends = [...levels, '#']
  return depth === 1 ? ends : [...shorter, ...longest.flatMap(filter => ends.map(end => `${filter}/${end}`))]
}

t.test('whatever a filter matches has one of its keys', async t => {
  const missed: string[] = []
  let matches = 0
  for (const filter of allFilters(4)) {
    const { keys } = sharedBy([filter])
    for (const topic of TOPICS) {
      const isOthers = topic.startsWith('to/') && !topic.startsWith('to/app/')
      if (isOthers || !filterMatches(filter.split('/'), topic)) continue
      matches++
      if (!keysOf(topic).some(key => keys.has(key))) missed.push(`${filter} ↛ ${topic}`)
    }
  }
  t.ok(matches > 100, `${matches} pairs`)
  t.same(missed, [])
})

t.test('no filter reaches another principal, or a command', async t => {
  const { keys } = sharedBy(allFilters(3))
  t.notOk(keysOf('to/other/offer').some(key => keys.has(key)))
  t.notOk(keysOf('from/app/time').some(key => keys.has(key)))
})

t.test('a key is there as long as a filter needs it', async t => {
  const { keys, interest } = sharedBy(['to/app/#', 'to/app/tasks/+', 'state/tasks/t1', '#'])
  t.same([...keys.keys()].sort(), ['events/+', 'state/+', 'state/tasks', 'to/app'])
  for (const filter of ['#', 'to/app/#']) interest.remove(filter, 'app')
  t.same([...keys.keys()].sort(), ['state/tasks', 'to/app'])
  for (const filter of ['to/app/tasks/+', 'state/tasks/t1']) interest.remove(filter, 'app')
  t.equal(keys.size, 0)
})

const PREFIX = 'orchestra/v1/'
const ORDINARY_LEVELS = ['plant', 'line-1', 'orchestra', 'v1', '', '+']
const ORDINARY_TOPICS = ['plant', 'plant/line-1', 'plant/line-1/x', '/plant', '', '$plant/x', 'orchestra', 'orchestra/v1', 'orchestra/v2/x', `${'long'.repeat(50)}/x`]

function ordinary (): { keys: Map<string, string>, interest: OrdinaryInterest } {
  const keys = new Map<string, string>()
  return { keys, interest: new OrdinaryInterest(keys, PREFIX) }
}

t.test('whatever a filter matches outside of the root has one of its keys', async t => {
  const missed: string[] = []
  let matches = 0
  for (const filter of [...filtersOf(ORDINARY_LEVELS, 3), `${'long'.repeat(50)}/#`, `${'long'.repeat(50)}/+`]) {
    const { keys, interest } = ordinary()
    interest.add(filter, {})
    for (const topic of ORDINARY_TOPICS) {
      if (!filterMatches(filter.split('/'), topic)) continue
      matches++
      if (!ordinaryKeysOf(topic).some(key => keys.has(key))) missed.push(`${filter} ↛ ${topic}`)
    }
  }
  t.ok(matches > 50, `${matches} pairs`)
  t.same(missed, [])
})

t.test('what asks for nothing outside of the root has no key', async t => {
  const { keys, interest } = ordinary()
  for (const filter of ['orchestra/v1/to/app/#', 'orchestra/v1/+/x', '$SYS/+/heartbeat']) interest.add(filter, {})
  t.equal(keys.size, 0)
  interest.add('plant/#', {})
  t.notOk(ordinaryKeysOf('other/x').some(key => keys.has(key)))
})

t.test('the key of a first level is there as long as anybody listens, and only the first is news', async t => {
  const { keys, interest } = ordinary()
  const [one, two] = [{}, {}]
  t.ok(interest.add('plant/a', one))
  t.notOk(interest.add('plant/#', one))
  t.notOk(interest.add('plant/a', two))
  for (let n = 0; n < 3; n++) interest.remove('plant/a', one)
  interest.remove('plant/#', two)
  interest.remove('plant/#', one)
  t.same([...keys.keys()], ['mqtt/plant'])
  interest.remove('plant/a', two)
  t.equal(keys.size, 0)
})

t.test('whoever asks for very many first levels gets all', async t => {
  const { keys, interest } = ordinary()
  const listener = {}
  const filters = Array.from({ length: 2_000 }, (_, n) => `level-${n}/x`)
  for (const filter of filters) interest.add(filter, listener)
  t.ok(keys.size < 1_100, `${keys.size} keys`)
  t.same(filters.filter(filter => !ordinaryKeysOf(filter).some(key => keys.has(key))), [], 'none is missed')
  for (const filter of filters) interest.remove(filter, listener)
  t.equal(keys.size, 0)
})
