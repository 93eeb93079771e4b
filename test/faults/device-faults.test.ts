/**
 * A device killed, hung, or cut off, in each state of its task: the task is
 * taken back within twice the lease, what the device says of it afterwards is
 * rejected, and there is one effective completion.
 */
import t, { type Test } from 'tap'
import { systemClock } from '../../broker/platform/clock.js'
import { Facts } from '../support/topics/facts.js'
import { Talker } from '../support/topics/talker.js'
import { offerOf } from '../support/topics/steps.js'
import { seconds, showed } from './support/figures.js'
import { Puppets, SESSION } from './support/puppets.js'
import { ServerProcess } from './support/server-process.js'
import { type Durable, stores } from './support/stores.js'
import { Wire } from './support/wire.js'

const ROOT = 'orchestra/v1'
const LEASE_MS = 3_000
const clock = systemClock()

/** `unheard`: its result did not get through. `unanswered`: it did, and the answer to it did not. */
const states = ['offered', 'executing', 'unheard', 'unanswered'] as const
type State = typeof states[number]

interface Fault {
  readonly strike: (scene: Scene) => Promise<void> | void
  /** The device is there again and remembers its attempt. */
  readonly recover: (scene: Scene) => void
}

interface Scene {
  puppets: Puppets
  readonly wires: ReadonlyMap<State, Wire>
}

const faults: Readonly<Record<string, Fault>> = {
  killed: {
    strike: ({ puppets }) => puppets.kill(),
    recover: scene => {
      scene.puppets = new Puppets()
      for (const wire of scene.wires.values()) wire.mend()
      for (const [state, { port }] of scene.wires) scene.puppets.connect(nameOf(state), port)
    }
  },
  hung: {
    strike: ({ puppets }) => puppets.signal('SIGSTOP'),
    recover: ({ puppets, wires }) => {
      for (const wire of wires.values()) wire.mend()
      puppets.signal('SIGCONT')
    }
  },
  'cut off': {
    strike: ({ wires }) => { for (const wire of wires.values()) wire.cut() },
    recover: ({ wires }) => { for (const wire of wires.values()) wire.mend() }
  }
}

const nameOf = (state: State): string => `victim-${state}`

// Most of it is waiting for leases to run out.
t.jobs = 2
for (const store of stores) for (const [fault, how] of Object.entries(faults)) devicesStruck(store, fault, how)

function devicesStruck (store: Durable, fault: string, { strike, recover }: Fault): void {
  t.test(`R5 ${store.name}: devices ${fault}`, { buffered: true }, async t => {
    const { app, rescuer, scene, facts } = await stage(t, store)
    await Promise.all(states.map(state => reach(state, scene, app)))
    await rescuer.ask('birth', { session: SESSION, functions: [...states], capacity: states.length })

    const struckAt = clock.now()
    await strike(scene)
    const takenBack = await Promise.all(states.filter(state => state !== 'unanswered').map(async state => {
      const attempt = await offerOf(rescuer, state)
      const afterMs = clock.now() - struckAt
      t.ok(afterMs <= 2 * LEASE_MS, `${state}: another device was offered it after ${afterMs} ms`)
      await rescuer.ask(`tasks/${state}/begin`, { attempt })
      return { state, attempt, afterMs, alive: keepAlive(t, rescuer, state, attempt) }
    }))

    recover(scene)
    for (const state of states) await scene.puppets.told(nameOf(state), 'ready')
    for (const { state, attempt, alive } of takenBack) {
      scene.puppets.say(nameOf(state), `tasks/${state}/success`, { attempt: 1, result: 'stale' })
      const { code } = await scene.puppets.told(nameOf(state), `tasks/${state}/success/rejected`)
      t.equal(code, 'stale-attempt', `${state}: its result is rejected`)
      clearInterval(alive)
      await rescuer.ask(`tasks/${state}/success`, { attempt, result: 'of the rescuer' })
    }
    scene.puppets.say(nameOf('unanswered'), 'tasks/unanswered/success', { attempt: 1, result: 'said again' })
    const again = await scene.puppets.told(nameOf('unanswered'), 'tasks/unanswered/success/accepted')
    t.equal(again.state, 'completed', 'a result said again is accepted')

    for (const state of states) {
      const { state: end, result, device } = await app.ask(`tasks/${state}/get`)
      const expected = state === 'unanswered' ? ['completed', 'first', nameOf(state)] : ['completed', 'of the rescuer', 'rescuer']
      t.same([end, result, device], expected, `${state}: one effective completion`)
    }
    const completions = (await app.rest()).filter(told => told.includes('"event":"succeeded"'))
    t.equal(completions.length, states.length, 'each told once')
    t.same(facts.problems, [], 'all that was told is as the contract says')
    const slowest = Math.max(...takenBack.map(({ afterMs }) => afterMs))
    showed(t, 'R5', `${store.name}, ${fault}`, `taken back after ${seconds(slowest)} at most with leases of ${seconds(LEASE_MS)}, one effective completion each`)
  })
}

async function stage (t: Test, store: Durable): Promise<{ app: Talker, rescuer: Talker, scene: Scene, facts: Facts }> {
  const server = new ServerProcess([...(await store.open(t)).args, '--offer-timeout', '1s'])
  t.teardown(() => server.kill())
  const puppets = new Puppets()
  await server.start()
  const facts = new Facts()
  const app = await Talker.connect(server.port, ROOT, 'app', facts, { subscribe: ['to/app/#', 'events/tasks/+', 'state/tasks/+'] })
  const rescuer = await Talker.connect(server.port, ROOT, 'rescuer', facts)
  const wires = new Map<State, Wire>()
  for (const state of states) wires.set(state, await Wire.to(server.port))
  const scene = { puppets, wires }
  t.teardown(async () => {
    await scene.puppets.kill()
    await puppets.kill()
    for (const wire of wires.values()) wire.close()
    await app.leave()
    await rescuer.leave()
  })
  return { app, rescuer, scene, facts }
}

/** Renews the lease, as a device does that works: processes start slowly on a busy machine. */
function keepAlive (t: Test, rescuer: Talker, task: string, attempt: number): NodeJS.Timeout {
  const alive = setInterval(() => rescuer.say(`tasks/${task}/progress`, { attempt }).catch(() => {}), LEASE_MS / 3)
  t.teardown(() => clearInterval(alive))
  return alive
}

/** Brings a device and its task into this state. The task has the state's name. */
async function reach (state: State, { puppets, wires }: Scene, app: Talker): Promise<void> {
  const name = nameOf(state)
  const wire = wires.get(state)
  if (wire === undefined) throw new Error(`no wire for ${state}`)
  puppets.connect(name, wire.port)
  await puppets.told(name, 'ready')
  puppets.say(name, 'birth', { session: SESSION, functions: [state] })
  await puppets.told(name, 'welcome')
  await app.ask(`tasks/${state}/submit`, { function: state, leaseMs: LEASE_MS, maxAttempts: 0 })
  const { attempt } = await puppets.told(name, 'offer')
  if (state === 'offered') return
  puppets.say(name, `tasks/${state}/begin`, { attempt })
  await puppets.told(name, `tasks/${state}/begin/accepted`)
  if (state === 'executing') return
  const lost = wire.lose(state === 'unheard' ? 'up' : 'down')
  puppets.say(name, `tasks/${state}/success`, { attempt, result: 'first' })
  await lost
}
