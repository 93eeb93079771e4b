/**
 * A password file of mosquitto_passwd(1): `user:$7$iterations$salt$hash`
 * (PBKDF2 with SHA-512) or `user:$6$salt$hash` (SHA-512 of password and salt).
 * Passwords in the clear are refused, and so are two lines for one user: which
 * of them Mosquitto goes by depends on how long the file is.
 */
import { createHash, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { withoutMark } from './conf/lines.js'

export interface Hash {
  /** Of PBKDF2; 0: one round of SHA-512. */
  readonly iterations: number
  readonly salt: Buffer
  readonly hash: Buffer
}

export type Passwords = ReadonlyMap<string, Hash>

const HASH_BYTES = 64
const derive = promisify(pbkdf2)

/** @param problems gets a line for each that can't be used */
export function parsePasswords (content: string, file: string, problems: string[]): Passwords {
  const users = new Map<string, Hash>()
  for (const [index, raw] of withoutMark(content).split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const wrong = (what: string): void => { problems.push(`${file}:${index + 1}: ${what}`) }
    const [, user, text = ''] = /^([^:]+):(.*)$/.exec(line) ?? []
    const hash = readHash(text)
    if (user === undefined) wrong(`must be user:hash, as mosquitto_passwd writes it: set it again with mosquitto_passwd ${file} USER`)
    else if (hash === undefined) wrong(`the password of ${user} is no hash of mosquitto_passwd: where the file has them in the clear, mosquitto_passwd -U ${file} hashes all of them`)
    else if (users.has(user)) wrong(`${user} has a line further up, and Mosquitto goes by either: take one of them out`)
    else users.set(user, hash)
  }
  return users
}

function readHash (text: string): Hash | undefined {
  const [, type, iterations = '0', salt = '', hash = ''] = /^\$(?:(7)\$(\d+)|6)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  const bytes = Buffer.from(hash, 'base64')
  if (bytes.length !== HASH_BYTES || (type === '7' && Number(iterations) < 1)) return undefined
  return { iterations: Number(iterations), salt: Buffer.from(salt, 'base64'), hash: bytes }
}

/** Who is not in a file costs as much time as a wrong password in it, so that nobody can find out who is. */
const nobodies = new WeakMap<Passwords, Hash>()

function nobodyOf (users: Passwords): Hash {
  const known = nobodies.get(users)
  if (known !== undefined) return known
  const iterations = [...users.values()].reduce((most, hash) => Math.max(most, hash.iterations), 0)
  const nobody = { iterations, salt: randomBytes(12), hash: randomBytes(HASH_BYTES) }
  nobodies.set(users, nobody)
  return nobody
}

/** The line of who has this password; undefined where it is wrong, or there is no such user. */
export async function hashOf (users: Passwords, user: string, password: Buffer | undefined): Promise<Hash | undefined> {
  const known = users.get(user)
  const { iterations, salt, hash } = known ?? nobodyOf(users)
  const bytes = password ?? Buffer.alloc(0)
  const given = iterations === 0
    ? createHash('sha512').update(bytes).update(salt).digest()
    : await derive(bytes, salt, iterations, HASH_BYTES, 'sha512')
  return timingSafeEqual(given, hash) && password !== undefined ? known : undefined
}

export function isSameHash (a: Hash, b: Hash): boolean {
  return a.iterations === b.iterations && a.salt.equals(b.salt) && a.hash.equals(b.hash)
}
