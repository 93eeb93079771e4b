/** `orchestra blob`: files to the orchestrator and back, by their SHA-256. */
import { readFile, writeFile } from 'node:fs/promises'
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { CommandError, type ExitCode, exitCodes, messageOf } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'
import { bytes, text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

const verbs = ['put', 'get'] as const

export const blob = defineCommand({
  name: 'blob <verb> <what>',
  about: 'files by their SHA-256: put FILE stores one and says its name, get SHA256 writes it to --output',
  settings: {
    ...clientSettings,
    ...flagsOnly({
      output: text({ value: 'file', about: 'get: where it is written (default: the SHA-256 in this folder)' }),
      chunk: bytes(256, 128 * 1024)({ default: 32 * 1024, defaultText: '32KiB', about: 'bytes of one message' })
    })
  },
  async run (config, [verb, what = '']): Promise<ExitCode> {
    const { chunk, json } = config
    if (verb === 'put') {
      const content = await readFile(what).catch((error: unknown) => { throw new CommandError(exitCodes.usage, `${what}: ${messageOf(error)}`) })
      if (content.length === 0) throw new CommandError(exitCodes.usage, `${what} is empty`)
      const hash = await withApp(config, app => app.blobs.put(content, { chunk }))
      say(json ? jsonOf({ blob: hash, bytes: content.length }) : hash)
      return exitCodes.ok
    }
    if (verb !== 'get') throw new CommandError(exitCodes.usage, `blob: ${JSON.stringify(verb)} is none of ${verbs.join(', ')}`)
    if (!/^[0-9a-f]{64}$/.test(what)) throw new CommandError(exitCodes.usage, `blob get: ${JSON.stringify(what)} is no SHA-256: 64 hexadecimal digits in lower case`)
    const content = await withApp(config, app => app.blobs.get(what, { chunk }))
    const { output = what } = config
    await writeFile(output, content).catch((error: unknown) => { throw new CommandError(exitCodes.failed, `--output: ${messageOf(error)}`) })
    say(json ? jsonOf({ blob: what, bytes: content.length, output }) : `${output}: ${content.length} bytes`)
    return exitCodes.ok
  }
})
