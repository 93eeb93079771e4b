/**
 * The set-ups against which the topic scripts must pass, each with real parts.
 * Scripts of a live one wait most of the time, so many run at once; what each
 * says and is told has ids of its own.
 */
import { createClient } from 'redis'
import type { Test } from 'tap'
import { systemClock } from '../../../broker/platform/clock.js'
import { systemRandom } from '../../../broker/platform/random.js'
import { type LiveOptions, type Need, type Nodes, type Script, type StoreState, type Target, attachedTo, inProcess, live } from '../../../broker/scripts/index.js'
import { ServerProcess } from '../../faults/support/server-process.js'
import { BridgeStage, exampleText } from '../bridge-stage.js'
import { startMosquitto } from '../mosquitto.js'
import { type RedisServer, startRedis } from '../redis-server.js'

export interface SetUp {
  readonly name: string
  /** How many scripts run at the same time. */
  readonly jobs: number
  readonly build: (t: Test) => Promise<Target>
}

const clock = systemClock()
const random = systemRandom()
const ROOT = 'orchestra/v1'
/** So many that they meet each other, and so few that none starves on a busy machine: what fails in the crowd has failed. */
const MANY = 8

async function serving (t: Test, ...args: string[]): Promise<ServerProcess> {
  const server = new ServerProcess(args)
  t.teardown(() => server.kill())
  await server.start()
  return server
}

function served (servers: readonly ServerProcess[], gives: readonly Need[], more: Partial<LiveOptions> = {}): Target {
  const urls = servers.map(({ port }) => `mqtt://127.0.0.1:${port}`)
  return live({ urls, root: ROOT, gives, clock, random, ...more })
}

const pair = async (t: Test, url: string, ...args: string[]): Promise<ServerProcess[]> => await Promise.all(['a', 'b'].map(name => serving(t, '--redis', url, '--node', name, ...args)))

/** Killed and started again on what it has written; full: there, and without memory for more. */
function storeOf (redis: RedisServer): (state: StoreState) => Promise<void> {
  let isAway = false
  return async state => {
    const isBack = isAway && state === 'back'
    isAway = state === 'away'
    if (isAway) return await redis.kill()
    if (isBack) return await redis.restart()
    const admin = createClient({ url: redis.url })
    await admin.connect()
    await admin.configSet('maxmemory', state === 'full' ? '1' : '0')
    admin.destroy()
  }
}

export const setUps: readonly SetUp[] = [
  { name: 'in-process', jobs: 1, build: async () => inProcess() },
  // The longest of them first.
  {
    name: 'two nodes, harmed',
    jobs: 1,
    async build (t) {
      const redis = await startRedis(t, { appendonly: 'always' })
      const servers = await pair(t, redis.url)
      const nodeOf = (node: number): ServerProcess => {
        const server = servers[node - 1]
        if (server === undefined) throw new Error(`there is no node ${node}`)
        return server
      }
      const nodes: Nodes = {
        kill: async node => await nodeOf(node).kill(),
        start: async node => { await nodeOf(node).start() }
      }
      return served(servers, ['direct', 'own-broker', 'store', 'nodes'], { store: storeOf(redis), nodes })
    }
  },
  { name: 'serve', jobs: MANY, build: async t => served([await serving(t, '--data', t.testdir())], ['direct', 'own-broker']) },
  {
    name: 'two nodes',
    jobs: MANY,
    // Below another root.
    async build (t) {
      const { url } = await startRedis(t)
      return served(await pair(t, url, '--root', 'plant-7/line'), ['direct', 'own-broker'], { root: 'plant-7/line' })
    }
  },
  {
    name: 'attached',
    jobs: MANY,
    async build (t) {
      const target = await attachedTo({ url: (await startMosquitto(t)).url, clock, random })
      t.teardown(() => target.close())
      return target
    }
  },
  {
    name: 'bridged',
    jobs: MANY,
    // Everybody is at a site's Mosquitto.
    async build (t) {
      const { mosquitto } = await BridgeStage.start(t, { example: 'bridge-out.yaml' })
      return live({ urls: [mosquitto.url], root: ROOT, gives: ['bridge'], clock, random })
    }
  },
  {
    name: 'site\'s bridge',
    jobs: MANY,
    // Mosquitto's own bridge; everybody is at that Mosquitto.
    async build (t) {
      const lines = exampleText('bridge-in.conf').split('\n').map(line => line.replace(':1883', ':PORT'))
      const config = { bridgePrincipals: [{ user: 'site1', principals: ['*'] }] }
      const stage = await BridgeStage.start(t, { config, mosquitto: [...lines, `topic ${ROOT}/events/# in 1`, 'restart_timeout 1'] })
      await stage.bridged()
      return live({ urls: [stage.mosquitto.url], root: ROOT, gives: [], clock, random })
    }
  },
  {
    name: 'serve, killed',
    jobs: 1,
    async build (t) {
      const server = await serving(t, '--data', t.testdir())
      const restart = async (): Promise<void> => {
        await server.kill()
        await server.start()
      }
      return served([server], ['direct', 'own-broker', 'restart'], { restart })
    }
  }
]

/** Of a set-up whose parts are killed only what is about that: all else has run on one of the same kind. */
export function chosenFor ({ gives }: Target, scripts: readonly Script[]): readonly Script[] {
  const harms = (['restart', 'store', 'nodes'] as const).filter(harm => gives.has(harm))
  return gives.has('virtual-clock') || harms.length === 0 ? scripts : scripts.filter(({ needs }) => harms.some(harm => needs.includes(harm)))
}
