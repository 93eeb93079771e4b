/**
 * Keys that devices share with the server (TLS-PSK), for those for which
 * certificates are too much: `name:hex` a line, as Mosquitto's psk_file has it.
 * TLS 1.2: Node knows PSK there alone.
 */
import type { Duplex } from 'node:stream'
import type { TlsOptions } from 'node:tls'
import type { Log, Proof, Way } from '../../index.js'
import { flagOf } from '../settings/setting.js'
import { Watched, contentOfNow } from '../watched.js'

/** 128 bits; longer than 64 bytes OpenSSL takes none. */
const KEY_BYTES_MIN = 16
const KEY_BYTES_MAX = 64

export interface SharedKeys {
  readonly way: Way
  readonly options: TlsOptions
  readonly close: () => void
}

/** @throws CommandError that names the line */
export function bySharedKey (path: string, log: Log): SharedKeys {
  const keys = new Watched([path], 'the file of shared keys', () => parseKeys(contentOfNow('pskFile', path).toString(), `${flagOf('pskFile')}: ${path}`), log)
  /** Whose connection it is, and by which key. */
  const shown = new WeakMap<object, { readonly name: string, readonly key: string }>()
  const proofOf = (socket: Duplex, username: string): Proof | undefined => {
    const known = shown.get(socket)
    return known?.name === username ? { isGood: () => keys.value.get(username) === known.key } : undefined
  }
  return {
    way: {
      nameOf: socket => shown.get(socket)?.name,
      prove: async ({ socket, username }) => proofOf(socket, username),
      onChange: changed => keys.onChange(changed)
    },
    options: {
      ciphers: 'ECDHE-PSK-CHACHA20-POLY1305:ECDHE-PSK-AES128-CBC-SHA256:DHE-PSK-AES128-GCM-SHA256:PSK-AES128-GCM-SHA256:PSK-AES256-GCM-SHA384:PSK-CHACHA20-POLY1305:PSK-AES128-CBC-SHA256',
      minVersion: 'TLSv1.2',
      maxVersion: 'TLSv1.2',
      pskCallback (socket: object, name: string) {
        const key = keys.value.get(name)
        if (key === undefined) return null
        shown.set(socket, { name, key })
        return Buffer.from(key, 'hex')
      }
    } as TlsOptions,
    close: () => keys.close()
  }
}

function parseKeys (content: string, place: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  const wrong = (line: number, what: string): never => { throw new Error(`${place}:${line}: ${what}`) }
  for (const [index, raw] of content.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const [, name, key] = /^([^:]+):((?:[0-9a-fA-F]{2})+)$/.exec(line) ?? []
    if (name === undefined || key === undefined) return wrong(index + 1, 'must be name:key, the key in hexadecimal digits')
    if (key.length < 2 * KEY_BYTES_MIN || key.length > 2 * KEY_BYTES_MAX) wrong(index + 1, `the key of ${name} must have ${2 * KEY_BYTES_MIN} to ${2 * KEY_BYTES_MAX} digits: openssl rand -hex 32 makes one`)
    if (keys.has(name)) wrong(index + 1, `${name} has a line further up`)
    keys.set(name, key.toLowerCase())
  }
  return keys
}
