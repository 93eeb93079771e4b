/** What the settings of a server, and the files that they name, say of its safety. Nothing is opened and nothing changed. */
import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { parsePasswords } from '../../../mosquitto-compat/password-file.js'
import { checkCertificate } from '../certificates.js'
import { messageOf } from '../exit.js'
import { type ServeConfig, isLoopback } from '../settings/serve.js'
import { flagOf } from '../settings/setting.js'
import { type Finding, ending, finding } from './finding.js'

/** As mosquitto_passwd has made them since 2.0. */
const ITERATIONS_MIN = 101
const RSA_BITS_MIN = 2_048

export function lookAtSettings (config: ServeConfig, now: number): Finding[] {
  return [...entrance(config), ...wire(config), ...certificates(config, now), ...files(config), ...passwords(config), ...keeping(config), ...limits(config)]
}

function entrance ({ accounts, allowAnonymous, mosquittoConf, host, allowOrigin }: ServeConfig): Finding[] {
  const found: Finding[] = []
  if (mosquittoConf !== undefined) found.push(finding('missing', '--mosquitto-conf', 'who may connect stands in that file: --check says what becomes of it; roles, enrolment and the audit come with --accounts alone'))
  else if (accounts) found.push(finding('fine', '--accounts', 'nobody gets in without an account'))
  else found.push(finding(isLoopback(host) && !allowAnonymous ? 'missing' : 'open', '--accounts', isLoopback(host) ? 'everybody on this machine can read, submit and cancel everything' : `everybody who reaches ${host} can read, submit and cancel everything`))
  if (allowOrigin.includes('*')) found.push(finding('open', '--allow-origin', 'any web page that somebody opens may connect: name the ones that are meant'))
  return found
}

function wire ({ tlsCert, mosquittoConf, host, pskFile }: ServeConfig): Finding[] {
  if (mosquittoConf !== undefined) return []
  if (tlsCert !== undefined) return [finding('fine', '--tls-cert', `MQTT and HTTP are encrypted${pskFile === undefined ? '' : ', and so is --psk-port'}`)]
  if (isLoopback(host)) return [finding('fine', '--host', 'only this machine can connect: TLS is not needed')]
  return [finding('open', '--tls-cert', `secrets and tasks travel to ${host} in the clear: give a certificate and its key`)]
}

function certificates ({ tlsCert, tlsKey, tlsClientCa, tlsCrl }: ServeConfig, now: number): Finding[] {
  if (tlsCert === undefined || tlsKey === undefined) return []
  const about = `--tls-cert ${tlsCert}`
  try {
    const cert = readFileSync(tlsCert)
    checkCertificate({ cert, key: readFileSync(tlsKey), ca: tlsClientCa === undefined ? undefined : readFileSync(tlsClientCa), crl: tlsCrl === undefined ? undefined : readFileSync(tlsCrl), names: { cert: 'it', key: '--tls-key', ca: '--tls-client-ca', crl: '--tls-crl' } }, now)
    const own = new X509Certificate(cert)
    const { modulusLength } = own.publicKey.asymmetricKeyDetails ?? {}
    return [
      ...ending(about, 'the certificate', Date.parse(own.validTo), now),
      ...modulusLength !== undefined && modulusLength < RSA_BITS_MIN ? [finding('weak', about, `its key has ${modulusLength} bits: take ${RSA_BITS_MIN} at least`)] : [],
      ...tlsClientCa === undefined ? [] : ending(`--tls-client-ca ${tlsClientCa}`, 'the authority', Date.parse(new X509Certificate(readFileSync(tlsClientCa)).validTo), now),
      ...tlsClientCa !== undefined && tlsCrl === undefined ? [finding('missing', '--tls-crl', 'a client certificate that is lost can only be taken back by disabling its account')] : []
    ]
  } catch (error) {
    return [finding('missing', about, messageOf(error))]
  }
}

/** What is secret is for the user of the server alone. */
function files (config: ServeConfig): Finding[] {
  const keys = ['tlsKey', 'rootSecretFile', 'pskFile', 'passwordFile', 'redisPasswordFile', 'data'] as const
  const found = keys.flatMap(key => {
    const path = config[key]
    const mode = typeof path === 'string' ? statSync(path, { throwIfNoEntry: false })?.mode : undefined
    if (mode === undefined || (mode & 0o077) === 0) return []
    return [finding('weak', `${flagOf(key)} ${String(path)}`, `others on this machine may read it: chmod ${key === 'data' ? '700' : '600'} ${String(path)}`)]
  })
  if (config.rootSecretFile !== undefined) found.push(finding('weak', `--root-secret-file ${config.rootSecretFile}`, 'after the first start it is not needed any more: keep the secret elsewhere, and remove the file'))
  return found
}

function passwords ({ passwordFile }: ServeConfig): Finding[] {
  if (passwordFile === undefined) return []
  try {
    const problems: string[] = []
    const users = parsePasswords(readFileSync(passwordFile, 'utf8'), passwordFile, problems)
    const weak = [...users].filter(([, { iterations }]) => iterations < ITERATIONS_MIN).map(([name]) => name)
    return [
      ...problems.map(problem => finding('missing', '--password-file', problem)),
      ...weak.length === 0 ? [] : [finding('weak', `--password-file ${passwordFile}`, `hashed so that they are quickly guessed: ${weak.slice(0, 5).join(', ')}${weak.length > 5 ? ` and ${weak.length - 5} more` : ''}: set them again with mosquitto_passwd of Mosquitto 2`)]
    ]
  } catch (error) {
    return [finding('missing', '--password-file', messageOf(error))]
  }
}

function keeping ({ memory, redis }: ServeConfig): Finding[] {
  if (memory) return [finding('missing', '--memory', 'tasks, devices and accounts are gone with the process: take --data or --redis')]
  if (typeof redis !== 'string') return []
  const { hostname, protocol } = new URL(redis)
  return protocol === 'redis:' && !isLoopback(hostname) ? [finding('open', '--redis', `what is stored travels to ${hostname} in the clear: take rediss://`)] : []
}

function limits ({ limit: { shares, quotas }, maxConnectionsPerAddress }: ServeConfig): Finding[] {
  const found: Finding[] = []
  if (shares?.principal?.packets === undefined && shares?.principal?.bytes === undefined) found.push(finding('missing', '--limit principal.packets, principal.bytes', 'one account can take all of the server\'s time'))
  if (quotas.tasks === undefined) found.push(finding('missing', '--limit principal.tasks', 'one account can fill the store with tasks'))
  if (quotas.blobs === undefined) found.push(finding('missing', '--limit principal.blobs', 'one account can fill the store with blobs'))
  if (shares?.address?.connects === undefined && maxConnectionsPerAddress === undefined) found.push(finding('missing', '--limit address.connects', 'one address can keep the server busy with connections'))
  return found
}
