/** Filters of MQTT 3.1.1 (4.7), in words for people. */

/** @param root what topics of the orchestrator begin with */
export function filterProblem (filter: string, root: string): string | undefined {
  const levels = filter.split('/')
  if (filter.includes('\0')) return 'it holds a NUL'
  if (levels.some((level, index) => level.includes('#') && (level !== '#' || index < levels.length - 1))) return '`#` stands alone, as the last level'
  if (levels.some(level => level.includes('+') && level !== '+')) return '`+` stands alone in its level'
  if (levels[0]?.startsWith('$') === true) return 'it begins with $: such topics are of the broker'
  if (filter === root || filter.startsWith(`${root}/`)) return `what is below ${root} is not listened to: a trigger would hear what it causes`
  return undefined
}
