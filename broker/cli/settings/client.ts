/** The settings of everything that connects to a server: where it is, whom to trust, and as whom. */
import { type Broker, brokerOptions } from '../../../device-client/connection.js'
import { contentOf } from './content.js'
import { duration, id, text, toggle } from './kinds.js'
import { rootSetting } from './root.js'
import { Invalid, type Setting, type Values } from './setting.js'

const protocols = ['mqtt:', 'mqtts:', 'ws:', 'wss:']

const broker: Setting<readonly string[]> = {
  value: 'url',
  many: true,
  default: ['mqtt://127.0.0.1:1883'],
  defaultText: 'mqtt://127.0.0.1:1883',
  about: 'where the server is: mqtt, mqtts, ws or wss; of several nodes, each: where one is gone the next is tried',
  read (value) {
    const urls = [value].flat().flatMap(part => String(part).split(','))
    if (urls.every(isBroker)) return urls
    throw new Invalid('must be a URL, like mqtt://127.0.0.1:1883 or ws://127.0.0.1:8080/mqtt')
  }
}

function isBroker (url: string): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol)
}

export const connectionSettings = {
  broker,
  brokerCa: text({ value: 'file', about: 'whom to trust for TLS (PEM), where it is no public authority' }),
  root: rootSetting,
  user: id({ about: 'the user name to connect with' }),
  password: text({ about: 'better given as a variable: flags can be seen by all users of a machine' })
}

export const clientSettings = {
  ...connectionSettings,
  profile: { ...text({ value: 'name', about: 'what orchestra login has kept: where the server is, and as whom (default: default, unless --broker or --user is given)' }), isProfile: true },
  timeout: duration(1)({ default: 10_000, defaultText: '10s', about: 'how long to wait for an answer' }),
  json: { ...toggle({ about: 'JSON for programs' }), flagOnly: true }
}

export type ClientConfig = Values<typeof clientSettings>

/** @throws CommandError with what can't be read */
export async function brokersOf ({ broker, brokerCa }: Values<typeof connectionSettings>): Promise<readonly Broker[]> {
  const ca = await contentOf('brokerCa', brokerCa)
  return ca === undefined ? broker : broker.map(url => ({ ...brokerOptions(url), ca }))
}
