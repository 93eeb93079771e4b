/**
 * The keys in Redis: all of them here, all under one hash tag, so that they
 * live in one slot of a cluster. The tag is a parameter: several fleets may
 * share a Redis, and partitions of one fleet may one day have tags of their own.
 *
 *   {TAG}:meta                   HASH    whose keys these are, and their schema
 *   {TAG}:r:KIND:ID              HASH    a record (below)
 *   {TAG}:ids:KIND               ZSET    all ids of a kind, all with score 0: pages go by it
 *   {TAG}:lanes:KIND             SET     the lanes that hold anything
 *   {TAG}:lane:KIND:LANE         ZSET    ids by rank
 *   {TAG}:held:KIND:HOLDER       SET     ids
 *   {TAG}:group:KIND:GROUP       SET     ids of those that somebody holds
 *   {TAG}:rate:KIND:GROUP        HASH    how many were claimed in which slice of time, with PX; field `ms`: how long a slice is
 *   {TAG}:deadlines              ZSET    KIND:ID of open records by deadline, in ms since the epoch
 *   {TAG}:ended                  ZSET    KIND:ID of ended records by the end of their keeping
 *   {TAG}:lease:KIND:ID          STRING  empty, with PX: expires at the deadline
 *   {TAG}:node:NAME              STRING  which process has this name, with PX
 *   {TAG}:bus, {TAG}:bus:NAME    channels to all nodes, to one
 *   {TAG}:mqtt:…                 ordinary MQTT: hosts/aedes/redis/keys.ts
 *   {TAG}:bridge:…               bridges: mosquitto-compat/bridge/redis/keys.ts
 *
 * The fields of a record:
 *   v       its version
 *   r       its JSON; then, where a claim has patched it, a newline and the patch
 *   s       `o` open, `e` ended
 *   l, h    `+` and its lane, `+` and its holder; `-` for none
 *   g       `+` and its group, where it has one
 *   p:NAME  its parts
 *   n:NAME  numbers that a claim may add to its deadline
 *
 * Truth is `r` alone: everything else is derived from it. `store/redis/scripts`
 * put the same names together from the tag.
 */
export const SCHEMA = 2
/** What it can read besides. */
export const FORMER_SCHEMAS: readonly string[] = ['1']
export const OWNER = 'aedes-orchestra'

export class Keys {
  /** What every key begins with. */
  readonly prefix: string

  constructor (tag = 'orchestra') {
    this.prefix = `{${tag}}:`
  }

  meta (): string { return `${this.prefix}meta` }
  record (kind: string, id: string): string { return `${this.prefix}r:${kind}:${encodeName(id)}` }
  ids (kind: string): string { return `${this.prefix}ids:${kind}` }
  lanes (kind: string): string { return `${this.prefix}lanes:${kind}` }
  lane (kind: string, lane: string): string { return `${this.prefix}lane:${kind}:${encodeName(lane)}` }
  group (kind: string, group: string): string { return `${this.prefix}group:${kind}:${encodeName(group)}` }
  leases (): string { return `${this.prefix}lease:` }
  node (name: string): string { return `${this.prefix}node:${name}` }
  bus (name?: string): string { return name === undefined ? `${this.prefix}bus` : `${this.prefix}bus:${name}` }

  /** Those with one name, and what they are. */
  fixed (kinds: readonly string[]): readonly (readonly [key: string, type: string])[] {
    const ofKind = kinds.flatMap(kind => [[this.ids(kind), 'zset'], [this.lanes(kind), 'set']] as const)
    return [[`${this.prefix}deadlines`, 'zset'], [`${this.prefix}ended`, 'zset'], ...ofKind]
  }

  /** All keys and channels, as an ACL names them. */
  patterns (): readonly string[] {
    return [`~${this.prefix}*`, `&${this.prefix}*`]
  }
}

/** Any string as UTF-8 and back: halves of surrogate pairs would not survive, so such names travel as JSON. */
export function encodeName (name: string): string {
  return /^"|[\ud800-\udfff]/.test(name) ? JSON.stringify(name) : name
}

export function decodeName (name: string): string {
  return name.startsWith('"') ? JSON.parse(name) as string : name
}
