/** What servers and clients have in common: apart, because who only connects loads no server. */
import { oneOf, text } from './kinds.js'
import { Invalid, type Setting } from './setting.js'

export const rootSetting: Setting<string> = {
  ...text({ value: 'topic', default: 'orchestra/v1', about: 'where our topics begin' }),
  read (value) {
    const root = String(value)
    if (/^[A-Za-z0-9][\w.:-]*(\/[A-Za-z0-9][\w.:-]*)?$/.test(root) && root.length <= 32) return root
    throw new Invalid('must be one or two levels of A-Z a-z 0-9 _ . : -, at most 32 characters')
  }
}

export const logLevelSetting = oneOf('debug', 'info', 'warn', 'error', 'silent')({ default: 'info', about: 'what is logged, to stderr' })
