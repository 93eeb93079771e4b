/**
 * The set-ups against which the topic scripts must pass, each with real parts.
 * Scripts of a live one wait most of the time, so many run at once; what each
 * says and is told has ids of its own.
 */
import type { Test } from 'tap'
import { systemClock } from '../../../broker/platform/clock.js'
import { systemRandom } from '../../../broker/platform/random.js'
import { type Need, type Target, attachedTo, inProcess, live } from '../../../broker/scripts/index.js'
import { ServerProcess } from '../../faults/support/server-process.js'
import { BridgeStage, exampleText } from '../bridge-stage.js'
import { startMosquitto } from '../mosquitto.js'
import { startRedis } from '../redis-server.js'

export interface SetUp {
  readonly name: string
  /** How many scripts run at the same time. */
  readonly jobs: number
  readonly build: (t: Test) => Promise<Target>
}

const clock = systemClock()
const random = systemRandom()
const ROOT = 'orchestra/v1'
const MANY = 16

async function serving (t: Test, ...args: string[]): Promise<ServerProcess> {
  const server = new ServerProcess(args)
  t.teardown(() => server.kill())
  await server.start()
  return server
}

function served (servers: readonly ServerProcess[], gives: readonly Need[], restart?: () => Promise<void>): Target {
  const urls = servers.map(({ port }) => `mqtt://127.0.0.1:${port}`)
  return live({ urls, root: ROOT, gives, clock, random, ...restart !== undefined && { restart } })
}

export const setUps: readonly SetUp[] = [
  { name: 'in-process', jobs: 1, build: async () => inProcess() },
  { name: 'serve', jobs: MANY, build: async t => served([await serving(t, '--data', t.testdir())], ['direct', 'own-broker']) },
  {
    name: 'two nodes',
    jobs: MANY,
    async build (t) {
      const { url } = await startRedis(t)
      const nodes = await Promise.all(['a', 'b'].map(name => serving(t, '--redis', url, '--node', name)))
      return served(nodes, ['direct', 'own-broker'])
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
      return served([server], ['direct', 'own-broker', 'restart'], async () => {
        await server.kill()
        await server.start()
      })
    }
  }
]
