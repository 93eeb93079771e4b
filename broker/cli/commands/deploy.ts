/** `orchestra deploy`: a manifest out of a file, and waiting until it is ready. */
import { basename } from 'node:path'
import type { DeploymentPut } from '../../../schemas/index.js'
import { DeployError, RequestError } from '../../../device-client/app.js'
import { withApp } from '../client.js'
import { defineCommand, idOf } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { readDocument } from '../documents.js'
import { clientSettings } from '../settings/client.js'
import { duration, toggle } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

interface Manifest extends Omit<DeploymentPut, 'ref'> { readonly name?: string }

const WAIT_MS = 60_000

export const deploy = defineCommand({
  name: 'deploy <file>',
  about: 'deploy a manifest (YAML or JSON: modules, steps, result, policy) and wait until it is ready',
  settings: {
    ...clientSettings,
    ...flagsOnly({
      wait: duration()({ default: WAIT_MS, about: 'how long to wait for it to be ready; 0: not at all' }),
      remove: toggle({ about: 'remove the deployment of this name instead' }),
      pause: toggle({ about: 'let no more devices have a new revision of the deployment of this name' }),
      resume: toggle({ about: 'go on with its rollout' })
    })
  },
  more: `The deployment has the name that the manifest says (\`name\`), or else that of the file. The same again changes nothing.
Exit codes: 0 ready, 1 failed or not ready in time, 5 refused.`,
  async run (config, [file]) {
    if (file === undefined) throw new CommandError(exitCodes.usage, 'deploy: say which file')
    const asked = (['remove', 'pause', 'resume'] as const).filter(what => config[what])
    if (asked.length > 1) throw new CommandError(exitCodes.usage, `deploy: either --${asked.join(' or --')}`)
    if (asked[0] !== undefined) return await change(config, asked[0], nameIn(file))
    const { name = nameIn(file), ...manifest } = await readDocument<Manifest>(file)
    await withApp(config, async app => {
      const put = await app.deployments.put(idOf(name), manifest)
      const { ref, ...document } = config.wait === 0 ? { ...put } : { ...await app.deployments.ready(name, config.wait).catch(asFailure), ref: undefined }
      if (config.json) return say(jsonOf(document))
      say(`${name}, revision ${document.revision}, is ${document.state}`)
      for (const [step, device] of Object.entries(document.placement)) say(`  ${step} on ${device}`)
    })
    return exitCodes.ok
  }
})

/** That it is not ready is no lack of an answer. */
function asFailure (error: unknown): never {
  if (error instanceof DeployError || (error instanceof RequestError && error.code === 'timeout')) throw new CommandError(exitCodes.failed, error.message)
  throw error
}

function nameIn (file: string): string {
  return basename(file).replace(/\.(ya?ml|json)$/, '')
}

const changed = { remove: 'is removed', pause: 'is paused', resume: 'goes on' } as const

async function change (config: Parameters<typeof withApp>[0] & { readonly json: boolean }, what: keyof typeof changed, name: string) {
  const { ref, ...document } = await withApp(config, app => app.deployments[what](idOf(name)))
  say(config.json ? jsonOf(document) : `${name} ${changed[what]}`)
  return exitCodes.ok
}
