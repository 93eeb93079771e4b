// Written by `npm run generate` from the schemas; changes go there.

/**
 * The answer to `get` and `remove`: the account as it is, or was.
 */
export interface AccountAccepted {
  /**
   * An id of a principal, device or task.
   */
  account: string
  kind: AccountKind
  /**
   * Of a user. Default: `submitter`.
   *
   * @maxItems 8
   */
  roles?: Role[]
  /**
   * False: it can't connect, and whoever is connected as it is disconnected.
   */
  enabled: boolean
  /**
   * From then on it can't connect. Default: never.
   */
  expiresAt?: number
  /**
   * Of a device: what it may say that it can execute. Default: anything.
   *
   * @maxItems 256
   *
   * Items: The name of a function, an interface or a label.
   */
  functions?: string[]
  /**
   * Of a device: the queues that it may serve. Default: any.
   *
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  /**
   * Of a device: labels that it may claim with these values alone. Default: any.
   */
  labels?: Labels
  /**
   * When each secret was set, and until when it works where it was replaced.
   *
   * @maxItems 2
   */
  secrets: {
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Milliseconds since the Unix epoch.
     */
    until?: number
  }[]
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * An id of a principal, device or task.
   */
  createdBy?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  changedAt: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * By which enrolment the device has made it itself.
   */
  enrolment?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for an account. Everybody may ask for their own.
 */
export interface AccountGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A page of accounts; with `cursor`, there are more.
 */
export interface AccountListAccepted {
  /**
   * In an order of the store's own.
   *
   * @maxItems 1000
   */
  accounts: AccountDocument[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for accounts, a page at a time; all filters must hold.
 */
export interface AccountList {
  kind?: AccountKind
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The account as it is now, with its secret where one was made: it is told here, and never again.
 */
export interface AccountPutAccepted {
  /**
   * An id of a principal, device or task.
   */
  account: string
  kind: AccountKind
  /**
   * Of a user. Default: `submitter`.
   *
   * @maxItems 8
   */
  roles?: Role[]
  /**
   * False: it can't connect, and whoever is connected as it is disconnected.
   */
  enabled: boolean
  /**
   * From then on it can't connect. Default: never.
   */
  expiresAt?: number
  /**
   * Of a device: what it may say that it can execute. Default: anything.
   *
   * @maxItems 256
   *
   * Items: The name of a function, an interface or a label.
   */
  functions?: string[]
  /**
   * Of a device: the queues that it may serve. Default: any.
   *
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  /**
   * Of a device: labels that it may claim with these values alone. Default: any.
   */
  labels?: Labels
  /**
   * When each secret was set, and until when it works where it was replaced.
   *
   * @maxItems 2
   */
  secrets: {
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Milliseconds since the Unix epoch.
     */
    until?: number
  }[]
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * An id of a principal, device or task.
   */
  createdBy?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  changedAt: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * By which enrolment the device has made it itself.
   */
  enrolment?: string
  secret?: Secret
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Makes an account, or changes one: what is absent becomes its default, and the secret stays. Without a `secret` a new account gets one that is made, and told in the answer, once.
 */
export interface AccountPut {
  kind: AccountKind
  secret?: Secret
  /**
   * Of a user. Default: `submitter`.
   *
   * @maxItems 8
   */
  roles?: Role[]
  /**
   * False: it can't connect, and whoever is connected as it is disconnected.
   */
  enabled?: boolean
  /**
   * From then on it can't connect. Default: never.
   */
  expiresAt?: number
  /**
   * Of a device: what it may say that it can execute. Default: anything.
   *
   * @maxItems 256
   *
   * Items: The name of a function, an interface or a label.
   */
  functions?: string[]
  /**
   * Of a device: the queues that it may serve. Default: any.
   *
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  /**
   * Of a device: labels that it may claim with these values alone. Default: any.
   */
  labels?: Labels
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Removes an account: who is connected as it is disconnected. What it has submitted stays.
 */
export interface AccountRemove {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The secret where one was made, and until when the former one works.
 */
export interface AccountSecretAccepted {
  /**
   * An id of a principal, device or task.
   */
  account: string
  secret?: Secret
  /**
   * Milliseconds since the Unix epoch.
   */
  formerUntil?: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Gives an account another secret, its own or, by who may, another's. Without `secret` one is made, and told in the answer, once. The former one works for `overlapMs` more.
 */
export interface AccountSecret {
  secret?: Secret
  /**
   * So long the former secret works, too.
   */
  overlapMs?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A change of accounts, of who may do what, or of others' work, as it happens, allowed or not. For administrators; the newest are kept, see `audit/list`.
 */
export interface AuditEvent {
  /**
   * Milliseconds since the Unix epoch.
   */
  at: number
  /**
   * Who said it.
   */
  account: string
  /**
   * Which command it was, as in `accounts/put`.
   */
  command: string
  /**
   * What it was about.
   */
  entity: string
  allowed: boolean
  /**
   * Of one that was refused: why.
   */
  code?: string
  /**
   * Where the connection came from.
   */
  address?: string
  /**
   * Its client id, cut off where it is longer.
   */
  client?: string
  /**
   * What was asked for, as far as it fits; never a secret.
   */
  detail?: {
    [k: string]: unknown
  }
}

/**
 * A page of what was done; with `cursor`, there is more.
 */
export interface AuditListAccepted {
  /**
   * @maxItems 1000
   */
  entries: AuditEntry[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for what was done, the newest first, a page at a time; all filters must hold.
 */
export interface AuditList {
  /**
   * Only what this one did.
   */
  account?: string
  /**
   * Only what was done to this one.
   */
  entity?: string
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * How far an upload has come. It is whole, and its SHA-256 is right, where `have` is `bytes`.
 */
export interface BlobAccepted {
  /**
   * A SHA-256 in 64 hexadecimal digits, in lower case.
   */
  blob: string
  /**
   * Of the whole blob.
   */
  bytes: number
  /**
   * So many bytes are kept, from the first on: the next chunk begins there.
   */
  have: number
  /**
   * Bytes of one chunk.
   */
  chunk: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Bytes of a blob from this offset on, as they are. Chunks come in order; one that is kept already changes nothing.
 */
export type BlobChunk = string

/**
 * What follows: `count` chunks of `chunk` bytes, the last of them perhaps shorter.
 */
export interface BlobGetAccepted {
  /**
   * A SHA-256 in 64 hexadecimal digits, in lower case.
   */
  blob: string
  /**
   * Of the whole blob.
   */
  bytes: number
  offset: number
  /**
   * Bytes of one chunk.
   */
  chunk: number
  count: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for some chunks of a blob, which follow the answer.
 */
export interface BlobGet {
  /**
   * The first byte that is wanted.
   */
  offset?: number
  /**
   * Bytes of each chunk but the last: what the receiver can take.
   */
  chunk?: number
  /**
   * How many chunks at the most; 0 only asks for the size.
   */
  count?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Bytes of a blob from this offset on, as they are.
 */
export type BlobPart = string

/**
 * Begins to upload a blob, which is named by its SHA-256, or asks how far an upload has come: the answer says which byte is next. What is there already need not be sent.
 */
export interface BlobPut {
  /**
   * Of the whole blob.
   */
  bytes: number
  /**
   * Bytes of each chunk but the last; the answer says what it is, which may be less.
   */
  chunk?: number
  /**
   * Forgets what was sent so far.
   */
  restart?: boolean
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Whether a bridge reaches the other broker, and what waits to cross. The counts of what waits are told once a second at most, and only on this side: at the other broker, which is told when the bridge connects, they would be old.
 */
export interface BridgeState {
  /**
   * An id of a principal, device or task.
   */
  bridge: string
  state: 'connected' | 'disconnected'
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * When it was connected, or lost its connection.
   */
  since: number
  /**
   * What waits to cross, or is not acknowledged there yet.
   */
  queued?: {
    messages: number
    bytes: number
  }
  /**
   * Since the start: messages that went for lack of room, of QoS 0, events and states that were told anew.
   */
  dropped?: number
  /**
   * Since the start: messages that were not acknowledged here for lack of room, or that the other broker does not take.
   */
  refused?: number
}

/**
 * An account as it is told: never with a secret.
 */
export interface AccountDocument {
  /**
   * An id of a principal, device or task.
   */
  account: string
  kind: AccountKind
  /**
   * Of a user. Default: `submitter`.
   *
   * @maxItems 8
   */
  roles?: Role[]
  /**
   * False: it can't connect, and whoever is connected as it is disconnected.
   */
  enabled: boolean
  /**
   * From then on it can't connect. Default: never.
   */
  expiresAt?: number
  /**
   * Of a device: what it may say that it can execute. Default: anything.
   *
   * @maxItems 256
   *
   * Items: The name of a function, an interface or a label.
   */
  functions?: string[]
  /**
   * Of a device: the queues that it may serve. Default: any.
   *
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  /**
   * Of a device: labels that it may claim with these values alone. Default: any.
   */
  labels?: Labels
  /**
   * When each secret was set, and until when it works where it was replaced.
   *
   * @maxItems 2
   */
  secrets: {
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Milliseconds since the Unix epoch.
     */
    until?: number
  }[]
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * An id of a principal, device or task.
   */
  createdBy?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  changedAt: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * By which enrolment the device has made it itself.
   */
  enrolment?: string
  [k: string]: unknown
}

/**
 * What an account is for; `root` is made at the first start, once.
 */
export type AccountKind = 'root' | 'admin' | 'user' | 'device' | 'bridge'

/**
 * Who did what, from where, and whether they might.
 */
export interface AuditEntry {
  /**
   * Milliseconds since the Unix epoch.
   */
  at: number
  /**
   * Who said it.
   */
  account: string
  /**
   * Which command it was, as in `accounts/put`.
   */
  command: string
  /**
   * What it was about.
   */
  entity: string
  allowed: boolean
  /**
   * Of one that was refused: why.
   */
  code?: string
  /**
   * Where the connection came from.
   */
  address?: string
  /**
   * Its client id, cut off where it is longer.
   */
  client?: string
  /**
   * What was asked for, as far as it fits; never a secret.
   */
  detail?: {
    [k: string]: unknown
  }
  [k: string]: unknown
}

/**
 * A deployment: what was asked for, where it runs, how far each device is.
 */
export interface DeploymentDocument {
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  /**
   * `ready`: each device has said that it has its part; `degraded`: something of it is offline, or has no device; `failed`: a device has said that it can't.
   */
  state: 'deploying' | 'ready' | 'degraded' | 'failed'
  modules: {
    /**
     * A version of a module, as in `detector@2.0.1`; or the highest that there is of those with the same first number and no suffix (`detector@^2.0.1`; with `~` the same first two), at least this one: where a higher one comes, the deployment moves to it.
     */
    [k: string]: string
  }
  steps: {
    [k: string]: ManifestStep
  }
  /**
   * The step whose result is that of the whole. Default: none.
   */
  result?: string
  /**
   * What executes it by itself. Default: nothing.
   *
   * @maxItems 8
   */
  triggers?: Trigger[]
  policy: {
    /**
     * Rather on many devices than on few.
     */
    spread?: boolean
    /**
     * How long a device may be offline before its steps move to others.
     */
    moveAfterMs?: number
    /**
     * How a new revision goes out.
     */
    rollout?: {
      /**
       * So many devices at a time get a new revision. Default: all.
       */
      batch?: number
      /**
       * So many devices that fail end it: the revision before comes back.
       */
      abortAfter?: number
      /**
       * Of a new revision of one that runs: so many devices first. Once they are ready it is paused.
       */
      canary?: number
      /**
       * Resumed by itself after so long. Default: when somebody resumes it.
       */
      canaryMs?: number
    }
  }
  /**
   * Of its modules: what this revision runs, where `modules` names ranges.
   */
  versions: {
    /**
     * A version as in semantic versioning. What a version is never changes.
     */
    [k: string]: string
  }
  /**
   * Which device runs which step.
   */
  placement: {
    /**
     * An id of a principal, device or task.
     */
    [k: string]: string
  }
  /**
   * How far each device is with its part of this revision.
   */
  devices: {
    [k: string]: {
      /**
       * `pending`: its turn has not come.
       */
      state: 'pending' | 'sent' | 'ready' | 'failed'
      /**
       * A text for people.
       */
      error?: string
    }
  }
  /**
   * The revision before, which runs as long as this one was not ready.
   */
  former?: number
  /**
   * A revision that was taken back, and what devices said of it; or one that a newer version of a module would have been.
   */
  failed?: {
    /**
     * Grows with every change of a deployment.
     */
    revision: number
    /**
     * By device, or by the newer versions that the manifest does not fit.
     */
    errors: {
      /**
       * A text for people.
       */
      [k: string]: string
    }
  }
  /**
   * No more devices get this revision until it is resumed.
   */
  paused?: {
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Milliseconds since the Unix epoch.
     */
    until?: number
    /**
     * Who has paused it. Absent: its canaries are ready.
     */
    by?: string
  }
  /**
   * Devices that are offline, and since when.
   */
  lost?: {
    /**
     * Milliseconds since the Unix epoch.
     */
    [k: string]: number
  }
  /**
   * What stands in the way of healing it, or of newer versions of its modules.
   */
  problem?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * An id of a principal, device or task.
   */
  createdBy: string
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * `free` or `executing` is derived from the tasks a device holds.
 */
export type DeviceStateName = 'free' | 'executing' | 'offline'

/**
 * An enrolment as it is told: never with its token.
 */
export interface EnrolmentDocument {
  /**
   * An id of a principal, device or task.
   */
  enrolment: string
  /**
   * Which names it is for; `*` stands for any characters.
   */
  names: string
  /**
   * How many devices may still use it.
   */
  uses: number
  /**
   * What those devices may say that they can execute. Default: anything.
   *
   * @maxItems 256
   *
   * Items: The name of a function, an interface or a label.
   */
  functions?: string[]
  /**
   * Of a device: the queues that it may serve. Default: any.
   *
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  /**
   * Labels that they may claim with these values alone. Default: any.
   */
  labels?: Labels
  /**
   * Each account that is made so is disabled until somebody enables it.
   */
  approve: boolean
  /**
   * Milliseconds since the Unix epoch.
   */
  expiresAt: number
  /**
   * An id of a principal, device or task.
   */
  createdBy?: string
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  [k: string]: unknown
}

/**
 * A code of the error catalogue, `errors.json`; its values are filled in from there.
 */
export type ErrorCode =
  | 'not-utf8'
  | 'not-json'
  | 'invalid'
  | 'unknown-command'
  | 'bad-topic'
  | 'forbidden'
  | 'unknown-task'
  | 'unknown-device'
  | 'unknown-account'
  | 'unknown-enrolment'
  | 'unknown-blob'
  | 'unknown-module'
  | 'unknown-deployment'
  | 'unsatisfiable'
  | 'stale-revision'
  | 'bad-module'
  | 'out-of-order'
  | 'hash-mismatch'
  | 'stale-attempt'
  | 'stale-session'
  | 'conflict'
  | 'ended'
  | 'too-late'
  | 'too-large'
  | 'result-too-large'
  | 'clean-session-required'
  | 'unavailable'
  | 'quota'
  | 'internal'
  | 'unknown-execution'
  | 'in-use'
  | 'unknown-workflow'
  | 'unknown-template'
  | 'unknown-schedule'
  | 'unknown-service'
  | 'bad-args'

/**
 * An execution of a deployment, with what became of each step.
 */
export interface ExecutionDocument {
  /**
   * The name of an execution, of the sender's choice.
   */
  execution: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  state: 'executing' | 'completed' | 'failed' | 'cancelled'
  /**
   * What has become of each step: which task it is, on which device, when, how large what it took and gave.
   */
  steps: {
    [k: string]: {
      state: 'waiting' | 'executing' | 'completed' | 'failed'
      /**
       * An id of a principal, device or task.
       */
      device?: string
      /**
       * An id of a principal, device or task.
       */
      task?: string
      /**
       * Milliseconds since the Unix epoch.
       */
      beganAt?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      endedAt?: number
      /**
       * Of its arguments, as they were sent.
       */
      argsBytes?: number
      /**
       * Of its result.
       */
      resultBytes?: number
      attempts?: number
    }
  }
  /**
   * What it was begun by, where that was no command.
   */
  trigger?: string
  /**
   * Why it failed, and at which step.
   */
  error?: {
    /**
     * The name of a step, or of a module within a manifest.
     */
    step?: string
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * A function that a device executes: its name, or a description with its name.
 */
export type DeviceFunction =
  | string
  | {
      /**
       * The name of a function, an interface or a label.
       */
      name: string
      description?: string
      /**
       * What `args` must be like: submits whose args fit no device that could take them are refused.
       */
      params?: Params
      /**
       * What `result` is like.
       */
      result?: Params
      /**
       * `forever`: it goes on until it is cancelled.
       */
      kind?: 'single' | 'forever'
    }

/**
 * An attempt that a device still has after a restart.
 */
export interface HeldTask {
  /**
   * An id of a principal, device or task.
   */
  task: string
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
}

/**
 * Facts about a device in the words of its owner.
 */
export interface Labels {
  [k: string]: string
}

/**
 * A task that a device holds, and for how much longer.
 */
export interface Lease {
  /**
   * An id of a principal, device or task.
   */
  task: string
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * What is left of the lease.
   */
  leaseMs: number
}

/**
 * How busy a device is, each in percent.
 */
export interface Load {
  /**
   * How much is done or used, 0 to 100.
   */
  cpu?: number
  /**
   * How much is done or used, 0 to 100.
   */
  memory?: number
  /**
   * What is left of the battery, 0 to 100.
   */
  battery?: number
}

/**
 * One step: a function of a module, on a device that fits.
 */
export interface ManifestStep {
  /**
   * One of `modules`.
   */
  module: string
  /**
   * The name of a function, an interface or a label.
   */
  function: string
  /**
   * The steps whose results it needs. Default: none.
   *
   * @maxItems 50
   *
   * Items: The name of a step, or of a module within a manifest.
   */
  after?: string[]
  /**
   * By the names of the function's parameters: a value, or a text that begins with `=` and is a JSONata expression over `input` and the steps before it. `=shot.result` is the result of `shot`.
   */
  args?: {
    [k: string]: unknown
  }
  require?: Requirement
  /**
   * This one and no other; `any`, which is the default: whichever fits.
   */
  device?: string
  /**
   * May be called again where nobody knows whether it ran: after a lost device or a lost connection.
   */
  idempotent?: boolean
}

/**
 * `push`: offers come as soon as a slot is free; `pull`: only after `next`.
 */
export type OfferMode = 'push' | 'pull'

/**
 * One version of a module.
 */
export interface ModuleDocument {
  /**
   * An id of a principal, device or task.
   */
  module: string
  /**
   * A version as in semantic versioning. What a version is never changes.
   */
  version: string
  /**
   * A SHA-256 in 64 hexadecimal digits, in lower case.
   */
  blob: string
  bytes: number
  /**
   * By the name under which the binary exports them.
   */
  functions: {
    [k: string]: ModuleFunction
  }
  /**
   * What it imports.
   *
   * @maxItems 64
   *
   * Items: The name of a function, an interface or a label.
   */
  interfaces: string[]
  limits: {
    /**
     * Its memory may not grow beyond this. Default: what its memory section says.
     */
    memoryBytes?: number
    /**
     * Of one call; one that takes longer is ended.
     */
    timeMs?: number
  }
  /**
   * Files that are there before the first call (stage: deployment), by name. Default: none.
   */
  mounts?: {
    [k: string]: {
      /**
       * A SHA-256 in 64 hexadecimal digits, in lower case.
       */
      blob: string
    }
  }
  /**
   * It runs only where at least this much is allowed: a device says how much by its label `risk`, `low` without one.
   */
  risk?: 'low' | 'medium' | 'high'
  /**
   * As much memory as it may ever have.
   */
  memoryBytes: number
  /**
   * An id of a principal, device or task.
   */
  createdBy: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * A function that a module exports, and what goes in and out.
 */
export interface ModuleFunction {
  /**
   * In their order. Default: none.
   *
   * @maxItems 16
   */
  params?: {
    /**
     * The name of a function, an interface or a label.
     */
    name: string
    type: ValueType
    /**
     * Of bytes.
     */
    mediaType?: string
    /**
     * JSON and bytes: the function finds them in this file instead, and is not given them (stage: execution).
     */
    mount?: string
  }[]
  /**
   * Absent: it has none.
   */
  result?: {
    type: ValueType
    /**
     * Of bytes.
     */
    mediaType?: string
    /**
     * JSON and bytes: the function leaves them in this file instead, and gives nothing (stage: output).
     */
    mount?: string
  }
  description?: string
}

/**
 * A function that devices offer, as most of them describe it.
 */
export interface OfferedFunction {
  /**
   * The name of a function, an interface or a label.
   */
  function: string
  /**
   * How many offer it.
   */
  devices: number
  /**
   * How many of them are there.
   */
  online: number
  description?: string
  /**
   * What `args` must be like.
   */
  params?: Params
  /**
   * What `result` is like.
   */
  result?: Params
  /**
   * `forever`: it goes on until it is cancelled.
   */
  kind?: 'single' | 'forever'
  /**
   * In how many ways devices describe it; absent where all do alike.
   */
  variants?: number
}

/**
 * What a value must be like: a small part of JSON Schema, without references and patterns. What `properties` and `items` hold is of the same form, at most 8 levels deep, and all of it takes at most 8192 bytes.
 */
export interface Params {
  /**
   * One type, or those of which it must be one.
   */
  type?:
    | ('object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null')
    | ('object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null')[]
  /**
   * Of an object: what its fields must be like.
   */
  properties?: {
    [k: string]: {
      [k: string]: unknown
    }
  }
  /**
   * Fields that must be there; each is one of `properties`.
   *
   * @maxItems 100
   *
   * Items: The name of a field that a description of parameters speaks of.
   */
  required?: string[]
  /**
   * False: fields that `properties` doesn't name are refused.
   */
  additionalProperties?: boolean
  /**
   * What each entry of an array must be like.
   */
  items?: {
    [k: string]: unknown
  }
  minItems?: number
  maxItems?: number
  /**
   * It must be one of these.
   *
   * @minItems 1
   * @maxItems 100
   */
  enum?: (string | number | boolean | null)[]
  minimum?: number
  maximum?: number
  /**
   * In characters.
   */
  minLength?: number
  /**
   * In characters.
   */
  maxLength?: number
  /**
   * What is taken where it is absent: told to people, filled in by nobody.
   */
  default?: unknown
  /**
   * For people.
   */
  description?: string
}

/**
 * What a device is made of. Facts without a name here are given as further strings or numbers.
 */
export interface Platform {
  /**
   * Bytes.
   */
  memory?: number
  /**
   * Cores.
   */
  cpu?: number
  /**
   * Bytes.
   */
  storage?: number
  os?: string
  arch?: string
  /**
   * For example wifi, ethernet, lte.
   */
  network?: string
  [k: string]: string | number | undefined
}

/**
 * A command was refused and changed nothing; `code` says what to do, see the error catalogue. A publish into a branch that is not the sender’s is told on `to/{sender}/rejected`.
 */
export interface Rejected {
  code: ErrorCode
  /**
   * For people; not part of the contract.
   */
  message?: string
  /**
   * The name of the state that the entity is in now.
   */
  state?: string
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v?: number
  /**
   * The current attempt.
   */
  attempt?: number
  /**
   * The current session, with `stale-session`.
   */
  session?: number
  /**
   * When it makes sense to try again.
   */
  retryAfterMs?: number
  /**
   * With `unsatisfiable`: of each step for which there is no device, which of them was left out by what, 20 of them at the most.
   */
  steps?: {
    /**
     * @maxItems 20
     */
    [k: string]: {
      /**
       * An id of a principal, device or task.
       */
      device: string
      filter: string
      /**
       * A text for people.
       */
      reason: string
    }[]
  }
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
  /**
   * The topic of the command below the root, cut at 256 characters, where that of the reply does not tell.
   */
  topic?: string
}

/**
 * What a device must be or have to be given a task; all of it must hold.
 */
export interface Requirement {
  /**
   * This device and no other.
   */
  device?: string
  /**
   * Labels with exactly these values.
   */
  labels?: Labels
  /**
   * Interfaces it must have.
   *
   * @maxItems 64
   *
   * Items: The name of a function, an interface or a label.
   */
  interfaces?: string[]
}

/**
 * What an account may do, as a word of the table of permissions.
 */
export type Role = 'viewer' | 'submitter' | 'operator'

/**
 * The task that is submitted, under a name of its own each time.
 */
export interface ScheduleTask {
  /**
   * The function to execute.
   */
  function: string
  /**
   * Its arguments, any JSON value; absent: none.
   */
  args?: unknown
  require?: Requirement
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * Only devices that serve this queue are offered it.
   */
  queue?: string
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * How many attempts may begin; 0: no limit.
   */
  maxAttempts?: number
  /**
   * Pause after a first `fail`; doubles with each, with jitter, up to five minutes.
   */
  backoffMs?: number
  /**
   * Not before this long after its submit; with `notBefore`, the later of the two counts.
   */
  delayMs?: number
  /**
   * Not before this time.
   */
  notBefore?: number
  /**
   * No attempt starts after this time, and a submit that arrives later is refused as `too-late`.
   */
  notAfter?: number
  /**
   * Ends the task if nobody has begun it this long after its submit.
   */
  expiresMs?: number
  /**
   * How long its progress may stand still: a `progress` that says the same `percent` and `note` as before renews the lease no further than that. Then the attempt is over, as where a lease runs out.
   */
  stallMs?: number
  /**
   * `keep`: the lease outlives a lost connection; `release`: it does not.
   */
  onOffline?: 'keep' | 'release'
  /**
   * How long the task is kept after its end: a minute to a year.
   */
  keepMs?: number
  /**
   * Send `ended` to the submitter.
   */
  notify?: boolean
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
}

/**
 * A secret that somebody has thought of. It is kept as a salted hash and never told again.
 */
export type Secret = string

/**
 * Why an attempt failed, in the words of the device.
 */
export interface TaskError {
  /**
   * For programs.
   */
  code: string
  /**
   * For people.
   */
  message?: string
}

/**
 * Where a task is in its life.
 */
export type TaskStateName =
  'waiting' | 'available' | 'offered' | 'executing' | 'completed' | 'failed' | 'cancelled' | 'expired'

/**
 * Executes a deployment every so often (`input` is `{"at"}`), with each message on ordinary topics, outside of the orchestrator's root (`input` is `{"topic","payload"}`: JSON where it is JSON, else text, else `{"base64"}`), or with each completed execution of another deployment (`input` is `{"deployment","run","result"}`, without the result where it is too large). The first two not while 64 executions of it are under way.
 */
export interface Trigger {
  /**
   * As in 10s: at least a second.
   */
  every?: string
  /**
   * A filter of MQTT, wildcards included.
   */
  topic?: string
  /**
   * It has to be there. In a circle they can't execute each other.
   */
  deployment?: string
}

/**
 * What a value is: a number as WebAssembly has it, any JSON value, or bytes. A number is one parameter of the exported function; JSON and bytes are two, where they begin in its memory and how many bytes they have, and as a result one i64, the first in its upper half.
 */
export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'json' | 'bytes'

/**
 * One step of a workflow: a task, one task for each element of a list, or a saved workflow. Texts that begin with `=`, at any depth of `args`, are JSONata expressions over `input` and the steps before it.
 */
export interface WorkflowStep {
  /**
   * The function to execute; instead of it `template`.
   */
  function?: string
  /**
   * A saved workflow or function, which gets `args` as its input.
   */
  template?: string
  /**
   * Any JSON value. `=load.result.url` is of the result of `load`, `=part.results` what the elements of `part` came to, in their order; with `forEach` there are `item` and `index` as well.
   */
  args?: unknown
  /**
   * The steps that must be over before it begins. Default: none.
   *
   * @maxItems 100
   *
   * Items: The name of a step, or of a module within a manifest.
   */
  after?: string[]
  /**
   * It is skipped where this is false, empty or nothing.
   */
  when?: string
  /**
   * A list, or an expression for one: a task for each element. Its results are `results`. What an expression finds that is no list is a list of one, nothing an empty one.
   */
  forEach?: string | unknown[]
  /**
   * Of the elements, so many at a time.
   */
  parallel?: number
  /**
   * What becomes of the run where this step has failed for good. `fail`: it fails. `skip`: it goes on without a result of this step, or of this element. `compensate`: the named step is executed, then the run fails.
   */
  onError?:
    | ('fail' | 'skip')
    | {
        /**
         * The name of a step, or of a module within a manifest.
         */
        compensate: string
      }
  /**
   * It has failed where it has taken longer than this, however often it was tried.
   */
  timeoutMs?: number
  require?: Requirement
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * As of any task.
   */
  maxAttempts?: number
  backoffMs?: number
  /**
   * How long its progress may stand still.
   */
  stallMs?: number
  onOffline?: 'keep' | 'release'
  /**
   * As of any task.
   */
  queue?: string
}

/**
 * The deployment; of one that was removed, as it was.
 */
export interface DeploymentAccepted {
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  /**
   * `ready`: each device has said that it has its part; `degraded`: something of it is offline, or has no device; `failed`: a device has said that it can't.
   */
  state: 'deploying' | 'ready' | 'degraded' | 'failed'
  modules: {
    /**
     * A version of a module, as in `detector@2.0.1`; or the highest that there is of those with the same first number and no suffix (`detector@^2.0.1`; with `~` the same first two), at least this one: where a higher one comes, the deployment moves to it.
     */
    [k: string]: string
  }
  steps: {
    [k: string]: ManifestStep
  }
  /**
   * The step whose result is that of the whole. Default: none.
   */
  result?: string
  /**
   * What executes it by itself. Default: nothing.
   *
   * @maxItems 8
   */
  triggers?: Trigger[]
  policy: {
    /**
     * Rather on many devices than on few.
     */
    spread?: boolean
    /**
     * How long a device may be offline before its steps move to others.
     */
    moveAfterMs?: number
    /**
     * How a new revision goes out.
     */
    rollout?: {
      /**
       * So many devices at a time get a new revision. Default: all.
       */
      batch?: number
      /**
       * So many devices that fail end it: the revision before comes back.
       */
      abortAfter?: number
      /**
       * Of a new revision of one that runs: so many devices first. Once they are ready it is paused.
       */
      canary?: number
      /**
       * Resumed by itself after so long. Default: when somebody resumes it.
       */
      canaryMs?: number
    }
  }
  /**
   * Of its modules: what this revision runs, where `modules` names ranges.
   */
  versions: {
    /**
     * A version as in semantic versioning. What a version is never changes.
     */
    [k: string]: string
  }
  /**
   * Which device runs which step.
   */
  placement: {
    /**
     * An id of a principal, device or task.
     */
    [k: string]: string
  }
  /**
   * How far each device is with its part of this revision.
   */
  devices: {
    [k: string]: {
      /**
       * `pending`: its turn has not come.
       */
      state: 'pending' | 'sent' | 'ready' | 'failed'
      /**
       * A text for people.
       */
      error?: string
    }
  }
  /**
   * The revision before, which runs as long as this one was not ready.
   */
  former?: number
  /**
   * A revision that was taken back, and what devices said of it; or one that a newer version of a module would have been.
   */
  failed?: {
    /**
     * Grows with every change of a deployment.
     */
    revision: number
    /**
     * By device, or by the newer versions that the manifest does not fit.
     */
    errors: {
      /**
       * A text for people.
       */
      [k: string]: string
    }
  }
  /**
   * No more devices get this revision until it is resumed.
   */
  paused?: {
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Milliseconds since the Unix epoch.
     */
    until?: number
    /**
     * Who has paused it. Absent: its canaries are ready.
     */
    by?: string
  }
  /**
   * Devices that are offline, and since when.
   */
  lost?: {
    /**
     * Milliseconds since the Unix epoch.
     */
    [k: string]: number
  }
  /**
   * What stands in the way of healing it, or of newer versions of its modules.
   */
  problem?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * An id of a principal, device or task.
   */
  createdBy: string
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The execution as it stands, with its result once there is one.
 */
export interface DeploymentExecuteAccepted {
  /**
   * The name of an execution, of the sender's choice.
   */
  execution: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  state: 'executing' | 'completed' | 'failed' | 'cancelled'
  /**
   * What has become of each step: which task it is, on which device, when, how large what it took and gave.
   */
  steps: {
    [k: string]: {
      state: 'waiting' | 'executing' | 'completed' | 'failed'
      /**
       * An id of a principal, device or task.
       */
      device?: string
      /**
       * An id of a principal, device or task.
       */
      task?: string
      /**
       * Milliseconds since the Unix epoch.
       */
      beganAt?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      endedAt?: number
      /**
       * Of its arguments, as they were sent.
       */
      argsBytes?: number
      /**
       * Of its result.
       */
      resultBytes?: number
      attempts?: number
    }
  }
  /**
   * What it was begun by, where that was no command.
   */
  trigger?: string
  /**
   * Why it failed, and at which step.
   */
  error?: {
    /**
     * The name of a step, or of a module within a manifest.
     */
    step?: string
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Of the deployment's `result` step, once it is completed.
   */
  result?: unknown
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Runs a deployment from its first steps to its last, under a name of the sender's choice. The same again is the recall: accepted, with the state it has now, and the result once there is one. `state/executions/{run}` tells how it goes.
 */
export interface DeploymentExecute {
  /**
   * The name of an execution, of the sender's choice.
   */
  run: string
  /**
   * What expressions know as `input`; any JSON value.
   */
  args?: unknown
  /**
   * How long it is kept after its end.
   */
  keepMs?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The device can't install its part.
 */
export interface DeploymentFailed {
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  /**
   * A text for people.
   */
  error: string
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for a deployment.
 */
export interface DeploymentGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Deployments, in no order; `cursor` where there are more.
 */
export interface DeploymentListAccepted {
  deployments: DeploymentDocument[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for the deployments.
 */
export interface DeploymentList {
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * What the device has said is noted.
 */
export interface DeploymentNoted {
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  /**
   * `ready`: each device has said that it has its part; `degraded`: something of it is offline, or has no device; `failed`: a device has said that it can't.
   */
  state: 'deploying' | 'ready' | 'degraded' | 'failed'
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A device's own part of a deployment: it fetches the modules, says ready, and is offered its steps as tasks of the function `deployments/{deployment}/{revision}/{step}`. An empty payload: it uninstalls it.
 */
export interface DeploymentPart {
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  modules: {
    [k: string]: ModuleDocument
  }
  steps: {
    [k: string]: {
      /**
       * The name of a step, or of a module within a manifest.
       */
      module: string
      /**
       * The name of a function, an interface or a label.
       */
      function: string
    }
  }
  /**
   * Its part of the revision before, which it keeps as long as that is named.
   */
  former?: {
    /**
     * Grows with every change of a deployment.
     */
    revision: number
    modules: {
      [k: string]: ModuleDocument
    }
    steps: {
      [k: string]: {
        /**
         * The name of a step, or of a module within a manifest.
         */
        module: string
        /**
         * The name of a function, an interface or a label.
         */
        function: string
      }
    }
  }
}

/**
 * No more devices get a new revision of it until it is resumed. What runs goes on, and what is lost is healed.
 */
export interface DeploymentPause {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Deploys an application: its steps are functions of modules, and for each a device is chosen, which is told its part by a retained message. Put again it is another revision, unless it is the same.
 */
export interface DeploymentPut {
  /**
   * Must be higher than the current one. Default: the next.
   */
  revision?: number
  modules: {
    /**
     * A version of a module, as in `detector@2.0.1`; or the highest that there is of those with the same first number and no suffix (`detector@^2.0.1`; with `~` the same first two), at least this one: where a higher one comes, the deployment moves to it.
     */
    [k: string]: string
  }
  steps: {
    [k: string]: ManifestStep
  }
  /**
   * The step whose result is that of the whole. Default: none.
   */
  result?: string
  /**
   * What executes it by itself. Default: nothing.
   *
   * @maxItems 8
   */
  triggers?: Trigger[]
  policy?: {
    /**
     * Rather on many devices than on few.
     */
    spread?: boolean
    /**
     * How long a device may be offline before its steps move to others.
     */
    moveAfterMs?: number
    /**
     * How a new revision goes out.
     */
    rollout?: {
      /**
       * So many devices at a time get a new revision. Default: all.
       */
      batch?: number
      /**
       * So many devices that fail end it: the revision before comes back.
       */
      abortAfter?: number
      /**
       * Of a new revision of one that runs: so many devices first. Once they are ready it is paused.
       */
      canary?: number
      /**
       * Resumed by itself after so long. Default: when somebody resumes it.
       */
      canaryMs?: number
    }
  }
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The device has installed its part.
 */
export interface DeploymentReady {
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Removes a deployment: the retained messages are cleared, and the devices uninstall their parts.
 */
export interface DeploymentRemove {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Goes on with a rollout that was paused, by a command or by its canaries.
 */
export interface DeploymentResume {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * How a deployment stands; removed with it.
 */
export interface DeploymentState {
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  /**
   * `ready`: each device has said that it has its part; `degraded`: something of it is offline, or has no device; `failed`: a device has said that it can't.
   */
  state: 'deploying' | 'ready' | 'degraded' | 'failed'
  modules: {
    /**
     * A version of a module, as in `detector@2.0.1`; or the highest that there is of those with the same first number and no suffix (`detector@^2.0.1`; with `~` the same first two), at least this one: where a higher one comes, the deployment moves to it.
     */
    [k: string]: string
  }
  steps: {
    [k: string]: ManifestStep
  }
  /**
   * The step whose result is that of the whole. Default: none.
   */
  result?: string
  /**
   * What executes it by itself. Default: nothing.
   *
   * @maxItems 8
   */
  triggers?: Trigger[]
  policy: {
    /**
     * Rather on many devices than on few.
     */
    spread?: boolean
    /**
     * How long a device may be offline before its steps move to others.
     */
    moveAfterMs?: number
    /**
     * How a new revision goes out.
     */
    rollout?: {
      /**
       * So many devices at a time get a new revision. Default: all.
       */
      batch?: number
      /**
       * So many devices that fail end it: the revision before comes back.
       */
      abortAfter?: number
      /**
       * Of a new revision of one that runs: so many devices first. Once they are ready it is paused.
       */
      canary?: number
      /**
       * Resumed by itself after so long. Default: when somebody resumes it.
       */
      canaryMs?: number
    }
  }
  /**
   * Of its modules: what this revision runs, where `modules` names ranges.
   */
  versions: {
    /**
     * A version as in semantic versioning. What a version is never changes.
     */
    [k: string]: string
  }
  /**
   * Which device runs which step.
   */
  placement: {
    /**
     * An id of a principal, device or task.
     */
    [k: string]: string
  }
  /**
   * How far each device is with its part of this revision.
   */
  devices: {
    [k: string]: {
      /**
       * `pending`: its turn has not come.
       */
      state: 'pending' | 'sent' | 'ready' | 'failed'
      /**
       * A text for people.
       */
      error?: string
    }
  }
  /**
   * The revision before, which runs as long as this one was not ready.
   */
  former?: number
  /**
   * A revision that was taken back, and what devices said of it; or one that a newer version of a module would have been.
   */
  failed?: {
    /**
     * Grows with every change of a deployment.
     */
    revision: number
    /**
     * By device, or by the newer versions that the manifest does not fit.
     */
    errors: {
      /**
       * A text for people.
       */
      [k: string]: string
    }
  }
  /**
   * No more devices get this revision until it is resumed.
   */
  paused?: {
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Milliseconds since the Unix epoch.
     */
    until?: number
    /**
     * Who has paused it. Absent: its canaries are ready.
     */
    by?: string
  }
  /**
   * Devices that are offline, and since when.
   */
  lost?: {
    /**
     * Milliseconds since the Unix epoch.
     */
    [k: string]: number
  }
  /**
   * What stands in the way of healing it, or of newer versions of its modules.
   */
  problem?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * An id of a principal, device or task.
   */
  createdBy: string
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * For each step where it is, and what speaks for and against each device now; those that fit first, `more` where there are further ones.
 */
export interface DeploymentWhyAccepted {
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  state: 'deploying' | 'ready' | 'degraded' | 'failed'
  steps: {
    [k: string]: {
      /**
       * Where it is.
       */
      device?: string
      devices: {
        /**
         * An id of a principal, device or task.
         */
        device: string
        fits: boolean
        /**
         * What leaves it out.
         */
        filter?: string
        /**
         * A text for people.
         */
        reason?: string
        /**
         * The highest is chosen.
         */
        score?: number
        /**
         * Of what it is made: each already has its weight.
         */
        scores?: {
          [k: string]: number
        }
      }[]
      more?: boolean
    }
  }
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks why each step of a deployment is where it is, and not on another device.
 */
export interface DeploymentWhy {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The answer to a command about a device: its state as far as there is one.
 */
export interface DeviceAccepted {
  /**
   * An id of a principal, device or task.
   */
  device: string
  state: DeviceStateName
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * When it came into this state.
   */
  since?: number
  /**
   * What the device can execute.
   *
   * @maxItems 256
   */
  functions?: DeviceFunction[]
  /**
   * Those that it serves; absent: `default` alone.
   *
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  labels?: Labels
  /**
   * What a device offers to the code it executes: camera, a sensor, a bus.
   *
   * @maxItems 64
   *
   * Items: The name of a function, an interface or a label.
   */
  interfaces?: string[]
  platform?: Platform
  /**
   * How many tasks a device holds at once, open offers included.
   */
  capacity?: number
  mode?: OfferMode
  /**
   * Milliseconds between two heartbeats; presence lasts 2.5 of them. 0: presence ends only by `offline` or after three lapsed offers in a row.
   */
  heartbeatMs?: 0 | number
  /**
   * The tasks whose lease it holds.
   *
   * @maxItems 1000
   *
   * Items: An id of a principal, device or task.
   */
  executing?: string[]
  /**
   * The orchestrator node that serves it; absent where there is but one.
   */
  node?: string
  load?: Load
  /**
   * Blocked by hand: it gets no further offers.
   */
  cordoned?: boolean
  /**
   * Why it is cordoned.
   */
  reason?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * “I am here”: what a device is and what it can do. Sent again with the same session it is a renewal.
 */
export interface DeviceBirth {
  /**
   * Grows with every start of a device, not with every connection.
   */
  session: number
  /**
   * What the device can execute.
   *
   * @maxItems 256
   */
  functions: DeviceFunction[]
  /**
   * The queues whose tasks it takes, and no others. A task that names none is of `default`.
   *
   * @minItems 1
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  /**
   * How many tasks a device holds at once, open offers included.
   */
  capacity?: number
  labels?: Labels
  /**
   * What a device offers to the code it executes: camera, a sensor, a bus.
   *
   * @maxItems 64
   *
   * Items: The name of a function, an interface or a label.
   */
  interfaces?: string[]
  platform?: Platform
  /**
   * Milliseconds between two heartbeats; presence lasts 2.5 of them. 0: presence ends only by `offline` or after three lapsed offers in a row.
   */
  heartbeatMs?: 0 | number
  /**
   * `explicit`: the lease starts with `begin`; `implied`: with the offer, which needs a clean session.
   */
  begin?: 'explicit' | 'implied'
  mode?: OfferMode
  /**
   * `rejections`: no `accepted` for QoS 1 commands about tasks that the device executes, on the embedded broker.
   */
  replies?: 'all' | 'rejections'
  /**
   * The largest MQTT packet, in bytes, that the device can take.
   */
  maxPacket?: number
  /**
   * What it still has after a restart, in a birth of a new session; what is not named is taken back. Absent: it keeps all.
   *
   * @maxItems 1000
   */
  tasks?: HeldTask[]
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Blocks a device by hand: it finishes what it holds and gets no further offers.
 */
export interface DeviceCordon {
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

export type DeviceEventName = 'born' | 'left' | 'lost' | 'cordoned' | 'uncordoned' | 'forgotten'

/**
 * A change of a device as it happens; best effort, the state is the truth.
 */
export interface DeviceEvent {
  event: DeviceEventName
  /**
   * An id of a principal, device or task.
   */
  device?: string
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Milliseconds since the Unix epoch.
   */
  at: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * A text for people.
   */
  reason?: string
}

/**
 * Removes what is known about a device, its session and its retained topics included.
 */
export interface DeviceForget {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for the state of one device.
 */
export interface DeviceGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Renews presence, not leases. Answered only if it carries `ref`.
 */
export interface DeviceHeartbeat {
  load?: Load
  /**
   * How many more tasks the device would take now: a level that replaces the former one, not a sum.
   */
  next?: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A page of devices; with `cursor`, there are more.
 */
export interface DeviceListAccepted {
  /**
   * In the order of their ids.
   *
   * @maxItems 1000
   */
  devices: DeviceState[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for devices, a page at a time; all filters must hold.
 */
export interface DeviceList {
  state?: DeviceStateName
  /**
   * The name of a function, an interface or a label.
   */
  function?: string
  /**
   * Labels with exactly these values.
   */
  label?: Labels
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A line of a device’s log, kept with the task where it names one. Answered only if it carries `ref`.
 */
export interface DeviceLogs {
  level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'
  message: string
  /**
   * An id of a principal, device or task.
   */
  task?: string
  /**
   * When it happened, by the device’s clock.
   */
  at?: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * How many more tasks the device has asked for now, after the cap of its free slots.
 */
export interface DeviceNextAccepted {
  /**
   * How many more tasks the device would take now: a level that replaces the former one, not a sum.
   */
  max: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for work; answered with the level in force, and by offers at once or as soon as there is some.
 */
export interface DeviceNext {
  /**
   * How many more tasks the device would take now: a level that replaces the former one, not a sum.
   */
  max?: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The answer to a heartbeat, a log line or an `offline` that carries `ref`.
 */
export interface DeviceNoted {
  /**
   * Milliseconds since the Unix epoch.
   */
  at: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A task that this device may begin. It ignores an offer of another session, and one that it already has.
 */
export interface DeviceOffer {
  /**
   * An id of a principal, device or task.
   */
  task: string
  /**
   * The name of a function, an interface or a label.
   */
  function: string
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session: number
  /**
   * The arguments, any JSON value; absent: none.
   */
  args?: unknown
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs: number
  /**
   * How long the offer stands.
   */
  offerMs: number
}

/**
 * The last will, also sent by a polite device before it leaves. `session` is required, so that the will of a former start harms nobody. Answered only if it carries `ref`.
 */
export interface DeviceOffline {
  /**
   * Grows with every start of a device, not with every connection.
   */
  session: number
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * What is true about a device now. Cleared by `forget`.
 */
export interface DeviceState {
  /**
   * An id of a principal, device or task.
   */
  device: string
  state: DeviceStateName
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session: number
  /**
   * When it came into this state.
   */
  since: number
  /**
   * What the device can execute.
   *
   * @maxItems 256
   */
  functions: DeviceFunction[]
  /**
   * Those that it serves; absent: `default` alone.
   *
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  labels: Labels
  /**
   * What a device offers to the code it executes: camera, a sensor, a bus.
   *
   * @maxItems 64
   *
   * Items: The name of a function, an interface or a label.
   */
  interfaces?: string[]
  platform?: Platform
  /**
   * How many tasks a device holds at once, open offers included.
   */
  capacity: number
  mode?: OfferMode
  /**
   * Milliseconds between two heartbeats; presence lasts 2.5 of them. 0: presence ends only by `offline` or after three lapsed offers in a row.
   */
  heartbeatMs?: 0 | number
  /**
   * The tasks whose lease it holds.
   *
   * @maxItems 1000
   *
   * Items: An id of a principal, device or task.
   */
  executing: string[]
  /**
   * The orchestrator node that serves it; absent where there is but one.
   */
  node?: string
  load?: Load
  /**
   * Blocked by hand: it gets no further offers.
   */
  cordoned: boolean
  /**
   * Why it is cordoned.
   */
  reason?: string
}

/**
 * The orchestrator’s time.
 */
export interface TimeAccepted {
  /**
   * Milliseconds since the Unix epoch.
   */
  at: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks what time it is.
 */
export interface Time {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Ends a cordon.
 */
export interface DeviceUncordon {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The answer to a birth: the terms, and the leases that the device still holds. What it began before and does not find here it stops.
 */
export interface DeviceWelcome {
  /**
   * Grows with every start of a device, not with every connection.
   */
  session: number
  /**
   * Milliseconds since the Unix epoch.
   */
  at: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v?: number
  /**
   * Milliseconds between two heartbeats; presence lasts 2.5 of them. 0: presence ends only by `offline` or after three lapsed offers in a row.
   */
  heartbeatMs: 0 | number
  /**
   * The lease of a task that says nothing else.
   */
  leaseMs: number
  /**
   * The leases that it still holds.
   *
   * @maxItems 1000
   */
  tasks: Lease[]
  /**
   * There are further leases that did not fit into the packet.
   */
  more?: boolean
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The answer to `remove`: the enrolment as it was.
 */
export interface EnrolmentAccepted {
  /**
   * An id of a principal, device or task.
   */
  enrolment: string
  /**
   * Which names it is for; `*` stands for any characters.
   */
  names: string
  /**
   * How many devices may still use it.
   */
  uses: number
  /**
   * What those devices may say that they can execute. Default: anything.
   *
   * @maxItems 256
   *
   * Items: The name of a function, an interface or a label.
   */
  functions?: string[]
  /**
   * Labels that they may claim with these values alone. Default: any.
   */
  labels?: Labels
  /**
   * Each account that is made so is disabled until somebody enables it.
   */
  approve: boolean
  /**
   * Milliseconds since the Unix epoch.
   */
  expiresAt: number
  /**
   * An id of a principal, device or task.
   */
  createdBy?: string
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The account is there. `enabled` false: it can connect once somebody has approved it.
 */
export interface EnrolAccepted {
  /**
   * An id of a principal, device or task.
   */
  account: string
  enabled: boolean
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Makes the account of the device that says it, with a secret of its own choice. It has connected with the name that it wants as its user name, and the token of an enrolment as its password. Said again, it is answered again. Then it connects anew with its secret.
 */
export interface Enrol {
  secret: Secret
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A page of enrolments; with `cursor`, there are more.
 */
export interface EnrolmentListAccepted {
  /**
   * @maxItems 1000
   */
  enrolments: EnrolmentDocument[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for enrolments, a page at a time.
 */
export interface EnrolmentList {
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The enrolment, and its token: nobody tells it again.
 */
export interface EnrolmentPutAccepted {
  /**
   * An id of a principal, device or task.
   */
  enrolment: string
  /**
   * Which names it is for; `*` stands for any characters.
   */
  names: string
  /**
   * How many devices may still use it.
   */
  uses: number
  /**
   * What those devices may say that they can execute. Default: anything.
   *
   * @maxItems 256
   *
   * Items: The name of a function, an interface or a label.
   */
  functions?: string[]
  /**
   * Labels that they may claim with these values alone. Default: any.
   */
  labels?: Labels
  /**
   * Each account that is made so is disabled until somebody enables it.
   */
  approve: boolean
  /**
   * Milliseconds since the Unix epoch.
   */
  expiresAt: number
  /**
   * An id of a principal, device or task.
   */
  createdBy?: string
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * What a device gives as its password to enrol.
   */
  token: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Lets devices make their own accounts with a token, which is told in the answer, once. Put again under the same id, it is another one, and the former token is no longer good.
 */
export interface EnrolmentPut {
  /**
   * Which names it is for; `*` stands for any characters.
   */
  names: string
  /**
   * How many devices may still use it.
   */
  uses?: number
  /**
   * What those devices may say that they can execute. Default: anything.
   *
   * @maxItems 256
   *
   * Items: The name of a function, an interface or a label.
   */
  functions?: string[]
  /**
   * Of a device: the queues that it may serve. Default: any.
   *
   * @maxItems 64
   *
   * Items: An id of a principal, device or task.
   */
  queues?: string[]
  /**
   * Labels that they may claim with these values alone. Default: any.
   */
  labels?: Labels
  /**
   * Each account that is made so is disabled until somebody enables it.
   */
  approve?: boolean
  /**
   * So long the token is good.
   */
  expiresMs?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Its token is no longer good. Accounts that were made with it stay.
 */
export interface EnrolmentRemove {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The execution as it stands, with its result once there is one.
 */
export interface ExecutionAccepted {
  /**
   * The name of an execution, of the sender's choice.
   */
  execution: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  state: 'executing' | 'completed' | 'failed' | 'cancelled'
  /**
   * What has become of each step: which task it is, on which device, when, how large what it took and gave.
   */
  steps: {
    [k: string]: {
      state: 'waiting' | 'executing' | 'completed' | 'failed'
      /**
       * An id of a principal, device or task.
       */
      device?: string
      /**
       * An id of a principal, device or task.
       */
      task?: string
      /**
       * Milliseconds since the Unix epoch.
       */
      beganAt?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      endedAt?: number
      /**
       * Of its arguments, as they were sent.
       */
      argsBytes?: number
      /**
       * Of its result.
       */
      resultBytes?: number
      attempts?: number
    }
  }
  /**
   * What it was begun by, where that was no command.
   */
  trigger?: string
  /**
   * Why it failed, and at which step.
   */
  error?: {
    /**
     * The name of a step, or of a module within a manifest.
     */
    step?: string
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Of the deployment's `result` step, once it is completed.
   */
  result?: unknown
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Ends an execution, and the tasks of its steps.
 */
export interface ExecutionCancel {
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks how an execution stands.
 */
export interface ExecutionGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Executions; where there is a `cursor`, there may be more.
 */
export interface ExecutionListAccepted {
  executions: ExecutionDocument[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Lists executions, in no order.
 */
export interface ExecutionList {
  /**
   * An id of a principal, device or task.
   */
  deployment?: string
  state?: 'executing' | 'completed' | 'failed' | 'cancelled'
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The newest lines of each task, the oldest first, as many as one message holds.
 */
export interface ExecutionLogsAccepted {
  /**
   * An id of a principal, device or task.
   */
  execution: string
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  lines: {
    /**
     * The name of a step, or of a module within a manifest.
     */
    step: string
    /**
     * An id of a principal, device or task.
     */
    task: string
    /**
     * The device.
     */
    from: string
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'
    message: string
    /**
     * Milliseconds since the Unix epoch.
     */
    at: number
  }[]
  /**
   * So many older ones had no room.
   */
  left?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks what devices and their modules have written about its steps.
 */
export interface ExecutionLogs {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * How an execution stands; kept for `keepMs` after its end.
 */
export interface ExecutionState {
  /**
   * The name of an execution, of the sender's choice.
   */
  execution: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  /**
   * An id of a principal, device or task.
   */
  deployment: string
  /**
   * Grows with every change of a deployment.
   */
  revision: number
  state: 'executing' | 'completed' | 'failed' | 'cancelled'
  /**
   * What has become of each step: which task it is, on which device, when, how large what it took and gave.
   */
  steps: {
    [k: string]: {
      state: 'waiting' | 'executing' | 'completed' | 'failed'
      /**
       * An id of a principal, device or task.
       */
      device?: string
      /**
       * An id of a principal, device or task.
       */
      task?: string
      /**
       * Milliseconds since the Unix epoch.
       */
      beganAt?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      endedAt?: number
      /**
       * Of its arguments, as they were sent.
       */
      argsBytes?: number
      /**
       * Of its result.
       */
      resultBytes?: number
      attempts?: number
    }
  }
  /**
   * What it was begun by, where that was no command.
   */
  trigger?: string
  /**
   * Why it failed, and at which step.
   */
  error?: {
    /**
     * The name of a step, or of a module within a manifest.
     */
    step?: string
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Of the deployment's `result` step, once it is completed.
   */
  result?: unknown
}

/**
 * A page of functions; with `cursor`, there are more.
 */
export interface FunctionListAccepted {
  /**
   * In the order of their names.
   *
   * @maxItems 1000
   */
  functions: OfferedFunction[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks which functions the devices offer, those that are away included.
 */
export interface FunctionList {
  /**
   * Only this one.
   */
  function?: string
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The version of the module; of one that was removed, as it was.
 */
export interface ModuleAccepted {
  /**
   * An id of a principal, device or task.
   */
  module: string
  /**
   * A version as in semantic versioning. What a version is never changes.
   */
  version: string
  /**
   * A SHA-256 in 64 hexadecimal digits, in lower case.
   */
  blob: string
  bytes: number
  /**
   * By the name under which the binary exports them.
   */
  functions: {
    [k: string]: ModuleFunction
  }
  /**
   * What it imports.
   *
   * @maxItems 64
   *
   * Items: The name of a function, an interface or a label.
   */
  interfaces: string[]
  limits: {
    /**
     * Its memory may not grow beyond this. Default: what its memory section says.
     */
    memoryBytes?: number
    /**
     * Of one call; one that takes longer is ended.
     */
    timeMs?: number
  }
  /**
   * Files that are there before the first call (stage: deployment), by name. Default: none.
   */
  mounts?: {
    [k: string]: {
      /**
       * A SHA-256 in 64 hexadecimal digits, in lower case.
       */
      blob: string
    }
  }
  /**
   * It runs only where at least this much is allowed: a device says how much by its label `risk`, `low` without one.
   */
  risk?: 'low' | 'medium' | 'high'
  /**
   * As much memory as it may ever have.
   */
  memoryBytes: number
  /**
   * An id of a principal, device or task.
   */
  createdBy: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for one version of a module, by default the highest.
 */
export interface ModuleGet {
  /**
   * A version as in semantic versioning. What a version is never changes.
   */
  version?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Modules, in no order; `cursor` where there are more.
 */
export interface ModuleListAccepted {
  modules: ModuleDocument[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for the modules, with all their versions.
 */
export interface ModuleList {
  /**
   * Only the versions of this one.
   */
  module?: string
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Makes a version of a module out of a blob, which must be there. Its exports, imports and memory are read from the binary and must be as is said here. Put again as it is, it stays; a version never becomes another one.
 */
export interface ModulePut {
  /**
   * A version as in semantic versioning. What a version is never changes.
   */
  version: string
  /**
   * A SHA-256 in 64 hexadecimal digits, in lower case.
   */
  blob: string
  /**
   * By the name under which the binary exports them.
   */
  functions: {
    [k: string]: ModuleFunction
  }
  /**
   * What it may import; default: nothing.
   *
   * @maxItems 64
   *
   * Items: The name of a function, an interface or a label.
   */
  interfaces?: string[]
  limits?: {
    /**
     * Its memory may not grow beyond this. Default: what its memory section says.
     */
    memoryBytes?: number
    /**
     * Of one call; one that takes longer is ended.
     */
    timeMs?: number
  }
  /**
   * Files that are there before the first call (stage: deployment), by name. Default: none.
   */
  mounts?: {
    [k: string]: {
      /**
       * A SHA-256 in 64 hexadecimal digits, in lower case.
       */
      blob: string
    }
  }
  /**
   * It runs only where at least this much is allowed: a device says how much by its label `risk`, `low` without one.
   */
  risk?: 'low' | 'medium' | 'high'
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Removes one version of a module; its blob goes a day after nobody names or reads it.
 */
export interface ModuleRemove {
  /**
   * A version as in semantic versioning. What a version is never changes.
   */
  version: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Which versions of a module there are; removed with the last of them.
 */
export interface ModuleState {
  /**
   * An id of a principal, device or task.
   */
  module: string
  /**
   * Lowest first.
   *
   * @minItems 1
   * @maxItems 500
   */
  versions: {
    /**
     * A version as in semantic versioning. What a version is never changes.
     */
    version: string
    /**
     * A SHA-256 in 64 hexadecimal digits, in lower case.
     */
    blob: string
    bytes: number
    /**
     * Milliseconds since the Unix epoch.
     */
    createdAt: number
  }[]
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * Whether a node of the orchestrator runs: its birth and its will. Cleared an hour after it has gone for good.
 */
export interface NodeState {
  /**
   * An id of a principal, device or task.
   */
  node: string
  /**
   * Offline once it has said so, or has not been heard of for some seconds.
   */
  state: 'online' | 'offline'
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * When it came or went, or its problem began.
   */
  since: number
  /**
   * Why it can store nothing now; nothing is acknowledged until it can. One that is alone says this much, as `main`, and clears it when it is over.
   */
  problem?: string
}

/**
 * How a queue stands.
 */
export interface QueueAccepted {
  /**
   * An id of a principal, device or task.
   */
  queue: string
  state: 'open' | 'paused'
  /**
   * Who has paused it.
   */
  by?: string
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Tasks that wait for a device.
   */
  waiting: number
  /**
   * Since when the one waits that has waited longest.
   */
  oldestAt?: number
  /**
   * Tasks that are offered or executing; not of the queue `default`, where they are not counted.
   */
  running?: number
  /**
   * What bounds a queue; what is absent has no bound.
   */
  limit?: {
    /**
     * How many tasks may be offered or executing at once.
     */
    running?: number
    /**
     * How many may be offered within any `perMs`.
     */
    rate?: number
    /**
     * Milliseconds. Default: 1000.
     */
    perMs?: number
    [k: string]: unknown
  }
  /**
   * Devices that serve it and are online.
   */
  devices: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since?: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks how a queue stands. A queue is there as soon as it is named.
 */
export interface QueueGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Bounds what of it is offered, over all nodes, in place of what bounded it before; `{}` takes every bound away. What is offered or executed already goes on.
 */
export interface QueueLimitPut {
  /**
   * How many tasks may be offered or executing at once.
   */
  running?: number
  /**
   * How many may be offered within any `perMs`.
   */
  rate?: number
  /**
   * Milliseconds. Default: 1000.
   */
  perMs?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The queues, by name.
 */
export interface QueueListAccepted {
  /**
   * @maxItems 1000
   *
   * Items: A queue: how much waits in it, for how long, how much of it runs, and whether it is paused or limited.
   */
  queues: {
    /**
     * An id of a principal, device or task.
     */
    queue: string
    state: 'open' | 'paused'
    /**
     * Who has paused it.
     */
    by?: string
    /**
     * A text for people.
     */
    reason?: string
    /**
     * Tasks that wait for a device.
     */
    waiting: number
    /**
     * Since when the one waits that has waited longest.
     */
    oldestAt?: number
    /**
     * Tasks that are offered or executing; not of the queue `default`, where they are not counted.
     */
    running?: number
    /**
     * What bounds a queue; what is absent has no bound.
     */
    limit?: {
      /**
       * How many tasks may be offered or executing at once.
       */
      running?: number
      /**
       * How many may be offered within any `perMs`.
       */
      rate?: number
      /**
       * Milliseconds. Default: 1000.
       */
      perMs?: number
      [k: string]: unknown
    }
    /**
     * Devices that serve it and are online.
     */
    devices: number
    /**
     * Milliseconds since the Unix epoch.
     */
    since?: number
    /**
     * Grows with every change of the entity: a reader ignores a lower one.
     */
    v: number
  }[]
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Lists the queues in which anything waits, which a device serves, or which are paused.
 */
export interface QueueList {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Nothing in it is offered until it is resumed. What is offered or executed already goes on.
 */
export interface QueuePause {
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * What waits in it is offered again.
 */
export interface QueueResume {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * How a queue stands; told at the most once a second.
 */
export interface QueueState {
  /**
   * An id of a principal, device or task.
   */
  queue: string
  state: 'open' | 'paused'
  /**
   * Who has paused it.
   */
  by?: string
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Tasks that wait for a device.
   */
  waiting: number
  /**
   * Since when the one waits that has waited longest.
   */
  oldestAt?: number
  /**
   * Tasks that are offered or executing; not of the queue `default`, where they are not counted.
   */
  running?: number
  /**
   * What bounds a queue; what is absent has no bound.
   */
  limit?: {
    /**
     * How many tasks may be offered or executing at once.
     */
    running?: number
    /**
     * How many may be offered within any `perMs`.
     */
    rate?: number
    /**
     * Milliseconds. Default: 1000.
     */
    perMs?: number
    [k: string]: unknown
  }
  /**
   * Devices that serve it and are online.
   */
  devices: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since?: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * How a schedule stands.
 */
export interface ScheduleAccepted {
  /**
   * Once, at this time.
   */
  at?: number
  /**
   * As in 10s: so long after each time, beginning with `start`, or one period after it was put.
   */
  every?: string
  /**
   * Five fields, minute to day of the week, or six with seconds before them. A time that a change to summer time leaves out comes when the clocks have changed; one that there is twice comes once, unless it is of a step or a list of all hours.
   */
  cron?: string
  /**
   * Of `cron`, as in Europe/Berlin.
   */
  timezone?: string
  /**
   * Not before.
   */
  start?: number
  /**
   * Not after: then it has ended.
   */
  end?: number
  /**
   * Up to so much later, each time differently.
   */
  jitterMs?: number
  /**
   * Where what was started last goes on: it is skipped, waits for that (100 at the most), or takes its place.
   */
  onOverlap?: 'skip' | 'queue' | 'replace'
  /**
   * What is more than five seconds late, because nobody served or it was paused: skipped, started once for all of them, or each, one after the other.
   */
  onMissed?: 'skip' | 'once' | 'all'
  /**
   * With `all` the newest so many.
   */
  missedMax?: number
  task?: ScheduleTask
  /**
   * As `workflows/submit` takes it.
   */
  workflow?: {
    /**
     * An id of a principal, device or task.
     */
    template?: string
    /**
     * A directed graph without circles; `after` is its arrows.
     */
    steps?: {
      [k: string]: WorkflowStep
    }
    /**
     * A JSONata expression, behind a `=`.
     */
    result?: string
    timeoutMs?: number
    /**
     * Any JSON value.
     */
    input?: unknown
    /**
     * From 0 (default) to 9 (first); first in, first out within one lane.
     */
    priority?: number
    keepMs?: number
    /**
     * A word of the submitter’s own, to list tasks by.
     */
    tag?: string
  }
  /**
   * As `deployments/execute` takes it.
   */
  execution?: {
    /**
     * An id of a principal, device or task.
     */
    deployment: string
    /**
     * Any JSON value.
     */
    args?: unknown
    keepMs?: number
  }
  /**
   * An ordinary message, outside of the orchestrator's root. At most once: a crash in between loses it. With accounts for operators alone.
   */
  message?: {
    topic: string
    /**
     * A text as it is, any other JSON value as JSON.
     */
    payload?: unknown
    qos?: 0 | 1
    retain?: boolean
  }
  /**
   * An id of a principal, device or task.
   */
  schedule: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  state: 'active' | 'paused' | 'ended'
  /**
   * When it starts something next, but for `jitterMs`.
   */
  nextAt?: number
  /**
   * What it has started last.
   */
  last?: {
    /**
     * When it was to be.
     */
    at: number
    /**
     * An id of a principal, device or task.
     */
    task?: string
    /**
     * An id of a principal, device or task.
     */
    run?: string
    /**
     * An id of a principal, device or task.
     */
    execution?: string
  }
  /**
   * How often it has started something.
   */
  fired: number
  /**
   * Because what was started before went on.
   */
  skipped: number
  /**
   * Times that went by and were not made up for.
   */
  missed: number
  /**
   * That wait for what goes on.
   */
  waiting?: number
  /**
   * Why nothing could be started the last time.
   */
  problem?: {
    /**
     * Milliseconds since the Unix epoch.
     */
    at: number
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks how a schedule stands.
 */
export interface ScheduleGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Schedules; where there is a `cursor`, there may be more.
 */
export interface ScheduleListAccepted {
  /**
   * Items: When (`at`, `every` or `cron`) what is started (`task`, `workflow`, `execution` or `message`).
   */
  schedules: {
    /**
     * Once, at this time.
     */
    at?: number
    /**
     * As in 10s: so long after each time, beginning with `start`, or one period after it was put.
     */
    every?: string
    /**
     * Five fields, minute to day of the week, or six with seconds before them. A time that a change to summer time leaves out comes when the clocks have changed; one that there is twice comes once, unless it is of a step or a list of all hours.
     */
    cron?: string
    /**
     * Of `cron`, as in Europe/Berlin.
     */
    timezone?: string
    /**
     * Not before.
     */
    start?: number
    /**
     * Not after: then it has ended.
     */
    end?: number
    /**
     * Up to so much later, each time differently.
     */
    jitterMs?: number
    /**
     * Where what was started last goes on: it is skipped, waits for that (100 at the most), or takes its place.
     */
    onOverlap?: 'skip' | 'queue' | 'replace'
    /**
     * What is more than five seconds late, because nobody served or it was paused: skipped, started once for all of them, or each, one after the other.
     */
    onMissed?: 'skip' | 'once' | 'all'
    /**
     * With `all` the newest so many.
     */
    missedMax?: number
    task?: ScheduleTask
    /**
     * As `workflows/submit` takes it.
     */
    workflow?: {
      /**
       * An id of a principal, device or task.
       */
      template?: string
      /**
       * A directed graph without circles; `after` is its arrows.
       */
      steps?: {
        [k: string]: WorkflowStep
      }
      /**
       * A JSONata expression, behind a `=`.
       */
      result?: string
      timeoutMs?: number
      /**
       * Any JSON value.
       */
      input?: unknown
      /**
       * From 0 (default) to 9 (first); first in, first out within one lane.
       */
      priority?: number
      keepMs?: number
      /**
       * A word of the submitter’s own, to list tasks by.
       */
      tag?: string
    }
    /**
     * As `deployments/execute` takes it.
     */
    execution?: {
      /**
       * An id of a principal, device or task.
       */
      deployment: string
      /**
       * Any JSON value.
       */
      args?: unknown
      keepMs?: number
    }
    /**
     * An ordinary message, outside of the orchestrator's root. At most once: a crash in between loses it. With accounts for operators alone.
     */
    message?: {
      topic: string
      /**
       * A text as it is, any other JSON value as JSON.
       */
      payload?: unknown
      qos?: 0 | 1
      retain?: boolean
    }
    /**
     * An id of a principal, device or task.
     */
    schedule: string
    /**
     * An id of a principal, device or task.
     */
    submitter: string
    state: 'active' | 'paused' | 'ended'
    /**
     * When it starts something next, but for `jitterMs`.
     */
    nextAt?: number
    /**
     * What it has started last.
     */
    last?: {
      /**
       * When it was to be.
       */
      at: number
      /**
       * An id of a principal, device or task.
       */
      task?: string
      /**
       * An id of a principal, device or task.
       */
      run?: string
      /**
       * An id of a principal, device or task.
       */
      execution?: string
    }
    /**
     * How often it has started something.
     */
    fired: number
    /**
     * Because what was started before went on.
     */
    skipped: number
    /**
     * Times that went by and were not made up for.
     */
    missed: number
    /**
     * That wait for what goes on.
     */
    waiting?: number
    /**
     * Why nothing could be started the last time.
     */
    problem?: {
      /**
       * Milliseconds since the Unix epoch.
       */
      at: number
      code: string
      /**
       * A text for people.
       */
      message?: string
    }
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Grows with every change of the entity: a reader ignores a lower one.
     */
    v: number
  }[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Lists schedules; a submitter sees its own.
 */
export interface ScheduleList {
  state?: 'active' | 'paused' | 'ended'
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Nothing is started until it is resumed.
 */
export interface SchedulePause {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Starts a task, a workflow or a deployment's execution, or publishes a message, at a time, every so often, or by cron. Of several nodes one does, each time once.
 */
export interface SchedulePut {
  /**
   * Once, at this time.
   */
  at?: number
  /**
   * As in 10s: so long after each time, beginning with `start`, or one period after it was put.
   */
  every?: string
  /**
   * Five fields, minute to day of the week, or six with seconds before them. A time that a change to summer time leaves out comes when the clocks have changed; one that there is twice comes once, unless it is of a step or a list of all hours.
   */
  cron?: string
  /**
   * Of `cron`, as in Europe/Berlin.
   */
  timezone?: string
  /**
   * Not before.
   */
  start?: number
  /**
   * Not after: then it has ended.
   */
  end?: number
  /**
   * Up to so much later, each time differently.
   */
  jitterMs?: number
  /**
   * Where what was started last goes on: it is skipped, waits for that (100 at the most), or takes its place.
   */
  onOverlap?: 'skip' | 'queue' | 'replace'
  /**
   * What is more than five seconds late, because nobody served or it was paused: skipped, started once for all of them, or each, one after the other.
   */
  onMissed?: 'skip' | 'once' | 'all'
  /**
   * With `all` the newest so many.
   */
  missedMax?: number
  task?: ScheduleTask
  /**
   * As `workflows/submit` takes it.
   */
  workflow?: {
    /**
     * An id of a principal, device or task.
     */
    template?: string
    /**
     * A directed graph without circles; `after` is its arrows.
     */
    steps?: {
      [k: string]: WorkflowStep
    }
    /**
     * A JSONata expression, behind a `=`.
     */
    result?: string
    timeoutMs?: number
    /**
     * Any JSON value.
     */
    input?: unknown
    /**
     * From 0 (default) to 9 (first); first in, first out within one lane.
     */
    priority?: number
    keepMs?: number
    /**
     * A word of the submitter’s own, to list tasks by.
     */
    tag?: string
  }
  /**
   * As `deployments/execute` takes it.
   */
  execution?: {
    /**
     * An id of a principal, device or task.
     */
    deployment: string
    /**
     * Any JSON value.
     */
    args?: unknown
    keepMs?: number
  }
  /**
   * An ordinary message, outside of the orchestrator's root. At most once: a crash in between loses it. With accounts for operators alone.
   */
  message?: {
    topic: string
    /**
     * A text as it is, any other JSON value as JSON.
     */
    payload?: unknown
    qos?: 0 | 1
    retain?: boolean
  }
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Removes a schedule. What it has started goes on.
 */
export interface ScheduleRemove {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Goes on; what was missed meanwhile is dealt with as `missed` says.
 */
export interface ScheduleResume {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * How a schedule stands.
 */
export interface ScheduleState {
  /**
   * Once, at this time.
   */
  at?: number
  /**
   * As in 10s: so long after each time, beginning with `start`, or one period after it was put.
   */
  every?: string
  /**
   * Five fields, minute to day of the week, or six with seconds before them. A time that a change to summer time leaves out comes when the clocks have changed; one that there is twice comes once, unless it is of a step or a list of all hours.
   */
  cron?: string
  /**
   * Of `cron`, as in Europe/Berlin.
   */
  timezone?: string
  /**
   * Not before.
   */
  start?: number
  /**
   * Not after: then it has ended.
   */
  end?: number
  /**
   * Up to so much later, each time differently.
   */
  jitterMs?: number
  /**
   * Where what was started last goes on: it is skipped, waits for that (100 at the most), or takes its place.
   */
  onOverlap?: 'skip' | 'queue' | 'replace'
  /**
   * What is more than five seconds late, because nobody served or it was paused: skipped, started once for all of them, or each, one after the other.
   */
  onMissed?: 'skip' | 'once' | 'all'
  /**
   * With `all` the newest so many.
   */
  missedMax?: number
  task?: ScheduleTask
  /**
   * As `workflows/submit` takes it.
   */
  workflow?: {
    /**
     * An id of a principal, device or task.
     */
    template?: string
    /**
     * A directed graph without circles; `after` is its arrows.
     */
    steps?: {
      [k: string]: WorkflowStep
    }
    /**
     * A JSONata expression, behind a `=`.
     */
    result?: string
    timeoutMs?: number
    /**
     * Any JSON value.
     */
    input?: unknown
    /**
     * From 0 (default) to 9 (first); first in, first out within one lane.
     */
    priority?: number
    keepMs?: number
    /**
     * A word of the submitter’s own, to list tasks by.
     */
    tag?: string
  }
  /**
   * As `deployments/execute` takes it.
   */
  execution?: {
    /**
     * An id of a principal, device or task.
     */
    deployment: string
    /**
     * Any JSON value.
     */
    args?: unknown
    keepMs?: number
  }
  /**
   * An ordinary message, outside of the orchestrator's root. At most once: a crash in between loses it. With accounts for operators alone.
   */
  message?: {
    topic: string
    /**
     * A text as it is, any other JSON value as JSON.
     */
    payload?: unknown
    qos?: 0 | 1
    retain?: boolean
  }
  /**
   * An id of a principal, device or task.
   */
  schedule: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  state: 'active' | 'paused' | 'ended'
  /**
   * When it starts something next, but for `jitterMs`.
   */
  nextAt?: number
  /**
   * What it has started last.
   */
  last?: {
    /**
     * When it was to be.
     */
    at: number
    /**
     * An id of a principal, device or task.
     */
    task?: string
    /**
     * An id of a principal, device or task.
     */
    run?: string
    /**
     * An id of a principal, device or task.
     */
    execution?: string
  }
  /**
   * How often it has started something.
   */
  fired: number
  /**
   * Because what was started before went on.
   */
  skipped: number
  /**
   * Times that went by and were not made up for.
   */
  missed: number
  /**
   * That wait for what goes on.
   */
  waiting?: number
  /**
   * Why nothing could be started the last time.
   */
  problem?: {
    /**
     * Milliseconds since the Unix epoch.
     */
    at: number
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * A service, instance by instance.
 */
export interface ServiceAccepted {
  /**
   * It goes on until it is cancelled, and says so by `progress`.
   */
  function: string
  /**
   * Any JSON value, the same for each instance.
   */
  args?: unknown
  /**
   * So many at once.
   */
  instances: number
  /**
   * No two of them on one device: an instance for which there is no other device waits.
   */
  spread?: boolean
  require?: Requirement
  /**
   * An id of a principal, device or task.
   */
  queue?: string
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * How long its progress may stand still.
   */
  stallMs?: number
  /**
   * Pause before an instance is started again; doubles with each time within `restarts.withinMs`, up to five minutes.
   */
  backoffMs?: number
  /**
   * An instance that has to be started again more often than this has failed, until the service is restarted or put anew.
   */
  restarts?: {
    max: number
    withinMs: number
  }
  /**
   * Of a restart or a change, so many instances at a time: never fewer than `instances` less these are executing because of it.
   */
  batch?: number
  /**
   * An id of a principal, device or task.
   */
  service: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  state: 'running' | 'starting' | 'updating' | 'degraded' | 'stopped'
  /**
   * Grows with every change of what is executed, and every restart.
   */
  generation: number
  executing: number
  /**
   * @maxItems 200
   */
  each: {
    instance: number
    state: 'waiting' | 'starting' | 'executing' | 'failed'
    /**
     * An id of a principal, device or task.
     */
    task?: string
    /**
     * An id of a principal, device or task.
     */
    device?: string
    generation: number
    /**
     * Lately.
     */
    restarts: number
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * When it is started again.
     */
    dueAt?: number
    error?: TaskError
  }[]
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks how a service stands.
 */
export interface ServiceGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Services; where there is a `cursor`, there may be more.
 */
export interface ServiceListAccepted {
  /**
   * Items: A service, instance by instance.
   */
  services: {
    /**
     * It goes on until it is cancelled, and says so by `progress`.
     */
    function: string
    /**
     * Any JSON value, the same for each instance.
     */
    args?: unknown
    /**
     * So many at once.
     */
    instances: number
    /**
     * No two of them on one device: an instance for which there is no other device waits.
     */
    spread?: boolean
    require?: Requirement
    /**
     * An id of a principal, device or task.
     */
    queue?: string
    /**
     * From 0 (default) to 9 (first); first in, first out within one lane.
     */
    priority?: number
    /**
     * How long a device may work without a sign of life, in milliseconds: one second to seven days.
     */
    leaseMs?: number
    /**
     * How long its progress may stand still.
     */
    stallMs?: number
    /**
     * Pause before an instance is started again; doubles with each time within `restarts.withinMs`, up to five minutes.
     */
    backoffMs?: number
    /**
     * An instance that has to be started again more often than this has failed, until the service is restarted or put anew.
     */
    restarts?: {
      max: number
      withinMs: number
    }
    /**
     * Of a restart or a change, so many instances at a time: never fewer than `instances` less these are executing because of it.
     */
    batch?: number
    /**
     * An id of a principal, device or task.
     */
    service: string
    /**
     * An id of a principal, device or task.
     */
    submitter: string
    state: 'running' | 'starting' | 'updating' | 'degraded' | 'stopped'
    /**
     * Grows with every change of what is executed, and every restart.
     */
    generation: number
    executing: number
    /**
     * @maxItems 200
     */
    each: {
      instance: number
      state: 'waiting' | 'starting' | 'executing' | 'failed'
      /**
       * An id of a principal, device or task.
       */
      task?: string
      /**
       * An id of a principal, device or task.
       */
      device?: string
      generation: number
      /**
       * Lately.
       */
      restarts: number
      /**
       * Milliseconds since the Unix epoch.
       */
      since: number
      /**
       * When it is started again.
       */
      dueAt?: number
      error?: TaskError
    }[]
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Grows with every change of the entity: a reader ignores a lower one.
     */
    v: number
  }[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Lists services; a submitter sees its own.
 */
export interface ServiceList {
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Keeps so many instances of a function going: each is a task that is started again, on another device if need be, where it ends or its device is lost. Changed, its instances are replaced, some at a time.
 */
export interface ServicePut {
  /**
   * It goes on until it is cancelled, and says so by `progress`.
   */
  function: string
  /**
   * Any JSON value, the same for each instance.
   */
  args?: unknown
  /**
   * So many at once.
   */
  instances?: number
  /**
   * No two of them on one device: an instance for which there is no other device waits.
   */
  spread?: boolean
  require?: Requirement
  /**
   * An id of a principal, device or task.
   */
  queue?: string
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * How long its progress may stand still.
   */
  stallMs?: number
  /**
   * Pause before an instance is started again; doubles with each time within `restarts.withinMs`, up to five minutes.
   */
  backoffMs?: number
  /**
   * An instance that has to be started again more often than this has failed, until the service is restarted or put anew.
   */
  restarts?: {
    max: number
    withinMs: number
  }
  /**
   * Of a restart or a change, so many instances at a time: never fewer than `instances` less these are executing because of it.
   */
  batch?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Ends all instances, and removes the service.
 */
export interface ServiceRemove {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Replaces each instance, some at a time.
 */
export interface ServiceRestart {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * So many instances from now on.
 */
export interface ServiceScale {
  instances: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A service, instance by instance.
 */
export interface ServiceState {
  /**
   * It goes on until it is cancelled, and says so by `progress`.
   */
  function: string
  /**
   * Any JSON value, the same for each instance.
   */
  args?: unknown
  /**
   * So many at once.
   */
  instances: number
  /**
   * No two of them on one device: an instance for which there is no other device waits.
   */
  spread?: boolean
  require?: Requirement
  /**
   * An id of a principal, device or task.
   */
  queue?: string
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * How long its progress may stand still.
   */
  stallMs?: number
  /**
   * Pause before an instance is started again; doubles with each time within `restarts.withinMs`, up to five minutes.
   */
  backoffMs?: number
  /**
   * An instance that has to be started again more often than this has failed, until the service is restarted or put anew.
   */
  restarts?: {
    max: number
    withinMs: number
  }
  /**
   * Of a restart or a change, so many instances at a time: never fewer than `instances` less these are executing because of it.
   */
  batch?: number
  /**
   * An id of a principal, device or task.
   */
  service: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  state: 'running' | 'starting' | 'updating' | 'degraded' | 'stopped'
  /**
   * Grows with every change of what is executed, and every restart.
   */
  generation: number
  executing: number
  /**
   * @maxItems 200
   */
  each: {
    instance: number
    state: 'waiting' | 'starting' | 'executing' | 'failed'
    /**
     * An id of a principal, device or task.
     */
    task?: string
    /**
     * An id of a principal, device or task.
     */
    device?: string
    generation: number
    /**
     * Lately.
     */
    restarts: number
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * When it is started again.
     */
    dueAt?: number
    error?: TaskError
  }[]
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * The answer to `submit`, `cancel` and `get`: the task as it is now, result included where there is one.
 */
export interface TaskAccepted {
  /**
   * An id of a principal, device or task.
   */
  task: string
  state: TaskStateName
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * The name of a function, an interface or a label.
   */
  function?: string
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt?: number
  /**
   * Who holds the offer or the lease, or held the last one.
   */
  device?: string
  /**
   * When it came into this state.
   */
  since?: number
  /**
   * How much is done or used, 0 to 100.
   */
  percent?: number
  /**
   * The last note of `progress`.
   */
  note?: string
  /**
   * What `success` brought, any JSON value; absent: no result.
   */
  result?: unknown
  error?: TaskError
  /**
   * Why it was cancelled, timed out or expired.
   */
  reason?: string
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * An id of a principal, device or task.
   */
  submitter?: string
  /**
   * The execution of a deployment, or the run of a workflow, of which it is a step.
   */
  run?: string
  /**
   * The service of which it is an instance.
   */
  service?: string
  /**
   * Absent: the default one.
   */
  queue?: string
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * When a waiting task becomes available.
   */
  dueAt?: number
  /**
   * When the offer or the lease ends.
   */
  deadline?: number
  /**
   * In the answer to `get`: the newest lines that devices logged about the task.
   *
   * @maxItems 50
   */
  logs?: {
    /**
     * The device that wrote it.
     */
    from: string
    level: string
    message: string
    /**
     * Milliseconds since the Unix epoch.
     */
    at: number
  }[]
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The device holds the lease. It counts `leaseMs` from when it sent `begin`; `deadline` is information.
 */
export interface TaskBeginAccepted {
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * What is left of the lease.
   */
  leaseMs: number
  /**
   * Milliseconds since the Unix epoch.
   */
  deadline: number
  /**
   * Where the task has ended already: there is nothing left to do.
   */
  state?: TaskStateName
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The device takes the offer: the lease starts. Repeated, it renews nothing.
 */
export interface TaskBegin {
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The device must stop this attempt; also sent when the lease ran out.
 */
export interface TaskCancelOrder {
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * A text for people.
   */
  reason?: string
}

/**
 * Ends a task. Final when stored; rejected as `ended` after its end.
 */
export interface TaskCancel {
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Gives an offer back. The device is not offered this task again for a while.
 */
export interface TaskDecline {
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Sent to the submitter that asked with `notify:true`: the final state, result included. At least once: again where the device says the end again, as after a crash.
 */
export interface TaskEnded {
  /**
   * An id of a principal, device or task.
   */
  task: string
  state: TaskStateName
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * The name of a function, an interface or a label.
   */
  function: string
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * Who holds the offer or the lease, or held the last one.
   */
  device?: string
  /**
   * When it came into this state.
   */
  since: number
  /**
   * How much is done or used, 0 to 100.
   */
  percent?: number
  /**
   * The last note of `progress`.
   */
  note?: string
  /**
   * What `success` brought, any JSON value; absent: no result.
   */
  result?: unknown
  error?: TaskError
  /**
   * Why it was cancelled, timed out or expired.
   */
  reason?: string
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * An id of a principal, device or task.
   */
  submitter?: string
  /**
   * The execution of a deployment, or the run of a workflow, of which it is a step.
   */
  run?: string
  /**
   * The service of which it is an instance.
   */
  service?: string
  /**
   * Absent: the default one.
   */
  queue?: string
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * When a waiting task becomes available.
   */
  dueAt?: number
  /**
   * When the offer or the lease ends.
   */
  deadline?: number
}

export type TaskEventName =
  | 'submitted'
  | 'due'
  | 'offered'
  | 'declined'
  | 'lapsed'
  | 'began'
  | 'progressed'
  | 'succeeded'
  | 'failed'
  | 'timed-out'
  | 'released'
  | 'cancelled'
  | 'expired'

/**
 * A transition of a task as it happens; best effort, the state is the truth. `from` is absent for `submitted`.
 */
export interface TaskEvent {
  event: TaskEventName
  /**
   * An id of a principal, device or task.
   */
  task?: string
  /**
   * An id of a principal, device or task.
   */
  submitter?: string
  from?: TaskStateName
  to: TaskStateName
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * An id of a principal, device or task.
   */
  device?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  at: number
  /**
   * How much is done or used, 0 to 100.
   */
  percent?: number
  /**
   * A text for people.
   */
  note?: string
  /**
   * A text for people.
   */
  reason?: string
  error?: TaskError
}

/**
 * The attempt failed. With `retry:false` there is no further one.
 */
export interface TaskFail {
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  error: TaskError
  /**
   * Whether another attempt makes sense.
   */
  retry?: boolean
  /**
   * How many more tasks the device would take now: a level that replaces the former one, not a sum.
   */
  next?: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for the state of one task, result included.
 */
export interface TaskGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * A page of tasks; with `cursor`, there are more.
 */
export interface TaskListAccepted {
  /**
   * Without `result` where a page would grow too large.
   *
   * @maxItems 1000
   */
  tasks: TaskState[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks for tasks, a page at a time; all filters must hold.
 */
export interface TaskList {
  state?: TaskStateName
  /**
   * The name of a function, an interface or a label.
   */
  function?: string
  /**
   * An id of a principal, device or task.
   */
  device?: string
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The answer to `success`, `fail` and `decline`: what the task is now.
 */
export interface TaskNoted {
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  state: TaskStateName
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The lease is renewed; with an ended `state`, or without `leaseMs`, nothing changed.
 */
export interface TaskProgressAccepted {
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * The lease from here on.
   */
  leaseMs?: number
  /**
   * Milliseconds since the Unix epoch.
   */
  deadline?: number
  /**
   * Where the task has ended already: there is nothing left to do.
   */
  state?: TaskStateName
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Renews the lease, and tells how far the task is.
 */
export interface TaskProgress {
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * How much is done or used, 0 to 100.
   */
  percent?: number
  /**
   * A text for people.
   */
  note?: string
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * What is true about a task now. A subscription to it gets the current state at once while the task is kept.
 */
export interface TaskState {
  /**
   * An id of a principal, device or task.
   */
  task: string
  state: TaskStateName
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * The name of a function, an interface or a label.
   */
  function: string
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * Who holds the offer or the lease, or held the last one.
   */
  device?: string
  /**
   * When it came into this state.
   */
  since: number
  /**
   * How much is done or used, 0 to 100.
   */
  percent?: number
  /**
   * The last note of `progress`.
   */
  note?: string
  /**
   * What `success` brought, any JSON value; absent: no result.
   */
  result?: unknown
  error?: TaskError
  /**
   * Why it was cancelled, timed out or expired.
   */
  reason?: string
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * An id of a principal, device or task.
   */
  submitter?: string
  /**
   * The execution of a deployment, or the run of a workflow, of which it is a step.
   */
  run?: string
  /**
   * The service of which it is an instance.
   */
  service?: string
  /**
   * Absent: the default one.
   */
  queue?: string
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * When a waiting task becomes available.
   */
  dueAt?: number
  /**
   * When the offer or the lease ends.
   */
  deadline?: number
}

export type TaskOutcome =
  | {
      /**
       * An id of a principal, device or task.
       */
      task: string
      state: TaskStateName
      /**
       * Grows with every change of the entity: a reader ignores a lower one.
       */
      v: number
    }
  | {
      /**
       * An id of a principal, device or task.
       */
      task: string
      code: ErrorCode
      /**
       * A text for people.
       */
      message?: string
    }

/**
 * An outcome for each task, in the order given: its state, or why it was rejected.
 */
export interface TaskSubmitManyAccepted {
  /**
   * In the order given.
   *
   * @maxItems 1000
   */
  tasks: TaskOutcome[]
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Hands in many tasks in one commit, with one reply that has an outcome for each.
 */
export interface TaskSubmitMany {
  /**
   * Each as in `submit`, with its id.
   *
   * @minItems 1
   * @maxItems 1000
   */
  tasks: TaskSubmission[]
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}
/**
 * What a submit says about a task. Everything but `function` is optional. An option that is not listed here is refused, reserved ones (`kind`) included: an option that does nothing would be a lie.
 */
export interface TaskSubmission {
  /**
   * The function to execute.
   */
  function: string
  /**
   * Its arguments, any JSON value; absent: none.
   */
  args?: unknown
  require?: Requirement
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * Only devices that serve this queue are offered it.
   */
  queue?: string
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * How many attempts may begin; 0: no limit.
   */
  maxAttempts?: number
  /**
   * Pause after a first `fail`; doubles with each, with jitter, up to five minutes.
   */
  backoffMs?: number
  /**
   * Not before this long after its submit; with `notBefore`, the later of the two counts.
   */
  delayMs?: number
  /**
   * Not before this time.
   */
  notBefore?: number
  /**
   * No attempt starts after this time, and a submit that arrives later is refused as `too-late`.
   */
  notAfter?: number
  /**
   * Ends the task if nobody has begun it this long after its submit.
   */
  expiresMs?: number
  /**
   * How long its progress may stand still: a `progress` that says the same `percent` and `note` as before renews the lease no further than that. Then the attempt is over, as where a lease runs out.
   */
  stallMs?: number
  /**
   * `keep`: the lease outlives a lost connection; `release`: it does not.
   */
  onOffline?: 'keep' | 'release'
  /**
   * How long the task is kept after its end: a minute to a year.
   */
  keepMs?: number
  /**
   * Send `ended` to the submitter.
   */
  notify?: boolean
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * An id of a principal, device or task.
   */
  task: string
}

/**
 * Hands in a task under an id of the sender’s choice. The same id with the same content again is the recall: accepted, with the state it has now. `kind` is reserved and refused until it does something.
 */
export interface TaskSubmit {
  /**
   * The function to execute.
   */
  function: string
  /**
   * Its arguments, any JSON value; absent: none.
   */
  args?: unknown
  require?: Requirement
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * Only devices that serve this queue are offered it.
   */
  queue?: string
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * How many attempts may begin; 0: no limit.
   */
  maxAttempts?: number
  /**
   * Pause after a first `fail`; doubles with each, with jitter, up to five minutes.
   */
  backoffMs?: number
  /**
   * Not before this long after its submit; with `notBefore`, the later of the two counts.
   */
  delayMs?: number
  /**
   * Not before this time.
   */
  notBefore?: number
  /**
   * No attempt starts after this time, and a submit that arrives later is refused as `too-late`.
   */
  notAfter?: number
  /**
   * Ends the task if nobody has begun it this long after its submit.
   */
  expiresMs?: number
  /**
   * How long its progress may stand still: a `progress` that says the same `percent` and `note` as before renews the lease no further than that. Then the attempt is over, as where a lease runs out.
   */
  stallMs?: number
  /**
   * `keep`: the lease outlives a lost connection; `release`: it does not.
   */
  onOffline?: 'keep' | 'release'
  /**
   * How long the task is kept after its end: a minute to a year.
   */
  keepMs?: number
  /**
   * Send `ended` to the submitter.
   */
  notify?: boolean
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * The task is done. Repeated: accepted, the first result stays.
 */
export interface TaskSuccess {
  /**
   * The fencing token: grows with every new offer of a task. 0 before the first.
   */
  attempt: number
  /**
   * Any JSON value, or `{"blob":sha256}`; absent: no result.
   */
  result?: unknown
  /**
   * How many more tasks the device would take now: a level that replaces the former one, not a sum.
   */
  next?: number
  /**
   * Grows with every start of a device, not with every connection.
   */
  session?: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Why a task is where it is: a sentence for people, and the facts behind it.
 */
export interface TaskWhy {
  /**
   * An id of a principal, device or task.
   */
  task: string
  state: TaskStateName
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * One sentence for people.
   */
  text: string
  /**
   * What must happen next: its time comes, a device is free, the offer is begun, the device finishes, an upstream task ends, its queue is resumed.
   */
  waitsFor?: 'due' | 'device' | 'begin' | 'result' | 'upstream' | 'queue'
  /**
   * When a waiting task becomes available.
   */
  dueAt?: number
  /**
   * Who holds the offer or the lease.
   */
  holder?: {
    /**
     * An id of a principal, device or task.
     */
    device: string
    /**
     * The fencing token: grows with every new offer of a task. 0 before the first.
     */
    attempt: number
    /**
     * Milliseconds since the Unix epoch.
     */
    deadline?: number
  }
  /**
   * The queue of all tasks that every device judges alike, in which it stands.
   */
  lane?: {
    /**
     * How many tasks wait there, this one included.
     */
    waiting?: number
  }
  /**
   * The devices that were looked at.
   *
   * @maxItems 1000
   */
  devices?: DeviceVerdict[]
  /**
   * There are further devices that are not listed.
   */
  more?: boolean
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}
export interface DeviceVerdict {
  /**
   * An id of a principal, device or task.
   */
  device: string
  /**
   * Passed all filters.
   */
  fits: boolean
  /**
   * What it was filtered out by.
   *
   * @maxItems 32
   */
  filters?: {
    filter: string
    /**
     * A text for people.
     */
    reason: string
  }[]
  /**
   * The sum of its scores; the highest is offered the task first.
   */
  score?: number
  /**
   * By scorer.
   */
  scores?: {
    [k: string]: number
  }
  /**
   * Would be offered a task right now.
   */
  ready?: boolean
  /**
   * Why it is not ready.
   */
  reason?: string
}

/**
 * Asks why a task is where it is.
 */
export interface TaskWhyQuery {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * What is saved under a name.
 */
export interface TemplateAccepted {
  /**
   * For people: what it does.
   */
  description?: string
  /**
   * What `input` must be like: checked before a run of it begins, and before a step that names it does.
   */
  params?: Params
  /**
   * A directed graph without circles; `after` is its arrows.
   */
  steps?: {
    [k: string]: WorkflowStep
  }
  /**
   * What the run comes to, over `input` and all steps. Default: nothing.
   */
  result?: string
  /**
   * Of a saved function, instead of `steps`: a task with its options.
   */
  function?: string
  /**
   * Of the function, over what it is given as `input`. Default: `=input`.
   */
  args?: unknown
  /**
   * It has failed where it has taken longer than this.
   */
  timeoutMs?: number
  require?: Requirement
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * As of any task.
   */
  maxAttempts?: number
  backoffMs?: number
  /**
   * How long its progress may stand still.
   */
  stallMs?: number
  onOffline?: 'keep' | 'release'
  /**
   * As of any task.
   */
  queue?: string
  /**
   * An id of a principal, device or task.
   */
  template: string
  /**
   * An id of a principal, device or task.
   */
  createdBy: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks what is saved under a name.
 */
export interface TemplateGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * What is saved; where there is a `cursor`, there may be more.
 */
export interface TemplateListAccepted {
  /**
   * Items: What is saved under a name: a workflow, or a function with the options of its tasks.
   */
  templates: {
    /**
     * For people: what it does.
     */
    description?: string
    /**
     * What `input` must be like: checked before a run of it begins, and before a step that names it does.
     */
    params?: Params
    /**
     * A directed graph without circles; `after` is its arrows.
     */
    steps?: {
      [k: string]: WorkflowStep
    }
    /**
     * What the run comes to, over `input` and all steps. Default: nothing.
     */
    result?: string
    /**
     * Of a saved function, instead of `steps`: a task with its options.
     */
    function?: string
    /**
     * Of the function, over what it is given as `input`. Default: `=input`.
     */
    args?: unknown
    /**
     * It has failed where it has taken longer than this.
     */
    timeoutMs?: number
    require?: Requirement
    /**
     * From 0 (default) to 9 (first); first in, first out within one lane.
     */
    priority?: number
    /**
     * How long a device may work without a sign of life, in milliseconds: one second to seven days.
     */
    leaseMs?: number
    /**
     * As of any task.
     */
    maxAttempts?: number
    backoffMs?: number
    /**
     * How long its progress may stand still.
     */
    stallMs?: number
    onOffline?: 'keep' | 'release'
    /**
     * As of any task.
     */
    queue?: string
    /**
     * An id of a principal, device or task.
     */
    template: string
    /**
     * An id of a principal, device or task.
     */
    createdBy: string
    /**
     * Milliseconds since the Unix epoch.
     */
    createdAt: number
    /**
     * Grows with every change of the entity: a reader ignores a lower one.
     */
    v: number
  }[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Lists what is saved.
 */
export interface TemplateList {
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Saves a workflow, or a function with the options of its tasks, to be called by name: by `workflows/{run}/submit`, and by steps of workflows. Runs that have begun go on with what they began with.
 */
export interface TemplatePut {
  /**
   * For people: what it does.
   */
  description?: string
  /**
   * What `input` must be like: checked before a run of it begins, and before a step that names it does.
   */
  params?: Params
  /**
   * A directed graph without circles; `after` is its arrows.
   */
  steps?: {
    [k: string]: WorkflowStep
  }
  /**
   * What the run comes to, over `input` and all steps. Default: nothing.
   */
  result?: string
  /**
   * Of a saved function, instead of `steps`: a task with its options.
   */
  function?: string
  /**
   * Of the function, over what it is given as `input`. Default: `=input`.
   */
  args?: unknown
  /**
   * It has failed where it has taken longer than this.
   */
  timeoutMs?: number
  require?: Requirement
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * As of any task.
   */
  maxAttempts?: number
  backoffMs?: number
  /**
   * How long its progress may stand still.
   */
  stallMs?: number
  onOffline?: 'keep' | 'release'
  /**
   * As of any task.
   */
  queue?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Removes what is saved under a name, unless other templates name it. Runs that have begun go on.
 */
export interface TemplateRemove {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * What is saved under a name.
 */
export interface TemplateState {
  /**
   * For people: what it does.
   */
  description?: string
  /**
   * What `input` must be like: checked before a run of it begins, and before a step that names it does.
   */
  params?: Params
  /**
   * A directed graph without circles; `after` is its arrows.
   */
  steps?: {
    [k: string]: WorkflowStep
  }
  /**
   * What the run comes to, over `input` and all steps. Default: nothing.
   */
  result?: string
  /**
   * Of a saved function, instead of `steps`: a task with its options.
   */
  function?: string
  /**
   * Of the function, over what it is given as `input`. Default: `=input`.
   */
  args?: unknown
  /**
   * It has failed where it has taken longer than this.
   */
  timeoutMs?: number
  require?: Requirement
  /**
   * From 0 (default) to 9 (first); first in, first out within one lane.
   */
  priority?: number
  /**
   * How long a device may work without a sign of life, in milliseconds: one second to seven days.
   */
  leaseMs?: number
  /**
   * As of any task.
   */
  maxAttempts?: number
  backoffMs?: number
  /**
   * How long its progress may stand still.
   */
  stallMs?: number
  onOffline?: 'keep' | 'release'
  /**
   * As of any task.
   */
  queue?: string
  /**
   * An id of a principal, device or task.
   */
  template: string
  /**
   * An id of a principal, device or task.
   */
  createdBy: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
}

/**
 * The run as it stands, with its result once there is one.
 */
export interface WorkflowAccepted {
  /**
   * An id of a principal, device or task.
   */
  run: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  state: 'executing' | 'compensating' | 'completed' | 'failed' | 'cancelled'
  /**
   * The saved workflow that it is a run of.
   */
  template?: string
  /**
   * The run of which it is a step.
   */
  parent?: {
    /**
     * An id of a principal, device or task.
     */
    run: string
    /**
     * The name of a step, or of a module within a manifest.
     */
    step: string
    index?: number
  }
  steps: {
    [k: string]: {
      state: 'waiting' | 'executing' | 'completed' | 'failed' | 'skipped' | 'cancelled'
      /**
       * The steps that it waits for: the arrows of the graph.
       *
       * @maxItems 100
       *
       * Items: The name of a step, or of a module within a manifest.
       */
      after?: string[]
      /**
       * The steps whose failure it would make up for: it is executed where one of them has failed, and else never.
       *
       * @maxItems 100
       *
       * Items: The name of a step, or of a module within a manifest.
       */
      compensates?: string[]
      /**
       * Its task; of an element `{task}:{index}`.
       */
      task?: string
      /**
       * Of a saved workflow: its own run.
       */
      run?: string
      /**
       * Which has executed it.
       */
      device?: string
      attempts?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      beganAt?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      endedAt?: number
      /**
       * Elements.
       */
      total?: number
      /**
       * Elements under way.
       */
      executing?: number
      /**
       * Elements that are over, with those that failed.
       */
      done?: number
      /**
       * Elements that have failed and were skipped.
       */
      failed?: number
      error?: TaskError
    }
  }
  /**
   * Of its steps, so many are over.
   */
  percent?: number
  /**
   * Why it fails, and at which step.
   */
  error?: {
    /**
     * The name of a step, or of a module within a manifest.
     */
    step?: string
    index?: number
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * Whether the step that was to make up for the failure has succeeded.
   */
  compensated?: boolean
  /**
   * A text for people.
   */
  reason?: string
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Once it is completed.
   */
  result?: unknown
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Ends a run, and the tasks of its steps.
 */
export interface WorkflowCancel {
  /**
   * A text for people.
   */
  reason?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Sent to the submitter that asked with `notify:true`: the final state, result included. At least once.
 */
export interface WorkflowEnded {
  /**
   * An id of a principal, device or task.
   */
  run: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  state: 'executing' | 'compensating' | 'completed' | 'failed' | 'cancelled'
  /**
   * The saved workflow that it is a run of.
   */
  template?: string
  /**
   * The run of which it is a step.
   */
  parent?: {
    /**
     * An id of a principal, device or task.
     */
    run: string
    /**
     * The name of a step, or of a module within a manifest.
     */
    step: string
    index?: number
  }
  steps: {
    [k: string]: {
      state: 'waiting' | 'executing' | 'completed' | 'failed' | 'skipped' | 'cancelled'
      /**
       * The steps that it waits for: the arrows of the graph.
       *
       * @maxItems 100
       *
       * Items: The name of a step, or of a module within a manifest.
       */
      after?: string[]
      /**
       * The steps whose failure it would make up for: it is executed where one of them has failed, and else never.
       *
       * @maxItems 100
       *
       * Items: The name of a step, or of a module within a manifest.
       */
      compensates?: string[]
      /**
       * Its task; of an element `{task}:{index}`.
       */
      task?: string
      /**
       * Of a saved workflow: its own run.
       */
      run?: string
      /**
       * Which has executed it.
       */
      device?: string
      attempts?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      beganAt?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      endedAt?: number
      /**
       * Elements.
       */
      total?: number
      /**
       * Elements under way.
       */
      executing?: number
      /**
       * Elements that are over, with those that failed.
       */
      done?: number
      /**
       * Elements that have failed and were skipped.
       */
      failed?: number
      error?: TaskError
    }
  }
  /**
   * Of its steps, so many are over.
   */
  percent?: number
  /**
   * Why it fails, and at which step.
   */
  error?: {
    /**
     * The name of a step, or of a module within a manifest.
     */
    step?: string
    index?: number
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * Whether the step that was to make up for the failure has succeeded.
   */
  compensated?: boolean
  /**
   * A text for people.
   */
  reason?: string
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Once it is completed.
   */
  result?: unknown
}

/**
 * Asks how a run stands.
 */
export interface WorkflowGet {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Runs; where there is a `cursor`, there may be more.
 */
export interface WorkflowListAccepted {
  /**
   * Items: A run of a workflow, with what has become of each step.
   */
  workflows: {
    /**
     * An id of a principal, device or task.
     */
    run: string
    /**
     * An id of a principal, device or task.
     */
    submitter: string
    state: 'executing' | 'compensating' | 'completed' | 'failed' | 'cancelled'
    /**
     * The saved workflow that it is a run of.
     */
    template?: string
    /**
     * The run of which it is a step.
     */
    parent?: {
      /**
       * An id of a principal, device or task.
       */
      run: string
      /**
       * The name of a step, or of a module within a manifest.
       */
      step: string
      index?: number
    }
    steps: {
      [k: string]: {
        state: 'waiting' | 'executing' | 'completed' | 'failed' | 'skipped' | 'cancelled'
        /**
         * The steps that it waits for: the arrows of the graph.
         *
         * @maxItems 100
         *
         * Items: The name of a step, or of a module within a manifest.
         */
        after?: string[]
        /**
         * The steps whose failure it would make up for: it is executed where one of them has failed, and else never.
         *
         * @maxItems 100
         *
         * Items: The name of a step, or of a module within a manifest.
         */
        compensates?: string[]
        /**
         * Its task; of an element `{task}:{index}`.
         */
        task?: string
        /**
         * Of a saved workflow: its own run.
         */
        run?: string
        /**
         * Which has executed it.
         */
        device?: string
        attempts?: number
        /**
         * Milliseconds since the Unix epoch.
         */
        beganAt?: number
        /**
         * Milliseconds since the Unix epoch.
         */
        endedAt?: number
        /**
         * Elements.
         */
        total?: number
        /**
         * Elements under way.
         */
        executing?: number
        /**
         * Elements that are over, with those that failed.
         */
        done?: number
        /**
         * Elements that have failed and were skipped.
         */
        failed?: number
        error?: TaskError
      }
    }
    /**
     * Of its steps, so many are over.
     */
    percent?: number
    /**
     * Why it fails, and at which step.
     */
    error?: {
      /**
       * The name of a step, or of a module within a manifest.
       */
      step?: string
      index?: number
      code: string
      /**
       * A text for people.
       */
      message?: string
    }
    /**
     * Whether the step that was to make up for the failure has succeeded.
     */
    compensated?: boolean
    /**
     * A text for people.
     */
    reason?: string
    /**
     * A word of the submitter’s own, to list tasks by.
     */
    tag?: string
    /**
     * Milliseconds since the Unix epoch.
     */
    createdAt: number
    /**
     * Milliseconds since the Unix epoch.
     */
    since: number
    /**
     * Grows with every change of the entity: a reader ignores a lower one.
     */
    v: number
    /**
     * Once it is completed.
     */
    result?: unknown
  }[]
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Lists runs; a submitter sees its own.
 */
export interface WorkflowList {
  state?: 'executing' | 'compensating' | 'completed' | 'failed' | 'cancelled'
  /**
   * An id of a principal, device or task.
   */
  template?: string
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * How many entries a page has at most.
   */
  limit?: number
  /**
   * Where the next page begins; opaque, taken from the former reply.
   */
  cursor?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * How a run stands; kept for `keepMs` after its end.
 */
export interface WorkflowState {
  /**
   * An id of a principal, device or task.
   */
  run: string
  /**
   * An id of a principal, device or task.
   */
  submitter: string
  state: 'executing' | 'compensating' | 'completed' | 'failed' | 'cancelled'
  /**
   * The saved workflow that it is a run of.
   */
  template?: string
  /**
   * The run of which it is a step.
   */
  parent?: {
    /**
     * An id of a principal, device or task.
     */
    run: string
    /**
     * The name of a step, or of a module within a manifest.
     */
    step: string
    index?: number
  }
  steps: {
    [k: string]: {
      state: 'waiting' | 'executing' | 'completed' | 'failed' | 'skipped' | 'cancelled'
      /**
       * The steps that it waits for: the arrows of the graph.
       *
       * @maxItems 100
       *
       * Items: The name of a step, or of a module within a manifest.
       */
      after?: string[]
      /**
       * The steps whose failure it would make up for: it is executed where one of them has failed, and else never.
       *
       * @maxItems 100
       *
       * Items: The name of a step, or of a module within a manifest.
       */
      compensates?: string[]
      /**
       * Its task; of an element `{task}:{index}`.
       */
      task?: string
      /**
       * Of a saved workflow: its own run.
       */
      run?: string
      /**
       * Which has executed it.
       */
      device?: string
      attempts?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      beganAt?: number
      /**
       * Milliseconds since the Unix epoch.
       */
      endedAt?: number
      /**
       * Elements.
       */
      total?: number
      /**
       * Elements under way.
       */
      executing?: number
      /**
       * Elements that are over, with those that failed.
       */
      done?: number
      /**
       * Elements that have failed and were skipped.
       */
      failed?: number
      error?: TaskError
    }
  }
  /**
   * Of its steps, so many are over.
   */
  percent?: number
  /**
   * Why it fails, and at which step.
   */
  error?: {
    /**
     * The name of a step, or of a module within a manifest.
     */
    step?: string
    index?: number
    code: string
    /**
     * A text for people.
     */
    message?: string
  }
  /**
   * Whether the step that was to make up for the failure has succeeded.
   */
  compensated?: boolean
  /**
   * A text for people.
   */
  reason?: string
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * Milliseconds since the Unix epoch.
   */
  createdAt: number
  /**
   * Milliseconds since the Unix epoch.
   */
  since: number
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * Once it is completed.
   */
  result?: unknown
}

/**
 * Begins a run of a workflow under a name of the sender's choice: of the steps that are given, or of a saved one. The same again is the recall: accepted, with the state it has now, and the result once there is one. All of it is checked before anything begins.
 */
export interface WorkflowSubmit {
  /**
   * A directed graph without circles; `after` is its arrows.
   */
  steps?: {
    [k: string]: WorkflowStep
  }
  /**
   * What the run comes to, over `input` and all steps. Default: nothing.
   */
  result?: string
  /**
   * The run has failed where it has taken longer than this.
   */
  timeoutMs?: number
  /**
   * A saved workflow, instead of `steps`.
   */
  template?: string
  /**
   * What expressions know as `input`; any JSON value.
   */
  input?: unknown
  /**
   * Of those steps that have none of their own.
   */
  priority?: number
  /**
   * How long it is kept after its end.
   */
  keepMs?: number
  /**
   * Send `ended` to the submitter.
   */
  notify?: boolean
  /**
   * A word of the submitter’s own, to list tasks by.
   */
  tag?: string
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * What each step that is not over waits for, in words.
 */
export interface WorkflowWhyAccepted {
  /**
   * An id of a principal, device or task.
   */
  run: string
  state: 'executing' | 'compensating' | 'completed' | 'failed' | 'cancelled'
  /**
   * Grows with every change of the entity: a reader ignores a lower one.
   */
  v: number
  /**
   * A text for people.
   */
  text: string
  steps: {
    [k: string]: {
      state: 'waiting' | 'executing'
      /**
       * A text for people.
       */
      text: string
      /**
       * The steps that it waits for.
       *
       * Items: The name of a step, or of a module within a manifest.
       */
      after?: string[]
      /**
       * Some of the tasks that it waits for: ask `tasks/{task}/why`.
       *
       * Items: An id of a principal, device or task.
       */
      tasks?: string[]
      /**
       * The run that it waits for: ask `workflows/{run}/why`.
       */
      run?: string
    }
  }
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/**
 * Asks what each step that is not over waits for.
 */
export interface WorkflowWhy {
  /**
   * Chosen by the sender of a command; the reply repeats it.
   */
  ref?: string
}

/** The type of each message, by its key. */
export interface MessageTypes {
  'accounts/accepted': AccountAccepted
  'accounts/get': AccountGet
  'accounts/list-accepted': AccountListAccepted
  'accounts/list': AccountList
  'accounts/put-accepted': AccountPutAccepted
  'accounts/put': AccountPut
  'accounts/remove': AccountRemove
  'accounts/secret-accepted': AccountSecretAccepted
  'accounts/secret': AccountSecret
  'audit/entry': AuditEvent
  'audit/list-accepted': AuditListAccepted
  'audit/list': AuditList
  'blobs/accepted': BlobAccepted
  'blobs/chunk': BlobChunk
  'blobs/get-accepted': BlobGetAccepted
  'blobs/get': BlobGet
  'blobs/part': BlobPart
  'blobs/put': BlobPut
  'bridges/state': BridgeState
  'definitions/rejected': Rejected
  'deployments/accepted': DeploymentAccepted
  'deployments/execute-accepted': DeploymentExecuteAccepted
  'deployments/execute': DeploymentExecute
  'deployments/failed': DeploymentFailed
  'deployments/get': DeploymentGet
  'deployments/list-accepted': DeploymentListAccepted
  'deployments/list': DeploymentList
  'deployments/noted': DeploymentNoted
  'deployments/part': DeploymentPart
  'deployments/pause': DeploymentPause
  'deployments/put': DeploymentPut
  'deployments/ready': DeploymentReady
  'deployments/remove': DeploymentRemove
  'deployments/resume': DeploymentResume
  'deployments/state': DeploymentState
  'deployments/why-accepted': DeploymentWhyAccepted
  'deployments/why': DeploymentWhy
  'devices/accepted': DeviceAccepted
  'devices/birth': DeviceBirth
  'devices/cordon': DeviceCordon
  'devices/event': DeviceEvent
  'devices/forget': DeviceForget
  'devices/get': DeviceGet
  'devices/heartbeat': DeviceHeartbeat
  'devices/list-accepted': DeviceListAccepted
  'devices/list': DeviceList
  'devices/logs': DeviceLogs
  'devices/next-accepted': DeviceNextAccepted
  'devices/next': DeviceNext
  'devices/noted': DeviceNoted
  'devices/offer': DeviceOffer
  'devices/offline': DeviceOffline
  'devices/state': DeviceState
  'devices/time-accepted': TimeAccepted
  'devices/time': Time
  'devices/uncordon': DeviceUncordon
  'devices/welcome': DeviceWelcome
  'enrolments/accepted': EnrolmentAccepted
  'enrolments/enrol-accepted': EnrolAccepted
  'enrolments/enrol': Enrol
  'enrolments/list-accepted': EnrolmentListAccepted
  'enrolments/list': EnrolmentList
  'enrolments/put-accepted': EnrolmentPutAccepted
  'enrolments/put': EnrolmentPut
  'enrolments/remove': EnrolmentRemove
  'executions/accepted': ExecutionAccepted
  'executions/cancel': ExecutionCancel
  'executions/get': ExecutionGet
  'executions/list-accepted': ExecutionListAccepted
  'executions/list': ExecutionList
  'executions/logs-accepted': ExecutionLogsAccepted
  'executions/logs': ExecutionLogs
  'executions/state': ExecutionState
  'functions/list-accepted': FunctionListAccepted
  'functions/list': FunctionList
  'modules/accepted': ModuleAccepted
  'modules/get': ModuleGet
  'modules/list-accepted': ModuleListAccepted
  'modules/list': ModuleList
  'modules/put': ModulePut
  'modules/remove': ModuleRemove
  'modules/state': ModuleState
  'nodes/state': NodeState
  'queues/accepted': QueueAccepted
  'queues/get': QueueGet
  'queues/limit': QueueLimitPut
  'queues/list-accepted': QueueListAccepted
  'queues/list': QueueList
  'queues/pause': QueuePause
  'queues/resume': QueueResume
  'queues/state': QueueState
  'schedules/accepted': ScheduleAccepted
  'schedules/get': ScheduleGet
  'schedules/list-accepted': ScheduleListAccepted
  'schedules/list': ScheduleList
  'schedules/pause': SchedulePause
  'schedules/put': SchedulePut
  'schedules/remove': ScheduleRemove
  'schedules/resume': ScheduleResume
  'schedules/state': ScheduleState
  'services/accepted': ServiceAccepted
  'services/get': ServiceGet
  'services/list-accepted': ServiceListAccepted
  'services/list': ServiceList
  'services/put': ServicePut
  'services/remove': ServiceRemove
  'services/restart': ServiceRestart
  'services/scale': ServiceScale
  'services/state': ServiceState
  'tasks/accepted': TaskAccepted
  'tasks/begin-accepted': TaskBeginAccepted
  'tasks/begin': TaskBegin
  'tasks/cancel-order': TaskCancelOrder
  'tasks/cancel': TaskCancel
  'tasks/decline': TaskDecline
  'tasks/ended': TaskEnded
  'tasks/event': TaskEvent
  'tasks/fail': TaskFail
  'tasks/get': TaskGet
  'tasks/list-accepted': TaskListAccepted
  'tasks/list': TaskList
  'tasks/noted': TaskNoted
  'tasks/progress-accepted': TaskProgressAccepted
  'tasks/progress': TaskProgress
  'tasks/state': TaskState
  'tasks/submit-many-accepted': TaskSubmitManyAccepted
  'tasks/submit-many': TaskSubmitMany
  'tasks/submit': TaskSubmit
  'tasks/success': TaskSuccess
  'tasks/why-accepted': TaskWhy
  'tasks/why': TaskWhyQuery
  'templates/accepted': TemplateAccepted
  'templates/get': TemplateGet
  'templates/list-accepted': TemplateListAccepted
  'templates/list': TemplateList
  'templates/put': TemplatePut
  'templates/remove': TemplateRemove
  'templates/state': TemplateState
  'workflows/accepted': WorkflowAccepted
  'workflows/cancel': WorkflowCancel
  'workflows/ended': WorkflowEnded
  'workflows/get': WorkflowGet
  'workflows/list-accepted': WorkflowListAccepted
  'workflows/list': WorkflowList
  'workflows/state': WorkflowState
  'workflows/submit': WorkflowSubmit
  'workflows/why-accepted': WorkflowWhyAccepted
  'workflows/why': WorkflowWhy
}
