/** `orchestra can`: whether an account may publish or subscribe, and why. */
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, type ExitCode, exitCodes } from '../exit.js'
import { explain } from '../access/explain.js'
import { jsonOf, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'

const actions = ['publish', 'subscribe'] as const

export const can = defineCommand({
  name: 'can <name> <action> <topic>',
  about: `whether an account may ${actions.join(' or ')}, and why`,
  settings: clientSettings,
  more: 'Exit codes: 0 it may, of its own alone or in part, too, 5 it may not; else as other commands.\nA topic that begins with from/, to/, state/ or events/ is meant below the root.',
  async run (config, [name, asked, topic = '']): Promise<ExitCode> {
    const action = actions.find(one => one === asked)
    if (action === undefined) throw new CommandError(exitCodes.usage, `can: ${JSON.stringify(asked)} is none of ${actions.join(', ')}`)
    const whole = /^(from|to|state|events)(\/|$)/.test(topic) ? `${config.root}/${topic}` : topic
    const { allowed, why } = await withApp(config, async (app, now) => explain({ ...await app.accounts.get(idOf(name)), id: idOf(name) }, action, whole, { root: config.root, now }))
    say(config.json ? jsonOf({ account: name, action, topic: whole, allowed, why }) : `${allowed}: ${why}`)
    return allowed === 'no' ? exitCodes.refused : exitCodes.ok
  }
})
