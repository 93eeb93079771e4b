/** Versions of modules, and which of them a manifest takes (semantic versioning 2.0). Pure. */
export interface Ref { readonly name: string, readonly range: '' | '^' | '~', readonly version: string }

/** @param text as in camera@1.2.0, or camera@^1.2.0: at least this, with the same first number (`~`: the same first two) */
export function refOf (text: string): Ref {
  const at = text.indexOf('@')
  const [, range = '', version = ''] = /^([~^]?)(.*)$/.exec(text.slice(at + 1)) ?? []
  return { name: text.slice(0, at), range: range as Ref['range'], version }
}

/** The highest of the versions that a reference takes. One with a suffix is taken only by its own name. */
export function newestOf<M extends { readonly version: string }> ({ range, version }: Ref, modules: readonly M[]): M | undefined {
  return modules.filter(module => module.version === version || isInRange(module.version, range, version)).sort((a, b) => compareVersions(b.version, a.version))[0]
}

/** As npm has it: what begins with 0 may change with its second number, and 0.0 with its third. */
function isInRange (version: string, range: Ref['range'], least: string): boolean {
  if (range === '' || version.includes('-') || compareVersions(version, least) < 0) return false
  const [is, wanted] = [version.split('.'), least.split('-')[0]?.split('.') ?? []]
  const fixed = range === '~' ? 2 : Math.min(wanted.findIndex(number => number !== '0') + 1 || 3, 3)
  return wanted.slice(0, fixed).every((number, index) => number === is[index])
}

/** By number, and what has a suffix before what has none (semantic versioning 2.0, 11). */
export function compareVersions (a: string, b: string): number {
  const [[coreA = '', suffixA], [coreB = '', suffixB]] = [splitOnce(a), splitOnce(b)]
  const [numbersA, numbersB] = [coreA.split('.').map(Number), coreB.split('.').map(Number)]
  for (let index = 0; index < 3; index++) {
    const difference = (numbersA[index] ?? 0) - (numbersB[index] ?? 0)
    if (difference !== 0) return difference
  }
  if (suffixA === undefined || suffixB === undefined) return Number(suffixA === undefined) - Number(suffixB === undefined)
  return suffixA < suffixB ? -1 : suffixA > suffixB ? 1 : 0
}

function splitOnce (version: string): readonly (string | undefined)[] {
  const dash = version.indexOf('-')
  return dash === -1 ? [version] : [version.slice(0, dash), version.slice(dash + 1)]
}
