/**
 * Which stored subscriptions match a topic: a tree of the levels of their
 * filters, so that a publish costs by the levels of its topic and not by how
 * many sessions there are. Pure.
 */
export interface Subscription {
  readonly topic: string
  readonly qos: 0 | 1 | 2
  readonly [option: string]: unknown
}

export type Match = Subscription & { readonly clientId: string }

interface Level {
  readonly below: Map<string, Level>
  /** By client id: the subscriptions whose filter ends here. */
  readonly ending: Map<string, Match>
}

export class FilterTree {
  private readonly root = level()
  #size = 0

  get size (): number {
    return this.#size
  }

  /** Takes the place of the client's subscription to the same filter. */
  add (clientId: string, subscription: Subscription): void {
    let at = this.root
    for (const name of subscription.topic.split('/')) {
      let next = at.below.get(name)
      if (next === undefined) at.below.set(name, next = level())
      at = next
    }
    if (!at.ending.has(clientId)) this.#size++
    at.ending.set(clientId, { ...subscription, clientId })
  }

  remove (clientId: string, filter: string): void {
    const way: { from: Level, name: string }[] = []
    let at = this.root
    for (const name of filter.split('/')) {
      const next = at.below.get(name)
      if (next === undefined) return
      way.push({ from: at, name })
      at = next
    }
    if (at.ending.delete(clientId)) this.#size--
    for (const { from, name } of way.reverse()) {
      const last = from.below.get(name)
      if (last === undefined || last.ending.size > 0 || last.below.size > 0) return
      from.below.delete(name)
    }
  }

  match (topic: string): Match[] {
    const found: Match[] = []
    if (this.#size > 0) collect(this.root, topic.split('/'), 0, found)
    return found
  }
}

function level (): Level {
  return { below: new Map(), ending: new Map() }
}

function collect (at: Level, names: readonly string[], index: number, found: Match[]): void {
  const name = names[index]
  // A wildcard at the front does not reach `$SYS` and its like (MQTT 3.1.1, 4.7.2-1).
  const isHidden = index === 0 && name?.startsWith('$') === true
  if (!isHidden) found.push(...at.below.get('#')?.ending.values() ?? [])
  if (name === undefined) {
    found.push(...at.ending.values())
    return
  }
  for (const next of isHidden ? [name] : [name, '+']) {
    const below = at.below.get(next)
    if (below !== undefined) collect(below, names, index + 1, found)
  }
}
