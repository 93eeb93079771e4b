/** The settings of `orchestra script`: where scripts run, and how the result is told. */
import { isReachable } from '../../scripts/index.js'
import { CommandError, exitCodes } from '../exit.js'
import { connectionSettings } from './client.js'
import { duration, id, number, oneOf, text, toggle } from './kinds.js'
import { rootSetting } from './root.js'
import { Invalid, type Setting, type Values, flagsOnly } from './setting.js'

const urlOf = (value: unknown): string => {
  if (typeof value === 'string' && isReachable(value)) return value
  throw new Invalid('must be a URL, like mqtt://127.0.0.1:1883 or mqtts://broker.example')
}

const broker: Setting<readonly string[]> = {
  value: 'url',
  many: true,
  default: [],
  defaultText: 'none, in this process',
  about: 'a broker at which an orchestrator serves; of several nodes, each: connections go to them in turn',
  read: value => [value].flat().flatMap(part => String(part).split(',')).map(urlOf)
}

const attach: Setting<string | undefined> = {
  value: 'url',
  default: undefined,
  about: 'a broker to which an orchestrator is attached for the run, in this process',
  read: urlOf
}

export const scriptSettings = flagsOnly({
  broker,
  foreign: toggle({ about: 'with --broker: that broker is a foreign one, to which the orchestrator is attached' }),
  attach,
  root: { ...rootSetting, default: undefined, defaultText: 'orchestra/v1; with --attach one of its own' } as Setting<string | undefined>,
  brokerCa: connectionSettings.brokerCa,
  user: id({ about: 'a user name: with --attach that of the orchestrator; in scripts $(user), which needs no password there' }),
  password: connectionSettings.password,
  report: oneOf('tap', 'readable')({ about: 'how the result is told (default: readable at a terminal, else tap)' }),
  junit: text({ value: 'file', about: 'also write the result as JUnit XML there' }),
  timeout: duration(1)({ default: 300_000, about: 'real time for one script, which fails when it takes longer' }),
  jobs: number(1, 64)({ default: 1, about: 'how many scripts run at the same time' })
})

export type ScriptConfig = Values<typeof scriptSettings>

/** @throws CommandError */
export function checkScripts ({ broker, brokerCa, foreign, attach, user, password, root }: ScriptConfig): void {
  const isLive = broker.length > 0
  if (isLive && attach !== undefined) throw new CommandError(exitCodes.usage, '--broker, --attach: one excludes the other')
  if (foreign && !isLive) throw new CommandError(exitCodes.usage, '--foreign: needs --broker')
  if ((user ?? brokerCa) !== undefined && !isLive && attach === undefined) throw new CommandError(exitCodes.usage, '--user, --broker-ca: need --broker or --attach')
  if (password !== undefined && user === undefined) throw new CommandError(exitCodes.usage, '--password: needs --user')
  if (root !== undefined && !isLive && attach === undefined) throw new CommandError(exitCodes.usage, '--root: needs --broker or --attach')
}
