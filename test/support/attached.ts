/** A real Mosquitto, orchestrators attached to it as processes, and whoever speaks there: all that is told is checked against the contract. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { type Mosquitto, startMosquitto } from './mosquitto.js'
import { Facts } from './topics/facts.js'
import { Talker, type TalkerOptions } from './topics/talker.js'

export const ROOT = 'orchestra/v1'
export const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

/** Resolves once commands are taken. */
export async function attach (t: Test, broker: Pick<Mosquitto, 'url'>, ...flags: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main, 'attach', '--broker', broker.url, '--node', 'site', '--log-level', 'error', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  const [line] = await once(createInterface(child.stdout), 'line') as [string]
  t.same(JSON.parse(line), { attached: [broker.url] })
  return child
}

export async function ended (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal)
  const [code] = await once(child, 'exit') as [number | null]
  return code
}

export interface SiteOptions {
  /** Lines of mosquitto.conf. */
  readonly conf?: readonly string[]
  /** Whether several orchestrators speak. */
  readonly hasNodes?: boolean
}

export class Site {
  readonly #facts = new Facts()

  private constructor (private readonly t: Test, readonly broker: Mosquitto) {}

  static test (name: string, run: (t: Test, site: Site) => Promise<void>, { conf, hasNodes = false }: SiteOptions = {}): void {
    t.test(name, async t => {
      const site = new Site(t, await startMosquitto(t, conf))
      await run(t, site)
      // Two nodes tell over two connections: one may overtake the other, and readers ignore the lower version.
      t.same(site.#facts.problems.filter(problem => !hasNodes || !problem.includes(' v fell from ')), [])
    })
  }

  async talker (name: string, options: TalkerOptions = {}): Promise<Talker> {
    const talker = await Talker.connect(this.broker.port, ROOT, name, this.#facts, { clientId: name, ...options })
    this.t.teardown(() => talker.leave())
    return talker
  }
}
