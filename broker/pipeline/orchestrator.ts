/**
 * The way of one packet, and everything that happens by itself, on any host and
 * any store:
 *
 *   route → validate → decide → commit → effects
 *
 * A verdict is given when all that the packet caused is written: that is what
 * an acknowledgement may be built on.
 */
import { type Command, type CommandDefinition, type Decision, type Internal, type Limits, type Rejection, isRejected } from '../core/command.js'
import type { Device } from '../core/device.js'
import type { Effect } from '../core/effects.js'
import type { Node } from '../core/node.js'
import { renderPayload } from '../core/payload.js'
import { type Awaitable, after } from '../core/records.js'
import { type Executor, type Outlet, createExecutor } from '../effects/executor.js'
import type { Clock } from '../platform/clock.js'
import type { Log } from '../platform/log.js'
import type { Random } from '../platform/random.js'
import { type Secrets, systemSecrets } from '../platform/secrets.js'
import { weakness } from '../plugins/accounts/index.js'
import { offerPatch } from '../plugins/tasks/index.js'
import { type Store, StoreDamaged, StoreRefusing, StoreUnavailable } from '../store/store.js'
import { AccountBook } from './account-book.js'
import { Audit } from './audit.js'
import { Deadlines } from './deadlines.js'
import { Decider } from './decider.js'
import { Dispatcher } from './dispatcher.js'
import { Exchange } from './exchange.js'
import { Gathering } from './gathering.js'
import { Nodes } from './nodes.js'
import { refusalOf } from './permit.js'
import { definitions, kinds } from './plugins.js'
import { type Body, type Incoming, route } from './route.js'
import { QueueBook } from './queue-book.js'
import { type Sessions, createSessions } from './sessions.js'
import { type States, createStates } from './states.js'
import { Tallies } from './tally.js'
import { Triggers } from './triggers.js'
import { damaged, defective, refusing, replyTooLarge } from './troubled.js'
import { Trouble } from './trouble.js'
import { createWords } from './words.js'
import { Written } from './written.js'

export interface OrchestratorOptions {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly limits: Limits
  /** How long devices that were present before a restart have to say so again. */
  readonly restartGraceMs: number
  /** Who says a command needs an account that allows it. Default: anybody may say everything. */
  readonly accounts?: boolean | undefined
  readonly secrets?: Secrets | undefined
}

/** `undecided`: the store could not answer, so nobody may be told that it is done. */
export type Verdict = 'decided' | 'undecided'

/** What the first account is called. */
const ROOT = 'root'
const REFUSALS_LOGGED_MS = 10_000

export class Orchestrator {
  readonly states: States
  readonly sessions: Sessions
  /** Which ordinary topics execute which deployment. */
  readonly triggers: Triggers
  /** Absent where there are none. */
  readonly accounts: AccountBook | undefined
  readonly #options: OrchestratorOptions
  readonly #secrets: Secrets
  readonly #written: Written
  readonly #report = (error: unknown): void => this.#failed(error)
  readonly #nodes: Nodes
  readonly #exchange: Exchange
  readonly #dispatcher: Dispatcher
  readonly #decider: Decider
  readonly #deadlines: Deadlines
  /** Only where it is known who somebody is. */
  readonly #audit: Audit | undefined
  readonly #tallies: Tallies
  readonly #trouble: Trouble
  readonly #queues: QueueBook
  readonly #gathering = new Gathering(internal => this.#follow(internal), this.#report)
  #executor: Executor | undefined
  #outlet: Outlet | undefined
  #isReachable = (): boolean => true
  #isAway = false
  #reviewing = false
  #refusedAt = 0

