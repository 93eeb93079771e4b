/** The settings of `orchestra services put`, and the message they make. */
import type { ServicePut } from '../../../schemas/index.js'
import { limitSettings } from '../output/listing.js'
import { clientSettings } from './client.js'
import { duration, id, number, pairs, text, toggle } from './kinds.js'
import { type Values, flagsOnly } from './setting.js'
import { argumentsOf } from './submit.js'

export const servicesSettings = {
  ...clientSettings,
  ...limitSettings,
  ...flagsOnly({
    function: text({ value: 'name', about: 'with put: what is to go on' }),
    instances: number(0, 100)({ about: 'with put: so many at once (default: 1)' }),
    args: text({ value: 'json|@file', about: 'with put: what each is given' }),
    spread: toggle({ about: 'with put: no two of them on one device' }),
    batch: number(1, 100)({ about: 'with put: of a change, so many are replaced at a time (default: 1)' }),
    queue: id({ about: 'with put: only devices that serve this queue' }),
    priority: number(0, 9)({ about: 'with put: from 0 (default) to 9 (first)' }),
    lease: duration(1_000)({ about: 'with put: how long a device may be silent (default: 20s)' }),
    stall: duration(1_000)({ about: 'with put: how long its progress may stand still (default: for ever)' }),
    backoff: duration()({ about: 'with put: pause before an instance is started again (default: 1s)' }),
    restarts: number(0, 1_000)({ about: 'with put: an instance that is started again more often within --within has failed (default: 5)' }),
    within: duration(1_000, 86_400_000)({ about: 'with put: the span of --restarts (default: 10m)' }),
    requireLabel: pairs({ about: 'with put: only devices with this label' })
  })
}

/** The orchestrator's own, where one of the two is said. */
const RESTARTS = { max: 5, withinMs: 600_000 }

export type ServicesConfig = Values<typeof servicesSettings>

/** Without what was not said; the orchestrator says what is missing. */
export async function contentOf (config: ServicesConfig): Promise<Omit<ServicePut, 'ref'>> {
  const { function: name, instances, spread, batch, queue, priority, lease: leaseMs, stall: stallMs, backoff: backoffMs, restarts, within, requireLabel } = config
  const labels = { ...requireLabel }
  const content = { function: name, instances, spread: spread ? true : undefined, batch, queue, priority, leaseMs, stallMs, backoffMs, restarts: restarts === undefined && within === undefined ? undefined : { max: restarts ?? RESTARTS.max, withinMs: within ?? RESTARTS.withinMs }, args: await argumentsOf(config.args), require: Object.keys(labels).length > 0 ? { labels } : undefined }
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as Omit<ServicePut, 'ref'>
}
