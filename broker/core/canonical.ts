/** Canonical JSON: the same value gives the same text, whatever the order of its fields. Pure. */

export function canonical (value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(entry => canonical(entry)).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? ''
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
  return `{${fields.join()}}`
}
