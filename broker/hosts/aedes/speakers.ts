/**
 * Principals that speak for others: the bridge of another broker is one
 * connection for all who are connected there. For whom is said when the server
 * starts; everybody else speaks for nobody but themselves. Pure.
 */
import { isId } from '../../pipeline/ids.js'

export interface BridgePrincipals {
  /** The user name that the other broker's bridge connects with. */
  readonly user: string
  /** For whom it speaks: principals, or patterns in which * stands for any number of characters. */
  readonly principals: readonly string[]
}

export class Speakers {
  readonly #patterns: ReadonlyMap<string, RegExp>

  constructor (list: readonly BridgePrincipals[] = []) {
    this.#patterns = new Map(list.map(({ user, principals }) => [user, patternOf(principals)]))
  }

  /** Whether anybody speaks for others. */
  get isNeeded (): boolean {
    return this.#patterns.size > 0
  }

  /** Whether one principal speaks for another. */
  speaksFor (speaker: string | undefined, principal: string | undefined): boolean {
    if (speaker === undefined || principal === undefined || this.#patterns.size === 0) return false
    return speaker !== principal && this.#patterns.get(speaker)?.test(principal) === true && isId(principal)
  }

  /** Those who are told what this one is told. */
  of (principal: string): readonly string[] {
    return this.#patterns.size === 0 ? NONE : [...this.#patterns.keys()].filter(speaker => this.speaksFor(speaker, principal))
  }
}

const NONE: readonly string[] = []

function patternOf (principals: readonly string[]): RegExp {
  const alternatives = principals.map(pattern => pattern.split('*').map(part => part.replace(/\W/g, '\\$&')).join('.*'))
  return new RegExp(`^(${alternatives.join('|')})$`)
}
