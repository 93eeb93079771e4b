/** Each run ends: the workflow net of every plan is sound, by the same proof as the protocol's. */
import fc from 'fast-check'
import t from 'tap'
import type { Plan } from '../../broker/core/workflow.js'
import type { Net, Transition } from '../support/petri/net.js'
import { plans, smallPlans } from '../support/petri/plans.js'
import { explore, flaws } from '../support/petri/reachability.js'
import { FAILING, at, workflowNet } from '../support/petri/workflow-net.js'

const PLANS = 150
const STEPS_MAX = 4

t.test('of every plan of two steps', async t => {
  let count = 0
  for (const plan of smallPlans()) {
    count++
    const found = flaws(explore(workflowNet(plan)))
    if (found.length > 0) t.fail(`${JSON.stringify(plan)}: ${found.join('; ')}`)
  }
  t.ok(count > 500, `${count} plans`)
})

t.test('of random plans', async t => {
  fc.assert(fc.property(plans(STEPS_MAX), plan => {
    const found = flaws(explore(workflowNet(plan)))
    if (found.length > 0) throw new Error(found.join('; '))
  }), { numRuns: PLANS })
  t.pass(`${PLANS} plans`)
})

const plan: Plan = {
  steps: {
    load: { function: 'f' },
    part: { function: 'f', after: ['load'], forEach: '=load.result', onError: 'skip' },
    join: { function: 'f', after: ['part'], onError: { compensate: 'undo' } },
    undo: { function: 'f' }
  }
}

t.test('what would leave a run open is found', async t => {
  const net = workflowNet(plan)
  const says = (change: (transition: Transition) => Transition | undefined): string => {
    const transitions = net.transitions.flatMap(one => change(one) ?? [])
    return flaws(explore({ ...net, transitions } satisfies Net)).join('; ')
  }
  const without = (name: string): string => says(one => one.name === name ? undefined : one)
  t.equal(says(one => one), '')
  t.match(without('undo has ended'), /^no way to the end/)
  t.match(without('undo is not needed'), /^no way to the end/)
  t.match(without('part is not begun any more'), /^no way to the end/)
  t.match(without('element 1 of part is ended'), /^no way to the end/)
  t.match(without('join is ended'), /^no way to the end/)
  t.match(without('part has come together'), /^no way to the end/)
  t.match(says(one => one.name === 'join fails' ? { ...one, puts: one.puts.filter(place => place !== FAILING) } : one), /^no way to the end/, 'a failure that nobody is told of')
  t.match(says(one => one.name === 'join fails' ? { ...one, puts: [...one.puts, at('load', 'waiting')] } : one), /left over|no way|second token/, 'a failure that begins something again')
  t.match(says(one => one.name === 'completed' ? { ...one, takes: one.takes.filter(place => place !== at('join', 'over')) } : one), /left over/, 'an end that does not wait for all')
  t.match(says(one => one.name === 'join begins' ? { ...one, takes: [...one.takes, at('undo', 'over')] } : one), /never happens/, 'a step that waits for what makes up for it')
})
