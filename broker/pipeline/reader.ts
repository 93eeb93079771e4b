/** What commands read, from the store and from this node's working state. */
import { createHash } from 'node:crypto'
import { paramsProblem, paramsSchemaProblem } from '../../schemas/params.js'
import type { Limits, Reader } from '../core/command.js'
import type { Awaitable } from '../core/records.js'
import type { Secrets } from '../platform/secrets.js'
import { cronProblem, nextCron } from '../platform/cron.js'
import { filterProblem } from '../platform/filters.js'
import { ExpressionProcess } from '../platform/expression-process.js'
import { problemOf } from '../platform/expressions.js'
import { isValidWasm } from '../platform/wasm-engine.js'
import type { Store } from '../store/store.js'
import { queueLengths } from './queue-lengths.js'
import type { Roster } from './roster.js'
import type { Tallies } from './tally.js'

/** 2026-01-01: keeps the numbers of a submit's order small. */
const ORDER_EPOCH_MS = Date.UTC(2026, 0, 1)
/** So many submits of one millisecond keep their order across nodes; more run ahead of the clock. */
const ORDERS_PER_MS = 512

/** One for all that serve in this process. */
const expressions = new ExpressionProcess()

export function createReader (store: Store, roster: Roster, limits: Limits, secrets: Secrets, tallies: Tallies): Reader {
  let last = 0
  return {
    limits,
    secrets,
    node: store.bus?.node,
    digest: (kind, id, parts, last) => digest(parts.map(name => () => store.part(kind, id, name)), last),
    isValidWasm,
    expressionProblem: problemOf,
    paramsProblem,
    paramsSchemaProblem,
    evaluate: expressions.evaluate,
    evaluateEach: expressions.evaluateEach,
    cronProblem,
    nextCron,
    filterProblem: filter => filterProblem(filter, limits.root),
    openTasks: submitter => tallies.openTasks(submitter),
    blobBytes: uploader => tallies.blobBytes(uploader),
    record: (kind, id) => store.get(kind, id),
    stub: store.stub?.bind(store) ?? ((kind, id) => store.get(kind, id)),
    part: (kind, id, name) => store.part(kind, id, name),
    held: (kind, holder) => store.held(kind, holder),
    page: (kind, match, limit, cursor) => store.page(kind, { match, limit, ...cursor !== undefined && { cursor } }),
    depth: (kind, lane) => store.depth(kind, lane),
    queues: name => queueLengths(store, roster, name === undefined ? undefined : one => one === name),
    candidates: () => roster.seats(),
    candidate: id => roster.get(id),
    offering: name => roster.offering(name),
    described: name => roster.described(name),
    deviceVersion: (id, recordVersion) => Math.max(roster.get(id)?.v ?? 0, recordVersion),
    order (count) {
      const first = Math.max(last + 1, (store.now() - ORDER_EPOCH_MS) * ORDERS_PER_MS)
      last = first + count - 1
      return first
    }
  }
}

/** Between so many the others have their turn. */
const PARTS_A_TURN = 16

async function digest (parts: readonly (() => Awaitable<string | undefined>)[], last: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (const [index, read] of parts.entries()) {
    hash.update(await read() ?? '', 'base64')
    if (index % PARTS_A_TURN === PARTS_A_TURN - 1) await new Promise(resolve => { setImmediate(resolve) })
  }
  return hash.update(last).digest('hex')
}
