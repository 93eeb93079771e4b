/**
 * What this user must be allowed to do, and what it may not: told at once, with
 * the line that grants all of it. Nothing is carried out.
 */
import type { Keys } from './keys.js'
import { missing } from './scripts/missing.js'

export interface RightsOptions {
  readonly keys: Keys
  /** Whose key events are listened to, where they are. */
  readonly expiryOf: number | undefined
}

/** All that is ever sent, in a script or alone; KEY and CHANNEL stand for ours. */
const COMMANDS = [
  'eval x 0', 'evalsha x 1 KEY', 'info', 'time', 'type KEY', 'get KEY', 'getex KEY', 'set KEY x', 'del KEY', 'unlink KEY', 'exists KEY', 'incr KEY',
  'hget KEY x', 'hmget KEY x', 'hgetall KEY', 'hset KEY x x', 'hsetnx KEY x x', 'hdel KEY x', 'hexists KEY x', 'hscan KEY 0', 'hincrby KEY x 1', 'pexpire KEY 1',
  'sadd KEY x', 'srem KEY x', 'scard KEY', 'smembers KEY', 'sscan KEY 0',
  'zadd KEY 0 x', 'zrem KEY x', 'zcard KEY', 'zcount KEY 0 1', 'zrange KEY 0 1', 'zrangebyscore KEY 0 1', 'zrangebylex KEY - +', 'zpopmin KEY',
  'publish CHANNEL x', 'subscribe CHANNEL', 'role', 'wait 0 0'
]
/** Without these, what runs out is found a little later; they refuse nobody. */
const LISTENING = ['subscribe EVENTS', 'config get x']
const EVENTS_PATTERN = '&__keyevent@*'

/** @returns undefined where nothing is lacking; else what is, and what grants it */
export async function lackingRights (ask: (...args: string[]) => Promise<unknown>, { keys, expiryOf }: RightsOptions): Promise<string | undefined> {
  const wanted = expiryOf === undefined ? COMMANDS : [...COMMANDS, ...LISTENING]
  const places: Readonly<Record<string, string>> = { KEY: keys.prefix, CHANNEL: keys.bus(), EVENTS: `__keyevent@${expiryOf ?? 0}__:expired` }
  const asked = wanted.map(command => command.replace(/[A-Z]+/, place => places[place] ?? place))
  const numbers = await unlessForbidden(() => ask('EVAL', missing, '0', ...asked) as Promise<number[]>)
  // Who may not ask may lack anything.
  const lacking = numbers === undefined ? wanted : numbers.map(n => wanted[n - 1] as string)
  if (!lacking.some(command => !LISTENING.includes(command))) return undefined
  const names = [...new Set(lacking.map(nameOf))]
  const patterns = lacking.includes('subscribe EVENTS') ? [...keys.patterns(), EVENTS_PATTERN] : keys.patterns()
  const what = numbers === undefined ? 'eval, and perhaps more of what is needed' : names.join(', ')
  return `this user may not use ${what}, or not on our keys and channels: ACL SETUSER <user> ${[...patterns, ...names.map(name => `+${name}`)].join(' ')}`
}

/** As a rule names it. */
function nameOf (command: string): string {
  const [name = '', sub] = command.split(' ')
  return name === 'config' ? `${name}|${sub}` : name
}

/** @returns undefined where this user may not ask that */
export async function unlessForbidden<T> (ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('NOPERM')) return undefined
    throw error
  }
}