  constructor (options: OrchestratorOptions) {
    this.#options = options
    const { store, clock, log, limits } = options
    const failed = this.#report
    const secrets = this.#secrets = options.secrets ?? systemSecrets()
    const accounts = this.accounts = options.accounts === true ? new AccountBook(store) : undefined
    this.#written = new Written(store)
    this.#nodes = new Nodes({ store, log, happen: (key, entity) => this.#happen({ key, entity, body: { above: this.#trouble.alarm?.v } }), tell: effects => this.#tell(effects), isReachable: () => this.#isReachable() })
    this.#exchange = new Exchange(store, () => this.#nodes.hasOthers)
    this.#queues = new QueueBook(store, clock, () => this.#dispatcher.roster, queue => this.#dispatcher.resumed(queue))
    this.#dispatcher = new Dispatcher({
      store,
      queues: this.#queues,
      exchange: this.#exchange,
      rootBytes: limits.rootBytes,
      offerMs: limits.offerMs,
      offerPatch,
      tell: effects => this.#tell(effects),
      deploymentMoved: name => { this.triggers.heard(name).catch(failed) },
      queueMoved: (name, here) => { here === undefined ? this.#queues.heard(name).catch(failed) : this.#queues.changed(name, here.after) },
      ended: (run, ended) => { this.#gathering.add(run, ended).catch(failed) },
      accountMoved: (name, here) => { (here === undefined ? accounts?.heard(name) : accounts?.changed(name, here.after))?.catch(failed) },
      unanswered: device => { this.#follow({ key: 'devices/unanswered', entity: device, body: {} }).catch(failed) },
      failed
    })
    this.#deadlines = new Deadlines({
      store,
      clock,
      failed,
      happen: (key, entity, body = {}) => this.#happen({ key, entity, body }),
      presentUntil: id => this.#presentUntil(id),
      swept: () => this.#swept()
    })
    this.#tallies = new Tallies(store, limits)
    this.#decider = new Decider({ store, dispatcher: this.#dispatcher, limits, secrets, tallies: this.#tallies, definitions, tell: effects => this.#tell(effects), follow: internal => internal.key === 'workflows/ended' ? this.#gathering.add(internal.entity, [internal.body as object]) : this.#follow(internal) })
    if (accounts !== undefined) this.#audit = new Audit({ store, log, happen: internal => this.#happen(internal) })
    this.#trouble = new Trouble({
      node: store.bus?.node,
      now: () => store.now(),
      tell: effect => { this.#executor?.run([effect])?.catch(failed) },
      tellAgain: above => { this.#follow({ key: 'nodes/birth', entity: store.bus?.node ?? '', body: { above } }).catch(failed) }
    })
    this.triggers = new Triggers(store, options.random, internal => this.#happen(internal))
    this.states = createStates(store, this.#dispatcher.roster, this.#queues, () => this.#trouble.alarm)
    this.sessions = createSessions(store)
  }

  /** Opens the store and takes up what was under way. */
  async start (outlet: Outlet): Promise<void> {
    const { store, limits, log } = this.#options
    this.#outlet = outlet
    if (outlet.isReachable !== undefined) this.#isReachable = outlet.isReachable.bind(outlet)
    this.#executor = createExecutor(outlet, createWords(store, this.#dispatcher.roster, limits, log), error => this.#failed(error))
    await store.open(kinds, {
      due: () => this.#deadlines.check(),
      lost: error => this.#lost(error)
    })
    this.#exchange.listen(word => this.#dispatcher.heard(word), () => this.#resync().catch(error => this.#failed(error)))
    await this.#resume()
    this.#deadlines.start()
    this.#deadlines.hold(false)
  }

  /**
   * Makes the account `root` where there is none yet.
   * @param reset gives it another secret where there is one
   * @returns its secret where one had to be made: nobody can ask for it again
   * @throws RangeError for a secret that is easy to guess
   */
  async makeRoot (given?: string, { reset = false } = {}): Promise<string | undefined> {
    if (this.accounts === undefined || (this.accounts.get(ROOT) !== undefined && !reset)) return undefined
    const weak = given === undefined ? undefined : weakness(given, ROOT)
    if (weak !== undefined) throw new RangeError(weak)
    const secret = given ?? this.#secrets.make()
    const isMade = await this.#happen({ key: 'accounts/root', entity: ROOT, body: { hash: await this.#secrets.hash(secret), reset } })
    await this.#options.store.flushed()
    return isMade && given === undefined ? secret : undefined
  }

  async stop (): Promise<void> {
    this.#deadlines.stop()
    try {
      await this.#nodes.leave()
    } catch (error) {
      this.#failed(error)
    }
    await this.#options.store.close()
  }

  /** The store answers nobody now. */
  get isAway (): boolean {
    return this.#isAway
  }

  /** The nodes that are gone and whose heir this one is. */
  inherited (): readonly Node[] {
    return this.#nodes.inherited()
  }

  /** One packet from a host. `done` hears of it once, perhaps before this returns. */
  receive (incoming: Incoming, done: (verdict: Verdict) => void): void {
    const decided = (): void => done('decided')
    const failed = (error: unknown): void => this.#undecided(incoming, error, done)
    try {
      const received = this.#receive(incoming, decided, failed)
      if (received instanceof Promise) received.catch(failed)
    } catch (error) {
      failed(error)
    }
  }

  #undecided (incoming: Incoming, error: unknown, done: (verdict: Verdict) => void): void {
    if (error instanceof StoreRefusing) return finish(this.#refused(incoming, error), () => done('undecided'), () => done('undecided'))
    const isDamaged = error instanceof StoreDamaged
    if (error instanceof StoreUnavailable && !isDamaged) return done('undecided')
    this.#failed(error)
    // Its sender is told: sent again at once, after a new connection, it would only happen again.
    const told = isDamaged ? this.#rejectAs(incoming, damaged) : this.#reject(incoming, undefined, { ...defective, topic: incoming.topic })
    finish(told, () => done('decided'), () => done('undecided'))
  }

  /** Told, so that its sender can wait, and not acknowledged. */
  #refused (incoming: Incoming, error: StoreRefusing): Awaitable<void> {
    const { log, store } = this.#options
    this.#trouble.begins(error.message)
    if (store.now() - this.#refusedAt > REFUSALS_LOGGED_MS) {
      this.#refusedAt = store.now()
      log.error({ reason: error.message }, 'the store refuses changes; nothing is acknowledged until it takes them')
    }
    return this.#rejectAs(incoming, refusing)
  }

