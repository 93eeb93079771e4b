/**
 * The certificate of a listener, its key and what belongs to them, looked at
 * before they are used: OpenSSL's own texts say which function failed, not
 * which file. Nothing is listened to here.
 */
import { X509Certificate, createPrivateKey } from 'node:crypto'
import { type SecureContextOptions, createSecureContext } from 'node:tls'
import { messageOf } from './exit.js'

export interface CertificateFiles {
  readonly cert: Buffer
  readonly key: Buffer
  readonly ca?: Buffer | undefined
  readonly crl?: Buffer | undefined
  /** What to call each of them. */
  readonly names: Readonly<Record<'cert' | 'key' | 'ca' | 'crl', string>>
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** @throws with a text for people */
export function checkCertificate ({ cert, key, ca, crl, names }: CertificateFiles, now: number): void {
  const chain = certificatesIn(cert, names.cert)
  const [own] = chain
  if (own === undefined) return
  const privateKey = attempt(() => createPrivateKey(key), `${names.key}: there is no key in it that can be read without a password`)
  if (!own.checkPrivateKey(privateKey)) throw new Error(`${names.key}: it is the key of another certificate than the one in ${names.cert}`)
  const [from, to] = [Date.parse(own.validFrom), Date.parse(own.validTo)]
  if (now < from) throw new Error(`${names.cert}: the certificate of ${nameOf(own)} is valid from ${new Date(from).toISOString()} on: wait, or set this machine's clock right`)
  if (now >= to) throw new Error(`${names.cert}: the certificate of ${nameOf(own)} has ended on ${new Date(to).toISOString()}: get a new one`)
  const stranger = chain.findIndex((one, at) => at > 0 && chain[at - 1]?.checkIssued(one) !== true)
  if (stranger > 0) throw new Error(`${names.cert}: certificate ${stranger + 1} in it has not signed the one before: the server's comes first, then each that signed the one before`)
  if (ca !== undefined) certificatesIn(ca, names.ca)
  if (crl !== undefined) attempt(() => createSecureContext({ crl }), `${names.crl}: there is no revocation list in it`)
}

/** When the certificate ends, in ms since the epoch. */
export function endOf (cert: Buffer): number {
  return Date.parse(new X509Certificate(cert).validTo)
}

/** What a context is made of once that is checked. @throws with a text for people */
export function contextOf (files: CertificateFiles, now: number, more: SecureContextOptions): SecureContextOptions {
  checkCertificate(files, now)
  const { cert, key, ca, crl } = files
  const options = { ...more, cert, key, ca, crl }
  try {
    createSecureContext(options)
  } catch (error) {
    throw new Error(`${files.names.cert}: it can not be used (${messageOf(error)}): see that each file is PEM and that they fit together`)
  }
  return options
}

function certificatesIn (content: Buffer, name: string): readonly X509Certificate[] {
  const blocks = content.toString('latin1').match(PEM) ?? []
  if (blocks.length === 0) throw new Error(`${name}: there is no certificate in it: it must be PEM, with -----BEGIN CERTIFICATE-----`)
  return blocks.map((block, at) => attempt(() => new X509Certificate(block), `${name}: certificate ${at + 1} in it is damaged`))
}

function attempt<T> (make: () => T, otherwise: string): T {
  try {
    return make()
  } catch (error) {
    throw new Error(`${otherwise} (${messageOf(error)})`)
  }
}

function nameOf ({ subject }: X509Certificate): string {
  return /CN=(.*)/.exec(subject)?.[1] ?? subject
}
