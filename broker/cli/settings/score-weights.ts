/** `--score-weight`: what counts how much where devices are chosen; each is SCORE=NUMBER, in a file also as `scoreWeight: [spread=10]`. */
import { type ScoreWeights, scoreNames } from '../../index.js'
import { Invalid, type Setting } from './setting.js'

const MAX = 1_000

export const scoreWeightSetting: Setting<ScoreWeights> = {
  value: 'score=n',
  many: true,
  default: {},
  about: `what counts how much where devices are chosen for the steps of a deployment, as in spread=10; 0 leaves it out: of ${scoreNames.join(', ')}`,
  read: value => Object.fromEntries((Array.isArray(value) ? value as unknown[] : String(value).split(',')).map(part => weightIn(String(part))))
}

function weightIn (text: string): readonly [string, number] {
  const [, name = '', digits = ''] = /^([a-z]+)=(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? []
  const known: readonly string[] = scoreNames
  if (known.includes(name) && Number(digits) <= MAX) return [name, Number(digits)]
  throw new Invalid(`must be one of ${known.join(', ')}, and a number from 0 to ${MAX}, as in spread=10`)
}
