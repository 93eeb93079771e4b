/** What is told of an account, and how stores find it again. */
import type { Account } from '../../core/account.js'
import type { Indexes, StoredRecord } from '../../core/records.js'

/** Never with a hash. */
export function accountDocument ({ id, kind, roles, enabled, expiresAt, functions, queues, labels, secrets, createdAt, createdBy, enrolment, changedAt, v }: Account): object {
  return {
    account: id,
    kind,
    roles,
    enabled,
    expiresAt,
    functions,
    queues,
    labels,
    secrets: secrets.map(({ since, until }) => ({ since, until })),
    createdAt,
    createdBy,
    enrolment,
    changedAt,
    v
  }
}

export function accountIndexes (record: StoredRecord): Indexes {
  const { deadline } = record as Account
  return deadline === undefined ? {} : { deadline }
}
