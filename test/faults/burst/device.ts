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

const { name, seed, clean, birth, port, otherPorts, directory } = JSON.parse(process.argv[2] ?? '') as DevicePlan & Place
const SESSION = 1
const HEARTBEAT_MS = 1_000

/** What it was offered; with a result once it is done. */
interface Work { readonly task: string, readonly attempt: number, readonly args: number, readonly leaseMs: number, result?: unknown }

const chance = new Chance(seed)
const history = new History(directory, name)
const held = new Map<string, Work>()

// Nothing of a run outlives the process that started it.
process.on('disconnect', () => process.exit())
const line = new Line({ port, otherPorts, name, clean, ready: born, message: heard })

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
  if (command === 'cancel') drop(task)
  else if (outcome === 'accepted') accepted(task, command, body)
  else rejected(task, command, body)
}

function welcomed (): void {
  for (const work of held.values()) if ('result' in work) succeed(work)
  askForWork()
}

function offered ({ task, attempt, args, leaseMs }: Work): void {
  if (held.get(task)?.attempt === attempt) return
  history.write({ what: 'receive', task, attempt, args })
  const work: Work = { task, attempt, args, leaseMs }
  held.set(task, work)
  begin(work)
  // real time: work takes some; what it holds when the server dies is drawn from the seed
  setTimeout(() => execute(work), chance.happens(0.1) ? chance.between(200, 1_000) : chance.between(0, 30))
}

/** The lease counts from when it says so, or from the offer. A rejection comes before the acknowledgement. */
function begin (work: Work): void {
  const { task, attempt, leaseMs } = work
  const until = history.now() + leaseMs
  const begun = (): void => { if (held.get(task) === work) history.write({ what: 'begun', task, attempt, until }) }
  if (birth.begin === 'implied') begun()
  else line.say(`tasks/${task}/begin`, { attempt, ref: `${attempt}` }, begun)
}

function drop (task: string): void {
  const work = held.get(task)
  if (work !== undefined) history.write({ what: 'dropped', task, attempt: work.attempt })
  held.delete(task)
}

function execute (work: Work): void {
  const { task, attempt, args } = work
  if (held.get(task) !== work) return
  if (chance.happens(0.05)) {
    held.delete(task)
    history.write({ what: 'fail', task, attempt })
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
