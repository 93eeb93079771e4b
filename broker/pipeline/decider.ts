/**
 * From a command to what it changed: reads what the command needs, decides on
 * the applied state, commits, and decides again where another node was faster.
 * What is to be told comes back; nothing is told here but what transitions
 * cause, and that in the order of the commits.
 */
import { type Accepted, type Command, type CommandDefinition, type Decision, type Internal, type Limits, type Reader, type Rejection, type Transition, isRejected } from '../core/command.js'
import type { Effect, Note } from '../core/effects.js'
import { type Awaitable, after, all } from '../core/records.js'
import type { Store } from '../store/store.js'
import type { Dispatcher } from './dispatcher.js'
import type { Secrets } from '../platform/secrets.js'
import { createReader } from './reader.js'
import { Sequencer } from './sequencer.js'
import type { Tallies } from './tally.js'

export interface Decided {
  readonly decision: Decision
  readonly effects: readonly Effect[]
  /** Settles once what follows for other entities is applied. */
  readonly followed?: Promise<unknown> | undefined
}

export interface DeciderOptions {
  readonly store: Store
  readonly dispatcher: Dispatcher
  readonly limits: Limits
  readonly secrets: Secrets
  /** Absent where nothing is limited by it. */
  readonly tallies: Tallies
  readonly definitions: ReadonlyMap<string, CommandDefinition>
  /** Once it is written. */
  readonly tell: (effects: readonly Effect[]) => void
  readonly follow: (internal: Internal) => Promise<void>
}

/** A commit lost the race against another node so often that the sender had better try again. */
const TRIES_MAX = 10
const contended: Rejection = { code: 'unavailable', message: 'too many changes at the same time; try again', retryAfterMs: 100 }

export class Decider {
  readonly #options: DeciderOptions
  readonly #sequencer = new Sequencer()
  readonly #reader: Reader
  /** Answers from memory, at once; absent where the store does so anyway. */
  readonly #rememberingReader: Reader | undefined

  constructor (options: DeciderOptions) {
    const { store, dispatcher, limits, secrets, tallies } = options
    this.#options = options
    this.#reader = createReader(store, dispatcher.roster, limits, secrets, tallies)
    const remembered = store.remembered?.bind(store)
    if (remembered !== undefined) this.#rememberingReader = { ...this.#reader, record: remembered, stub: remembered }
  }

  /** Decides on the applied state and commits; whatever is to be told comes back. */
  decide (command: Command): Awaitable<Decided> {
    const definition = this.#options.definitions.get(command.key)
    if (definition === undefined) throw new Error(`no definition of ${command.key}`)
    const reader = definition.optimistic === true ? this.#rememberingReader ?? this.#reader : this.#reader
    return this.#sequencer.run(definition.order, command, () => this.#attempt(definition, command, reader, TRIES_MAX))
  }

  #attempt (definition: CommandDefinition, command: Command, reader: Reader, triesLeft: number): Awaitable<Decided> {
    const again = (): Awaitable<Decided> => this.#attempt(definition, command, this.#reader, triesLeft - 1)
    return after(definition.read(reader, command), facts => {
      const decision = definition.decide(facts, command, reader)
      const isCommit = !isRejected(decision) && decision.transitions.length > 0
      // Only a commit tells whether what was remembered is true.
      if (reader !== this.#reader && !isCommit) return again()
      if (isRejected(decision)) return { decision, effects: [] }
      return after(this.#commit(decision), committed => {
        if (committed) return this.#apply(decision)
        if (triesLeft === 1) return { decision: { reject: contended }, effects: [] }
        return again()
      })
    })
  }

  /** All at once: a store that answers later writes them as one group. Each that was applied counts, whatever became of the others. */
  #commit ({ transitions, notes }: Accepted): Awaitable<boolean> {
    const outcomes: Awaitable<string>[] = []
    for (const { change } of transitions) outcomes.push(this.#options.store.commit(change))
    const [only] = outcomes
    if (outcomes.length === 1 && only instanceof Promise) return this.#commitOne(transitions, only, notes)
    return after(all(outcomes), settled => this.#applied(transitions, settled, notes))
  }

  #commitOne (transitions: readonly Transition[], committed: Promise<string>, notes: readonly Note[] | undefined): Promise<boolean> {
    const expected = this.#options.dispatcher.expect(transitions, notes)
    if (expected === undefined) return committed.then(outcome => this.#applied(transitions, [outcome], notes))
    return committed.then(outcome => {
      this.#options.dispatcher.settle(expected, outcome === 'applied')
      return this.#applied(transitions, [outcome], notes, expected.counted)
    }, error => {
      this.#options.dispatcher.settle(expected, false)
      throw error
    })
  }

  /** `also`: what is noted besides, once all of it is applied. `counted`: what need not be noted any more. */
  #applied (transitions: readonly Transition[], outcomes: readonly string[], also: readonly Note[] = [], counted?: Note): boolean {
    let n = 0
    for (const { notes, effects } of transitions) {
      if (outcomes[n++] === 'conflict') continue
      for (const note of notes) {
        this.#options.tallies.moved(note)
        if (note !== counted) this.#options.dispatcher.note(note)
      }
      // In the order of the commits: before the dispatcher's next offer, so that no published version goes back.
      this.#options.tell(effects)
    }
    if (outcomes.includes('conflict')) return false
    for (const note of also) if (note !== counted) this.#options.dispatcher.note(note)
    return true
  }

  /** Thousands of runs may look at what has changed: others have their turn in between. */
  async #followed (follow: readonly Internal[]): Promise<void> {
    for (let at = 0; at < follow.length; at += FOLLOW_AT_ONCE) {
      if (at > 0) await new Promise(resolve => { setImmediate(resolve) })
      await Promise.all(follow.slice(at, at + FOLLOW_AT_ONCE).map(this.#options.follow))
    }
  }

  #apply (decision: Accepted): Decided {
    const { effects = [] } = decision
    const follow = followOf(decision)
    return { decision, effects, followed: follow.length === 0 ? undefined : this.#followed(follow) }
  }
}

/** So many follow in one turn. */
const FOLLOW_AT_ONCE = 32

const NOTHING: readonly Internal[] = []

/** Nearly always nothing. */
function followOf ({ transitions, follow = NOTHING }: Accepted): readonly Internal[] {
  let all = follow
  for (const { follow: also } of transitions) if (also !== undefined) all = [...all, ...also]
  return all
}
