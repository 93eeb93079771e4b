/** `orchestra enrolment` and `enrol`: tokens with which devices make their own accounts, and their use. */
import { randomBytes } from 'node:crypto'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, type ExitCode, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { limitSettings, showListing } from '../output/listing.js'
import { facts, pairsOf } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { contentOf } from '../settings/content.js'
import { duration, list, number, pairs, text, toggle } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const verbs = ['put', 'list', 'remove'] as const

export const enrolment = defineCommand({
  name: 'enrolment <verb> [id]',
  about: `tokens with which devices make their own accounts: ${verbs.join(', ')}`,
  settings: {
    ...clientSettings,
    ...limitSettings,
    ...flagsOnly({
      names: text({ value: 'pattern', about: 'put: for which names, * for any characters' }),
      uses: number(1)({ default: 1, about: 'put: for how many devices' }),
      expires: duration(1_000)({ default: 86_400_000, defaultText: '1d', about: 'put: how long the token is good' }),
      approve: toggle({ about: 'put: each account is disabled until orchestra account enable' }),
      function: list({ value: 'name', about: 'put: a function that they may offer (default: any)' }),
      label: pairs({ about: 'put: a label that they may claim (default: any)' })
    })
  },
  async run (config, [verb, id]): Promise<ExitCode> {
    if (!verbs.some(one => one === verb)) throw new CommandError(exitCodes.usage, `enrolment: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    const { names, uses, expires, approve, function: functions, label, json, limit } = config
    await withApp(config, async app => {
      if (verb === 'list') {
        return await showListing(app.enrolments.list(), {
          json,
          limit,
          head: ['ENROLMENT', 'NAMES', 'USES LEFT', 'ENDS', 'APPROVE', 'FUNCTIONS', 'LABELS', 'MADE BY'],
          row: one => [one.enrolment, one.names, one.uses, new Date(one.expiresAt).toISOString(), one.approve ? 'yes' : '', one.functions?.join(' '), pairsOf(one.labels), one.createdBy]
        })
      }
      if (verb === 'remove') {
        const { enrolment } = await app.enrolments.remove(idOf(id))
        return say(json ? jsonOf({ enrolment, removed: true }) : `${enrolment} is removed: its token is no longer good`)
      }
      if (names === undefined) throw new CommandError(exitCodes.usage, '--names: say which names it is for, like cam-*')
      const { ref, ...made } = await app.enrolments.put(idOf(id), { names, uses, expiresMs: expires, approve, ...functions.length > 0 && { functions: [...functions] }, ...Object.keys(label).length > 0 && { labels: label } })
      say(json ? jsonOf(made) : `${facts({ enrolment: made.enrolment, names: made.names, uses: made.uses, ends: new Date(made.expiresAt).toISOString(), token: made.token })}\nnobody can ask for the token again`)
    })
    return exitCodes.ok
  }
})

/** 192 bits, as the server makes them. */
const SECRET_BYTES = 24

export const enrol = defineCommand({
  name: 'enrol <name>',
  about: 'make an account with the token of an enrolment, as a device would',
  settings: {
    ...clientSettings,
    ...flagsOnly({
      tokenFile: text({ value: 'file', about: 'where the token is; or give it as --password' }),
      secretFile: text({ value: 'file', about: 'the secret that it will have; else one is made and shown, once' })
    })
  },
  async run (config, [name]) {
    const token = config.password ?? (await contentOf('tokenFile', config.tokenFile))?.trim()
    if (token === undefined) throw new CommandError(exitCodes.usage, '--token-file: there is no token')
    const given = (await contentOf('secretFile', config.secretFile))?.trim()
    const secret = given ?? randomBytes(SECRET_BYTES).toString('base64url')
    const { account, enabled } = await withApp({ ...config, user: idOf(name), password: token }, app => app.enrol(secret))
    const shown = given === undefined ? { secret } : {}
    say(config.json ? jsonOf({ account, enabled, ...shown }) : facts({ account, ...shown, state: enabled ? 'it may connect' : 'it may connect once somebody has enabled it' }))
    return exitCodes.ok
  }
})
