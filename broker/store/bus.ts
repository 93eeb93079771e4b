/**
 * How the nodes that share a store reach each other. Only what can be lost
 * goes this way: wake-ups, what is told to connections elsewhere, and copies of
 * what the store holds anyway.
 */
export interface Bus {
  /** What this node is called; no other that runs has this name. */
  readonly node: string
  /**
   * To one node, or to all others. Best effort: what one node sends comes in
   * its order, and is lost where the receiver is away. A full bus drops too.
   */
  send: (to: string | undefined, kind: string, body: Buffer | string) => void
  /** One listener a kind. */
  listen: (kind: string, listener: (body: Buffer, from: string) => void) => void
  /** Messages of others may be missed now: what was heard of them before need not be true any more. */
  readonly isDeaf: boolean
  /** Told when it hears again: messages of others may have been missed. */
  onGap: (listener: () => void) => void
}
