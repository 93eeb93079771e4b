/** `orchestra login` and `logout`: what the other commands connect with. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { hint, jsonOf, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'
import { contentOf } from '../settings/content.js'
import { text } from '../settings/kinds.js'
import { removeProfile, writeProfile } from '../settings/profile.js'
import { flagsOnly } from '../settings/setting.js'

const { profile, json, ...connection } = clientSettings

export const login = defineCommand({
  name: 'login',
  about: 'try a user name and a secret, and keep them for the other commands',
  settings: { ...connection, ...flagsOnly({ profile: text({ value: 'name', about: 'keep them under this name (default: default)' }), secretFile: text({ value: 'file', about: 'where the secret is; else it is asked for, or read from stdin' }) }) },
  more: 'The profile is a file that only you may read. Another server, or another user, on the command line leaves it aside.',
  async run (config) {
    const { user = 'root', broker, brokerCa, root, secretFile } = config
    const given = config.password ?? (await contentOf('secretFile', secretFile))?.trim()
    const password = given ?? await asked(`secret of ${user}: `)
    if (password === '') throw new CommandError(exitCodes.usage, 'login: there is no secret')
    await withApp({ ...config, profile: undefined, json: false, user, password }, async () => {})
    const path = await writeProfile(config.profile, { broker, user, password, root, brokerCa })
    say(`${user} is logged in: ${path}`)
    return exitCodes.ok
  }
})

export const logout = defineCommand({
  name: 'logout',
  about: 'forget what login has kept',
  settings: { ...flagsOnly({ profile: text({ value: 'name', about: 'the one of this name (default: default)' }) }), json },
  async run (config) {
    const isGone = await removeProfile(config.profile)
    if (config.json) say(jsonOf({ removed: isGone }))
    else hint(isGone ? 'logged out' : 'nobody was logged in')
    return exitCodes.ok
  }
})

/** Not shown while it is typed. */
async function asked (question: string): Promise<string> {
  let isSilent = false
  const output = new Writable({
    write (chunk, _encoding, done) {
      if (!isSilent) process.stderr.write(chunk as Buffer)
      done()
    }
  })
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY })
  try {
    // Of an input that ends without a line there is no answer.
    const ended = new Promise<string>(resolve => { lines.once('close', () => resolve('')) })
    const answer = lines.question(process.stdin.isTTY ? question : '')
    isSilent = true
    return (await Promise.race([answer, ended])).trim()
  } finally {
    lines.close()
    if (process.stdin.isTTY) process.stderr.write('\n')
  }
}
