/** The lifecycles as a page: a Mermaid state diagram of each, and a table of what changes nothing. Pure. */
import { NONE } from '../../../broker/core/lifecycle.js'
import { deviceLifecycle } from '../../../broker/plugins/devices/lifecycle.js'
import { taskLifecycle } from '../../../broker/plugins/tasks/lifecycle.js'

/** What a page shows of a row. */
interface Shown {
  readonly from: readonly string[]
  readonly on: string
  readonly when?: { readonly name: string }
  readonly to?: string
  readonly reject?: string
  readonly emits?: string
  readonly recalls?: boolean
}

export function lifecyclesPage (): string {
  return [
    '# The lifecycles',
    '',
    'Written by `npm run generate` from the tables that the code runs on',
    '([task](../plugins/tasks/lifecycle.ts), [device](../plugins/devices/lifecycle.ts)); do not edit.',
    'The first row that fits a state, an event and its guard, in brackets here, is what happens.',
    '',
    ...section('A task', 'Held by a device are `offered` and `executing`.', taskLifecycle),
    ...section('A device', '`free` and `executing` are not states of its record: who is `online` is the one or the other by the tasks that name it.', deviceLifecycle),
    '## Both together',
    '',
    '![The Petri net of the protocol](protocol.svg)',
    '',
    'The protocol of a device and a task as a Petri net, from START (neither is known) to END (both are gone and nothing is on its',
    'way). Circles are places, boxes transitions; what a box only reads is joined to it by a dotted line. Left the orchestrator,',
    'from the tables above; right the device, from the table of the [device library](../../device-client/task-machine.ts);',
    'in between what is on its way. For the eye, messages of one kind are one circle, and not drawn are answers to what comes too',
    'late (as before, or `rejected`) and that any message may get lost.',
    '',
    '[protocol.pnml](protocol.pnml) (ISO/IEC 15909-2) has all of it, and opens in any tool for Petri nets.',
    'Counters and clocks are left open in it: where a guard reads one, both outcomes are there.',
    '[A test](../../test/unit/protocol-net.test.ts) goes through every marking that can be reached, also with two attempts at',
    'once, an earlier one that lingers and the current one, and proves: from each the end can be reached; at the end nothing is',
    'left; every transition can happen; no place ever holds two tokens; without anybody\'s help the task ends and both sides agree',
    'on who is free, executing or offline.',
    ''
  ].join('\n')
}

function section (title: string, note: string, { rows, states }: { readonly rows: readonly Shown[], readonly states: readonly string[] }): string[] {
  return [`## ${title}`, '', note, '', '```mermaid', 'stateDiagram-v2', ...edges(rows).map(edge => `  ${edge}`), '```', '', 'What changes nothing:', '', ...still(rows, states), '']
}

/** Rows that write the record, those that leave its state as it is included. */
function edges (rows: readonly Shown[]): string[] {
  const labels = new Map<string, Set<string>>()
  for (const row of rows) {
    for (const from of row.to === undefined ? [] : row.from) {
      const edge = `${drawn(from)} --> ${drawn(row.to ?? from)}`
      labels.set(edge, (labels.get(edge) ?? new Set()).add(label(row)))
    }
  }
  return [...labels].map(([edge, all]) => `${edge}: ${[...all].join('<br/>')}`)
}

function drawn (state: string): string {
  return state === NONE ? '[*]' : state
}

function label ({ on, when }: Shown): string {
  return when === undefined ? on : `${on} [${when.name}]`
}

function still (rows: readonly Shown[], states: readonly string[]): string[] {
  const lines = rows.filter(({ to }) => to === undefined).map(({ from, on, when, reject }) =>
    `| ${inWords(from, states)} | ${on} | ${when?.name ?? ''} | ${reject === undefined ? 'left as it is' : `rejected \`${reject}\``} |`)
  return ['| in | event | if | outcome |', '|---|---|---|---|', ...lines]
}

function inWords (from: readonly string[], states: readonly string[]): string {
  const named = from.filter(state => state !== NONE)
  const known = named.length === states.length ? 'any state' : named.join(', ')
  return from.length === named.length ? known : [known, 'unknown'].filter(Boolean).join(', or ')
}
