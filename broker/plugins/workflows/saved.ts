/** What is wrong with what is to be saved under a name. */
import type { Reader, Rejection } from '../../core/command.js'
import { STEP_PREFIX } from '../../core/deployment.js'
import { expressionsIn } from '../../core/templating.js'
import type { TemplateContent } from '../../core/template.js'
import { problemOf } from './check.js'
import { expand, planIn } from './expand.js'

/** The fields that are of a function alone. */
const OF_FUNCTION = ['args', 'queue', 'require', 'priority', 'leaseMs', 'maxAttempts', 'backoffMs', 'stallMs', 'onOffline'] as const
const INPUT: ReadonlySet<string> = new Set(['input'])

/** The same as of a run; undefined where nothing is wrong. */
export async function planProblem (reader: Reader, name: string, content: TemplateContent): Promise<Rejection | undefined> {
  if ((content.function === undefined) === (content.steps === undefined)) return invalid('say either `steps`, for a workflow, or `function`')
  const wrong = content.params === undefined ? undefined : reader.paramsSchemaProblem(content.params)
  if (wrong !== undefined) return invalid(wrong)
  if (content.function !== undefined) return functionProblem(reader, content)
  const strange = OF_FUNCTION.find(field => content[field] !== undefined)
  if (strange !== undefined) return invalid(`\`${strange}\` is of a saved function, and of the steps of a workflow`)
  const problem = problemOf(planIn(content), '', reader.expressionProblem)
  if (problem !== undefined) return invalid(problem)
  const expanded = await expand(reader, planIn(content), [name])
  return 'rejection' in expanded ? expanded.rejection : undefined
}

function functionProblem (reader: Reader, { function: name = '', result, args }: TemplateContent): Rejection | undefined {
  if (name.startsWith(STEP_PREFIX)) return invalid('`function`: steps of deployments are called by executing the deployment')
  if (result !== undefined) return invalid('`result` is of a workflow: what a function gives is its result')
  for (const text of expressionsIn(args)) {
    const problem = reader.expressionProblem(text, INPUT)
    if (problem !== undefined) return invalid(`\`args\`: =${text}: ${problem}`)
  }
  return undefined
}

function invalid (message: string): Rejection {
  return { code: 'invalid', message }
}
