/** What becomes of each setting of a mosquitto.conf, in lines for people. */
import type { Outcome } from './blocks.js'
import type { Fate } from './settings.js'

export const fateWords: Readonly<Record<Fate, string>> = { followed: 'used', moot: 'no meaning here', missing: 'not supported' }

export function report (outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(({ place, name, value, fate, about }) => `${place}: ${name} ${isSecret(name) ? '…' : forTerminal(value)}: ${fateWords[fate]} (${about})`)
}

const SHOWN_MAX = 1000

/** What a file says, without what would control a terminal or fill it. */
export function forTerminal (text: string): string {
  const shown = text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text
  return shown.replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export function isSecret (name: string): boolean {
  return name.endsWith('password') || name.endsWith('psk')
}
