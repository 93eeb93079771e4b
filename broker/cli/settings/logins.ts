/** The settings of who may connect, and how that is proved. */
import { list, number, oneOf, text, toggle } from './kinds.js'
import type { Values } from './setting.js'

export const loginSettings = {
  accounts: toggle({ about: 'nobody gets in without an account; the first start makes one called root, and tells its secret once' }),
  rootSecretFile: text({ value: 'file', about: 'the secret of root, for the first start: then none is made' }),
  resetRoot: { ...toggle({ about: 'give root a new secret at this start, where its secret is lost' }), flagOnly: true },
  allowAnonymous: toggle({ about: 'accept that anyone who reaches --host can read, submit and cancel everything' }),
  passwordFile: text({ value: 'file', about: 'a password file of Mosquitto, beside the accounts' }),
  passwordFileKind: oneOf('device', 'user', 'bridge')({ default: 'device', about: 'what those of the password file are that have no account' }),
  jwtKeys: text({ value: 'file', about: 'public keys as a JSON Web Key Set: a token that one of them signed is taken as a password' }),
  jwtIssuer: text({ about: 'the `iss` that a token must have (default: any)' }),
  jwtAudience: list({ value: 'text', about: 'the `aud` of which a token must have one (default: any)' }),
  pskFile: text({ value: 'file', about: 'keys of devices, as name:hex: TLS without certificates, on --psk-port' }),
  pskPort: number(0, 65_535)({ default: 8884, about: 'MQTT over TLS with those keys; 0: a free port' })
}

export type LoginConfig = Values<typeof loginSettings>

export function loginProblems (config: LoginConfig & { readonly mosquittoConf: string | undefined }): string[] {
  const { accounts, allowAnonymous, mosquittoConf, rootSecretFile, resetRoot, passwordFile, jwtKeys, pskFile } = config
  const problems: string[] = []
  if (accounts && mosquittoConf !== undefined) problems.push('--accounts, --mosquitto-conf: one excludes the other, since who may connect stands in that file')
  if (accounts && allowAnonymous) problems.push('--accounts, --allow-anonymous: one excludes the other')
  const others = [rootSecretFile !== undefined && '--root-secret-file', resetRoot && '--reset-root', passwordFile !== undefined && '--password-file', jwtKeys !== undefined && '--jwt-keys', pskFile !== undefined && '--psk-file']
  const idle = others.filter(flag => flag !== false)
  if (!accounts && idle.length > 0) problems.push(`${idle.join(', ')}: need --accounts`)
  return problems
}
