/** The settings of an orchestrator beside a foreign broker, and what must hold between them. */
import { hostname } from 'node:os'
import { createSecureContext } from 'node:tls'
import type { BrokerOptions } from '../../index.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { connectionSettings } from './client.js'
import { contentOf } from './content.js'
import { id, number, oneOf, text } from './kinds.js'
import { nodeName } from './redis.js'
import { configSetting, orchestratorSettings, storeProblems, storeSettings } from './serve.js'
import type { Values } from './setting.js'

const { broker, brokerCa, user, password } = connectionSettings

export const attachSettings = {
  config: configSetting,
  broker: { ...broker, about: 'where the broker is: mqtt, mqtts, ws or wss; of several, the next one is tried where one is gone' },
  user,
  password,
  passwordFile: text({ value: 'file', about: 'a file with the password' }),
  brokerCa,
  brokerCert: text({ value: 'file', about: 'our own certificate for TLS (PEM)' }),
  brokerKey: text({ value: 'file', about: 'its key (PEM)' }),
  connections: number(1, 64)({ default: 1, about: 'connections that take commands; more than one share a subscription ($share), which the broker must know' }),
  retained: oneOf('ended', 'all', 'none')({ default: 'ended', about: 'of which tasks the state is retained in the broker, until they are removed' }),
  ...storeSettings,
  node: id({ about: 'what this orchestrator is called: its client ids begin so; the same after a restart (default: from the host name)' }),
  ...orchestratorSettings
}

export type AttachConfig = Values<typeof attachSettings>

/** @throws CommandError */
export function checkAttached (config: AttachConfig): void {
  const { password, passwordFile, user, brokerCa, brokerCert, brokerKey } = config
  // Its name is of use without Redis, too.
  const problems = storeProblems({ ...config, node: undefined })
  if (password !== undefined && passwordFile !== undefined) problems.push('--password, --password-file: one excludes the other')
  if (user === undefined && (password ?? passwordFile) !== undefined) problems.push('--password: needs --user')
  if ((brokerCert === undefined) !== (brokerKey === undefined)) problems.push('--broker-cert, --broker-key: one needs the other')
  if ((brokerCa ?? brokerCert) !== undefined && !config.broker.some(url => /^(mqtts|wss):/.test(url))) problems.push('--broker-ca, --broker-cert: need TLS, a broker that begins with mqtts: or wss:')
  if (problems.length > 0) throw new CommandError(exitCodes.usage, ...problems)
}

export function nameOf ({ node }: AttachConfig): string {
  return node ?? nodeName(hostname(), 0).replace(/-0$/, '')
}

/** @throws CommandError with what can't be read */
export async function brokerOptions ({ broker, user, password, passwordFile, brokerCa, brokerCert, brokerKey }: AttachConfig): Promise<BrokerOptions> {
  const [ca, cert, key] = [await contentOf('brokerCa', brokerCa), await contentOf('brokerCert', brokerCert), await contentOf('brokerKey', brokerKey)]
  checkPair(cert, key)
  return {
    urls: broker,
    username: user,
    // As it is written by an editor, with a line's end.
    password: password ?? (await contentOf('passwordFile', passwordFile))?.replace(/\r?\n$/, ''),
    ca,
    cert,
    key
  }
}

/** Else only the first connecting would tell, and in OpenSSL's words. */
function checkPair (cert: string | undefined, key: string | undefined): void {
  if (cert === undefined || key === undefined) return
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new CommandError(exitCodes.usage, `--broker-cert, --broker-key: they must be PEM and belong together: ${messageOf(error)}`)
  }
}
