/**
 * Work that crosses nodes: handed in on one, done on another. No clock is moved
 * unless a test says so, so that nothing waits for the next sweep unseen.
 */
import type { Test } from 'tap'
import { type Node, type Nodes, onNodes } from '../support/nodes/rig.js'
import { begun, offerOf, offered, submit } from '../support/topics/steps.js'
import type { Talker } from '../support/topics/talker.js'
import type { Body } from '../support/topics/facts.js'

const SWEEP_MS = 1_000
const BIRTH = { session: 1, functions: ['work'] }
const ALL = ['to/watcher/#', 'state/#', 'events/#']

onNodes('a task that is handed in on one node is offered on the other at once, and its result comes back', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const watcher = await a.talker('watcher', { subscribe: ALL })
  const cam = await device(b, 'cam-7')
  const app = await a.talker('app')
  await submit(app, 't1', { notify: true, args: { n: 1 } })
  const offer = await cam.told('offer')
  t.match(offer, { task: 't1', attempt: 1, args: { n: 1 } })
  await cam.ask('tasks/t1/begin', { attempt: 1 })
  await cam.ask('tasks/t1/success', { attempt: 1, result: { n: 2 } })
  t.match(await app.told('tasks/t1/ended'), { state: 'completed', result: { n: 2 } })
  for (const event of ['submitted', 'offered', 'began', 'succeeded']) await watcher.seen('events/tasks/t1', { event })
  t.match(await watcher.seen('state/tasks/t1', { state: 'completed' }), { result: { n: 2 } })
  t.match(await watcher.seen('state/devices/cam-7', { state: 'executing' }), { node: 'b', executing: ['t1'] })
  t.match(await watcher.seen('state/devices/cam-7', { state: 'free' }), { node: 'b', executing: [] })
})

onNodes('a task that is declined on one node is offered on the other at once', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const app = await a.talker('app')
  const here = await device(a, 'here')
  const attempt = await offered(app, here, 't1')
  const there = await device(b, 'there')
  await here.ask('tasks/t1/decline', { attempt, reason: 'not now' })
  t.equal(await offerOf(there, 't1'), 2)
})

onNodes('work that another node was told of in vain is found at its next sweep', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const cam = await device(b, 'cam-7')
  await b.said()
  const app = await a.talker('app')
  a.bus.hold((_to, kind) => kind === 'pipeline')
  await submit(app, 't1')
  t.match(await app.ask('tasks/t1/why'), { text: '1 device may take it now; that is for b to offer', devices: [{ device: 'cam-7', ready: true }] })
  t.same(await cam.rest(), [])
  await b.clock.advance(SWEEP_MS)
  t.equal(await offerOf(cam, 't1'), 1)
})

for (const mode of ['push', 'pull']) {
  onNodes(`a device that moves with a birth is served there, and never holds more than it can (${mode})`, async (t, nodes) => {
    const [a, b] = await pair(nodes)
    const app = await a.talker('app')
    const birth = { mode, capacity: 2 }
    const before = await device(a, 'cam-7', birth)
    for (const task of ['t1', 't2', 't3', 't4']) await submit(app, task)
    if (mode === 'pull') await before.ask('next', { max: 2, session: 1 })
    for (const task of ['t1', 't2']) await offerOf(before, task)
    await before.ask('tasks/t1/begin', { attempt: 1 })

    const after = await b.talker('cam-7', { clientId: 'cam-7' })
    t.match(await after.ask('birth', { ...BIRTH, ...birth, tasks: [{ task: 't1', attempt: 1 }] }), { tasks: [{ task: 't1' }] })
    t.equal(await offerOf(after, 't2'), 1, 'what it may never have got is sent again')
    if (mode === 'pull') t.equal((await after.ask('next', { max: 2, session: 1 })).max, 0, 'both slots are taken')
    await isServed(t, app, 'cam-7', 'b')
    await after.rest()
    await submit(app, 't5')
    t.same(await after.rest(), [], 'nothing more')
    t.same(await heldBy(app, 'cam-7'), ['t1', 't2'])

    await after.ask('tasks/t1/success', { attempt: 1, ...mode === 'pull' && { next: 1 } })
    await offerOf(after, 't3')
    await after.ask('tasks/t2/begin', { attempt: 1 })
    await after.ask('tasks/t2/success', { attempt: 1, ...mode === 'pull' && { next: 1 } })
    await offerOf(after, 't4')
    t.same(await after.rest(), [])
    t.same(await heldBy(app, 'cam-7'), ['t3', 't4'])
    t.same(before.inbox.filter(({ topic }) => topic.endsWith('/offer')), [], 'the first node has offered nothing since')
  })
}

