/** Passwords: who waits for whom, and what is remembered. */
import { createHash, pbkdf2Sync } from 'node:crypto'
import t from 'tap'
import { PasswordChecks, networkOf } from '../../broker/hosts/aedes/password-checks.js'
import { type Passwords, hashOf, parsePasswords } from '../../mosquitto-compat/password-file.js'

const DAY_MS = 24 * 60 * 60 * 1000

/** Dear enough for turns to be seen. */
function fileOf (...users: readonly string[]): Passwords {
  const salt = Buffer.alloc(12)
  const line = (user: string): string => `${user}:$7$20000$${salt.toString('base64')}$${pbkdf2Sync(`${user}'s`, salt, 20_000, 64, 'sha512').toString('base64')}`
  return parsePasswords(users.map(line).join('\n'), 'f', [])
}

function stage (passwords: Passwords) {
  let now = 1_000
  const answered: string[] = []
  const checks = new PasswordChecks({ now: () => now })
  const ask = async (address: string, username: string, text: string | undefined, isGone = false) => {
    const [known, password] = [passwords.get(username), text === undefined ? undefined : Buffer.from(text)]
    const line = await checks.check({ address, username, password, isGone: () => isGone }, known === undefined ? [] : [known], () => hashOf(passwords, username, password))
    answered.push(`${username} ${line === false ? 'out' : 'in'}`)
    return line
  }
  return { checks, answered, ask, pass: (ms: number) => { now += ms } }
}

t.test('behind one address who has another name waits for one turn, not for all that are tried', async t => {
  const { answered, ask } = stage(fileOf('alice', 'bob'))
  const wrong = Array.from({ length: 40 }, (_, n) => ask('10.0.0.1', 'bob', `${n}`))
  const right = ask('::ffff:10.0.0.1', 'alice', "alice's")
  await right
  t.ok(answered.length < 20, answered.join())
  await Promise.all(wrong)
  t.same(answered.filter(answer => answer === 'bob out').length, 40)
})

t.test('what was right needs no turn, though the same name is under attack, for a day and until the files are read again', async t => {
  const { checks, answered, ask, pass } = stage(fileOf('alice'))
  t.ok(await ask('10.0.0.1', 'alice', "alice's"))
  const comesAtOnce = async (): Promise<boolean> => {
    answered.length = 0
    const wrong = Array.from({ length: 6 }, (_, n) => ask('10.0.0.1', 'alice', `${n}`))
    t.ok(await ask('10.0.0.2', 'alice', "alice's"), 'in, in any case')
    const isFirst = answered[0] === 'alice in'
    await Promise.all(wrong)
    t.equal(answered.filter(answer => answer === 'alice out').length, 6)
    return isFirst
  }
  pass(DAY_MS - 1)
  t.equal(await comesAtOnce(), true)
  pass(1)
  t.equal(await comesAtOnce(), false, 'it is hashed again')
  t.equal(await comesAtOnce(), true)
  checks.forget()
  t.equal(await comesAtOnce(), false)
  t.equal(await ask('10.0.0.2', 'alice', undefined), false, 'no password is none')
})

t.test('an empty password that is right does not let in who gives none', async t => {
  const salt = Buffer.alloc(12)
  const passwords = parsePasswords(`e:$6$${salt.toString('base64')}$${createHash('sha512').update(salt).digest('base64')}`, 'f', [])
  const { ask } = stage(passwords)
  t.ok(await ask('', 'e', ''))
  t.equal(await ask('', 'e', undefined), false)
})

t.test('for who has gone nothing is hashed', async t => {
  const { ask } = stage(fileOf('alice'))
  t.equal(await ask('10.0.0.1', 'alice', "alice's", true), false)
})

t.test('whose turn it is', async t => {
  for (const [address, network] of [
    ['10.0.0.1', '10.0.0.1'], ['::ffff:10.0.0.1', '10.0.0.1'], ['', ''], ['::1', '0:0:0:0'], ['::', '0:0:0:0'],
    ['2001:db8::1', '2001:db8:0:0'], ['2001:db8:0:1::1', '2001:db8:0:1'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['fe80::1:2%eth0', 'fe80:0:0:0'], ['2001:db8:a:b::', '2001:db8:a:b']
  ] as const) t.equal(networkOf(address), network, address)
})
