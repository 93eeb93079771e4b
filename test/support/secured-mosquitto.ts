/** A real Mosquitto that wants a certificate and a password, certificates that are right and wrong for it, and what somebody who connects complains of first. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Log } from '../../broker/index.js'
import { startMosquitto } from './mosquitto.js'
import { freePort } from './ports.js'

export interface Secured {
  /** Of a certificate or key: `ca.pem`, `stranger.pem`, `good.pem`, `good.key`, and those of `expired` and `elsewhere`; `secret` is the password of `orchestrator`, which is hush. */
  readonly file: (name: string) => string
  /** One with this certificate; its plain port is there only for the test to see that it runs. */
  readonly start: (t: Test, server: 'good' | 'expired' | 'elsewhere') => Promise<{ tls: string, plain: string, port: number }>
}

/** Made in no time. */
const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']

export function securedMosquitto (folder: string): Secured {
  const file = (name: string): string => join(folder, name)
  const openssl = (...args: string[]): void => { execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' }) }
  const authority = (name: string): void => openssl('req', '-x509', '-newkey', ...EC, '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`)
  const certificate = (name: string, days: string, names = 'subjectAltName=IP:127.0.0.1'): void => {
    writeFileSync(file('names'), names)
    openssl('req', '-newkey', ...EC, '-nodes', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`)
    openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', days, '-extfile', 'names', '-out', `${name}.pem`)
  }
  authority('ca')
  authority('stranger')
  certificate('good', '2')
  certificate('expired', '-1')
  certificate('elsewhere', '2', 'subjectAltName=DNS:elsewhere.example')
  writeFileSync(file('secret'), 'hush\n')
  writeFileSync(file('passwords'), '')
  execFileSync('mosquitto_passwd', ['-b', file('passwords'), 'orchestrator', 'hush'], { stdio: 'ignore' })
  return {
    file,
    async start (t, server) {
      const port = await freePort()
      const broker = await startMosquitto(t, ['password_file ' + file('passwords'), `listener ${port} 127.0.0.1`, `cafile ${file('ca.pem')}`, `certfile ${file(`${server}.pem`)}`, `keyfile ${file(`${server}.key`)}`, 'require_certificate true', 'allow_anonymous false'])
      return { tls: `mqtts://127.0.0.1:${port}`, plain: broker.url, port }
    }
  }
}

/** A log whose first warning or error is awaited. */
export function complaints (): { readonly log: Log, readonly first: Promise<string>, readonly say: (word: string) => void } {
  let say: (word: string) => void = () => {}
  const first = new Promise<string>(resolve => { say = resolve })
  const note = (level: string) => (fields: unknown, text?: string) => say(`${level} ${JSON.stringify(fields)} ${text}`)
  return { first, say, log: { debug: () => {}, info: () => {}, warn: note('warn'), error: note('error') } }
}
