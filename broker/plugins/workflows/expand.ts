/**
 * Puts what is saved under a name in the place of the name, down to the last
 * step: a run goes on with what it began with, whatever is saved later.
 */
import type { Reader, Rejection } from '../../core/command.js'
import type { Template, TemplateContent } from '../../core/template.js'
import type { Plan, PlanStep } from '../../core/workflow.js'

export type Expanded = { readonly plan: Plan } | { readonly rejection: Rejection }

/** Workflows within workflows. */
const DEPTH_MAX = 8
/** Of a run's plan, with all that it names. */
const PLAN_BYTES_MAX = 1024 * 1024

/** @param path names by which this was come to */
export async function expand (reader: Reader, plan: Plan, path: readonly string[] = []): Promise<Expanded> {
  const steps: Record<string, PlanStep> = {}
  let bytes = 0
  for (const [name, step] of Object.entries(plan.steps)) {
    const found = step.template === undefined ? step : await expandStep(reader, step, step.template, path)
    if ('rejection' in found) return { rejection: { ...found.rejection, message: `\`steps.${name}\`: ${found.rejection.message ?? ''}` } }
    bytes += JSON.stringify(found).length
    if (bytes > PLAN_BYTES_MAX) return { rejection: { code: 'too-large', message: `with all that it names by \`template\` the workflow takes more than ${PLAN_BYTES_MAX} bytes` } }
    steps[name] = found
  }
  return { plan: { ...plan, steps } }
}

async function expandStep (reader: Reader, step: PlanStep, template: string, path: readonly string[]): Promise<PlanStep | { readonly rejection: Rejection }> {
  if (path.includes(template)) return { rejection: { code: 'invalid', message: `templates name each other in a circle: ${[...path, template].join(' → ')}` } }
  if (path.length >= DEPTH_MAX) return { rejection: { code: 'invalid', message: `more than ${DEPTH_MAX} workflows within each other: ${[...path, template].join(' → ')}` } }
  const { content } = await reader.record('template', template) as Template | undefined ?? {}
  if (content === undefined) return { rejection: unknownTemplate(template) }
  const { params } = content
  if (content.function !== undefined) return { ...called(step, content), params }
  const inner = await expand(reader, planIn(content), [...path, template])
  return 'rejection' in inner ? inner : { ...step, params, plan: inner.plan }
}

/** What the step says goes before what is saved. */
function called (step: PlanStep, { args = '=input', function: name, queue, require, priority, leaseMs, maxAttempts, backoffMs, stallMs, onOffline, timeoutMs }: TemplateContent): PlanStep {
  const saved = Object.fromEntries(Object.entries({ queue, require, priority, leaseMs, maxAttempts, backoffMs, stallMs, onOffline, timeoutMs }).filter(([, value]) => value !== undefined))
  return { ...saved, ...step, function: name, inner: args }
}

export function planIn ({ steps = {}, result, timeoutMs }: TemplateContent): Plan {
  return { steps, result, timeoutMs }
}

/** A run of what is saved: of a function, with one step. */
export function planOf (name: string, content: TemplateContent): Plan {
  return content.function === undefined ? planIn(content) : { steps: { call: { template: name, args: '=input' } }, result: '=call.result' }
}

export function unknownTemplate (name: string): Rejection {
  return { code: 'unknown-template', message: `there is no template ${name}: put it first` }
}
