/** Steps about a connection: how it comes, stops, and goes. */
import { Client, type Qos, returnCodeText } from '../client.js'
import type { Scene } from '../scene.js'
import { type Fields, Unmet } from '../script.js'
import { type PayloadFields, answered, kind, payloadOf, withinMs } from './kind.js'

interface Connect {
  readonly connect: string
  readonly id?: string
  readonly user?: string | null
  readonly node?: number
  readonly password?: string
  readonly clean?: boolean
  readonly keepalive?: number
  readonly will?: PayloadFields & Fields & { readonly topic: string, readonly qos?: Qos, readonly retain?: boolean }
  readonly subscribe?: readonly string[]
  readonly returns?: number
  readonly present?: boolean
}

export const connect = kind<Connect>(async (scene, fields) => {
  const { connect: name, returns = 0, present } = fields
  const options = optionsOf(scene, fields)
  const client = new Client(await scene.stage.connect(fields.node), options, scene.arrived)
  scene.add(name, client)
  const { code, sessionPresent } = await answered(scene, client.connect(), 'CONNECT')
  if (code !== returns) throw new Unmet('another CONNACK came', returnCodeText(returns), [returnCodeText(code)])
  if (present !== undefined && sessionPresent !== present) throw new Unmet('another CONNACK came', `session present ${present}`, [`session present ${sessionPresent}`])
  if (code !== 0) return
  const filters = fields.subscribe ?? (options.clean ? [`to/${client.principal}/#`] : [])
  for (const filter of filters) await answered(scene, client.subscribe(scene.topic(filter), 1), `SUBSCRIBE ${filter}`)
})

function optionsOf (scene: Scene, { connect: name, id, user, password, clean = true, keepalive = 0, will }: Connect) {
  const own = String(scene.vars[name] ?? `${name}-${scene.stage.run}`)
  const username = user ?? own
  const { login } = scene.stage
  const secret = password ?? (username === login?.username ? login.password : undefined)
  return {
    clientId: id ?? own,
    clean,
    keepalive,
    ...user !== null && { username, ...secret !== undefined && { password: secret } },
    ...will !== undefined && { will: { topic: scene.topic(will.topic), payload: payloadOf(will), qos: will.qos ?? 1, retain: will.retain ?? false } }
  }
}

export const disconnect = kind<{ readonly disconnect: string }>(async (scene, { disconnect: name }) => {
  await answered(scene, scene.client(name).disconnect(), 'DISCONNECT')
  await gone(scene)
})

export const drop = kind<{ readonly drop: string }>(async (scene, { drop: name }) => {
  await scene.client(name).drop()
  await gone(scene)
})

/** The broker has noticed, where that can be known. */
async function gone (scene: Scene): Promise<void> {
  if (scene.stage.clock !== undefined) await scene.quiet()
}

/** The broker closes the connection. */
export const closed = kind<{ readonly closed: string, readonly within?: unknown }>(async (scene, { closed: name, within }) => {
  const client = scene.client(name)
  const isClosed = await scene.until(() => client.isOpen ? undefined : true, withinMs(within))
  if (isClosed === undefined) throw new Unmet('the connection is still open', `${name} is closed by the broker`, [])
})

export const stall = kind<{ readonly stall: string }>(async (scene, { stall: name }) => {
  scene.client(name).stopReading()
})

export const resume = kind<{ readonly resume: string }>(async (scene, { resume: name }) => {
  scene.client(name).goOn()
})

export const subscribe = kind<{ readonly subscribe: string, readonly as: string, readonly qos?: Qos, readonly grants?: number }>(async (scene, { subscribe: filter, as, qos = 1, grants = qos }) => {
  const granted = await answered(scene, scene.client(as).subscribe(scene.topic(filter), qos), `SUBSCRIBE ${filter}`)
  if (granted !== grants) throw new Unmet('another SUBACK came', `granted ${grants}`, [`granted ${granted}`])
})

export const unsubscribe = kind<{ readonly unsubscribe: string, readonly as: string }>(async (scene, { unsubscribe: filter, as }) => {
  await answered(scene, scene.client(as).unsubscribe(scene.topic(filter)), `UNSUBSCRIBE ${filter}`)
})
