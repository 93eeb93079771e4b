/** The coarse interest that nodes tell each other, against what filters really match: nothing that is asked for may be missed. */
import t from 'tap'
import { CoarseInterest, keysOf } from '../../broker/hosts/aedes/coarse.js'
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
  const shorter = depth === 1 ? [] : allFilters(depth - 1)
  const longest = shorter.filter(filter => filter.split('/').length === depth - 1 && !filter.endsWith('#'))
  const ends = [...LEVELS, '#']
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
