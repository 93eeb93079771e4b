/** The ways in that the settings ask for, besides the accounts' own secrets. */
import type { TlsOptions } from 'node:tls'
import type { Log, OrchestraOptions, Way } from '../../index.js'
import type { LoginConfig } from '../settings/logins.js'
import type { TlsConfig } from '../settings/tls.js'
import { byCertificate } from './certificates.js'
import { byPasswordFile } from './password-file.js'
import { bySharedKey } from './psk.js'
import { byToken } from './tokens.js'

export interface OpenLogins extends Required<Pick<OrchestraOptions, 'ways' | 'lentAccounts'>> {
  /** Of a listener for keys that devices share with the server; undefined where there are none. */
  readonly sharedKeys: TlsOptions | undefined
  readonly close: () => void
}

/** @throws CommandError for a file that can't be used */
export function openLogins (config: LoginConfig & TlsConfig, log: Log): OpenLogins {
  const { accounts, tlsClientCa, tlsClientName, pskFile, jwtKeys: path, jwtIssuer: issuer, jwtAudience: audience, passwordFile, passwordFileKind } = config
  const keys = pskFile === undefined ? undefined : bySharedKey(pskFile, log)
  const tokens = path === undefined ? undefined : byToken({ path, issuer, audience, log })
  const passwords = passwordFile === undefined ? undefined : byPasswordFile(passwordFile, log)
  const open = [keys, tokens, passwords].filter(one => one !== undefined)
  const certificates: readonly Way[] = accounts && tlsClientCa !== undefined ? [byCertificate(tlsClientName)] : []
  const lent = passwordFileKind === 'user' ? { kind: passwordFileKind, roles: ['submitter' as const] } : { kind: passwordFileKind }
  return {
    ways: [...certificates, ...open.map(({ way }) => way)],
    lentAccounts: name => passwords?.has(name) === true ? lent : undefined,
    sharedKeys: keys?.options,
    close: () => { for (const one of open) one.close() }
  }
}
