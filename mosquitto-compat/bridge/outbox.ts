/**
 * What a bridge needs of its queue: that of one process (queue.ts), on disk or
 * in memory, or one in Redis that several nodes share (redis/), of which one at
 * a time carries. Types alone.
 */
import type { BridgeState } from './local.js'
import type { Message, Waiting, Worth } from './queue.js'

export interface Outbox {
  /** What waits or is under way; of a shared one as it was last heard. */
  readonly messages: number
  readonly bytes: number
  /** Gone for lack of room. */
  readonly dropped: number
  /** Not taken from who said it, or by the other broker. */
  readonly refused: number
  /** Sent from here and not acknowledged. */
  readonly underWay: number
  /** A state is gone, and has to be told anew. */
  hasMissed: boolean
  load: () => Promise<void>
  /** Resolves once it can't get lost any more. Throws or rejects with QueueFull where there is no room. */
  add: (message: Message, worth: Worth) => Promise<void>
  /** The next ones, which are under way from now on. */
  take: (count: number) => Promise<readonly Waiting[]>
  isUnderWay: (n: number) => boolean
  done: (n: number) => void
  /** What was under way is next again. */
  giveBack: () => void
  /** One that is not there any more, or never was. */
  missed: (worth: Worth) => void
  begun: () => Promise<string | undefined>
  setBegun: (filters: string) => Promise<void>
  close: () => Promise<void>
  /** Absent: it is this process's own, which carries all of it. */
  readonly shared?: Shared
}

export interface Shared {
  /** The newest that was heard from who carries. */
  readonly state: BridgeState | undefined
  /** Takes part from here on. Resolves once it is known whether it is this node's turn, and whoever watches has been told. */
  join: (watcher: SharedWatcher) => Promise<void>
  /** Lets another node have the turn, if there is one: from here the other broker can't be reached. */
  yield: () => void
  /** To who carries, if anybody does; worth nothing later. */
  handOn: (message: Message) => void
  /** For the other nodes, and for who carries next. */
  tell: (state: BridgeState) => void
}

export interface SharedWatcher {
  /** It is this node's turn to carry from now on, or not any more: then at once. */
  turn: (isOurs: boolean) => void
  /** Something waits. */
  added: () => void
  /** What was handed on by another node. */
  passed: (message: Message) => void
  /** How much waits is known anew. */
  counted: () => void
  /** A node has started, which may have lost some of what was true when it ended. */
  joined: () => void
}
