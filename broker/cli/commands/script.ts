/** `orchestra script`: runs topic scripts, and says what became of each. */
import { writeFile } from 'node:fs/promises'
import { systemClock } from '../../index.js'
import { ScriptError, type Target, inProcess, junitXml, loadScripts, readableReport, runScripts, tapReport } from '../../scripts/index.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { number, oneOf, text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const more = `Each file is a script: steps of clients, and what they expect, in YAML (schemas/scripts/script.json).
Of a folder, all scripts in it and below it are run.

Exit codes: 0 all passed or skipped, 1 some failed, 2 wrong usage, or a script that can't be read, 4 nobody answers.`

export const script = defineCommand({
  name: 'script <files...>',
  about: 'run topic scripts, in this process or against a broker',
  settings: flagsOnly({
    report: oneOf('tap', 'readable')({ about: 'how the result is told (default: readable at a terminal, else tap)' }),
    junit: text({ value: 'file', about: 'also write JUnit XML there' }),
    jobs: number(1, 64)({ default: 1, about: 'how many scripts run at the same time' })
  }),
  more,
  async run ({ report, junit, jobs }, [files]) {
    const scripts = await loadScripts([files ?? []].flat()).catch((error: unknown) => {
      throw error instanceof ScriptError ? new CommandError(exitCodes.usage, error.message) : error
    })
    const clock = systemClock()
    const target: Target = inProcess()
    const write = (text: string): void => { process.stdout.write(text) }
    const shown = (report ?? (process.stdout.isTTY ? 'readable' : 'tap')) === 'tap' ? tapReport(write) : readableReport(write)
    shown.begin(scripts.length)
    const outcomes = await runScripts(scripts, { target, clock, jobs, told: shown.told })
    shown.end(outcomes)
    await target.close()
    if (junit !== undefined) await writeFile(junit, junitXml(outcomes))
    return outcomes.some(({ kind }) => kind === 'failed') ? exitCodes.failed : exitCodes.ok
  }
})
