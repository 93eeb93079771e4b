/** What becomes of each setting of a mosquitto.conf, in lines for people. */
import type { Outcome } from './blocks.js'
import type { Fate } from './settings.js'

export const fateWords: Readonly<Record<Fate, string>> = { followed: 'used', moot: 'no meaning here', missing: 'not supported' }

export function report (outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(({ place, name, value, fate, about }) => `${place}: ${name} ${isSecret(name) ? '…' : value}: ${fateWords[fate]} (${about})`)
}

export function isSecret (name: string): boolean {
  return name.endsWith('password') || name.endsWith('psk')
}