  /** As an answer to the command that it was. */
  #rejectAs (incoming: Incoming, rejection: Rejection): Awaitable<void> {
    const { payloadBytes, rootBytes } = this.#options.limits
    const routed = route(incoming, payloadBytes, rootBytes)
    const [name, ref] = routed.type === 'rejected' ? [routed.name, routed.ref] : [routed.name, routed.body.ref]
    return this.#reject(incoming, name, rejection, ref)
  }

  #receive (incoming: Incoming, done: () => void, failed: (error: unknown) => void): Awaitable<void> {
    const { limits, store, random } = this.#options
    const routed = route(incoming, limits.payloadBytes, limits.rootBytes)
    if (routed.type === 'rejected') return this.#whenWritten(() => this.#reject(incoming, routed.name, routed.rejection, routed.ref), done, failed)
    const { key, entity, body, name } = routed
    const { principal, qos, persistent, origin, enrolment } = incoming
    const now = store.now()
    const sender = this.accounts?.get(principal)
    const command: Command<Body> = { key, principal, sender, entity, body, qos, persistent, now, random: random(), origin, enrolment }
    const forbidden = this.accounts === undefined ? undefined : refusalOf(command)
    if (forbidden !== undefined) return after(this.#audited(command, forbidden), () => this.#whenWritten(() => this.#reject(incoming, name, forbidden, body.ref), done, failed))
    return after(this.#heard(command), () => after(this.#decider.decide(command), ({ decision, effects, followed }) =>
      // Who is told that a device is welcome may ask for work at once: its slots must be free by then.
      after(followed, () => after(this.#audited(command, isRejected(decision) ? decision.reject : undefined), () =>
        this.#whenWritten(() => this.#answer(command, name, decision, effects), done, failed)))))
  }

  #audited (command: Command<Body>, rejection: Rejection | undefined): Awaitable<unknown> {
    return this.#audit !== undefined && definitions.get(command.key)?.audited === true ? this.#audit.note(command, rejection) : undefined
  }

  /** Whoever speaks is there: any command of the current session ends offline. */
  #heard ({ key, principal, body }: Command<Body>): Awaitable<unknown> {
    const seat = this.#dispatcher.roster.get(principal)
    if (seat === undefined || key === 'devices/offline') return undefined
    if (body.session !== undefined && body.session < seat.device.session) return undefined
    this.#dispatcher.spoke(principal)
    const isOrphan = !seat.ours && !this.#nodes.isAlive(seat.device.node)
    if (key === 'devices/birth' || (seat.device.state === 'online' && !isOrphan)) return undefined
    return this.#happen({ key: 'devices/speak', entity: principal, body: { session: body.session, isOrphan } })
  }

  /** An event that no principal sent. It is applied when this returns or resolves, and told when it is written. Tells whether anything changed. */
  #happen ({ key, entity, body }: Internal): Awaitable<boolean> {
    const { store, random } = this.#options
    const command: Command = { key, principal: '', entity, body, qos: 0, persistent: false, now: store.now(), random: random() }
    return after(this.#decider.decide(command), ({ decision, effects }) => {
      this.#tell(effects)
      return !isRejected(decision) && decision.transitions.length > 0
    })
  }

  /** The same, where what fails concerns nobody else. */
  async #follow (internal: Internal): Promise<void> {
    try {
      await this.#happen(internal)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Nothing is told before it is written. */
  #whenWritten (tell: () => Awaitable<void>, done: () => void, failed: (error: unknown) => void): void {
    this.#written.run(() => finish(tell(), done, failed), failed)
  }

  /** Nobody waits for what is told. */
  #tell (effects: readonly Effect[]): void {
    if (effects.length > 0) this.#whenWritten(() => this.#executor?.run(effects), nothing, this.#report)
  }

  #answer (command: Command<Body>, name: string, decision: Decision, effects: readonly Effect[]): Awaitable<void> {
    const { principal, key, body } = command
    if (isRejected(decision)) return this.#reject(command, name, decision.reject, body.ref)
    const definition = definitions.get(key)
    if (decision.reply === undefined || this.#silenced(command, definition)) return this.#executor?.run(effects)
    const sent = this.#executor?.send(principal, definition?.replyTopic ?? `${name}/accepted`, renderPayload(decision.reply, body.ref))
    return after(sent ?? true, fits => after(fits ? undefined : this.#reject(command, name, replyTooLarge, body.ref), () => this.#executor?.run(effects)))
  }

  /** A device may do without `accepted` where the acknowledgement says the same. */
  #silenced ({ principal, qos }: Command, definition: CommandDefinition | undefined): boolean {
    return definition?.ofExecution === true && qos > 0 && this.#dispatcher.roster.get(principal)?.device.replies === 'rejections'
  }

  #reject ({ principal }: { principal: string }, name: string | undefined, rejection: Rejection, ref?: string): Awaitable<void> {
    this.#options.log.debug({ principal, command: name, ...rejection }, 'rejected')
    const sent = this.#executor?.send(principal, name === undefined ? 'rejected' : `${name}/rejected`, renderPayload(rejection, ref))
    return after(sent, () => {})
  }

  async #resume (): Promise<void> {
    const { store, restartGraceMs } = this.#options
    await this.#audit?.start()
    await this.#tallies.start()
    await this.#nodes.start()
    const devices = await this.#resync()
    for (const device of devices) await this.#grantGrace(device, store.now() + restartGraceMs)
  }

  async #resync (): Promise<readonly Device[]> {
    const { store } = this.#options
    await this.accounts?.load()
    await this.triggers.load()
    await this.#queues.load()
    const before = this.#dispatcher.known()
    const devices: Device[] = []
    let cursor: string | undefined
    do {
      const page = await store.page('device', { match: () => true, limit: 1000, ...cursor !== undefined && { cursor } })
      devices.push(...page.records as readonly Device[])
      cursor = page.cursor
    } while (cursor !== undefined)
    await this.#dispatcher.resync(devices, before)
    return devices
  }

  /** What this node knows is good for the devices that it serves alone; of others theirs do, as long as they run. */
  #presentUntil (device: string): number | undefined {
    const seat = this.#dispatcher.roster.get(device)
    if (seat === undefined) return 0
    if (seat.ours) return seat.presentUntil
    return this.#nodes.isAlive(seat.device.node) ? undefined : 0
  }

  /** Its presence was counted on a connection that is gone: it has a moment to come back. */
  async #grantGrace (device: Device, until: number): Promise<void> {
    const seat = this.#dispatcher.roster.get(device.id)
    if (seat?.ours !== true || device.state === 'offline' || seat.presentUntil === Infinity) return
    seat.presentUntil = until
    await this.#options.store.touch('device', device.id, until)
  }

  #swept (): void {
    // One at a time: a store that is slow is not asked again before it has answered.
    if (this.#reviewing || this.#isAway) return
    this.#reviewing = true
    if (!this.#isAway && this.#options.store.refusal?.() === undefined) this.#trouble.ends()
    Promise.all([this.#dispatcher.review(), this.#nodes.review(), this.#queues.review(topic => this.#outlet?.interested(topic) === true, (topic, payload) => this.#outlet?.publish(topic, payload))])
      .catch(error => this.#failed(error))
      .finally(() => { this.#reviewing = false })
  }

  #lost (error: Error | undefined): void {
    this.#deadlines.hold(true)
    this.#isAway = error !== undefined
    if (error !== undefined) {
      this.#trouble.begins(error.message)
      this.#options.log.error({ err: error }, 'the store can not write; nothing is acknowledged until it can')
      return
    }
    this.#options.log.info({}, 'the store is back')
    this.#resume().then(() => {
      this.#deadlines.hold(false)
      this.#trouble.ends()
    }, failure => this.#failed(failure))
  }

  #failed (error: unknown): void {
    // Told once by the store or its watcher, not once for each command.
    if (error instanceof StoreUnavailable) return
    this.#options.log.error({ err: error }, 'something failed that should not')
  }
}

function finish (work: Awaitable<void>, done: () => void, failed: (error: unknown) => void): void {
  if (work instanceof Promise) work.then(done, failed)
  else done()
}

function nothing (): void {}
