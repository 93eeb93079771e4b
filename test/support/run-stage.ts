/** The command line around workflows, with a server and a device that are processes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { ServerProcess } from '../faults/support/server-process.js'
import { type Said, orchestra } from './orchestra.js'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

const FUNCTIONS = {
  'fetch.mjs': 'export default ({ n }) => Array.from({ length: n }, (_, i) => i)',
  'resize.mjs': 'export default ({ image }) => { if (image === 2) throw Object.assign(new Error("it is broken"), { code: "broken", retry: false }); return image }',
  'pack.mjs': 'export default files => files.length',
  'hang.mjs': 'export default (_, { signal }) => new Promise(resolve => signal.addEventListener("abort", resolve))'
}
export const ALBUM = `steps:
  load: { function: fetch, args: { n: =input.n } }
  part:
    function: resize
    after: [load]
    forEach: =load.result
    args: { image: =item }
    onError: skip
  join: { function: pack, after: [part], args: =part.results }
result: =join.result
input: { n: 2 }
`
const HANGING = 'steps: { wait: { function: hang, leaseMs: 600000 } }\n'

export interface Stage {
  readonly dir: string
  readonly broker: string
  orchestra (...args: readonly string[]): Promise<Said>
  /** A process of its own. */
  begin (...args: readonly string[]): ChildProcess
}

/** A server and a device, and commands for them. */
export async function staged (t: Test): Promise<Stage> {
  const dir = t.testdir({ functions: FUNCTIONS, 'album.yaml': ALBUM, 'hanging.yaml': HANGING, 'failing.yaml': ALBUM.replace('    onError: skip\n', '') })
  const server = new ServerProcess(['--memory'])
  await server.start()
  t.teardown(() => server.kill())
  const broker = `mqtt://127.0.0.1:${server.port}`
  const begin = (...args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [main, ...args, '--broker', broker], { stdio: ['ignore', 'pipe', 'pipe'] })
    t.teardown(() => child.kill('SIGKILL'))
    return child
  }
  const device = begin('device', '--id', 'worker-1', '--functions', join(dir, 'functions'), '--capacity', '4')
  await once(createInterface(device.stdout as NodeJS.ReadableStream), 'line')
  return { dir, broker, orchestra: async (...args) => await orchestra([...args, '--broker', broker]), begin }
}
