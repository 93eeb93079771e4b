/**
 * Signed tokens (JWT) as passwords: the public keys are in a file, by their
 * ids. A token says whose it is (`sub`, which must be the user name) and until
 * when (`exp`); then its connection ends.
 */
import { type JsonWebKey, type KeyObject, createPublicKey } from 'node:crypto'
import { type JWTHeaderParameters, errors, jwtVerify } from 'jose'
import type { Log, Proof, Way } from '../../index.js'
import { messageOf } from '../exit.js'
import { flagOf } from '../settings/setting.js'
import { Watched, contentOfNow } from '../watched.js'

const ALGORITHMS = ['EdDSA', 'ES256', 'RS256']
/** So far may the clocks of who signs and who checks be apart. */
const SKEW_MS = 30_000
const TOKEN_BYTES_MAX = 8 * 1024

export interface TokenOptions {
  readonly path: string
  readonly issuer: string | undefined
  readonly audience: readonly string[]
  readonly log: Log
}

/** `text`: by which a key that is replaced under its id is told from the former one. */
interface SigningKey { readonly id: string | undefined, readonly key: KeyObject, readonly text: string }

/** @throws CommandError that says what is wrong with the file */
export function byToken ({ path, issuer, audience, log }: TokenOptions): { readonly way: Way, readonly close: () => void } {
  const keys = new Watched([path], 'the file of token keys', () => keysIn(contentOfNow('jwtKeys', path).toString(), `${flagOf('jwtKeys')}: ${path}`), log)
  const more = { ...issuer !== undefined && { issuer }, ...audience.length > 0 && { audience: [...audience] } }

  async function prove (username: string, token: string): Promise<Proof | undefined> {
    let signer: SigningKey | undefined
    const keyOf = (header: JWTHeaderParameters): KeyObject => {
      signer = keyFor(keys.value, header)
      return signer.key
    }
    try {
      const { payload: { exp = 0 } } = await jwtVerify(token, keyOf, { ...more, algorithms: ALGORITHMS, subject: username, requiredClaims: ['exp', 'sub'], clockTolerance: SKEW_MS / 1_000 })
      return { until: exp * 1_000 + SKEW_MS, isGood: () => keys.value.some(({ text }) => text === signer?.text) }
    } catch (error) {
      log.info({ username, reason: messageOf(error) }, 'a token is refused')
      return undefined
    }
  }

  return {
    way: {
      async prove ({ username, password }) {
        const token = password === undefined || password.length > TOKEN_BYTES_MAX ? '' : password.toString('latin1')
        return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? await prove(username, token) : undefined
      },
      onChange: changed => keys.onChange(changed)
    },
    close: () => keys.close()
  }
}

/** @throws where none is meant, or more than one might be */
function keyFor (keys: readonly SigningKey[], { kid }: JWTHeaderParameters): SigningKey {
  const meant = kid === undefined ? keys : keys.filter(({ id }) => id === kid)
  const [only] = meant
  if (only === undefined || meant.length > 1) throw new errors.JWKSNoMatchingKey(kid === undefined ? 'it names no key (kid), and there are several' : `its key ${JSON.stringify(kid)} is not in the file`)
  return only
}

function keysIn (content: string, place: string): readonly SigningKey[] {
  const { keys } = parsed(content, place)
  if (!Array.isArray(keys) || keys.length === 0) throw new Error(`${place}: must be a JSON Web Key Set, {"keys":[…]}, with a key at least`)
  return keys.map((jwk: JsonWebKey & { kid?: string }, index) => {
    if (jwk.d !== undefined) throw new Error(`${place}: key ${index + 1} is a private one: it is for who signs, and must not be here`)
    if (jwk.kty === 'oct') throw new Error(`${place}: key ${index + 1} is a shared secret, which whoever checks could sign with, too: take EdDSA, ES256 or RS256`)
    try {
      return { id: jwk.kid, key: createPublicKey({ key: jwk, format: 'jwk' }), text: JSON.stringify(jwk) }
    } catch (error) {
      throw new Error(`${place}: key ${index + 1} can't be used (${messageOf(error)})`)
    }
  })
}

function parsed (content: string, place: string): { readonly keys?: unknown } {
  try {
    return JSON.parse(content) as { keys?: unknown } ?? {}
  } catch (error) {
    throw new Error(`${place}: is no JSON (${messageOf(error)})`)
  }
}
