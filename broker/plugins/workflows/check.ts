/**
 * What makes a plan one that can be executed, whatever comes: names, order,
 * expressions. Nothing is begun of one that is not. Pure.
 */
import { STEP_PREFIX } from '../../core/deployment.js'
import { inOrder, upstreamOf } from '../../core/graph.js'
import { expressionsIn, isExpression } from '../../core/templating.js'
import { type Plan, type PlanStep, compensations } from '../../core/workflow.js'

export type CheckExpression = (text: string, names: ReadonlySet<string>) => string | undefined

const INPUT = 'input'
const ERROR = 'error'
const OF_ELEMENT = ['item', 'index']
const RESERVED = [INPUT, ERROR, ...OF_ELEMENT]
/** What a name of a task may have, behind which an element has its number. */
const TASK_LENGTH_MAX = 64
const INDEX_LENGTH = 5

/** What is wrong, in words; undefined where nothing is. */
export function problemOf (plan: Plan, run: string, check: CheckExpression): string | undefined {
  const { steps } = plan
  for (const [name, { after = [] }] of Object.entries(steps)) {
    const strange = after.find(before => !Object.hasOwn(steps, before))
    if (strange !== undefined) return `\`steps.${name}.after\`: there is no step ${strange}`
  }
  const { cycle } = inOrder(steps)
  if (cycle !== undefined) return `the steps wait for each other in a circle: ${cycle.join(' → ')}`
  const apart = compensations(plan)
  for (const [name, step] of Object.entries(steps)) {
    const problem = nameProblem(name, step, run) ?? kindProblem(step) ?? errorProblem(name, step, plan) ?? (apart.has(name) ? compensationProblem(name, step, plan) : undefined) ?? expressionProblem(name, step, plan, apart, check)
    if (problem !== undefined) return `\`steps.${name}\`: ${problem}`
  }
  return resultProblem(plan, apart, check)
}

function nameProblem (name: string, { forEach }: PlanStep, run: string): string | undefined {
  if (RESERVED.includes(name)) return `${name} means something else in expressions: choose another name`
  const length = run.length + 1 + name.length + (forEach === undefined ? 0 : 1 + INDEX_LENGTH)
  return length <= TASK_LENGTH_MAX ? undefined : `its tasks would have names of ${length} characters, at most ${TASK_LENGTH_MAX} are taken: shorten the name of the run or of the step`
}

function kindProblem ({ function: name, template, forEach, parallel }: PlanStep): string | undefined {
  if ((name === undefined) === (template === undefined)) return 'say either `function` or `template`'
  if (name?.startsWith(STEP_PREFIX) === true) return '`function`: steps of deployments are called by executing the deployment'
  if (parallel !== undefined && forEach === undefined) return '`parallel` is of the elements of `forEach`, and there is none'
  return forEach === undefined || isExpression(forEach) || Array.isArray(forEach) ? undefined : '`forEach` must be a list, or an expression that begins with ='
}

function errorProblem (name: string, { onError }: PlanStep, { steps }: Plan): string | undefined {
  if (typeof onError !== 'object') return undefined
  if (onError.compensate === name) return '`onError.compensate`: a step can\'t make up for itself'
  return Object.hasOwn(steps, onError.compensate) ? undefined : `\`onError.compensate\`: there is no step ${onError.compensate}`
}

/** It stands apart from the graph. */
function compensationProblem (name: string, { after, when, forEach, onError }: PlanStep, { steps }: Plan): string | undefined {
  const [field] = Object.entries({ after, when, forEach, onError }).find(([, value]) => value !== undefined) ?? []
  if (field !== undefined) return `it makes up for a failure, and has no \`${field}\`: it is executed where that has happened`
  const waiting = Object.keys(steps).find(other => steps[other]?.after?.includes(name) === true)
  return waiting === undefined ? undefined : `it makes up for a failure: ${waiting} can't wait for it`
}

function expressionProblem (name: string, step: PlanStep, plan: Plan, apart: ReadonlySet<string>, check: CheckExpression): string | undefined {
  const before = apart.has(name) ? [...Object.keys(plan.steps).filter(other => other !== name), ERROR] : [...upstreamOf(name, plan.steps)]
  const seen = new Set([INPUT, ...before])
  const { when, forEach, args } = step
  const fields = [['when', when, seen], ['forEach', isExpression(forEach) ? forEach : undefined, seen], ['args', args, forEach === undefined ? seen : new Set([...seen, ...OF_ELEMENT])]] as const
  for (const [field, value, names] of fields) {
    for (const text of expressionsIn(value)) {
      const problem = check(text, names)
      if (problem !== undefined) return `\`${field}\`: =${text}: ${problem}`
    }
  }
  return undefined
}

function resultProblem ({ steps, result }: Plan, apart: ReadonlySet<string>, check: CheckExpression): string | undefined {
  if (result === undefined) return undefined
  const problem = check(result.slice(1), new Set([INPUT, ...Object.keys(steps).filter(name => !apart.has(name))]))
  return problem === undefined ? undefined : `\`result\`: ${result}: ${problem}`
}
