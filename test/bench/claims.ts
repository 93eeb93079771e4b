/** The claim latencies of several kinds of stores: filled at the same time, measured one after the other. */
import type { ClaimLatency, ClaimOrder } from './claim-process.js'
import { Script } from './process.js'
import type { StoreKind } from './server.js'

export interface Claims extends ClaimLatency {
  readonly server: StoreKind
  readonly few: number
  readonly many: number
}

/** A million tasks in memory take more than the usual heap. */
const FLAGS = ['--max-old-space-size=8192']

export async function claims (orders: readonly ClaimOrder[]): Promise<Claims[]> {
  const filled = await Promise.all(orders.map(async order => {
    const { script } = await Script.start('claim-process', [order.kind], FLAGS)
    script.tell(order)
    await script.next()
    return { order, script }
  }))
  const found: Claims[] = []
  for (const { order: { kind, few, many }, script } of filled) {
    script.tell({})
    found.push({ server: kind, few, many, ...await script.next<ClaimLatency>() })
    await script.stop()
  }
  return found
}
