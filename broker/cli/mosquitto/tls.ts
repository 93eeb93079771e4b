/** The files of a TLS listener as options for node:tls; read at the start and on SIGHUP. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type SecureContextOptions, type TlsOptions, createSecureContext } from 'node:tls'
import type { ListenerTls } from '../../../mosquitto-compat/conf/index.js'
import { reasonOf } from '../../../mosquitto-compat/conf/lines.js'
import { messageOf } from '../exit.js'

/** @returns undefined where something is wrong, which `problems` gets */
export function secureContextOf (tls: ListenerTls, problems: string[]): SecureContextOptions | undefined {
  const before = problems.length
  const read = (setting: string, path: string | undefined): Buffer | undefined => {
    if (path === undefined) return undefined
    try {
      return readFileSync(path)
    } catch (error) {
      problems.push(`${tls.place}: ${setting}: ${reasonOf(error, path)}: correct the path, or let this user read it`)
      return undefined
    }
  }
  const { cafile, capath, crlfile, dhparamfile, ciphers, minVersion } = tls
  const authorities = [read('cafile', cafile), ...filesIn(tls.place, 'capath', capath, problems).map(path => read('capath', path))].filter(content => content !== undefined)
  const options: SecureContextOptions = {
    cert: read('certfile', tls.certfile),
    key: read('keyfile', tls.keyfile),
    ...authorities.length > 0 && { ca: authorities },
    crl: read('crlfile', crlfile),
    dhparam: read('dhparamfile', dhparamfile),
    ciphers,
    minVersion
  }
  if (problems.length > before) return undefined
  try {
    createSecureContext(options)
    return options
  } catch (error) {
    problems.push(`${tls.place}: the certificate, its key or what belongs to them can not be used (${messageOf(error)}): see that each file is PEM and that they fit together`)
    return undefined
  }
}

export function tlsOptions (tls: ListenerTls, context: SecureContextOptions): TlsOptions {
  const { requireCertificate } = tls
  return { ...context, requestCert: requireCertificate, rejectUnauthorized: requireCertificate }
}

/** Of a folder of certificates: what `openssl rehash` has named, which is all that OpenSSL looks at, or else what looks like one. */
export function filesIn (place: string, setting: string, directory: string | undefined, problems: string[]): string[] {
  if (directory === undefined) return []
  try {
    const names = readdirSync(directory).sort()
    const hashed = names.filter(name => /^[0-9a-f]{8}\.\d+$/.test(name))
    return (hashed.length > 0 ? hashed : names.filter(name => /\.(pem|crt)$/.test(name))).map(name => join(directory, name))
  } catch (error) {
    problems.push(`${place}: ${setting}: ${reasonOf(error, directory)}: correct the path, or let this user read it`)
    return []
  }
}