onNodes('two tools of one device on two nodes: a slot that ends on one is filled on the other at once', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const app = await b.talker('app')
  const ear = await device(b, 'cam-7')
  const mouth = await a.talker('cam-7', { clientId: 'mouth', subscribe: ['to/cam-7/tasks/#'] })
  await a.said()
  for (let n = 1; n <= 10; n++) await submit(app, `t${n}`)
  for (let n = 1; n <= 10; n++) {
    const attempt = await offerOf(ear, `t${n}`)
    await mouth.ask(`tasks/t${n}/begin`, { attempt })
    await mouth.ask(`tasks/t${n}/success`, { attempt })
  }
  t.equal((await app.ask('devices/cam-7/get')).node, 'b')
})

onNodes('a tool of a device on another node asks for work, and it is offered at once', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const app = await b.talker('app')
  const ear = await device(b, 'cam-7', { mode: 'pull' })
  const mouth = await a.talker('cam-7', { clientId: 'mouth', subscribe: ['to/cam-7/next/#'] })
  await a.said()
  await submit(app, 't1')
  t.same((await ear.rest()).filter(line => line.includes('/offer ')), [])
  await mouth.say('next', { max: 1, session: 1 })
  t.equal(await offerOf(ear, 't1'), 1)
})

onNodes('a device that comes to another node without a birth is served on by the first, as long as that runs', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const app = await b.talker('app')
  await device(a, 'cam-7', { mode: 'pull' })
  const moved = await b.talker('cam-7', { clientId: 'cam-7' })
  await b.said()
  await submit(app, 't1')
  await moved.ask('heartbeat', { session: 1, next: 1 })
  const attempt = await offerOf(moved, 't1')
  await moved.ask('tasks/t1/begin', { attempt })
  await submit(app, 't2')
  await moved.ask('tasks/t1/success', { attempt, next: 1 })
  await offerOf(moved, 't2')
  await isServed(t, app, 'cam-7', 'a')
})

onNodes('a device whose node has left is taken up where it only speaks, and gets offers', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const app = await b.talker('app')
  const beating = await device(a, 'beating')
  const beginning = await device(a, 'beginning', { functions: ['begins'] })
  await submit(app, 'first', { function: 'begins' })
  const attempt = await offerOf(beginning, 'first')
  await a.away(beating)
  await a.away(beginning)
  await a.said()
  await leaves(a, b)
  for (const [name, verb, body] of [['beating', 'heartbeat', { session: 1 }], ['beginning', 'tasks/first/begin', { attempt }]] as const) {
    const back = await b.talker(name, { clientId: name })
    await back.ask(verb, body)
    await isServed(t, app, name, 'b')
    if (name === 'beginning') await back.ask('tasks/first/success', { attempt })
    await submit(app, `for-${name}`, { require: { device: name }, function: name === 'beginning' ? 'begins' : 'work' })
    await offerOf(back, `for-${name}`)
  }
})

onNodes('no task is held twice, and no device holds more than it can, whoever does the work', async (t, nodes) => {
  const [a, b, c] = [...await pair(nodes), await nodes.start('c')]
  for (const node of [a, b]) await node.clock.advance(SWEEP_MS)
  const watcher = await a.talker('watcher', { subscribe: ['to/watcher/#', 'events/tasks/#'] })
  await a.said()
  const crew = await Promise.all([a, b, c].flatMap((node, n) => [1, 2].map(capacity => worker(t, node, `w${n}-${capacity}`, capacity))))
  const tasks = Array.from({ length: 90 }, (_, n) => `t${n}`)
  const apps = await Promise.all([a, b, c].map((node, n) => node.talker(`app-${n}`)))
  await Promise.all(tasks.map((task, n) => submit(apps[n % 3] as Talker, task, { notify: true })))
  await Promise.all(tasks.map((task, n) => apps[n % 3]?.told(`tasks/${task}/ended`)))
  for (const node of [b, c]) await node.said()
  await watcher.ask('time')
  for (const task of tasks) t.same(heldTwice(watcher, task), [], task)
  t.equal(crew.reduce((sum, { done }) => sum + done(), 0), tasks.length)
  t.same(crew.filter(({ done }) => done() === 0).map(({ name }) => name), [], 'everybody had something to do')
})

onNodes('the same client id on another node ends the connection on the first', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const first = await device(a, 'cam-7')
  const closed = new Promise(resolve => first.client.once('close', () => resolve(undefined)))
  await b.talker('cam-7', { clientId: first.client.options.clientId as string })
  await closed
  t.notOk(a.isConnected(first.client.options.clientId as string))
})

onNodes('a node that goes without being heard is told of by one that sees it, once', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const watcher = await b.talker('watcher', { subscribe: ['to/watcher/#', 'state/nodes/#'] })
  await watcher.seen('state/nodes/a', { state: 'online' })
  watcher.trace.length = 0
  await leaves(a, b)
  await b.clock.advance(SWEEP_MS)
  await watcher.rest()
  t.same(watcher.trace.filter(topic => topic === 'state/nodes/a'), ['state/nodes/a'])
})

