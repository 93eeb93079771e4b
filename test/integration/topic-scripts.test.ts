/**
 * The same topic scripts against every set-up: all of them behave alike. What a
 * set-up can't give (a virtual clock) its scripts say that they need, and the
 * table at the end shows what ran where.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { systemClock } from '../../broker/platform/clock.js'
import { type Outcome, loadScripts, runScripts } from '../../broker/scripts/index.js'
import { failureText } from '../../broker/scripts/reports/readable.js'
import { type MessageKey, messages } from '../../schemas/index.js'
import { Overheard } from '../support/scripts/overheard.js'
import { chosenFor, setUps } from '../support/scripts/set-ups.js'
import { tableOf } from '../support/scripts/table.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const scripts = await loadScripts([join(root, 'test/scripts')])
const overheard = new Overheard()
const clock = systemClock()
const results = new Map<string, readonly Outcome[]>()
const VIRTUAL_MS = 20_000

// The live ones wait most of the time; on the virtual clock nothing does.
t.jobs = 3
// What is killed is waited for, however busy the machine is.
t.setTimeout(300_000)

for (const { name, jobs, build } of setUps) {
  t.test(name, { buffered: name !== 'in-process' }, async t => {
    const target = overheard.on(await build(t))
    const chosen = chosenFor(target, scripts)
    const begun = clock.now()
    const used = process.cpuUsage()
    const outcomes = await runScripts(chosen, { target, clock, jobs, told: () => {} })
    for (const outcome of outcomes) {
      if (outcome.kind === 'failed') t.fail(`${outcome.script.name}\n${failureText(outcome.failure)}`)
      else t.pass(outcome.script.name, outcome.kind === 'skipped' ? { skip: `needs ${outcome.lacks.join(', ')}` } : {})
    }
    results.set(name, outcomes)
    t.ok(outcomes.some(({ kind }) => kind === 'passed'), 'some have run')
    // Of the processor's time: what others take of it is not its fault.
    const { user, system } = process.cpuUsage(used)
    if (target.gives.has('virtual-clock')) t.ok((user + system) / 1_000 < VIRTUAL_MS, `the whole run on the virtual clock took ${clock.now() - begun} ms`)
  })
}

t.test('every message and every event of the contract is in some script, and what was told is as its schema says', { buffered: false }, t => {
  for (const key of Object.keys(messages) as MessageKey[]) t.ok(overheard.keys.has(key), key)
  for (const noun of ['tasks', 'devices']) {
    const schema = JSON.parse(readFileSync(join(root, `schemas/${noun}/event.json`), 'utf8')) as { properties: { event: { enum: string[] } } }
    for (const event of schema.properties.event.enum) t.ok(overheard.events.has(`${noun} ${event}`), `${noun} ${event}`)
  }
  t.same(overheard.problems, [])
  t.end()
})

t.test('every script has run somewhere', { buffered: false }, async t => {
  for (const script of scripts) {
    const ran = [...results.values()].flat().some(outcome => outcome.script === script && outcome.kind !== 'skipped')
    t.ok(ran, script.name)
  }
  for (const line of tableOf(scripts, results)) t.comment(`table: ${line}`)
})
