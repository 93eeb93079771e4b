/** Packets and commands that are nearly right, from a seed: what a broken or hostile client might send. */
import { type Packet, generate } from 'mqtt-packet'
import { type MessageKey, messages } from '../../../schemas/index.js'
import type { Chance } from '../../simulation/chance.js'

const whole = (chance: Chance, below: number): number => chance.between(0, below - 1)
const oneOf = <T>(chance: Chance, list: readonly T[]): T => list[whole(chance, list.length)] as T

const ROOT = 'orchestra/v1'

function packets (name: string): readonly Packet[] {
  return [
    { cmd: 'publish', topic: `${ROOT}/from/${name}/time`, payload: '{}', qos: 1, messageId: 9, dup: false, retain: false },
    { cmd: 'publish', topic: `${ROOT}/from/${name}/tasks/t1/submit`, payload: '{"function":"work","args":[1,2,3]}', qos: 2, messageId: 7, dup: false, retain: true },
    { cmd: 'publish', topic: 'a/b', payload: 'text', qos: 0, dup: false, retain: false },
    { cmd: 'subscribe', messageId: 3, subscriptions: [{ topic: `${ROOT}/to/${name}/#`, qos: 1 }, { topic: 'a/+', qos: 0 }] },
    { cmd: 'unsubscribe', messageId: 4, unsubscriptions: ['a/+', 'b/#'] },
    { cmd: 'puback', messageId: 1 }, { cmd: 'pubrec', messageId: 1 }, { cmd: 'pubrel', messageId: 1 }, { cmd: 'pubcomp', messageId: 1 },
    { cmd: 'pingreq' }, { cmd: 'disconnect' }, hello(name)
  ] as readonly Packet[]
}

export function hello (name: string): Packet {
  return { cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clean: true, clientId: `m-${name}`, username: name, keepalive: 30, will: { topic: `${ROOT}/from/${name}/offline`, payload: Buffer.from('{"session":1}'), qos: 1, retain: false } } as Packet
}

/** A packet with bytes changed, added, cut off or put elsewhere; now and then nothing but noise. */
export function mutant (chance: Chance, name: string): Buffer {
  if (chance.fraction() < 0.1) return Buffer.from(Array.from({ length: 1 + whole(chance, 64) }, () => whole(chance, 256)))
  let bytes: Buffer = generate(oneOf(chance, packets(name)))
  for (let changes = 1 + whole(chance, 4); changes > 0; changes--) {
    const at = whole(chance, bytes.length)
    const how = whole(chance, 5)
    if (how === 0) bytes[at] = whole(chance, 256)
    else if (how === 1) bytes[at] = (bytes[at] ?? 0) ^ 1 << whole(chance, 8)
    else if (how === 2) bytes = bytes.subarray(0, at + 1)
    else if (how === 3) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([whole(chance, 256)]), bytes.subarray(at)])
    else bytes = Buffer.concat([bytes, bytes.subarray(at)])
  }
  return bytes
}

const commands = (Object.keys(messages) as MessageKey[]).filter(key => messages[key].direction === 'in')
const values: readonly ((chance: Chance) => unknown)[] = [
  () => null, () => true, () => -1, () => 2 ** 53, () => 1e308, () => '', () => 'x'.repeat(5_000), () => [], () => ({}), () => '\u0000', () => '../../etc', () => '__proto__', () => '#', () => '🦢',
  chance => Array.from({ length: whole(chance, 200) }, () => 'x'), chance => nested(whole(chance, 400)), chance => whole(chance, 1e9), chance => ({ constructor: whole(chance, 9), __proto__: 1 })
]
const fields = ['session', 'functions', 'function', 'args', 'attempt', 'capacity', 'labels', 'heartbeatMs', 'max', 'result', 'error', 'tasks', 'kind', 'secret', 'cursor', 'limit', 'ref', 'leaseMs', 'require', 'percent', 'reason', 'names', 'overlapMs', '__proto__', 'nonsense']

function nested (levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** A command whose topic or payload is wrong in one way or another; few are right by chance. */
export function wrongCommand (chance: Chance, name: string): { readonly topic: string, readonly payload: Buffer } {
  const ids = ['t1', name, '-', '', 'x'.repeat(80), 'ü', '..', '__proto__', 'a b', '%2f', 'constructor']
  const topic = messages[oneOf(chance, commands)].topics[0].replace('{principal}', chance.fraction() < 0.9 ? name : oneOf(chance, ids)).replace(/\{\w+\}/g, () => chance.fraction() < 0.5 ? 't1' : oneOf(chance, ids))
  const body = Object.fromEntries(Array.from({ length: 1 + whole(chance, 5) }, () => [oneOf(chance, fields), oneOf(chance, values)(chance)]))
  const text = Buffer.from(JSON.stringify(body))
  const payload = chance.fraction() < 0.8 ? text : chance.fraction() < 0.5 ? text.subarray(0, whole(chance, text.length)) : Buffer.from(Array.from({ length: whole(chance, 300) }, () => whole(chance, 256)))
  return { topic: `${ROOT}/${chance.fraction() < 0.9 ? topic : `${topic}/more`}`, payload }
}
