/** A password file of Mosquitto's beside the accounts: who is in it and has no account is what the settings say. */
import { hashOf, isSameHash, parsePasswords } from '../../../mosquitto-compat/password-file.js'
import { PasswordChecks } from '../../hosts/aedes/password-checks.js'
import { type Log, type Way, systemClock } from '../../index.js'
import { Watched, contentOfNow } from '../watched.js'

export interface PasswordFile {
  readonly way: Way
  readonly has: (name: string) => boolean
  readonly close: () => void
}

/** @throws CommandError that names each line that is wrong */
export function byPasswordFile (path: string, log: Log): PasswordFile {
  const checks = new PasswordChecks(systemClock())
  const file = new Watched([path], 'the password file', () => {
    const problems: string[] = []
    const passwords = parsePasswords(contentOfNow('passwordFile', path).toString(), path, problems)
    if (problems.length > 0) throw new Error(problems.join('\n'))
    return passwords
  }, log)
  file.onChange(() => checks.forget())
  return {
    way: {
      async prove (credentials) {
        const { username, password } = credentials
        const line = file.value.get(username)
        // Who is not in it is asked for elsewhere.
        if (password === undefined || line === undefined) return undefined
        const hash = await checks.check(credentials, [line], () => hashOf(file.value, username, password))
        if (hash === undefined) return 'busy'
        return hash === false ? undefined : { isGood: () => isCurrent(file.value.get(username)) }
        function isCurrent (now: typeof line): boolean { return now !== undefined && hash !== undefined && hash !== false && isSameHash(now, hash) }
      },
      onChange: changed => file.onChange(changed)
    },
    has: name => file.value.has(name),
    close: () => file.close()
  }
}
