/**
 * What is done to the servers: messages through a bare broker, and tasks
 * through an orchestrator. Each load keeps a fixed number under way, so that
 * the server is never idle and nothing piles up.
 */
import { type Wire, dial } from './wire.js'

export interface Load {
  readonly name: string
  /** How many messages or tasks are through. */
  readonly completed: number
  /** Of both directions. */
  readonly packets: number
  readonly start: () => void
  /** Resolves when what is under way is through. */
  readonly stop: () => Promise<void>
}

/** As long as what the comparison in the design was made with. */
const PAYLOAD = 'x'.repeat(64)
export const ROOT = 'orchestra/v1'

/** Starts as many as may be under way, so many at a time; each one that is through makes room for another. */
class Supply {
  completed = 0
  #running = false
  #underWay = 0
  #drained: () => void = () => {}

  constructor (private readonly underWayMax: number, private readonly atATime: number, private readonly begin: () => unknown) {}

  start (): void {
    this.#running = true
    this.#fill()
  }

  done (): void {
    this.completed++
    this.#underWay--
    if (this.#running) return this.#fill()
    if (this.#underWay === 0) this.#drained()
  }

  stop (): Promise<void> {
    this.#running = false
    return new Promise(resolve => {
      this.#drained = resolve
      if (this.#underWay === 0) resolve()
    })
  }

  #fill (): void {
    while (this.#underWay + this.atATime <= this.underWayMax) {
      this.#underWay += this.atATime
      this.begin()
    }
  }
}

function loadOf (name: string, supply: Pick<Supply, 'completed' | 'start' | 'stop'>, wires: readonly Wire[]): Load {
  return {
    name,
    get completed () { return supply.completed },
    get packets () { return wires.reduce((sum, { packets }) => sum + packets, 0) },
    start: () => supply.start(),
    stop: () => supply.stop()
  }
}

export interface MessageLoad {
  readonly name: string
  readonly pairs: number
  readonly underWayPerPair: number
}

/** QoS 1 messages, each from one client to one other: four packets. */
export async function messages (port: number, { name, pairs: count, underWayPerPair }: MessageLoad): Promise<Load> {
  const pairs: { from: Wire, topic: string }[] = []
  const wires: Wire[] = []
  const supply = new Supply(count * underWayPerPair, 1, () => {
    const { from, topic } = inTurn(pairs)
    from.publish(topic, PAYLOAD)
  })
  for (let number = 0; number < count; number++) {
    const topic = `${name}/${number}`
    const [from, to] = [await dial(port, `${name}-from-${number}`, 'none'), await dial(port, `${name}-to-${number}`, topic)]
    to.onPublish = () => supply.done()
    pairs.push({ from, topic })
    wires.push(from, to)
  }
  return loadOf(name, supply, wires)
}

export interface TaskLoad {
  readonly name: string
  readonly devices: number
  readonly birth: { readonly capacity: number, readonly mode: 'push' | 'pull', readonly begin: 'explicit' | 'implied', readonly replies: 'all' | 'rejections' }
  /** Tasks in one packet: a producer with much to do uses the bulk submit. */
  readonly perSubmit: number
}

const PRINCIPALS_SUBMITTING = 4
/** Of every device's slots: with as many waiting again there is always one to claim. */
const UNDER_WAY_PER_SLOT = 2

/** @param ports of the nodes: devices and apps are spread over them */
export async function tasks (ports: readonly number[], { name, devices, birth, perSubmit }: TaskLoad): Promise<Load> {
  const apps: { app: Wire, root: string }[] = []
  const wires: Wire[] = []
  let number = 0
  const submission = { function: name, args: PAYLOAD, leaseMs: 60_000 }
  const alone = JSON.stringify(submission)
  const supply = new Supply(devices * birth.capacity * UNDER_WAY_PER_SLOT, perSubmit, () => {
    const { app, root } = inTurn(apps)
    if (perSubmit === 1) return app.publish(`${root}/tasks/${name}-${number++}/submit`, alone)
    const tasks = Array.from({ length: perSubmit }, () => ({ task: `${name}-${number++}`, ...submission }))
    app.publish(`${root}/tasks/submit`, JSON.stringify({ tasks }))
  })
  for (let count = 0; count < PRINCIPALS_SUBMITTING; count++) {
    const app = await dialPrincipal(spread(ports, count), `${name}-app-${count}`)
    apps.push({ app, root: `${ROOT}/from/${name}-app-${count}` })
    wires.push(app)
  }
  for (let count = 0; count < devices; count++) wires.push(await device(spread(ports, count), `${name}-${count}`, name, birth, () => supply.done()))
  return loadOf(name, supply, wires)
}

export interface FanOutLoad extends Pick<TaskLoad, 'name' | 'devices' | 'birth'> {
  /** Of each run. */
  readonly elements: number
}

/** One run of a workflow after the other: a task for each element of a list, then one that gets to know how many there were. */
export async function fanOut (ports: readonly number[], { name, devices, birth, elements }: FanOutLoad): Promise<Load> {
  const app = await dialPrincipal(spread(ports, 0), `${name}-app`)
  const steps = {
    part: { function: name, forEach: `=[1..${elements}]`, args: [PAYLOAD, '=item'], leaseMs: 60_000, parallel: Math.min(devices * birth.capacity * UNDER_WAY_PER_SLOT, 1_000) },
    join: { function: name, after: ['part'], args: '=$count(part.results)' }
  }
  let run = 0
  let isRunning = false
  let drained: (() => void) | undefined
  const begin = (): void => { app.publish(`${ROOT}/from/${name}-app/workflows/${name}-${run++}/submit`, JSON.stringify({ steps, notify: true, keepMs: 60_000 })) }
  app.onPublish = (topic, payload) => {
    if (!topic.endsWith('/ended')) return refuseRejection(topic, payload)
    if (!payload.includes('"state":"completed"')) throw new Error(payload.toString())
    if (isRunning) begin()
    else drained?.()
  }
  const supply = {
    completed: 0,
    start (): void {
      isRunning = true
      begin()
    },
    stop: (): Promise<void> => new Promise(resolve => {
      isRunning = false
      drained = resolve
    })
  }
  const wires = [app]
  for (let count = 0; count < devices; count++) wires.push(await device(spread(ports, count), `${name}-${count}`, name, birth, () => { supply.completed++ }))
  return loadOf(name, supply, wires)
}

async function dialPrincipal (port: number, name: string): Promise<Wire> {
  const wire = await dial(port, name, `${ROOT}/to/${name}/#`)
  wire.onPublish = refuseRejection
  return wire
}

/** One that works on what it is offered without any effort of its own. */
async function device (port: number, id: string, functionName: string, birth: TaskLoad['birth'], done: () => void): Promise<Wire> {
  const wire = await dialPrincipal(port, id)
  const from = `${ROOT}/from/${id}`
  const next = birth.mode === 'pull' ? ',"next":1' : ''
  const finishing = new Set<number>()
  const finish = (task: string, attempt: string): void => {
    const packetId = wire.publish(`${from}/tasks/${task}/success`, `{"attempt":${attempt},"result":"${PAYLOAD}"${next}}`)
    finishing.add(packetId)
  }
  wire.onPublish = (topic, payload) => {
    if (topic.endsWith('/offer')) {
      const { task, attempt } = read(payload)
      if (birth.begin === 'implied') finish(task, attempt)
      else wire.publish(`${from}/tasks/${task}/begin`, `{"attempt":${attempt}}`)
    } else if (topic.endsWith('/begin/accepted')) finish(topic.split('/')[5] ?? '', '1')
    else refuseRejection(topic, payload)
  }
  wire.onAck = packetId => { if (finishing.delete(packetId)) done() }
  wire.publish(`${from}/birth`, JSON.stringify({ session: 1, functions: [functionName], heartbeatMs: 0, ...birth }))
  if (birth.mode === 'pull') wire.publish(`${from}/next`, '{"max":1}')
  return wire
}

/** The fields of an offer that a device needs, cut out: parsing would make the generator the slow part. */
function read (payload: Buffer): { task: string, attempt: string } {
  const text = payload.toString('latin1', 0, 200)
  const [, task = '', attempt = ''] = /"task":"([^"]*)".*?"attempt":(\d+)/.exec(text) ?? []
  return { task, attempt }
}

function refuseRejection (topic: string, payload: Buffer): void {
  if (topic.endsWith('rejected')) throw new Error(`${topic}: ${payload.toString()}`)
}

function spread (ports: readonly number[], count: number): number {
  return ports[count % ports.length] as number
}

function inTurn<T> (all: T[]): T {
  const next = all.shift() as T
  all.push(next)
  return next
}
