/** `orchestra export` and `import`: modules, saved workflows and manifests as a folder of files that people can read and keep. */
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { DEPLOYMENTS, MODULES, readFleet, writeFleet } from '../fleet.js'
import { TEMPLATES } from '../fleet-templates.js'
import { jsonOf, say } from '../output/lines.js'
import { clientSettings } from '../settings/client.js'

export const exportTo = defineCommand({
  name: 'export <dir>',
  about: 'write all modules, saved workflows and manifests into a folder, for import or a repository',
  settings: clientSettings,
  more: `Written are ${MODULES}/NAME@VERSION.wasm with its description, ${TEMPLATES}/NAME.yaml and ${DEPLOYMENTS}/NAME.yaml. Files of the same names are replaced.`,
  async run (config, [dir]) {
    const folder = folderOf(dir, 'export')
    const counts = await withApp(config, app => writeFleet(app, folder))
    say(config.json ? jsonOf(counts) : `${counts.modules} modules, ${counts.templates} templates and ${counts.deployments} deployments are in ${folder}`)
    return exitCodes.ok
  }
})

export const importFrom = defineCommand({
  name: 'import <dir>',
  about: 'put the modules, saved workflows and manifests of a folder that export has written',
  settings: clientSettings,
  more: `What is there already and the same is left as it is. One that can't be taken is told, and the others are put.
Exit codes: 0 all of them are there, 1 some were refused.`,
  async run (config, [dir]) {
    const folder = folderOf(dir, 'import')
    const refused = await withApp(config, app => readFleet(app, folder, say))
    for (const { text } of refused) console.error(text)
    if (refused.some(({ code }) => code === 'unsatisfiable')) console.error('import again once devices that fit are there; serve --seed does so by itself')
    return refused.length === 0 ? exitCodes.ok : exitCodes.failed
  }
})

function folderOf (dir: string | undefined, command: string): string {
  if (dir === undefined) throw new CommandError(exitCodes.usage, `${command}: say which folder`)
  return dir
}
