/**
 * A table, broken on purpose: each row left out, and each row that moves led
 * into another state. A proof that notices none of it proves nothing.
 */
import type { Lifecycle, Timed } from '../../../broker/core/lifecycle.js'
import type { StoredRecord } from '../../../broker/core/records.js'

export interface Mutation<T> {
  readonly what: string
  readonly table: T
}

export function mutationsOf<R extends StoredRecord & { state: S, since: number }, E extends Timed<string>, S extends string, C extends string> (
  table: Lifecycle<R, E, S, C>
): Mutation<Lifecycle<R, E, S, C>>[] {
  const { rows, states } = table
  return rows.flatMap((row, i) => {
    const name = `${row.on}${row.when === undefined ? '' : ` [${row.when.name}]`} from ${row.from.join(', ')}`
    const dropped = { what: `without ${name} → ${row.to ?? row.reject ?? 'nothing'}`, table: { ...table, rows: rows.filter(one => one !== row) } }
    if (row.to === undefined) return [dropped]
    const to = states[(states.indexOf(row.to as S) + 1) % states.length] as S
    return [dropped, { what: `${name} → ${to} instead of ${row.to}`, table: { ...table, rows: rows.with(i, { ...row, to }) } }]
  })
}
