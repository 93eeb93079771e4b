/**
 * A command as data: what came, what it reads, what is decided. One command is
 * one definition; nothing in it knows MQTT, a store or a host.
 */
import type { Params } from '../../schemas/index.js'
import type { Account } from './account.js'
import type { Effect, Note } from './effects.js'
import type { Candidate } from './matching.js'
import type { Page } from './page.js'
import type { Awaitable, Change, StoredRecord } from './records.js'
import type { QueueLength } from './queue.js'
import type { ScoreWeights } from './solver/index.js'

/** A command on its way, checked against its schema. Time and randomness came in with it. */
export interface Command<B = unknown> {
  /** Which message it is, e.g. `tasks/begin`. */
  readonly key: string
  readonly principal: string
  /** Of who says it; absent where there are no accounts, or nobody says it. */
  readonly sender?: Account | undefined
  readonly origin?: Origin | undefined
  /** Of who has shown nothing but its token. */
  readonly enrolment?: string | undefined
  /** The task or device in the topic; the principal where there is none. */
  readonly entity: string
  readonly body: B
  readonly qos: 0 | 1 | 2
  /** Its connection has a session that outlives it. */
  readonly persistent: boolean
  readonly now: number
  /** 0 … 1 */
  readonly random: number
}

export interface Origin {
  /** Of the network. */
  readonly address?: string | undefined
  readonly client?: string | undefined
}

/** How devices describe the parameters of a function. */
export interface Described {
  readonly params: Params
  readonly by: Iterable<Candidate>
}

/** What a command may read. */
export interface Reader {
  record: (kind: string, id: string) => Awaitable<StoredRecord | undefined>
  /** The same, but of one that has ended perhaps only what its removal is decided on. */
  stub: (kind: string, id: string) => Awaitable<StoredRecord | undefined>
  part: (kind: string, id: string, name: string) => Awaitable<string | undefined>
  held: (kind: string, holder: string) => Awaitable<readonly StoredRecord[]>
  page: (kind: string, match: (record: StoredRecord) => boolean, limit: number, cursor: string | undefined) => Awaitable<Page>
  depth: (kind: string, lane: string) => Awaitable<number>
  /** How long queues are: one, or all in which anything waits or which a device serves. */
  queues: (name?: string) => Promise<readonly QueueLength[]>
  /** The devices that this node serves. */
  candidates: () => Iterable<Candidate>
  candidate: (device: string) => Candidate | undefined
  /** Those of them that offer a function. */
  offering: (functionName: string) => Iterable<Candidate>
  /** How they describe its parameters, each way once; undefined, at the cost of a look-up, where none does. */
  described: (functionName: string) => Iterable<Described> | undefined
  /** The version that a device's published state has reached. */
  deviceVersion: (device: string, recordVersion: number) => number
  /** Numbers that grow across submits, so many in a row: the first of them. */
  order: (count: number) => number
  /** How many open tasks a submitter has; 0 where that is not limited. */
  openTasks: (submitter: string) => number
  /** Bytes of what somebody has uploaded, or begun to; counted where `blobsMax` limits them. */
  blobBytes: (uploader: string) => number
  /** The SHA-256, in hexadecimal digits, of parts that are bytes in base64, and of what comes behind them. */
  digest: (kind: string, id: string, parts: readonly string[], last: Uint8Array) => Promise<string>
  /** What is wrong with an expression over data of these names; undefined where nothing is. */
  expressionProblem: (text: string, names: ReadonlySet<string>) => string | undefined
  /** Why cron can't be used so, in words; undefined where it can. */
  cronProblem: (pattern: string, timezone: string) => string | undefined
  /** The first time after this, in ms since the epoch. */
  nextCron: (pattern: string, timezone: string, after: number) => number | undefined
  /** What is wrong with a value by a description of it, as in `args.size`; undefined where nothing is. @param at what the value is called in words, `args` by default */
  paramsProblem: (schema: Params, value: unknown, at?: string) => string | undefined
  /** What is wrong with such a description itself; undefined where nothing is. @param at what it is called in words, `params` by default */
  paramsSchemaProblem: (schema: unknown, at?: string) => string | undefined
  /** Why messages can't be listened to by a filter; undefined where they can. */
  filterProblem: (filter: string) => string | undefined
  /** The value of an expression over data. @throws Error in words for people, also where it takes too long */
  evaluate: (text: string, data: object) => Promise<unknown>
  /** The same, once for each of these fields besides the data. */
  evaluateEach: (text: string, data: object, each: readonly object[]) => Promise<readonly ({ readonly value: unknown } | { readonly problem: string })[]>
  /** Whether an engine takes it. */
  isValidWasm: (binary: Uint8Array) => boolean
  /** Slow on purpose. */
  readonly secrets: {
    readonly make: () => string
    readonly hash: (secret: string) => Promise<string>
    readonly find: (hashes: readonly string[], secret: Buffer) => Promise<string | undefined>
  }
  readonly limits: Limits
  /** What this node is called; undefined where there is but one. */
  readonly node: string | undefined
}

