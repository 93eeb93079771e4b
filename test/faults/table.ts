/**
 * Makes a Markdown table of what the last run of the fault tests showed:
 *
 *   node dist/test/faults/table.js .tap/output.tap
 */
import { readFileSync } from 'node:fs'
import { systemClock } from '../../broker/platform/clock.js'
import { figuresIn } from './support/figures.js'

const promises: Readonly<Record<string, string>> = {
  R1: 'The orchestrator killed (`kill -9`) in mid-burst: no acknowledged task is lost, working again within 5 s',
  R2: 'Redis hangs, then the orchestrator is killed: nothing is acknowledged before it is stored',
  R3: 'Redis killed: the orchestrator stays up, its memory bounded; nothing is acknowledged meanwhile; working within 5 s of its return',
  R5: 'A device killed, hung or cut off in any state: its task is taken back within twice the lease; one effective completion',
  R6: 'Restart with offers and leases under way: all go on, nobody reconnects twice, nothing goes astray',
  R7: 'The orchestrator killed while it holds wills: who does not come back is offline within 10 s, told once',
  R8: 'A flood, a subscriber that stops reading and a maker of topics: others do not feel it, memory stays bounded',
  R9: 'The bridge cut, the other broker killed: no QoS 1 message is lost, nothing goes round, what waits is bounded, what is removed is removed',
  R10: 'Two nodes, one killed or cut off; the same client or device on both: one live session, no task held twice',
  R12: 'A clock an hour off: no lease ends early or late',
  S1: 'Malformed packets and commands, seeded: up, healthy, memory flat',
  S3: 'Sockets that never send CONNECT, slow senders, oversized packets: closed in time, an honest client gets in',
  S6: 'Churn, malformed packets and floods for minutes: memory flat'
}

const [file = '.tap/output.tap'] = process.argv.slice(2)
const figures = figuresIn(readFileSync(file, 'utf8'))
const day = new Date(systemClock().now()).toISOString().slice(0, 10)

console.log(`What the run of ${day} showed:\n\n| | promise | tested with | showed |\n|---|---|---|---|`)
for (const [name, promise] of Object.entries(promises)) {
  for (const [n, { where, figures: showed, held }] of figures.filter(({ promise }) => promise === name).entries()) {
    console.log(`| ${n === 0 ? name : ''} | ${n === 0 ? promise : ''} | ${where} | ${held ? '' : '**not held:** '}${showed} |`)
  }
}
