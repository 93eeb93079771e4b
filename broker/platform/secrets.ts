/**
 * Secrets: made from chance, hashed with scrypt, compared in constant time. A
 * hash says how it was made, so that the costs can grow later.
 */
import { type ScryptOptions, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

export interface Secrets {
  make: () => string
  /** `scrypt$N$r$p$salt$hash`, salt and hash as base64. Takes some 40 ms and 16 MiB. */
  hash: (secret: string) => Promise<string>
  /** The first of these hashes that is of this secret. Where there is none it takes as long as for one. */
  find: (hashes: readonly string[], secret: Buffer) => Promise<string | undefined>
}

const COST = { N: 2 ** 14, r: 8, p: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32
/** 192 bits: 32 characters that need no escaping anywhere. */
const SECRET_BYTES = 24

/** @param N scrypt's cost: what a password check takes grows with it */
export function systemSecrets ({ N = COST.N } = {}): Secrets {
  const cost = { ...COST, N }
  const nobody = textOf(cost, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES))
  return {
    make: () => randomBytes(SECRET_BYTES).toString('base64url'),
    async hash (secret) {
      const salt = randomBytes(SALT_BYTES)
      return textOf(cost, salt, await derive(Buffer.from(secret), salt, cost))
    },
    async find (hashes, secret) {
      for (const hash of hashes.length === 0 ? [nobody] : hashes) {
        if (await isOf(hash, secret) && hashes.length > 0) return hash
      }
      return undefined
    }
  }
}

function textOf ({ N, r, p }: Cost, salt: Buffer, hash: Buffer): string {
  return ['scrypt', N, r, p, salt.toString('base64'), hash.toString('base64')].join('$')
}

interface Cost { readonly N: number, readonly r: number, readonly p: number }

async function isOf (text: string, secret: Buffer): Promise<boolean> {
  const [, N = '', r = '', p = '', salt = '', hash = ''] = text.split('$')
  const wanted = Buffer.from(hash, 'base64')
  const given = await derive(secret, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

async function derive (secret: Buffer, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    scrypt(secret, salt, HASH_BYTES, cost, (error, key) => error === null ? resolve(key) : reject(error))
  })
}
