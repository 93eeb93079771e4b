/** The settings of TLS, and what must hold between them. */
import { oneOf, text, toggle } from './kinds.js'
import type { Values } from './setting.js'

export const tlsSettings = {
  tlsCert: text({ value: 'file', about: 'the certificate of this server and those between it and its authority (PEM): MQTT and HTTP then speak TLS' }),
  tlsKey: text({ value: 'file', about: 'its key (PEM)' }),
  tlsMinVersion: oneOf('1.2', '1.3')({ default: '1.2', about: 'the oldest version of TLS' }),
  tlsClientCa: text({ value: 'file', about: 'whose client certificates are taken (PEM): the name in one is a user name, and needs no password' }),
  tlsCrl: text({ value: 'file', about: 'which of those certificates are revoked (PEM)' }),
  tlsClientName: oneOf('subject', 'san')({ default: 'subject', about: 'where the user name stands in a client certificate: common name, or first alternative name' }),
  tlsRequireClient: toggle({ about: 'nobody connects without a client certificate' })
}

export type TlsConfig = Values<typeof tlsSettings>

export function tlsProblems ({ tlsCert, tlsKey, tlsClientCa, tlsCrl, tlsRequireClient }: TlsConfig): string[] {
  const problems: string[] = []
  if ((tlsCert === undefined) !== (tlsKey === undefined)) problems.push('--tls-cert, --tls-key: one needs the other')
  if (tlsCert === undefined && tlsClientCa !== undefined) problems.push('--tls-client-ca: needs --tls-cert and --tls-key')
  if (tlsClientCa === undefined && (tlsCrl !== undefined || tlsRequireClient)) problems.push('--tls-crl, --tls-require-client: need --tls-client-ca')
  return problems
}
