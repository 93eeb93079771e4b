/** Two nodes on one Redis, and talkers on either of them; all that is told is checked against the contract. */
import type { Test } from 'tap'
import { Facts } from '../../support/topics/facts.js'
import { Talker, type TalkerOptions } from '../../support/topics/talker.js'
import { ServerProcess } from './server-process.js'
import { openForTwo } from './stores.js'

export interface TwoNodes {
  readonly one: ServerProcess
  readonly two: ServerProcess
  readonly facts: Facts
  readonly talker: (server: ServerProcess, name: string, options?: TalkerOptions) => Promise<Talker>
}

export async function startTwo (t: Test): Promise<TwoNodes> {
  const { args, others } = await openForTwo(t)
  const [one, two] = [new ServerProcess(args), new ServerProcess(others[0])]
  for (const server of [one, two]) {
    t.teardown(() => server.kill())
    await server.start()
  }
  const facts = new Facts()
  const talker = async ({ port }: ServerProcess, name: string, options?: TalkerOptions): Promise<Talker> => {
    const talker = await Talker.connect(port, 'orchestra/v1', name, facts, options)
    t.teardown(() => talker.leave())
    return talker
  }
  return { one, two, facts, talker }
}
