/**
 * A process that submits tasks, some of them many at once, and asks now and
 * then what became of one: each invocation and each answer goes into its
 * history. Tells its parent each time something was acknowledged.
 */
import { Chance } from '../../simulation/chance.js'
import { History } from '../support/history.js'
import { type Body, Line } from '../support/line.js'
import type { AppPlan, Place } from './plan.js'

const { name, seed, clean, tasks, window, port, otherPorts, directory } = JSON.parse(process.argv[2] ?? '') as AppPlan & Place
const BULK = 10
const TERMS = { function: 'double', maxAttempts: 0, leaseMs: 5_000, backoffMs: 100 }

const chance = new Chance(seed)
const history = new History(directory, name)
const acked: string[] = []
let next = 0
let underWay = 0

// Nothing of a run outlives the process that started it.
process.on('disconnect', () => process.exit())
const line = new Line({ port, otherPorts, name, clean, ready: fill, message: heard })

function fill (): void {
  if (underWay >= window || next >= tasks) return
  if (chance.happens(0.15)) submitMany()
  else submit()
  fill()
}

function invoke (): { task: string, args: number } {
  const task = `${name}-${next++}`
  const args = chance.between(0, 1_000_000)
  history.write({ what: 'invoke', task, args })
  underWay++
  return { task, args }
}

function submit (): void {
  const { task, args } = invoke()
  line.say(`tasks/${task}/submit`, { ...TERMS, args }, () => acknowledged([task]))
}

function submitMany (): void {
  const many = Array.from({ length: Math.min(BULK, tasks - next) }, invoke)
  line.say('tasks/submit', { tasks: many.map(one => ({ ...TERMS, ...one })) }, () => acknowledged(many.map(({ task }) => task)))
}

function acknowledged (some: readonly string[]): void {
  for (const task of some) history.write({ what: 'ack', task })
  acked.push(...some)
  underWay -= some.length
  process.send?.({ acked: acked.length, underWay })
  if (chance.happens(0.2)) line.say(`tasks/${acked[chance.between(0, acked.length - 1)]}/get`, {}, undefined, 0)
  fill()
}

function heard (topic: string, body: Body): void {
  if (topic.endsWith('/tasks/submit/accepted')) for (const outcome of body.tasks as Body[]) told(String(outcome.task), outcome)
  else told(topic.split('/')[3] ?? '', body)
}

function told (task: string, { state, v, attempt, result, code }: Body): void {
  const what = code === undefined ? 'told' : 'refused'
  history.write({ what, task, ...{ state, v, attempt, result, code } as object })
}
