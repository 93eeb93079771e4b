/** Why a device can't run a step. One entry each; the first that refuses is told. */
import { own } from '../records.js'
import { RISKS, type Risk, WASI, interfaces } from '../module.js'
import { ANY_DEVICE, RUNS_MODULES } from '../deployment.js'
import type { Place, Standing, Wanted } from './place.js'

interface Filter {
  readonly name: string
  /** Undefined where it can. */
  readonly refuse: (step: Wanted, place: Place, standing: Standing) => string | undefined
}

const given: Filter = {
  name: 'device',
  refuse ({ device = ANY_DEVICE, require }, place) {
    const only = device === ANY_DEVICE ? require?.device : device
    return only === undefined || only === place.device.id ? undefined : `only ${only} may`
  }
}

const online: Filter = {
  name: 'offline',
  refuse: (_, { device }) => device.state === 'online' ? undefined : 'is offline'
}

const cordoned: Filter = {
  name: 'cordoned',
  refuse: (_, { device: { cordoned } }) => cordoned === undefined ? undefined : `is cordoned${cordoned.reason === undefined ? '' : `: ${cordoned.reason}`}`
}

const labels: Filter = {
  name: 'labels',
  refuse ({ require }, { device: { labels: present = {} } }) {
    const missing = Object.entries(require?.labels ?? {}).find(([name, value]) => !Object.hasOwn(present, name) || present[name] !== value)
    return missing && `label ${missing[0]} is not ${missing[1]}`
  }
}

/** Every device that runs modules has these. */
const EVERYWHERE: readonly string[] = ['clock', 'random', 'log', 'files', 'mqtt']

const wanted: Filter = {
  name: 'interfaces',
  refuse ({ require, of: module }, { device: { interfaces: present = [] } }) {
    const needed = [RUNS_MODULES, ...module.interfaces.filter(name => !EVERYWHERE.includes(name)), ...require?.interfaces ?? []]
    const missing = needed.find(name => !present.includes(name))
    if (missing === undefined) return undefined
    const isImported = missing === WASI || Object.hasOwn(interfaces, missing)
    return isImported && module.interfaces.includes(missing) ? `has no interface ${missing}, which ${module.id} imports` : `has no interface ${missing}`
  }
}

const RISK_LABEL = 'risk'

/** Said by the device's label, which its account may vouch for: a manifest can't allow itself more. */
const risk: Filter = {
  name: 'risk',
  refuse ({ of: module }, { device: { labels = {} } }) {
    const allowed = Object.hasOwn(labels, RISK_LABEL) ? labels[RISK_LABEL] : RISKS[0]
    const { risk = RISKS[0] } = module
    return RISKS.indexOf(risk) <= RISKS.indexOf(allowed as Risk) || risk === RISKS[0] ? undefined : `takes modules of risk ${allowed} at the most, ${module.id} is ${risk}`
  }
}

const memory: Filter = {
  name: 'memory',
  refuse ({ of: module }, { device, taken: others = 0 }, { modules }) {
    const { memory: has } = device.platform ?? {}
    if (typeof has !== 'number') return undefined
    const there = modules.get(device.id)
    if (there?.has(module.id) === true) return undefined
    const taken = [...there?.values() ?? []].reduce((sum, one) => sum + one.memoryBytes, others)
    const needed = taken + module.memoryBytes
    return needed <= has ? undefined : `has ${has} bytes of memory, ${module.id}${taken === 0 ? '' : ' with what else is there'} may need ${needed}`
  }
}

const failing: Filter = {
  name: 'failing',
  refuse ({ name }, { device: { id } }, { failing }) {
    const fails = own(own(failing, name), id)
    return fails === undefined ? undefined : `has failed ${name} ${fails} times in a row`
  }
}

/** Whom it leaves out depends on what was placed before. */
export const MEMORY = memory.name

export const filters: readonly Filter[] = [given, online, failing, cordoned, labels, risk, wanted, memory]
