/**
 * The keys of bridges in Redis, behind the prefix of the deployment, which
 * carries the hash tag (`{orchestra}:`). The name of a bridge is always the end
 * of its key, so that none can be taken for another.
 *
 *   bridge:order:NAME     ZSET    the numbers of what waits or is under way
 *   bridge:messages:NAME  HASH    number → message (message.ts)
 *   bridge:loose:NAME     ZSET    the numbers of those that go first
 *   bridge:facts:NAME     ZSET    the numbers of states
 *   bridge:topics:NAME    HASH    topic of a state → the number of its last one
 *   bridge:counts:NAME    HASH    below
 *   bridge:carrier:NAME   STRING  which node carries, with PX
 *
 * In the counts: `last` number; up to which it was `taken` by who carries, and
 * ever `sent`; `bytes`; `dropped`, `refused`; `missed` states, and how many of
 * these misses were `retold`; `begun` (Outbox); `state` and `config` of who carries.
 */
const types = { order: 'zset', messages: 'hash', loose: 'zset', facts: 'zset', topics: 'hash', counts: 'hash', carrier: 'string' } as const

export function keyOf (prefix: string, what: keyof typeof types, name: string): string {
  return `${prefix}bridge:${what}:${name}`
}

/** Those of one bridge, and what they are. */
export function typesOf (prefix: string, name: string): readonly (readonly [key: string, type: string])[] {
  return (Object.keys(types) as (keyof typeof types)[]).map(what => [keyOf(prefix, what, name), types[what]])
}
