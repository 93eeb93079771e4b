// The device's own table of a task: every phase meets every event. What is not in the list of moves must change nothing.
import t from 'tap'
import { isBusy, isHeld, step, type Effect, type Phase, type TaskEvent, type TaskState } from '../../device-client/task-machine.js'

const phases: Phase[] = ['absent', 'beginning', 'executing', 'stopping', 'delivering', 'gone']

const now = 5_000
const task: Omit<TaskState, 'phase'> = { attempt: 3, beganAt: 1_000, deadline: 4_000 }

const events = {
  offered: { type: 'offered', attempt: 3, at: now, leaseMs: 2_000, implied: false },
  implied: { type: 'offered', attempt: 3, at: now, leaseMs: 2_000, implied: true },
  restored: { type: 'restored', attempt: 3 },
  begun: { type: 'begun', at: now, sentAt: 1_200, leaseMs: 20_000 },
  'begun too late': { type: 'begun', at: now, sentAt: 1_200, leaseMs: 3_800 },
  renewed: { type: 'renewed', sentAt: 3_000, leaseMs: 20_000 },
  'renewed by less': { type: 'renewed', sentAt: 3_000, leaseMs: 10 },
  returned: { type: 'returned' },
  cancelled: { type: 'cancelled' },
  expired: { type: 'expired', at: now },
  'expired early': { type: 'expired', at: 3_999 },
  confirmed: { type: 'confirmed' },
  unanswered: { type: 'unanswered' },
  held: { type: 'held', at: now, birthAt: 3_500, leaseMs: 1_900 },
  'held too late': { type: 'held', at: now, birthAt: 3_500, leaseMs: 1_500 },
  unheld: { type: 'unheld' }
} as const satisfies Record<string, TaskEvent>

type Name = keyof typeof events
interface Move { to: Phase, effects: Effect[], deadline?: number }

const moves: { [P in Phase]: { [N in Name]?: Move } } = {
  absent: {
    offered: { to: 'beginning', effects: ['begin'], deadline: now + 2_000 },
    implied: { to: 'executing', effects: ['run'], deadline: now + 2_000 },
    restored: { to: 'delivering', effects: ['spend'] }
  },
  beginning: {
    begun: { to: 'executing', effects: ['run'], deadline: 21_200 },
    'begun too late': { to: 'gone', effects: ['spend'] },
    held: { to: 'executing', effects: ['run'], deadline: 5_400 },
    'held too late': { to: 'gone', effects: ['spend'] },
    unheld: { to: 'gone', effects: [] },
    cancelled: { to: 'gone', effects: ['spend'] },
    expired: { to: 'gone', effects: ['spend'] },
    unanswered: { to: 'beginning', effects: ['begin'] }
  },
  executing: {
    renewed: { to: 'executing', effects: [], deadline: 23_000 },
    returned: { to: 'delivering', effects: ['spend', 'keep'] },
    cancelled: { to: 'stopping', effects: ['abort', 'spend'] },
    expired: { to: 'stopping', effects: ['abort', 'spend'] },
    unheld: { to: 'stopping', effects: ['abort', 'spend'] }
  },
  stopping: {
    returned: { to: 'gone', effects: [] }
  },
  delivering: {
    confirmed: { to: 'gone', effects: ['discard'] },
    cancelled: { to: 'gone', effects: ['discard'] },
    unanswered: { to: 'delivering', effects: ['deliver'] },
    held: { to: 'delivering', effects: ['deliver'] },
    'held too late': { to: 'delivering', effects: ['deliver'] },
    unheld: { to: 'delivering', effects: ['deliver'] }
  },
  gone: {}
}

for (const phase of phases) {
  t.test(`a task that is ${phase}`, async t => {
    for (const name of Object.keys(events) as Name[]) {
      const { to, effects, deadline } = moves[phase][name] ?? { to: phase, effects: [] }
      const after = step({ ...task, phase }, events[name])
      t.same([after.task.phase, after.effects], [to, effects], name)
      t.equal(after.task.deadline, deadline ?? task.deadline, `${name}: its deadline`)
    }
  })
}

t.test('a slot is taken from the begin until the function has come back', async t => {
  t.same(phases.filter(phase => isBusy({ ...task, phase })), ['beginning', 'executing', 'stopping'])
})

t.test('a birth names what may still bring a result', async t => {
  t.same(phases.filter(phase => isHeld({ ...task, phase })), ['beginning', 'executing', 'delivering'])
})
