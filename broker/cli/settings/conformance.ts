/** The settings of `orchestra conformance`. */
import { clauseIds } from '../../conformance/run.js'
import { CommandError, exitCodes } from '../exit.js'
import { connectionSettings } from './client.js'
import { duration, id, text, toggle } from './kinds.js'
import { Invalid, type Setting, type Values, flagsOnly } from './setting.js'

const only: Setting<readonly string[] | undefined> = {
  value: 'clause',
  many: true,
  default: undefined,
  about: 'these clauses alone, by their ids',
  read (value) {
    const ids = [value].flat().flatMap(part => String(part).split(','))
    const unknown = ids.find(id => !clauseIds.includes(id))
    if (unknown !== undefined) throw new Invalid(`no clause is called ${unknown}; there are ${clauseIds.join(', ')}`)
    return ids
  }
}

export const conformanceSettings = {
  ...connectionSettings,
  brokerCert: text({ value: 'file', about: 'our own certificate for TLS (PEM)' }),
  brokerKey: text({ value: 'file', about: 'its key (PEM)' }),
  ...flagsOnly({
    device: id({ about: 'which device (required)' }),
    clientId: text({ value: 'id', about: 'its MQTT client id, to cut its connection (default: the id of the device)' }),
    function: text({ about: 'a function of it that is done at once (default: the first that it names)' }),
    args: text({ value: 'json', default: '{}', about: 'its arguments' }),
    slowFunction: text({ about: 'one that takes some three seconds; without it, what is about long work is not tested' }),
    slowArgs: text({ value: 'json', default: '{}', about: 'its arguments' }),
    patience: duration(1_000)({ default: 8_000, defaultText: '8s', about: 'how long the device may take to say what it must' }),
    wait: duration(1)({ default: 30_000, defaultText: '30s', about: 'how long to wait for its birth' }),
    only,
    json: toggle({ about: 'one JSON object for programs' }),
    tap: toggle({ about: 'TAP for test harnesses' }),
    junit: text({ value: 'file', about: 'JUnit XML for build servers, into this file' })
  })
}

export type ConformanceConfig = Values<typeof conformanceSettings>

/** @throws CommandError */
export function checkConformanceConfig ({ password, user, brokerCa, brokerCert, brokerKey, broker, json, tap }: ConformanceConfig): void {
  const problems: string[] = []
  if (password !== undefined && user === undefined) problems.push('--password: needs --user')
  if ((brokerCert === undefined) !== (brokerKey === undefined)) problems.push('--broker-cert, --broker-key: one needs the other')
  if ((brokerCa ?? brokerCert) !== undefined && !broker.some(url => /^(mqtts|wss):/.test(url))) problems.push('--broker-ca, --broker-cert: need TLS, a broker that begins with mqtts: or wss:')
  if (json && tap) problems.push('--json, --tap: one excludes the other')
  if (problems.length > 0) throw new CommandError(exitCodes.usage, ...problems)
}
