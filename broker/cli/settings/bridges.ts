/**
 * The settings `bridges` and `bridgePrincipals` of a configuration file: lists of
 * more than a flag can say. Files that they name are read when the bridges are
 * opened.
 */
import { isId } from '../../../schemas/index.js'
import type { BridgePrincipals } from '../../index.js'
import { type BridgeOptions, type BridgeTopic, bridgeProblems } from '../../../mosquitto-compat/bridge/index.js'
import { bytes, duration, list, number, oneOf, text, toggle } from './kinds.js'
import { Invalid, type Setting, type Settings, type Values } from './setting.js'

const topicSettings = {
  filter: text({ about: 'which topics cross' }),
  direction: oneOf('in', 'out', 'both')({ about: 'out: from here to the other broker' }),
  qos: oneOf('0', '1')({ default: '1', about: 'at most' }),
  localPrefix: text({ about: 'before the filter, here' }),
  remotePrefix: text({ about: 'before the filter, at the other broker' }),
  retain: { ...toggle({ about: 'whether what is retained stays so' }), default: true }
}

const bridgeSettings = {
  name: text({ about: 'an id' }),
  urls: list({ value: 'url', about: 'where the other broker is' }),
  user: text({ about: 'as whom' }),
  password: text({ about: 'its password' }),
  passwordFile: text({ about: 'a file with it' }),
  ca: text({ about: 'a file with whom to trust for TLS (PEM)' }),
  cert: text({ about: 'a file with our own certificate (PEM)' }),
  key: text({ about: 'a file with its key (PEM)' }),
  clientId: text({ about: 'at the other broker' }),
  keepalive: duration(1_000, 65_535_000)({ about: 'the longest silence on the connection' }),
  queueMessages: number(1)({ about: 'so many wait at most' }),
  queueBytes: bytes(1024, Number.MAX_SAFE_INTEGER)({ about: 'so many bytes wait at most' })
}

/** As it stands in the file: certificates and the password may be in files of their own. */
export interface BridgeConfig extends BridgeOptions {
  readonly passwordFile?: string | undefined
}

export const bridgesSetting: Setting<readonly BridgeConfig[]> = {
  about: 'bridges to other brokers: a list, which is best written in a file (see the README)',
  value: 'json',
  // There may be a password in it.
  secret: true,
  default: [],
  read (value) {
    const bridges = listOf(value).map(bridgeOf)
    const names = bridges.map(({ name }) => name)
    if (new Set(names).size < names.length) throw new Invalid('must have a name each')
    return bridges
  }
}

const principalSettings = {
  user: text({ about: 'the user name of the bridge' }),
  principals: list({ value: 'pattern', about: 'for whom it speaks' })
}

export const bridgePrincipalsSetting: Setting<readonly BridgePrincipals[]> = {
  about: 'for whom the bridges of other brokers speak, by their user names: a list, too',
  value: 'json',
  default: [],
  read: value => listOf(value).map(one => {
    const { user, principals } = read(principalSettings, objectOf(one))
    if (user === undefined || !isId(user)) throw new Invalid('must each have a user, which is an id')
    if (principals.length === 0 || !principals.every(pattern => /^[\w.:*-]{1,64}$/.test(pattern))) throw new Invalid(`must have principals for ${user}: ids, in which * may stand for any number of characters`)
    return { user, principals }
  })
}

function bridgeOf (value: unknown): BridgeConfig {
  const { topics, ...rest } = objectOf(value)
  const { keepalive, ...bridge } = read(bridgeSettings, rest)
  const { name, passwordFile } = bridge
  if (name === undefined) throw new Invalid('must each have a name')
  const read_ = { ...bridge, name, keepaliveMs: keepalive, topics: listOf(topics).map(topicOf) }
  const problems = bridgeProblems({ ...read_, password: bridge.password ?? passwordFile })
  if (bridge.password !== undefined && passwordFile !== undefined) problems.push('password, passwordFile: one excludes the other')
  if (problems.length > 0) throw new Invalid(`are wrong in ${name}: ${problems.join('; ')}`)
  return read_
}

function topicOf (value: unknown): BridgeTopic {
  const { filter, direction, qos, ...rest } = read(topicSettings, objectOf(value))
  if (filter === undefined || direction === undefined) throw new Invalid('must have a filter and a direction for each of their topics')
  return { filter, direction, qos: qos === '0' ? 0 : 1, ...rest }
}

function read<S extends Settings> (settings: S, given: Readonly<Record<string, unknown>>): Values<S> {
  const unknown = Object.keys(given).find(key => !Object.hasOwn(settings, key))
  if (unknown !== undefined) throw new Invalid(`have no key ${unknown}; there are ${Object.keys(settings).join(', ')}`)
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, given[key] === undefined ? setting.default : readOne(key, setting, given[key])])) as Values<S>
}

function readOne (key: string, setting: Setting<unknown>, value: unknown): unknown {
  try {
    return setting.read(typeof value === 'number' ? String(value) : value)
  } catch (error) {
    throw new Invalid(`are wrong: ${key} ${(error as Error).message}`)
  }
}

/** A variable or a flag has it as JSON. */
function listOf (value: unknown): readonly unknown[] {
  const given = typeof value === 'string' ? parsed(value) : value
  if (Array.isArray(given)) return given
  throw new Invalid('must be a list')
}

function parsed (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Invalid('must be a list, as JSON')
  }
}

function objectOf (value: unknown): Readonly<Record<string, unknown>> {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Invalid('must be a list of keys with values')
}
