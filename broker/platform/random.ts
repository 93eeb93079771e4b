/** Chance from outside: given to whoever needs it, so that a simulation can replay it. */

/** 0 … 1 */
export type Random = () => number

export function systemRandom (): Random {
  return () => Math.random()
}
