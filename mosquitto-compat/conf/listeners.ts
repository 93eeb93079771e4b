/** From blocks to listeners: where to listen, with what certificates, and who may connect there. No file is opened here. */
import { isIP } from 'node:net'
import { isAbsolute } from 'node:path'
import { type Block, type Blocks, bitOf, last, numberOf, textOf } from './blocks.js'

export interface MosquittoListener {
  /** `file:line`, or why it is there. */
  readonly place: string
  readonly at: { readonly port: number, readonly host: string | undefined, readonly family: 'ipv4' | 'ipv6' | undefined } | { readonly path: string }
  /** It may be left out where the machine has no such address. */
  readonly isOptional: boolean
  readonly protocol: 'mqtt' | 'websockets'
  /** Undefined: no limit of its own. */
  readonly maxConnections: number | undefined
  readonly usernameIsClientId: boolean
  readonly tls: ListenerTls | undefined
  readonly security: Security
}

export interface ListenerTls {
  readonly place: string
  readonly certfile: string
  readonly keyfile: string
  readonly cafile: string | undefined
  readonly capath: string | undefined
  readonly crlfile: string | undefined
  readonly dhparamfile: string | undefined
  readonly ciphers: string | undefined
  readonly minVersion: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'
  readonly requireCertificate: boolean
  readonly identityIsUsername: boolean
}

/** Who may connect, and what they may do. */
export interface Security {
  readonly allowAnonymous: boolean
  readonly passwordFile: { readonly path: string, readonly place: string } | undefined
  readonly aclFile: { readonly path: string, readonly place: string } | undefined
  readonly allowZeroLengthClientid: boolean
  readonly autoIdPrefix: string
}

const PORT = 1883
const PORT_MAX = 65_535

/** Any of these before a `listener` makes a default listener beside the others. */
const defaultListenerSettings = ['port', 'bind_address', 'max_connections', 'max_qos', 'maximum_qos', 'mount_point', 'protocol', 'socket_domain', 'password_file', 'acl_file', 'psk_file', 'auth_plugin']

export function listenersOf (blocks: Blocks, problems: string[]): readonly MosquittoListener[] {
  const { defaultListener, listeners, isPerListener } = blocks
  const isLocalOnly = listeners.length === 0 && !defaultListener.has('port') && !defaultListener.has('bind_address')
  const shared = isPerListener ? undefined : securityOf(blocks.security, isLocalOnly)
  const read = (block: Block, at: MosquittoListener['at'], place: string, isOptional = false): MosquittoListener => ({
    place,
    at,
    isOptional,
    ...protocolOf(block, problems),
    maxConnections: limitOf(block),
    usernameIsClientId: bitOf(block, 'use_username_as_clientid') ?? false,
    tls: tlsOf(block, problems),
    security: shared ?? securityOf(block, isLocalOnly)
  })
  // mosquitto.conf(5), allow_anonymous: without any listener only this machine is served.
  if (isLocalOnly) return ['127.0.0.1', '::1'].map((host, index) => read(defaultListener, { host, port: PORT, family: undefined }, 'no listener: this machine alone', index > 0))
  const named = listeners.map(block => read(block, addressOf(block, problems), last(block, 'listener')?.place ?? ''))
  const isDefaultWanted = listeners.length === 0 || defaultListenerSettings.some(name => defaultListener.has(name))
  return isDefaultWanted ? [read(defaultListener, defaultAddressOf(defaultListener, problems), defaultPlaceOf(defaultListener)), ...named] : named
}

function defaultPlaceOf (block: Block): string {
  return block.values().next().value?.[0]?.place ?? 'the default listener'
}

function defaultAddressOf (block: Block, problems: string[]): MosquittoListener['at'] {
  return { port: portOf(textOf(block, 'port') ?? String(PORT), last(block, 'port')?.place ?? '', problems), ...hostOf(textOf(block, 'bind_address'), block, problems) }
}

