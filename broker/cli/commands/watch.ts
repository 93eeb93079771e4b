/** `orchestra watch`: what happens, as it happens, until it is interrupted. */
import type { Sighting, WatchTarget } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { hint, jsonOf, plain, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'
import { id } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'
import { untilSignal } from '../signals.js'

const targets = flagsOnly({
  task: id({ about: 'only this task' }),
  device: id({ about: 'only this device; its tasks are not among it' })
})

export const watch = defineCommand({
  name: 'watch',
  about: 'show events live, until interrupted',
  settings: { ...clientSettings, ...targets },
  async run (config) {
    const target = targetOf(config)
    await withApp(config, async app => {
      const sightings = app.watch(target)
      untilSignal().then(() => sightings.return()).catch(() => {})
      for await (const sighting of sightings) show(sighting, config.json)
    })
    return exitCodes.ok
  }
})

function targetOf ({ task, device }: { readonly task: string | undefined, readonly device: string | undefined }): WatchTarget {
  if (task !== undefined && device !== undefined) throw new CommandError(exitCodes.usage, '--task, --device: one excludes the other')
  if (task !== undefined) return { task }
  return device === undefined ? 'all' : { device }
}

/** Of states only the changes are shown, and these are the events. */
function show (sighting: Sighting, json: boolean): void {
  if (sighting.kind === 'state') return
  if (sighting.kind === 'gap') return hint(sighting.cause === 'slow' ? `(${sighting.dropped} events were left out)` : '(reconnected: events may be missing)')
  say(json ? jsonOf({ noun: sighting.noun, id: sighting.id, ...sighting.payload }) : lineOf(sighting))
}

function lineOf (sighting: Extract<Sighting, { kind: 'event' }>): string {
  const { id, payload } = sighting
  const time = new Date(payload.at).toISOString().slice(11, 23)
  return plain(`${time}  ${sighting.noun.slice(0, -1).padEnd(6)}  ${id.padEnd(20)}  ${payload.event.padEnd(10)}  ${sighting.noun === 'tasks' ? storyOf(sighting.payload) : payload.reason ?? ''}`).trimEnd()
}

function storyOf ({ device, attempt, percent, note, reason, error }: Extract<Sighting, { kind: 'event', noun: 'tasks' }>['payload']): string {
  const parts = [
    device === undefined ? undefined : `by ${device}, attempt ${attempt}`,
    percent === undefined ? undefined : `${percent}%`,
    note,
    reason,
    error === undefined ? undefined : `${error.code}${error.message === undefined ? '' : `: ${error.message}`}`
  ]
  return parts.filter(part => part !== undefined).join(', ')
}
