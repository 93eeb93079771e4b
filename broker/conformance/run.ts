/**
 * Runs the clauses against one device: waits for its birth, then tries one
 * after the other. What is printed of it is the command's business.
 */
import { clauses, reviews } from './clauses/index.js'
import { attempt, judge } from './judge.js'
import { type Heard, Ruined, Stage, type StageOptions, birthProblem } from './stage.js'
import { type Job, TIMED, Trial, type Verdict, failed, passed, untested } from './trial.js'

export { Ruined } from './stage.js'

export interface ConformanceOptions extends StageOptions {
  /** Which of its functions, with which args; by default the first that it names, without. */
  readonly quick: Partial<Job>
  readonly slow: Job | undefined
  /** By default its id. */
  readonly clientId?: string | undefined
  readonly patienceMs: number
  /** How long to wait for its first birth. */
  readonly birthMs: number
  /** These clauses alone; what is judged at the end is judged by what they have shown. */
  readonly only?: readonly string[] | undefined
  /** As each is judged. */
  readonly told?: (judged: Judged) => void
}

export interface Judged extends Verdict { readonly id: string, readonly sentence: string, readonly done: string }

export interface ConformanceReport {
  readonly device: string
  /** No clause is broken; of some it may not have been possible to tell. */
  readonly passed: boolean
  readonly clauses: readonly Judged[]
}

/** The clause of the first birth comes before all others: only then a device knows itself newer. */
const birthClause = {
  id: 'birth.newer',
  sentence: 'An older `birth` is told the current session; a device that knows itself newer sends that + 1.',
  done: 'rejected its first birth, with a later session as the current one'
}

export const clauseIds: readonly string[] = [birthClause.id, ...[...clauses, ...reviews].map(({ id }) => id)]

/**
 * @throws Ruined where the run can't go on or is interrupted, with what was seen
 * @throws Error where the broker is not to be had
 */
export async function checkConformance (options: ConformanceOptions): Promise<ConformanceReport> {
  const { device, only, told } = options
  const stage = new Stage(options)
  try {
    await stage.open()
    const judged: Judged[] = []
    const tell = ({ id, sentence, done }: Omit<Judged, keyof Verdict>, { outcome, came }: Verdict): void => {
      const one = { id, sentence, done, outcome, came }
      judged.push(one)
      told?.(one)
    }
    const { birth, verdict } = await meet(stage, options)
    tell(birthClause, verdict)
    const trial = trialOf(stage, birth, options)
    const isWanted = ({ id }: { id: string }): boolean => only === undefined || only.includes(id)
    await trial.time(TIMED)
    let dead: string | undefined
    for (const clause of clauses.filter(isWanted)) {
      // What it no longer does is not held against it again and again.
      if (dead !== undefined) {
        tell(clause, untested(`the device has done no task since ${dead}`))
        continue
      }
      const { verdict, isDead } = await judge(clause, trial)
      tell(clause, verdict)
      if (isDead) dead = clause.id
    }
    for (const review of reviews.filter(isWanted)) tell(review, await attempt(review, trial))
    return { device, passed: judged.every(({ outcome }) => outcome !== 'fail'), clauses: judged }
  } finally {
    await stage.close()
  }
}

function trialOf (stage: Stage, { body }: Heard, { device, quick: { name, args = {} }, slow, clientId = device, patienceMs }: ConformanceOptions): Trial {
  const [named] = body.functions as Array<string | { name: string }>
  const quick = { name: name ?? (typeof named === 'string' ? named : named?.name ?? ''), args }
  return new Trial({ stage, birth: body, quick, slow, patienceMs, clientId })
}

interface Met { readonly birth: Heard, readonly verdict: Verdict }

/** Refuses its births until it says one of a later session than the one that it is told. A refusal may be missed: each is. */
async function meet (stage: Stage, options: ConformanceOptions): Promise<Met> {
  let current: number | undefined
  stage.onBirth(({ body: { session, ref } }) => {
    current ??= Number(session) + 5
    if (Number(session) > current) return false
    stage.say('birth/rejected', { code: 'stale-session', session: current, ...ref !== undefined && { ref } })
    return true
  })
  const isBirth = ({ verb, body }: Heard): boolean => verb === 'birth' && birthProblem(body) === undefined
  const isLater = (heard: Heard): boolean => isBirth(heard) && Number(heard.body.session) > Number(current)
  const first = stage.heard.find(isBirth) ?? await stage.next(isBirth, options.birthMs)
  if (first === undefined) throw new Ruined(await whyNone(stage, options))
  const later = stage.heard.find(isLater) ?? await stage.next(isLater, options.patienceMs)
  stage.welcomedAt = stage.clock.now()
  stage.onBirth(() => false)
  if (later === undefined) {
    stage.say('welcome', { session: first.body.session, at: stage.clock.now(), heartbeatMs: first.body.heartbeatMs ?? 10_000, leaseMs: 20_000, tasks: [] })
    return { birth: first, verdict: unnewed(stage, Number(current), options) }
  }
  const { session } = later.body
  return { birth: later, verdict: session === Number(current) + 1 ? passed('birth of the session after that') : failed(`birth of session ${String(session)} after ${current}`) }
}

/** A device that has run for a while is no longer right to think itself newer. */
function unnewed (stage: Stage, current: number, { patienceMs }: ConformanceOptions): Verdict {
  const sessions = [...new Set(stage.heard.filter(({ verb }) => verb === 'birth').map(({ body }) => String(body.session)))].join(', ')
  const births = stage.heard.filter(({ verb }) => verb === 'birth').length
  return births === 1 ? untested(`it said no birth again within ${patienceMs} ms; start it anew while the kit waits, else it can't know itself newer`) : failed(`no birth of session ${current + 1}, but of ${sessions}`)
}

async function whyNone ({ heard, line }: Stage, { device, root, birthMs }: ConformanceOptions): Promise<string> {
  const head = `${device} said no birth within ${birthMs} ms`
  const wrong = heard.find(({ verb }) => verb === 'birth')
  if (wrong !== undefined) return `${device} said a birth that can't be used: ${birthProblem(wrong.body) ?? 'unreadable'}${wrong.problem === undefined ? '' : ` (${wrong.problem})`}`
  if (heard.length > 0) return `${head}, but ${heard[0]?.path}: birth comes first, on ${root}/from/${device}/birth`
  const others = await line.whoElse(Math.min(birthMs, 6_000)).catch(() => [])
  return others.length === 0 ? `${head}; on ${root}/from/${device}/ nothing came at all` : `${head}; what came instead: ${others.join(', ')} (another --device, or another --root?)`
}
