/** Times by cron, in the time zone of a place: croner knows the calendar. */
import { Cron } from 'croner'

/** Of those that were asked for lately: reading one takes longer than asking it. */
const known = new Map<string, Cron>()
const KNOWN_MAX = 1_000

function cronOf (pattern: string, timezone: string): Cron {
  const key = `${timezone} ${pattern}`
  const found = known.get(key) ?? new Cron(pattern, { timezone, paused: true })
  known.delete(key)
  known.set(key, found)
  const [oldest] = known.keys()
  if (known.size > KNOWN_MAX && oldest !== undefined) known.delete(oldest)
  return found
}

/** Why it can't be used, in words; undefined where it can. */
export function cronProblem (pattern: string, timezone: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone }).format(0)
  } catch {
    return `\`timezone\`: there is no ${timezone}: say a name as in Europe/Berlin`
  }
  try {
    new Cron(pattern, { timezone, paused: true }).stop()
    return undefined
  } catch (error) {
    return `\`cron\`: ${(error as Error).message.replace(/^\w+: /, '')}`
  }
}

/** The first time after this, in ms since the epoch; undefined where there is none. */
export function nextCron (pattern: string, timezone: string, after: number): number | undefined {
  return cronOf(pattern, timezone).nextRun(new Date(after))?.getTime()
}
