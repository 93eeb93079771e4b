/**
 * Runs all clauses against one device: waits for its birth, then tries one
 * after the other. What is printed of it is the command's business.
 */
import { clauses } from './clauses.js'
import { type Heard, Stage, type StageOptions } from './stage.js'
import { type Job, Missing, Trial, type Verdict, failed, passed, untested } from './trial.js'

export interface ConformanceOptions extends StageOptions {
  /** Which of its functions, with which args; by default the first that it names, without. */
  readonly quick: Partial<Job>
  readonly slow: Job | undefined
  readonly patienceMs: number
  /** How long to wait for its first birth. */
  readonly birthMs: number
}

export interface Judged extends Verdict { readonly id: string, readonly sentence: string, readonly done: string }

export interface ConformanceReport {
  readonly device: string
  readonly passed: boolean
  readonly clauses: readonly Judged[]
}

/** The clause of the first birth comes before all others: only then a device knows itself newer. */
const birthClause = {
  id: 'birth.newer',
  sentence: 'An older `birth` is told the current session; a device that knows itself newer sends that + 1.',
  done: 'rejected its first birth, with a later session as the current one'
}

/** @throws Error where the broker is not to be had */
export async function checkConformance (options: ConformanceOptions): Promise<ConformanceReport | undefined> {
  const stage = new Stage(options)
  await stage.open()
  try {
    const met = await meet(stage, options)
    if (met === undefined) return undefined
    const { birth, verdict } = met
    const [named] = birth.body.functions as Array<string | { name: string }>
    const quick = { name: options.quick.name ?? (typeof named === 'string' ? named : named?.name ?? ''), args: options.quick.args ?? {} }
    const trial = new Trial({ stage, birth: birth.body, quick, slow: options.slow, patienceMs: options.patienceMs })
    const judged: Judged[] = [{ ...birthClause, ...verdict }]
    for (const { id, sentence, done, run } of clauses) judged.push({ id, sentence, done, ...await attempt(() => run(trial)) })
    return { device: options.device, passed: judged.every(({ outcome }) => outcome !== 'fail'), clauses: judged }
  } finally {
    await stage.close()
  }
}

async function attempt (run: () => Promise<Verdict> | Verdict): Promise<Verdict> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Missing) return untested(error.message)
    throw error
  }
}

interface Met { readonly birth: Heard, readonly verdict: Verdict }

/** Refuses its births until it says one of a later session than the one that it is told. A refusal may be missed: each is. */
async function meet (stage: Stage, { birthMs, patienceMs }: ConformanceOptions): Promise<Met | undefined> {
  let current: number | undefined
  stage.onBirth(({ body: { session, ref } }) => {
    current ??= Number(session) + 5
    if (Number(session) > current) return false
    stage.say('birth/rejected', { code: 'stale-session', session: current, ...ref !== undefined && { ref } })
    return true
  })
  const first = await stage.next(({ verb }) => verb === 'birth', birthMs)
  if (first === undefined) return undefined
  const isLater = ({ verb, body }: Heard): boolean => verb === 'birth' && Number(body.session) > Number(current)
  const later = stage.heard.find(isLater) ?? await stage.next(isLater, patienceMs)
  stage.welcomedAt = stage.clock.now()
  stage.onBirth(() => false)
  if (later === undefined) {
    stage.welcome(first)
    return { birth: first, verdict: failed(`no birth of a session after ${current}, but of ${stage.heard.map(({ body }) => String(body.session)).join(', ')}`) }
  }
  const { session } = later.body
  return { birth: later, verdict: session === Number(current) + 1 ? passed('birth of the session after that') : failed(`birth of session ${String(session)} after ${current}`) }
}
