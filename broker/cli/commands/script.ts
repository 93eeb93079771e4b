/** `orchestra script`: runs topic scripts, and says what became of each. */
import { writeFile } from 'node:fs/promises'
import { systemClock } from '../../index.js'
import { systemRandom } from '../../platform/random.js'
import { type Failure, type Script, ScriptError, type Target, attachedTo, inProcess, junitXml, live, loadScripts, readableReport, runScripts, tapReport } from '../../scripts/index.js'
import { defineCommand } from '../command.js'
import { CommandError, type ExitCode, exitCodes, messageOf } from '../exit.js'
import { contentOf } from '../settings/content.js'
import { type ScriptConfig, checkScripts, scriptSettings } from '../settings/script.js'
import { untilSignal } from '../signals.js'

const more = `Each file is a script: steps of clients, and what they expect, in YAML (schemas/scripts/script.json).
Of a folder, all scripts in it and below it are run. In this process each has an orchestrator of its own, on a
virtual clock; against a broker time is real, ids are unique to the run, and scripts that need more are skipped.

Exit codes: 0 all passed or skipped, 1 some failed, 2 wrong usage, or a script that can't be read, 4 nobody answers,
130 interrupted: what runs is ended, and what was not begun is not told.`

export const script = defineCommand({
  name: 'script <files...>',
  about: 'run topic scripts, in this process or against a broker',
  settings: scriptSettings,
  more,
  async run (config, [files]) {
    checkScripts(config)
    const scripts = await loadScripts([files ?? []].flat()).catch((error: unknown) => {
      throw error instanceof ScriptError ? new CommandError(exitCodes.usage, error.message) : error
    })
    if (scripts.length === 0) throw new CommandError(exitCodes.usage, 'there is no script')
    await checkWritable(config.junit)
    const target = await reach(config)
    try {
      return await runAll(scripts, target, config)
    } finally {
      await target.close()
    }
  }
})

/** Told before anything has run. @throws CommandError */
async function checkWritable (junit: string | undefined): Promise<void> {
  if (junit === undefined) return
  await writeFile(junit, junitXml([])).catch((error: unknown) => { throw new CommandError(exitCodes.usage, `--junit: ${junit} can't be written: ${messageOf(error)}`) })
}

async function runAll (scripts: readonly Script[], target: Target, { report, junit, jobs, timeout }: ScriptConfig): Promise<ExitCode> {
  const write = (text: string): void => { process.stdout.write(text) }
  const shown = (report ?? (process.stdout.isTTY ? 'readable' : 'tap')) === 'tap' ? tapReport(write) : readableReport(write)
  shown.begin(scripts.length)
  const end = new AbortController()
  untilSignal().then(() => end.abort(), () => {})
  const outcomes = await runScripts(scripts, { target, clock: systemClock(), jobs, scriptMs: timeout, signal: end.signal, told: shown.told })
  shown.end(outcomes)
  if (junit !== undefined) await writeFile(junit, junitXml(outcomes))
  if (end.signal.aborted) return exitCodes.interrupted
  return outcomes.some(({ kind }) => kind === 'failed') ? exitCodes.failed : exitCodes.ok
}

/** Where nobody answers it says so once, and not for each script. @throws CommandError */
async function reach ({ broker, brokerCa, foreign, attach, root, user, password }: ScriptConfig): Promise<Target> {
  const clock = systemClock()
  const random = systemRandom()
  const ca = await contentOf('brokerCa', brokerCa)
  const login = user === undefined ? undefined : { username: user, password }
  if (attach !== undefined) {
    return await attachedTo({ url: attach, root, ca, login, clock, random }).catch((error: unknown) => {
      throw new CommandError(exitCodes.unreachable, messageOf(error))
    })
  }
  if (broker.length === 0) return inProcess()
  const target = live({ urls: broker, root: root ?? 'orchestra/v1', gives: ['direct', foreign ? 'foreign-broker' : 'own-broker'], clock, random, ca, login })
  const [outcome] = await runScripts([greetingOf(user)], { target, clock, jobs: 1, told: () => {} })
  if (outcome?.kind === 'failed') throw new CommandError(exitCodes.unreachable, `--broker: ${broker.join(', ')}: ${whyNobody(outcome.failure, root)}`)
  return target
}

function whyNobody ({ step, message, instead = [] }: Failure, root = 'orchestra/v1'): string {
  if (step.startsWith('command')) return `no orchestrator answers there below ${root}: is one served or attached, and is that its --root?`
  return [message, ...instead].join(': ')
}

const place = { file: '--broker', line: 1 }

const greetingOf = (user: string | undefined): Script => ({
  name: 'somebody answers',
  file: place.file,
  covers: [],
  needs: [],
  ids: ['probe'],
  vars: {},
  steps: [{ kind: 'connect', place, fields: { connect: 'probe', ...user !== undefined && { user } } }, { kind: 'command', place, fields: { command: 'time', as: 'probe' } }]
})
