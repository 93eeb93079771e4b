/** Topic filters (MQTT 3.1.1, 4.7): whether one matches a topic, and which part of it lies below our root. Pure. */

/** MQTT 3.1.1, 4.7.1: a wildcard is a whole level, and # the last one. */
export function isFilter (filter: string): boolean {
  const levels = filter.split('/')
  return levels.every((level, at) => !/[+#]/.test(level) || level === '+' || (level === '#' && at === levels.length - 1))
}

/** The topic is not split: every directed message and every fact that is asked for comes by here. */
export function filterMatches (filter: readonly string[], topic: string): boolean {
  // Where the next level starts; beyond the length where there is none.
  let start = 0
  for (const level of filter) {
    // `sport/#` also matches `sport` (4.7.1.2).
    if (level === '#') return true
    if (start > topic.length) return false
    const slash = topic.indexOf('/', start)
    const end = slash < 0 ? topic.length : slash
    if (level !== '+' && (level.length !== end - start || !topic.startsWith(level, start))) return false
    start = end + 1
  }
  return start > topic.length
}

/** The same, of any topic: a wildcard at the front does not reach `$SYS` and its like (4.7.2-1). */
export function filterReaches (filter: readonly string[], topic: string): boolean {
  return (!topic.startsWith('$') || filter[0]?.startsWith('$') === true) && filterMatches(filter, topic)
}

/** Whether there is a topic that both match. */
export function filtersMeet (one: readonly string[], other: readonly string[]): boolean {
  for (let n = 0; n < Math.max(one.length, other.length); n++) {
    const [a, b] = [one[n], other[n]]
    // `sport/#` also matches `sport`.
    if (a === '#' || b === '#') return true
    if (a === undefined || b === undefined) return false
    if (a !== b && a !== '+' && b !== '+') return false
  }
  return true
}

/**
 * What a filter asks for below the root: `+/v1/state/#` is `state/#` below
 * `orchestra/v1`. Undefined where it asks for nothing there.
 */
export function belowRoot (filter: string, root: readonly string[]): string | undefined {
  const levels = filter.split('/')
  for (const [index, name] of root.entries()) {
    const level = levels[index]
    if (level === '#') return '#'
    if (level !== '+' && level !== name) return undefined
  }
  return levels.length > root.length ? levels.slice(root.length).join('/') : undefined
}

export function isWild (filter: string): boolean {
  return filter.includes('+') || filter.includes('#')
}
