/** Topic filters (MQTT 3.1.1, 4.7): whether one matches a topic, and which part of it lies below our root. Pure. */

export function filterMatches (filter: readonly string[], topic: readonly string[]): boolean {
  let index = 0
  for (const level of filter) {
    // `sport/#` also matches `sport` (4.7.1.2).
    if (level === '#') return true
    if (index >= topic.length || (level !== '+' && level !== topic[index])) return false
    index++
  }
  return filter.length === topic.length
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
