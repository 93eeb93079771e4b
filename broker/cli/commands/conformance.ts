/** `orchestra conformance`: plays the orchestrator to a real device, and says which clauses of the topics it keeps. */
import { writeFile } from 'node:fs/promises'
import { type ConformanceOptions, type ConformanceReport, type Judged, Ruined, checkConformance } from '../../conformance/run.js'
import { systemClock } from '../../platform/clock.js'
import { junitSuite } from '../../scripts/index.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { hint, jsonOf, plain, say } from '../output/lines.js'
import { table } from '../output/table.js'
import { contentOf } from '../settings/content.js'
import { type ConformanceConfig, checkConformanceConfig, conformanceSettings } from '../settings/conformance.js'
import { untilSignal } from '../signals.js'

const more = `The broker is a plain one, without an orchestrator: the command plays its part. Start the device while it waits.
  orchestra conformance --device cam-7 --broker mqtt://127.0.0.1 --slow-function blink --slow-args '{"ms":3000}'

What fails is tried again: of a device that fails once and then passes, and of one that can't be judged because this
machine, the broker or the device was slow at that time, it says "could not tell". Where the broker has access lists, it
needs to read {root}/from/{device}/# and to write {root}/to/{device}/#. It leaves nothing behind, interrupted or not.

Exit codes: 0 no clause is broken, 1 at least one is, 2 wrong usage, 4 no broker, no birth in time, or the run was broken
off, 6 none is broken, but of some it could not be told.`

export const conformance = defineCommand({
  name: 'conformance',
  about: 'check a real device against the topics, clause by clause',
  settings: conformanceSettings,
  more,
  async run (config) {
    const { json, tap, junit, device = '' } = config
    const judged: Judged[] = []
    const options = { ...await optionsOf(config), told: (one: Judged) => { judged.push(one); tell(one, config) } }
    hint(`waiting for the birth of ${options.device}: start it now`)
    const show = async (report: ConformanceReport): Promise<void> => {
      say(json ? jsonOf(report) : tap ? tapOf(report) : tableOf(report))
      if (junit !== undefined) await writeFile(junit, junitOf(report))
    }
    try {
      const report = await checkConformance(options)
      await show(report)
      if (!report.passed) return exitCodes.failed
      return report.clauses.some(({ outcome }) => outcome === 'could not tell') ? exitCodes.unsure : exitCodes.ok
    } catch (error) {
      if (!(error instanceof Ruined)) throw new CommandError(exitCodes.unreachable, `--broker: ${messageOf(error)}`)
      if (judged.length > 0) await show({ device, passed: false, clauses: judged })
      throw new CommandError(exitCodes.unreachable, `${judged.length > 0 ? 'broken off: ' : ''}${plain(error.message)}`)
    }
  }
})

/** At a terminal a run of minutes says how far it is. */
function tell ({ id, outcome }: Judged, { json, tap }: ConformanceConfig): void {
  if (process.stderr.isTTY && !json && !tap) hint(`${outcome.padEnd(14)} ${id}`)
}

/** @throws CommandError */
async function optionsOf (config: ConformanceConfig): Promise<ConformanceOptions> {
  const { device, broker, brokerCa, brokerCert, brokerKey, root, user, password, clientId, function: name, args, slowFunction, slowArgs, patience, wait, only } = config
  if (device === undefined) throw new CommandError(exitCodes.usage, '--device: say which')
  checkConformanceConfig(config)
  const end = new AbortController()
  untilSignal().then(signal => end.abort(signal)).catch(() => {})
  return {
    broker: {
      urls: broker,
      username: user,
      password,
      ca: await contentOf('brokerCa', brokerCa),
      cert: await contentOf('brokerCert', brokerCert),
      key: await contentOf('brokerKey', brokerKey)
    },
    root,
    device,
    clientId,
    clock: systemClock(),
    quick: { ...name !== undefined && { name }, args: parse('--args', args) },
    slow: slowFunction === undefined ? undefined : { name: slowFunction, args: parse('--slow-args', slowArgs) },
    patienceMs: patience,
    birthMs: wait,
    only,
    signal: end.signal
  }
}

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

/** Descriptions must not have a # in them. What could not be told is skipped, visibly; the exit code tells it, too. */
function tapOf ({ clauses }: ConformanceReport): string {
  const lines = clauses.map(({ id, outcome, sentence, came }, at) => {
    const skip = outcome === 'pass' || outcome === 'fail' ? '' : ` # SKIP ${outcome}: ${plain(came)}`
    return `${outcome === 'fail' ? 'not ok' : 'ok'} ${at + 1} - ${id}: ${sentence.replaceAll('#', '\\#')}${skip}${outcome === 'fail' ? `\n# ${plain(came)}` : ''}`
  })
  return ['TAP version 14', `1..${clauses.length}`, ...lines].join('\n')
}

function junitOf ({ device, clauses }: ConformanceReport): string {
  return junitSuite('device conformance', clauses.map(({ id, outcome, sentence, came }) => ({
    group: device,
    name: id,
    ...outcome === 'fail' ? { failure: { message: came, text: sentence } } : outcome !== 'pass' && { skipped: `${outcome}: ${came}` }
  })))
}
