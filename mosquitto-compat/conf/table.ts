/** The table of settings as a page shows it, made of the one that the reader goes by. */
import { fateWords } from './report.js'
import { type Fate, settings } from './settings.js'

const fates: readonly Fate[] = ['followed', 'moot', 'missing']

/** Markdown. */
export function settingsTable (): string {
  return `| setting | | what becomes of it |\n|---|---|---|\n${fates.flatMap(rowsOf).join('\n')}\n`
}

/** Those of which the same is to be said share a row. */
function rowsOf (fate: Fate): string[] {
  const byAbout = new Map<string, string[]>()
  for (const [name, row] of Object.entries(settings)) {
    if (row.fate !== fate) continue
    const named = `\`${name}\`${row.harmless === undefined ? '' : ` (but ${row.harmless})`}`
    byAbout.set(row.about, [...byAbout.get(row.about) ?? [], named])
  }
  return [...byAbout].map(([about, names]) => `| ${names.join(', ')} | ${fateWords[fate]} | ${about} |`)
}