onNodes('why tells the truth of devices that another node serves', async (t, nodes) => {
  const [a, b] = await pair(nodes)
  const app = await b.talker('app')
  const why = async (task: string): Promise<Body> => app.ask(`tasks/${task}/why`)
  const cam = await device(a, 'cam-7', { capacity: 2, labels: { site: 'roof' } })
  const puller = await device(a, 'puller', { functions: ['pulled'], mode: 'pull' })
  await a.said()

  await submit(app, 'elsewhere', { require: { labels: { site: 'hall' } } })
  t.match(await why('elsewhere'), { text: '1 of 2 devices offer work, none of them meets what the task requires', devices: [{ fits: false }, { fits: false }] })
  for (const task of ['t1', 't2']) await begun(app, cam, task)
  await submit(app, 't3')
  t.match(await why('t3'), { text: '1 device may take it, none can now: cam-7 holds 2 of 2', devices: [{ device: 'cam-7', fits: true, ready: false, filters: [{ filter: 'capacity' }] }, {}] })
  await submit(app, 'pulled', { function: 'pulled' })
  t.match(await why('pulled'), { text: '1 device may take it after asking for work; that is for a to offer', devices: [{ device: 'puller', ready: true }, {}] })
  await app.ask('devices/puller/cordon', { reason: 'in repair' })
  await b.said()
  t.match(await why('pulled'), { text: '1 device may take it, none can now: puller is cordoned: in repair' })

  await a.away(puller)
  await a.away(cam)
  await app.ask('devices/puller/uncordon')
  await a.stop()
  t.match(await why('pulled'), { text: '1 device may take it, none can now: puller was served by a, which is gone, and has not come to another node' })
})

/** Two nodes that know of each other. */
async function pair ({ start }: Nodes): Promise<[Node, Node]> {
  const [a, b] = [await start('a'), await start('b')]
  // Nodes are told of others by the store, at their sweeps.
  await a.clock.advance(SWEEP_MS)
  return [a, b]
}

async function device (node: Node, name: string, birth: object = {}): Promise<Talker> {
  const talker = await node.talker(name, { clientId: name })
  await talker.ask('birth', { ...BIRTH, ...birth })
  return talker
}

/** Without a word, so that it is the other that tells of it; resolves once that has seen it in the store. */
async function leaves (node: Node, other: Node): Promise<void> {
  const watcher = await other.talker('sees', { subscribe: ['state/nodes/#'] })
  await watcher.seen(`state/nodes/${node.name}`, { state: 'online' })
  node.bus.fallSilent()
  await node.stop()
  await other.clock.advance(SWEEP_MS)
  await watcher.seen(`state/nodes/${node.name}`, { state: 'offline' })
}

async function isServed (t: Test, app: Talker, name: string, node: string): Promise<void> {
  t.equal((await app.ask(`devices/${name}/get`)).node, node)
}

/** The tasks that name this device, offered or begun. */
async function heldBy (app: Talker, device: string): Promise<string[]> {
  const { tasks } = await app.ask('tasks/list', { device }) as { tasks: { task: string, state: string }[] }
  return tasks.filter(({ state }) => state === 'offered' || state === 'executing').map(({ task }) => task).sort()
}

/** Offers of a task that somebody held, and what others did with it; words of several nodes may overtake each other. */
function heldTwice ({ inbox }: Talker, task: string): Body[] {
  const events = inbox.flatMap(({ topic, body }) => topic === `events/tasks/${task}` && body !== undefined ? [body] : [])
  let holder: unknown
  return events.sort((one, other) => Number(one.v) - Number(other.v)).filter(({ event, device, to }) => {
    const isWrong = event === 'offered' ? holder !== undefined : event !== 'submitted' && device !== holder
    holder = to === 'offered' || to === 'executing' ? device : undefined
    return isWrong
  })
}

/** Does whatever it is offered, and looks that it is never more than it can hold. */
async function worker (t: Test, node: Node, name: string, capacity: number): Promise<{ name: string, done: () => number }> {
  const talker = await device(node, name, { capacity })
  let held = 0
  let done = 0
  const work = async ({ task, attempt }: Body): Promise<void> => {
    if (++held > capacity) t.fail(`${name} holds ${held} of ${capacity}`)
    await talker.ask(`tasks/${String(task)}/begin`, { attempt })
    // Before it says so: whoever is told of the end may be told first.
    held--
    done++
    await talker.ask(`tasks/${String(task)}/success`, { attempt })
  }
  talker.client.on('message', (topic, payload) => {
    if (topic.endsWith(`to/${name}/offer`)) work(JSON.parse(payload.toString()) as Body).catch(error => t.fail(String(error)))
  })
  return { name, done: () => done }
}
