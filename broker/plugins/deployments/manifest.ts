/** What makes a manifest one that can be deployed, whatever devices there are: names, order, arguments, media types. Pure. */
import { own } from '../../core/records.js'
import { type Manifest, type ManifestStep } from '../../core/deployment.js'
import { inOrder, upstreamOf } from '../../core/graph.js'
import type { Module, ModuleFunction, ValueType } from '../../core/module.js'
import type { Rejection } from '../../core/command.js'

/** By the name within the manifest; undefined: there is no such module. */
export type Modules = Readonly<Record<string, Module | undefined>>
export type CheckExpression = (text: string, names: ReadonlySet<string>) => string | undefined

const INPUT = 'input'
/** The whole result of one step: what it is, is known before it runs. */
const WHOLE = /^=\s*([A-Za-z][A-Za-z0-9_]*)\.result\s*$/

/** Why it can't be deployed; undefined where it can. */
export function problemOf ({ modules: named, steps, result }: Manifest, modules: Modules, check: CheckExpression): Rejection | undefined {
  const missing = Object.entries(named).find(([name]) => modules[name] === undefined)
  if (missing !== undefined) return { code: 'unknown-module', message: `\`modules.${missing[0]}\`: there is no ${missing[1]}` }
  const strange = Object.entries(steps).flatMap(([name, step]) => step.after?.filter(before => !Object.hasOwn(steps, before)).map(before => `\`steps.${name}.after\`: there is no step ${before}`) ?? [])[0]
  if (strange !== undefined) return invalid(strange)
  if (Object.hasOwn(steps, INPUT)) return invalid(`\`steps\`: ${INPUT} is what an execution is given: choose another name`)
  const { order, cycle } = inOrder(steps)
  if (cycle !== undefined) return invalid(`the steps wait for each other in a circle: ${cycle.join(' → ')}`)
  if (result !== undefined && !Object.hasOwn(steps, result)) return invalid(`\`result\`: there is no step ${result}`)
  for (const name of order) {
    const problem = stepProblem(name, steps, modules, check)
    if (problem !== undefined) return invalid(`\`steps.${name}\`: ${problem}`)
  }
  return undefined
}

function invalid (message: string): Rejection {
  return { code: 'invalid', message }
}

function stepProblem (name: string, steps: Manifest['steps'], modules: Modules, check: CheckExpression): string | undefined {
  const step = steps[name] as ManifestStep
  const described = functionOf(step, modules)
  if (typeof described === 'string') return described
  const { params = [] } = described
  const args = step.args ?? {}
  const unknown = Object.keys(args).find(arg => !params.some(param => param.name === arg))
  if (unknown !== undefined) return `${step.function} has no parameter ${unknown}: it has ${params.map(param => param.name).join(', ') || 'none'}`
  const absent = params.find(param => !Object.hasOwn(args, param.name))
  if (absent !== undefined) return `\`args.${absent.name}\` is missing`
  const before = upstreamOf(name, steps)
  for (const param of params) {
    const value = args[param.name]
    const problem = typeof value === 'string' && value.startsWith('=')
      ? check(value.slice(1), new Set([INPUT, ...before])) ?? linkProblem(value, param, steps, modules)
      : constantProblem(value, param.type)
    if (problem !== undefined) return `\`args.${param.name}\`: ${problem}`
  }
  return undefined
}

/** What is there from the beginning must be of its type; what is calculated is looked at when it is there. */
function constantProblem (value: unknown, type: ValueType): string | undefined {
  const isNumber = typeof value === 'number'
  switch (type) {
    case 'i32': return isNumber && Number.isInteger(value) ? undefined : 'must be a whole number, or an expression that begins with ='
    case 'i64': return (isNumber && Number.isInteger(value)) || (typeof value === 'string' && /^-?\d+$/.test(value)) ? undefined : 'must be a whole number, or an expression that begins with ='
    case 'f32': case 'f64': return isNumber ? undefined : 'must be a number, or an expression that begins with ='
    case 'bytes': return typeof value === 'object' && value !== null && ('base64' in value || 'blob' in value) ? undefined : 'must be {"base64"} or {"blob"}, or an expression that begins with ='
    case 'json': return undefined
  }
}

function functionOf (step: ManifestStep, modules: Modules): ModuleFunction | string {
  const module = Object.hasOwn(modules, step.module) ? modules[step.module] : undefined
  if (module === undefined) return `there is no ${step.module} among \`modules\``
  const described = Object.hasOwn(module.functions, step.function) ? module.functions[step.function] : undefined
  return described ?? `${module.id} has no function ${step.function}: it has ${Object.keys(module.functions).join(', ')}`
}

function linkProblem (value: string, param: { readonly type: string, readonly mediaType?: string | undefined }, steps: Manifest['steps'], modules: Modules): string | undefined {
  const [, from] = WHOLE.exec(value) ?? []
  const step = from === undefined ? undefined : own(steps, from)
  if (step === undefined) return undefined
  const source = functionOf(step, modules)
  if (typeof source === 'string') return undefined
  if (source.result === undefined) return `${from} has no result`
  const [given, taken] = [source.result, param]
  if ((given.type === 'bytes') !== (taken.type === 'bytes')) return `the result of ${from} is ${given.type}, and ${taken.type} is taken`
  if (given.mediaType !== undefined && taken.mediaType !== undefined && given.mediaType !== taken.mediaType) return `the result of ${from} is ${given.mediaType}, and ${taken.mediaType} is taken`
  return undefined
}
