/** Starts and asks the processes that are measured. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ServerKind, Usage } from './server.js'

const script = fileURLToPath(new URL('server.js', import.meta.url))

export class ServerProcess {
  private constructor (readonly kind: ServerKind, readonly port: number, private readonly child: ChildProcess) {}

  static async start (kind: ServerKind, directory: string): Promise<ServerProcess> {
    const child = fork(script, [kind, directory], { execArgv: ['--expose-gc'] })
    const [{ port }] = await once(child, 'message') as [{ port: number }]
    return new ServerProcess(kind, port, child)
  }

  /** `settled`: what is garbage has been collected. */
  async usage (question: 'now' | 'settled' = 'now'): Promise<Usage> {
    this.child.send(question)
    const [answer] = await once(this.child, 'message') as [Usage]
    return answer
  }

  async stop (): Promise<void> {
    const ended = once(this.child, 'exit')
    this.child.disconnect()
    await ended
  }
}
