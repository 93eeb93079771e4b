// A device's agent on a stage: its clock is moved by the test, what it says is kept in order, below from/{me}/, and checked
// against the contract. No connection, no real time.
import type { Test } from 'tap'
import { VirtualClock } from './virtual-clock.js'
import { DeviceAgent, type AgentOptions, type Ending } from '../../device-client/agent.js'
import type { Work } from '../../device-client/assignment.js'
import type { Clock } from '../../device-client/platform/clock.js'
import { forgetful } from '../../device-client/results.js'
import { matchTopic, validate, type DeviceBirth } from '../../schemas/index.js'

export interface Command { path: string, payload: Record<string, unknown>, acknowledge: () => void }
export interface Run { work: Work, resolve: (result: unknown) => void, reject: (error: unknown) => void }

export const session = 7
export const offer = { task: 't1', function: 'add', attempt: 1, session, args: [1, 2], leaseMs: 20_000, offerMs: 5_000 }

function clientClock (virtual: VirtualClock): Clock {
  return {
    monotonicMs: virtual.now,
    wallMs: () => virtual.now() + 1_000_000,
    after: (delayMs, call) => {
      const timer = virtual.setTimeout(call, delayMs)
      return { cancel: () => virtual.clearTimeout(timer) }
    }
  }
}

export function createStage (t: Test, birth: Partial<DeviceBirth> = {}, options: Partial<AgentOptions> = {}) {
  const virtual = new VirtualClock()
  const said: Command[] = []
  const runs: Run[] = []
  const endings: Array<[task: string, ending: Ending]> = []
  const problems: Error[] = []
  const agent = new DeviceAgent({
    birth: { session, functions: ['add'], ...birth },
    clock: clientClock(virtual),
    results: forgetful,
    resultBytesMax: 1_000,
    send: (path, payload, acknowledge = () => {}) => {
      const { key } = matchTopic('in', `from/me/${path}`) ?? {}
      t.ok(key && validate(key, payload) === undefined, `${path} ${JSON.stringify(payload)} is in the contract`)
      said.push({ path, payload: payload as Record<string, unknown>, acknowledge })
    },
    run: work => new Promise((resolve, reject) => { runs.push({ work, resolve, reject }) }),
    load: () => ({ cpu: 1 }),
    changed: () => {},
    welcomed: () => {},
    began: () => {},
    ended: (work, ending) => endings.push([work.task, ending]),
    problem: error => problems.push(error),
    ...options
  })
  const take = (path: string): Command => {
    const at = said.findIndex(command => command.path === path)
    if (at === -1) throw new Error(`it never said ${path}, but ${said.map(({ path }) => path).join(', ')}`)
    return said.splice(0, at + 1)[at] as Command
  }
  const stage = {
    agent,
    virtual,
    said,
    runs,
    endings,
    problems,
    take,
    welcome: (tasks: object[] = [], more = {}) => {
      const { payload } = take('birth')
      agent.receive('welcome', { session: payload.session, at: 1, heartbeatMs: 10_000, leaseMs: 20_000, tasks, ref: payload.ref, ...more })
    },
    accept: (path: string, more = {}) => {
      const { payload } = take(path)
      agent.receive(`${path}/accepted`, { attempt: payload.attempt, ref: payload.ref, ...more })
    },
    reject: (path: string, code: string, more = {}) => {
      const { payload } = take(path)
      agent.receive(`${path}/rejected`, { code, ref: payload.ref, ...more })
    },
    /** Through an offer to the running function. */
    begin: (more = {}) => {
      agent.receive('offer', { ...offer, ...more })
      const task = { ...offer, ...more }.task
      if (birth.begin !== 'implied') stage.accept(`tasks/${task}/begin`, { leaseMs: 20_000 })
      return runs.at(-1) as Run
    }
  }
  return stage
}

export function onStage (t: Test, birth: Partial<DeviceBirth> = {}, options: Partial<AgentOptions> = {}) {
  const stage = createStage(t, birth, options)
  stage.agent.connected()
  stage.welcome()
  return stage
}

export const paths = (said: Command[]): string[] => said.map(({ path }) => path)
