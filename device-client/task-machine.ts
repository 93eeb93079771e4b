// A task as its device sees it: a pure table. It reads no clock and sends nothing: times come in with the events, on the
// device's monotonic clock, and what is to be done goes out as names of effects.
//
//   absent ──offered──▶ beginning ──begun──▶ executing ──returned──▶ delivering ──confirmed──▶ gone
//      │    (implied: straight to executing)      │                       ▲
//      ├──restored (a kept result)────────────────┼───────────────────────┘
//      │                                          └──cancelled, expired, unheld──▶ stopping ──returned──▶ gone
//
// A pair that has no row changes nothing: late, duplicate and foreign events are nobody's error here.

export type Phase = 'absent' | 'beginning' | 'executing' | 'stopping' | 'delivering' | 'gone'

export interface TaskState {
  readonly phase: Phase
  readonly attempt: number
  /** When `begin` was first sent; with an implied begin, when the offer came. */
  readonly beganAt: number
  /** When the device stops by itself. */
  readonly deadline: number
}

export type TaskEvent =
  | { type: 'offered', attempt: number, at: number, leaseMs: number, implied: boolean }
  /** A result that an earlier process kept. */
  | { type: 'restored', attempt: number }
  /** An answer, come at `at`, to a `begin` sent at `sentAt`: at least so much was left then. */
  | { type: 'begun', at: number, sentAt: number, leaseMs: number }
  | { type: 'renewed', sentAt: number, leaseMs: number }
  /** The function came back: with a result, an error, or because it was told to stop. */
  | { type: 'returned' }
  /** The orchestrator took it back, or refused a command for good. */
  | { type: 'cancelled' }
  | { type: 'expired', at: number }
  | { type: 'confirmed' }
  /** No answer, or "try again": whatever waits for an answer is sent again. */
  | { type: 'unanswered' }
  /** `welcome` names it, come at `at` in answer to a birth sent at `birthAt`. */
  | { type: 'held', at: number, birthAt: number, leaseMs: number }
  /** `welcome` doesn't name it, though it was begun before that birth. */
  | { type: 'unheld' }

export type Effect =
  | 'begin'     // send begin
  | 'run'       // call the function
  | 'abort'     // tell the function to stop
  | 'keep'      // keep the result, then send it
  | 'deliver'   // send the kept result
  | 'discard'   // the kept result has served
  | 'spend'     // this attempt is over: an offer of it that comes again is ignored

export interface Step { readonly task: TaskState, readonly effects: readonly Effect[] }

type EventOf<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>
type Row = { readonly [T in TaskEvent['type']]?: (task: TaskState, event: EventOf<T>) => Step }

export const absent: TaskState = { phase: 'absent', attempt: 0, beganAt: 0, deadline: 0 }

const to = (phase: Phase, ...effects: Effect[]) =>
  (task: TaskState): Step => ({ task: { ...task, phase }, effects })

const stay = (...effects: Effect[]) => (task: TaskState): Step => ({ task, effects })

/** An answer that took longer than the lease it tells of starts nothing. */
const begin = (task: TaskState, at: number, deadline: number): Step =>
  at < deadline ? { task: { ...task, phase: 'executing', deadline }, effects: ['run'] } : to('gone', 'spend')(task)

const stop = to('stopping', 'abort', 'spend')

export const rows: { readonly [P in Phase]: Row } = {
  absent: {
    offered: (_, { attempt, at, leaseMs, implied }) => ({
      task: { phase: implied ? 'executing' : 'beginning', attempt, beganAt: at, deadline: at + leaseMs },
      effects: [implied ? 'run' : 'begin']
    }),
    restored: (task, { attempt }) => ({ task: { ...task, phase: 'delivering', attempt }, effects: ['spend'] })
  },
  beginning: {
    begun: (task, { at, sentAt, leaseMs }) => begin(task, at, sentAt + leaseMs),
    held: (task, { at, birthAt, leaseMs }) => begin(task, at, birthAt + leaseMs),
    // Not spent: an open offer is sent again after `welcome`, and may then be begun.
    unheld: to('gone'),
    cancelled: to('gone', 'spend'),
    expired: (task, { at }) => at < task.deadline ? stay()(task) : to('gone', 'spend')(task),
    unanswered: stay('begin')
  },
  executing: {
    // Counted from the sending, so that the device never believes in more time than it was given.
    renewed: (task, { sentAt, leaseMs }) => ({
      task: { ...task, deadline: Math.max(task.deadline, sentAt + leaseMs) }, effects: []
    }),
    returned: to('delivering', 'spend', 'keep'),
    cancelled: stop,
    unheld: stop,
    expired: (task, { at }) => at < task.deadline ? stay()(task) : stop(task)
  },
  // The function still runs: its slot is taken until it comes back, and what it brings is worth nothing.
  stopping: {
    returned: to('gone')
  },
  // No deadline here: only the orchestrator can say whether the result came in time.
  delivering: {
    confirmed: to('gone', 'discard'),
    cancelled: to('gone', 'discard'),
    unanswered: stay('deliver'),
    held: stay('deliver'),
    unheld: stay('deliver')
  },
  gone: {}
}

export function step (task: TaskState, event: TaskEvent): Step {
  const row = rows[task.phase][event.type] as ((task: TaskState, event: TaskEvent) => Step) | undefined
  return row ? row(task, event) : { task, effects: [] }
}

/** Whether a slot of the device is taken. */
export function isBusy ({ phase }: TaskState): boolean {
  return phase === 'beginning' || phase === 'executing' || phase === 'stopping'
}

/** Whether the device still has it, in the sense of `birth.tasks`. */
export function isHeld ({ phase }: TaskState): boolean {
  return phase === 'beginning' || phase === 'executing' || phase === 'delivering'
}
