/** `orchestra conformance`: plays the orchestrator to a real device, and says which clauses of the topics it keeps. */
import { type ConformanceReport, checkConformance } from '../../conformance/run.js'
import { systemClock } from '../../platform/clock.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { hint, jsonOf, plain, say } from '../output/lines.js'
import { table } from '../output/table.js'
import { connectionSettings } from '../settings/client.js'
import { duration, id, text, toggle } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const settings = {
  ...connectionSettings,
  ...flagsOnly({
    device: id({ about: 'which device (required)' }),
    function: text({ about: 'a function of it that is done at once (default: the first that it names)' }),
    args: text({ value: 'json', default: '{}', about: 'its arguments' }),
    slowFunction: text({ about: 'one that takes some three seconds; without it, what is about long work is not tested' }),
    slowArgs: text({ value: 'json', default: '{}', about: 'its arguments' }),
    patience: duration(1_000)({ default: 8_000, defaultText: '8s', about: 'how long the device may take to say what it must' }),
    wait: duration(1)({ default: 30_000, defaultText: '30s', about: 'how long to wait for its birth' }),
    json: toggle({ about: 'one JSON object for programs' }),
    tap: toggle({ about: 'TAP for test harnesses' })
  })
}

const more = `The broker is a plain one, without an orchestrator: the command plays its part. Start the device while it waits.
  orchestra conformance --device cam-7 --broker mqtt://127.0.0.1 --slow-function blink --slow-args '{"ms":3000}'

Exit codes: 0 no clause is broken, 1 at least one is, 2 wrong usage, 4 no broker, or no birth in time.`

export const conformance = defineCommand({
  name: 'conformance',
  about: 'check a real device against the topics, clause by clause',
  settings,
  more,
  async run ({ device, broker, root, user, password, function: name, args, slowFunction, slowArgs, patience, wait, json, tap }) {
    if (device === undefined) throw new CommandError(exitCodes.usage, 'device: say which, --device ID')
    hint(`waiting for the birth of ${device}: start it now`)
    const report = await checkConformance({
      broker: broker[0] ?? '',
      root,
      device,
      clock: systemClock(),
      quick: { ...name !== undefined && { name }, args: parse('args', args) },
      slow: slowFunction === undefined ? undefined : { name: slowFunction, args: parse('slow-args', slowArgs) },
      patienceMs: patience,
      birthMs: wait,
      ...user !== undefined && { user },
      ...password !== undefined && { password }
    }).catch((error: unknown) => { throw new CommandError(exitCodes.unreachable, `no connection to the broker: ${messageOf(error)}`) })
    if (report === undefined) throw new CommandError(exitCodes.unreachable, `${device} said no birth within ${wait} ms`)
    say(json ? jsonOf(report) : tap ? tapOf(report) : tableOf(report))
    return report.passed ? exitCodes.ok : exitCodes.failed
  }
})

function parse (flag: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandError(exitCodes.usage, `${flag}: is no JSON`)
  }
}

function tableOf ({ clauses }: ConformanceReport): string {
  const counts = new Map<string, number>()
  for (const { outcome } of clauses) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const rows = clauses.map(({ id, outcome, done, came }) => [id, outcome, done, came])
  const broken = clauses.filter(({ outcome }) => outcome === 'fail').map(({ id, sentence }) => `${id}: ${sentence}`)
  return [table(['CLAUSE', 'OUTCOME', 'DONE', 'CAME'], rows), '', ...broken, [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')].join('\n')
}

/** Descriptions must not have a # in them. */
function tapOf ({ clauses }: ConformanceReport): string {
  const lines = clauses.map(({ id, outcome, sentence, came }, at) => {
    const skip = outcome === 'not applicable' || outcome === 'not tested' ? ` # SKIP ${outcome}: ${plain(came)}` : ''
    return `${outcome === 'fail' ? 'not ok' : 'ok'} ${at + 1} - ${id}: ${sentence}${skip}${outcome === 'fail' ? `\n# ${plain(came)}` : ''}`
  })
  return ['TAP version 14', `1..${clauses.length}`, ...lines].join('\n')
}
