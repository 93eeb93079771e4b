/** Our servers, as processes: one broker each, with what it keeps its state in. */
import { Script, temporaryFolder } from './process.js'
import type { ServerKind } from './server.js'

export interface Server {
  readonly name: string
  readonly port: number
  /** One a node. */
  readonly ports: readonly number[]
  /** Of all that it takes to serve. */
  readonly pids: readonly number[]
  /** Collects garbage. */
  readonly settle: () => Promise<unknown>
  readonly stop: () => Promise<unknown>
}

export async function startServer (kind: ServerKind): Promise<Server> {
  return serverOf(kind, [await startNode(kind, temporaryFolder())])
}

interface Node { readonly script: Script, readonly port: number }

async function startNode (kind: ServerKind, place: string): Promise<Node> {
  const { script, ready } = await Script.start<{ port: number }>('server', [kind, place], ['--expose-gc'])
  return { script, port: ready.port }
}

function serverOf (name: string, nodes: readonly Node[]): Server {
  const ports = nodes.map(({ port }) => port)
  return {
    name,
    port: ports[0] as number,
    ports,
    pids: nodes.map(({ script }) => script.pid),
    settle: () => Promise.all(nodes.map(({ script }) => {
      script.tell({})
      return script.next()
    })),
    stop: () => Promise.all(nodes.map(({ script }) => script.stop()))
  }
}
