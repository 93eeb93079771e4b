/** This broker, as a bridge sees it, and what a bridge says of itself. Types alone. */

/** Something that was published here. */
export interface Published {
  readonly topic: string
  readonly payload: Buffer
  readonly qos: number
  readonly retain: boolean
}

/** Topics are whole. */
export interface Local {
  /** Below the root, with the slash. */
  readonly prefix: string
  /** From the other broker, below `from/`; `decided` says whether it is carried out or refused, and with it may be acknowledged. */
  readonly command: (topic: string, payload: Buffer, qos: 0 | 1 | 2, decided: (isDecided: boolean) => void) => void
  /** Any other message from there. Resolves once it is kept where it has to be. */
  readonly publish: (message: Published) => Promise<void>
  /** What is retained here outside of the root. */
  readonly retained: (filters: readonly string[]) => AsyncIterable<Published>
  /** The topics of all that is retained now below the root; `isWhole`: of ended tasks, too. */
  readonly facts: (isWhole: boolean) => AsyncIterable<string>
  /** What is true now on one of them. */
  readonly fact: (topic: string) => Promise<Published | undefined>
  /** To who is here and has subscribed; it goes over no bridge. */
  readonly say: (topic: string, text: string) => Promise<void>
  /** On `state/bridges/{name}`. */
  readonly tell: (state: BridgeState) => void
}

export interface BridgeState {
  readonly bridge: string
  readonly state: 'connected' | 'disconnected'
  readonly v: number
  /** When it was connected, or lost the connection. */
  readonly since: number
  readonly queued: { readonly messages: number, readonly bytes: number }
  /** Since the start, or of several nodes since there is a queue: gone for lack of room, and not taken for lack of room or by the other broker. */
  readonly dropped: number
  readonly refused: number
}
