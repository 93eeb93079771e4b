/** How soon a device is told offline: whose connection is cut, and who falls silent. */
import { quantile } from './latency.js'
import { ROOT } from './loads.js'
import { type ConnectOptions, type Wire, dial, heard } from './wire.js'

export interface Loss {
  readonly server: string
  /** From the cut of a connection to the event at a subscriber. */
  readonly cutP50Ms: number
  /** From the last packet to the event, in keepalives. */
  readonly silentP50: number
}

const SILENT_DEVICES = 20

export async function losses (server: string, port: number, { cuts, keepaliveS }: { cuts: number, keepaliveS: number }): Promise<Loss> {
  const watcher = await dial(port, 'loss-watcher', `${ROOT}/events/devices/+`)
  const cutMs: number[] = []
  for (let number = 0; number < cuts; number++) {
    const device = await born(port, `cut-${number}`)
    let at = 0
    await gone(watcher, `cut-${number}`, () => {
      at = performance.now()
      device.close()
    })
    cutMs.push(performance.now() - at)
  }
  return { server, cutP50Ms: quantile(cutMs, 0.5), silentP50: quantile(await silences(port, watcher, keepaliveS), 0.5) }
}

async function silences (port: number, watcher: Wire, keepaliveS: number): Promise<number[]> {
  const silent = new Map<string, Wire>()
  for (let number = 0; number < SILENT_DEVICES; number++) silent.set(`silent-${number}`, await born(port, `silent-${number}`, { keepaliveS }))
  const shares: number[] = []
  await new Promise<void>(resolve => {
    watcher.onPublish = (topic, payload) => {
      const wire = silent.get(topic.split('/').at(-1) ?? '')
      if (wire === undefined || !isOver(payload)) return
      shares.push((performance.now() - wire.saidAt) / 1000 / keepaliveS)
      if (shares.length === SILENT_DEVICES) resolve()
    }
  })
  return shares
}

async function born (port: number, name: string, options: ConnectOptions = {}): Promise<Wire> {
  const will = { topic: `${ROOT}/from/${name}/offline`, payload: '{"session":1,"reason":"lost"}' }
  const wire = await dial(port, name, `${ROOT}/to/${name}/#`, { ...options, will })
  await heard(wire, '/welcome', () => wire.publish(`${ROOT}/from/${name}/birth`, '{"session":1,"functions":["loss"],"heartbeatMs":0}'))
  return wire
}

function gone (watcher: Wire, name: string, cut: () => void): Promise<void> {
  return new Promise(resolve => {
    watcher.onPublish = (topic, payload) => { if (topic.endsWith(`/${name}`) && isOver(payload)) resolve() }
    cut()
  })
}

function isOver (payload: Buffer): boolean {
  return payload.includes('"left"') || payload.includes('"lost"')
}
