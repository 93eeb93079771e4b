/**
 * Commands of `orchestra` without a process for each: the start of one costs more than most commands do. What
 * is of the process itself (signals, stdin, being killed) needs a real one.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { commandsFor } from '../../broker/cli/command-table.js'
import { hint } from '../../broker/cli/output/lines.js'
import { runProgram } from '../../broker/cli/program.js'
import { version } from '../../broker/cli/version.js'

export interface Said { readonly code: number, readonly out: string, readonly err: string }
type Stream = 'out' | 'err'

/** What the command that goes on here has said. */
const saying = new AsyncLocalStorage<Record<Stream, string>>()

function divert (stream: NodeJS.WriteStream, to: Stream): void {
  const write = stream.write.bind(stream) as (...args: readonly unknown[]) => boolean
  stream.write = (chunk: string | Uint8Array, ...more: readonly unknown[]): boolean => {
    const said = saying.getStore()
    if (said === undefined) return write(chunk, ...more)
    said[to] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    const done = more.at(-1)
    if (typeof done === 'function') process.nextTick(done)
    return true
  }
}
divert(process.stdout, 'out')
divert(process.stderr, 'err')

/** This one's, without settings of ours. */
export const plainEnv: NodeJS.ProcessEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ORCHESTRA_')))

export async function orchestra (args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Said> {
  const env = { ...plainEnv, ...more }
  const said = { out: '', err: '' }
  const code = await saying.run(said, async () => await runProgram(await commandsFor(args[0], env), args, { version, env, complain: hint }))
  return { code, ...said }
}