function addressOf (block: Block, problems: string[]): MosquittoListener['at'] {
  const { value = '', place = '' } = last(block, 'listener') ?? {}
  const [port = '', host] = value.split(/\s+/)
  if (port === '0') {
    if (host === undefined || !isAbsolute(host)) problems.push(`${place}: listener: port 0 is for a Unix socket: write its path behind it, as in listener 0 /run/mosquitto.sock`)
    return { path: host ?? '' }
  }
  return { port: portOf(port, place, problems), ...hostOf(host, block, problems) }
}

function portOf (text: string, place: string, problems: string[]): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > PORT_MAX) problems.push(`${place}: the port must be a number from 1 to ${PORT_MAX}, not ${JSON.stringify(text)}`)
  return port
}

function hostOf (host: string | undefined, block: Block, problems: string[]): { host: string | undefined, family: 'ipv4' | 'ipv6' | undefined } {
  const family = oneOf(block, 'socket_domain', ['ipv4', 'ipv6'], problems)
  if (family !== undefined && host !== undefined && isIP(host) !== 0 && `ipv${isIP(host)}` !== family) problems.push(`${last(block, 'socket_domain')?.place}: socket_domain: ${host} is no ${family} address: take one of them out`)
  return { host, family }
}

function protocolOf (block: Block, problems: string[]): { protocol: 'mqtt' | 'websockets' } {
  return { protocol: oneOf(block, 'protocol', ['mqtt', 'websockets'], problems) ?? 'mqtt' }
}

function limitOf (block: Block): number | undefined {
  const limit = numberOf(block, 'max_connections')
  return limit === undefined || limit < 0 ? undefined : limit
}

function oneOf<T extends string> (block: Block, name: string, words: readonly T[], problems: string[]): T | undefined {
  const given = last(block, name)
  const word = words.find(word => word === given?.value)
  if (given !== undefined && word === undefined) problems.push(`${given.place}: ${name}: must be ${words.join(' or ')}, not ${JSON.stringify(given.value)}`)
  return word
}

const versions = { 'tlsv1.1': 'TLSv1.1', 'tlsv1.2': 'TLSv1.2', 'tlsv1.3': 'TLSv1.3' } as const

function tlsOf (block: Block, problems: string[]): ListenerTls | undefined {
  const [certificate, key] = [last(block, 'certfile'), last(block, 'keyfile')]
  if (certificate === undefined && key === undefined) return undefined
  const place = (certificate ?? key)?.place ?? ''
  if (certificate === undefined || key === undefined) problems.push(`${place}: certfile and keyfile: one needs the other`)
  const requireCertificate = bitOf(block, 'require_certificate') ?? false
  const [cafile, capath] = [textOf(block, 'cafile'), textOf(block, 'capath')]
  if (requireCertificate && cafile === undefined && capath === undefined) problems.push(`${last(block, 'require_certificate')?.place}: require_certificate: say whose certificates, with cafile or capath`)
  const version = oneOf(block, 'tls_version', ['tlsv1.1', 'tlsv1.2', 'tlsv1.3'], problems) ?? 'tlsv1.2'
  const ciphers = [textOf(block, 'ciphers_tls1.3'), textOf(block, 'ciphers')].filter(list => list !== undefined).join(':')
  return {
    place,
    certfile: certificate?.value ?? '',
    keyfile: key?.value ?? '',
    cafile,
    capath,
    crlfile: textOf(block, 'crlfile'),
    dhparamfile: textOf(block, 'dhparamfile'),
    ciphers: ciphers === '' ? undefined : ciphers,
    minVersion: versions[version],
    requireCertificate,
    identityIsUsername: bitOf(block, 'use_identity_as_username') ?? false
  }
}

function securityOf (block: Block, isLocalOnly: boolean): Security {
  return {
    allowAnonymous: bitOf(block, 'allow_anonymous') ?? isLocalOnly,
    passwordFile: fileOf(block, 'password_file'),
    aclFile: fileOf(block, 'acl_file'),
    allowZeroLengthClientid: bitOf(block, 'allow_zero_length_clientid') ?? true,
    autoIdPrefix: textOf(block, 'auto_id_prefix') ?? 'auto-'
  }
}

function fileOf (block: Block, name: string): { path: string, place: string } | undefined {
  const given = last(block, name)
  return given === undefined ? undefined : { path: given.value, place: given.place }
}