export interface Limits {
  /** Bytes of a command's payload. */
  readonly payloadBytes: number
  /** Bytes of a task's arguments, and of its result. */
  readonly valueBytes: number
  readonly offerMs: number
  /** Bytes of a blob. */
  readonly blobBytesMax: number
  /** Bytes of the root with its last slash. */
  readonly rootBytes: number
  /** What topics of ours begin with. */
  readonly root: string
  /** Of one submitter, open at the same time. Absent: as many as there are. */
  readonly openTasksMax?: number | undefined
  /** Bytes of the blobs of one uploader. Absent: as many as there are. */
  readonly blobsMax?: number | undefined
  /** Of the solver's scores, by name; others have their own. */
  readonly scoreWeights: ScoreWeights
}

/** Why a command changed nothing. `code` is from `schemas/errors.json`; `message` is for people. */
export interface Rejection {
  readonly code: string
  readonly message?: string
  readonly state?: string
  readonly v?: number
  readonly attempt?: number
  readonly session?: number
  readonly retryAfterMs?: number
  /** Of each step without a device: which was left out by what. */
  readonly steps?: Readonly<Record<string, readonly { readonly device: string, readonly filter: string, readonly reason: string }[]>>
  /** Of the command, below the root, where the reply's does not tell. */
  readonly topic?: string
}

export interface Transition {
  readonly change: Change
  readonly notes: readonly Note[]
  readonly effects: readonly Effect[]
  /** What happens to other entities because of this change. */
  readonly follow?: readonly Internal[]
}

export interface Accepted {
  readonly transitions: readonly Transition[]
  /** The answer; absent where the command is only answered if it asks, and didn't. */
  readonly reply?: object
  readonly notes?: readonly Note[]
  readonly effects?: readonly Effect[]
  /** What happens to other entities because of it, each in a commit of its own. */
  readonly follow?: readonly Internal[]
}

export interface Rejected { readonly reject: Rejection }

export type Decision = Accepted | Rejected

/** An event that no principal sent: a deadline, or what follows from a command. */
export interface Internal {
  readonly key: string
  readonly entity: string
  readonly body: unknown
}

/** Which earlier commands this one must not overtake. */
export interface Order {
  readonly exclusive: string
  /** May run beside others that share it, never beside one that has it for itself. */
  readonly shared?: string
}

export interface CommandDefinition<B = unknown, F = unknown> {
  /** The message of `schemas/`, or the name of an internal event. */
  readonly key: string
  readonly order: (command: Command<B>) => Order | undefined
  readonly read: (reader: Reader, command: Command<B>) => Awaitable<F>
  /** Pure. Runs again where its commit lost a race. */
  readonly decide: (facts: F, command: Command<B>, reader: Pick<Reader, 'limits' | 'node'>) => Decision
  /** Where the answer goes, below `to/{principal}/`, in place of `{command}/accepted`. */
  readonly replyTopic?: string
  /** Who said it, from where, and whether they might, is kept. */
  readonly audited?: boolean
  /** About a task that the sender executes: a device may want only the rejections of these. */
  readonly ofExecution?: boolean
  /**
   * Nearly always ends in a commit, which compares the version: it is first
   * decided on what this node remembers of the record, and on the truth where
   * that comes to nothing.
   */
  readonly optimistic?: boolean
}

/** A definition whose body and facts are known inside and of no concern outside. */
export function define<B, F> (definition: CommandDefinition<B, F>): CommandDefinition {
  return definition as CommandDefinition<unknown, unknown> as CommandDefinition
}

export function isRejected (decision: Decision): decision is Rejected {
  return 'reject' in decision
}
