/**
 * Who may do what: one table of roles, with the commands that each may say and
 * the branches that each may read. `own` is what the sender itself has made: its
 * tasks, its account. Pure; whoever asks finds the account.
 */
import type { Account, AccountKind, UserRole } from './account.js'

export type Role = UserRole | Exclude<AccountKind, 'user'>
export type Scope = 'own' | 'any'

export interface Grant {
  /** By message, as in `tasks/cancel`. What is not named may not be said. */
  readonly says: Readonly<Record<string, Scope>>
  /** Filters below the root, besides the own `to/` branch. */
  readonly reads: readonly string[]
  /** Of these what tells of the own tasks. */
  readonly readsOwn?: readonly string[]
}

const everybody = { 'devices/time': 'any', 'accounts/get': 'own', 'accounts/secret': 'own' } as const
const reading = { 'blobs/get': 'any' } as const
const uploading = { ...reading, 'blobs/put': 'any', 'blobs/chunk': 'any' } as const
const looking = { ...reading, 'modules/get': 'any', 'modules/list': 'any', 'deployments/get': 'any', 'deployments/list': 'any', 'deployments/why': 'any', 'executions/get': 'any', 'executions/logs': 'any', 'executions/list': 'any', 'workflows/get': 'any', 'workflows/why': 'any', 'workflows/list': 'any', 'templates/get': 'any', 'templates/list': 'any', 'schedules/get': 'any', 'schedules/list': 'any', 'queues/get': 'any', 'queues/list': 'any', 'services/get': 'any', 'services/list': 'any', 'tasks/get': 'any', 'tasks/why': 'any', 'tasks/list': 'any', 'devices/get': 'any', 'devices/list': 'any', 'functions/list': 'any' } as const
const operating = { ...uploading, 'modules/put': 'any', 'modules/remove': 'any', 'deployments/put': 'any', 'deployments/remove': 'any', 'deployments/pause': 'any', 'deployments/resume': 'any', 'deployments/execute': 'any', 'executions/cancel': 'any', 'workflows/submit': 'any', 'workflows/cancel': 'any', 'templates/put': 'any', 'templates/remove': 'any', 'schedules/put': 'any', 'schedules/remove': 'any', 'schedules/pause': 'any', 'schedules/resume': 'any', 'queues/pause': 'any', 'queues/resume': 'any', 'queues/limit': 'any', 'services/put': 'any', 'services/scale': 'any', 'services/restart': 'any', 'services/remove': 'any', 'tasks/submit': 'any', 'tasks/submit-many': 'any', 'tasks/cancel': 'any', 'devices/cordon': 'any', 'devices/uncordon': 'any', 'devices/forget': 'any' } as const
const administering = { 'accounts/put': 'any', 'accounts/remove': 'any', 'accounts/get': 'any', 'accounts/list': 'any', 'accounts/secret': 'any', 'enrolments/put': 'any', 'enrolments/remove': 'any', 'enrolments/list': 'any', 'audit/list': 'any' } as const
/** Everything but who did what. */
const seeing = ['state/#', 'events/tasks/#', 'events/devices/#'] as const
const all = ['state/#', 'events/#'] as const

export const grants: Readonly<Record<Role, Grant>> = {
  viewer: { says: { ...everybody, ...looking }, reads: seeing },
  submitter: {
    says: {
      ...everybody,
      ...uploading,
      'tasks/submit': 'own',
      'tasks/submit-many': 'own',
      'tasks/cancel': 'own',
      'tasks/get': 'own',
      'tasks/why': 'own',
      'tasks/list': 'own',
      'devices/get': 'any',
      'devices/list': 'any',
      'functions/list': 'any',
      'modules/get': 'any',
      'modules/list': 'any',
      'deployments/get': 'any',
      'deployments/list': 'any',
      'deployments/why': 'any',
      'deployments/execute': 'own',
      'executions/get': 'own',
      'executions/logs': 'own',
      'executions/list': 'own',
      'executions/cancel': 'own',
      'workflows/submit': 'own',
      'workflows/get': 'own',
      'workflows/why': 'own',
      'workflows/list': 'own',
      'workflows/cancel': 'own',
      'templates/get': 'any',
      'templates/list': 'any',
      'schedules/put': 'own',
      'schedules/get': 'own',
      'schedules/list': 'own',
      'schedules/remove': 'own',
      'schedules/pause': 'own',
      'schedules/resume': 'own',
      'queues/get': 'any',
      'queues/list': 'any',
      'services/put': 'own',
      'services/get': 'own',
      'services/list': 'own',
      'services/scale': 'own',
      'services/restart': 'own',
      'services/remove': 'own'
    },
    reads: ['state/devices/+', 'state/modules/+', 'state/deployments/+', 'state/templates/+', 'state/queues/+', 'state/nodes/+', 'state/bridges/+', 'events/devices/#'],
    readsOwn: ['state/tasks/+', 'state/executions/+', 'state/workflows/+', 'state/schedules/+', 'state/services/+', 'events/tasks/+']
  },
  operator: { says: { ...everybody, ...looking, ...operating }, reads: seeing },
  device: {
    says: {
      ...everybody,
      ...uploading,
      'devices/birth': 'any',
      'devices/heartbeat': 'any',
      'devices/offline': 'any',
      'devices/next': 'any',
      'devices/logs': 'any',
      'deployments/ready': 'any',
      'deployments/failed': 'any',
      // Of a task that another holds they are rejected.
      'tasks/begin': 'any',
      'tasks/decline': 'any',
      'tasks/progress': 'any',
      'tasks/success': 'any',
      'tasks/fail': 'any'
    },
    reads: ['state/nodes/+']
  },
  /** For whom it speaks, and what those may say, is theirs. */
  bridge: { says: everybody, reads: seeing },
  admin: { says: { ...everybody, ...looking, ...operating, ...administering }, reads: all },
  root: { says: { ...everybody, ...looking, ...operating, ...administering }, reads: all }
}

export function rolesOf ({ kind, roles = [] }: Pick<Account, 'kind' | 'roles'>): readonly Role[] {
  return kind === 'user' ? roles : [kind]
}

/** Undefined where it may not be said at all. */
export function scopeOf (account: Pick<Account, 'kind' | 'roles'>, key: string): Scope | undefined {
  if (account.kind !== 'user') return grants[account.kind].says[key]
  let best: Scope | undefined
  for (const role of account.roles ?? []) {
    const scope = grants[role].says[key]
    if (scope === 'any') return scope
    best ??= scope
  }
  return best
}

/** Filters below the root. */
export interface Readable {
  readonly any: readonly string[]
  /** Of these only what tells of one's own tasks. */
  readonly own: readonly string[]
}

export function readsOf (account: Pick<Account, 'kind' | 'roles'>): Readable {
  const granted = rolesOf(account).map(role => grants[role])
  return { any: [...new Set(granted.flatMap(({ reads }) => reads))], own: [...new Set(granted.flatMap(({ readsOwn = [] }) => readsOwn))] }
}

/** Whether a sender may say this about what `owner` has made; without accounts everybody may. */
export function mayTouch (sender: Account | undefined, key: string, owner: string): boolean {
  return sender === undefined || scopeOf(sender, key) === 'any' || sender.id === owner
}

/** Root alone makes and changes those who can make others. */
export function mayAdminister (account: Pick<Account, 'kind'>, kind: AccountKind): boolean {
  return account.kind === 'root' || (account.kind === 'admin' && kind !== 'root' && kind !== 'admin')
}
