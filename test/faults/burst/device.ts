/**
 * A process that executes what it is offered: it doubles a number, after a
 * moment, and sometimes fails at first. What it receives, completes and is told
 * about that goes into its history. A result is said again after every
 * reconnect until it is known to have been heard.
 */
import { Chance } from '../../simulation/chance.js'
import { History } from '../support/history.js'
import { type Body, Line } from '../support/line.js'
import type { DevicePlan, Place } from './plan.js'

const { name, seed, clean, birth, port, directory } = JSON.parse(process.argv[2] ?? '') as DevicePlan & Place
const SESSION = 1
const HEARTBEAT_MS = 1_000

/** What it was offered; with a result once it is done. */
interface Work { readonly task: string, readonly attempt: number, readonly args: number, result?: unknown }

const chance = new Chance(seed)
const history = new History(directory, name)
const held = new Map<string, Work>()

// Nothing of a run outlives the process that started it.
process.on('disconnect', () => process.exit())
const line = new Line({ port, name, clean, ready: born, message: heard })

function born (): void {
  line.say('birth', { session: SESSION, functions: ['double'], heartbeatMs: HEARTBEAT_MS, ...birth })
}

function askForWork (): void {
  if (birth.mode === 'pull') line.say('next', { max: birth.capacity }, undefined, 0)
}

function heard (topic: string, body: Body): void {
  const [, , branch, task = '', command, outcome] = topic.split('/')
  if (branch === 'welcome') return welcomed()
  if (branch === 'offer') return offered(body as unknown as Work)
  if (branch !== 'tasks') return
  if (command === 'cancel') held.delete(task)
  else if (outcome === 'accepted') accepted(task, command, body)
  else rejected(task, command, body)
}

function welcomed (): void {
  for (const work of held.values()) if ('result' in work) succeed(work)
  askForWork()
}

function offered ({ task, attempt, args }: Work): void {
  if (held.get(task)?.attempt === attempt) return
  history.write({ what: 'receive', task, attempt, args })
  const work: Work = { task, attempt, args }
  held.set(task, work)
  if (birth.begin === 'explicit') line.say(`tasks/${task}/begin`, { attempt, ref: `${attempt}` })
  // real time: work takes some; what it holds when the server dies is drawn from the seed
  setTimeout(() => execute(work), chance.between(0, 30))
}

function execute (work: Work): void {
  const { task, attempt, args } = work
  if (held.get(task) !== work) return
  if (chance.happens(0.05)) {
    held.delete(task)
    line.say(`tasks/${task}/fail`, { attempt, ref: `${attempt}`, error: { code: 'unlucky', message: 'drawn from the seed' } })
  } else {
    // Who and which attempt, so that two results of one task can't look alike.
    work.result = { double: 2 * args, by: name, attempt }
    succeed(work)
  }
}

function succeed ({ task, attempt, result }: Work): void {
  history.write({ what: 'complete', task, attempt, result })
  line.say(`tasks/${task}/success`, { attempt, result, ref: `${attempt}` }, () => {
    history.write({ what: 'complete-acked', task, attempt })
    if (birth.replies === 'rejections') settled(task, attempt)
  })
}

function accepted (task: string, command: string | undefined, body: Body): void {
  if (command !== 'success') return
  const { attempt, state, v } = body as { attempt: number, state: string, v: number }
  history.write({ what: 'complete-accepted', task, attempt, state, v })
  settled(task, attempt)
}

/** The reference says which attempt it is about: the body tells the current one. */
function rejected (task: string, command: string | undefined, { code, ref }: Body): void {
  const attempt = Number(ref)
  if (command === 'success') history.write({ what: 'complete-rejected', task, code: String(code), attempt })
  settled(task, attempt)
}

function settled (task: string, attempt: number): void {
  if (held.get(task)?.attempt === attempt) held.delete(task)
  askForWork()
}

// real time: presence is a matter of real processes here
setInterval(() => {
  line.say('heartbeat', birth.mode === 'pull' ? { next: birth.capacity } : {}, undefined, 0)
}, HEARTBEAT_MS)
