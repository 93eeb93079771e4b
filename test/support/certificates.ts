/** Certificates for a test, made by openssl: an authority, a server on 127.0.0.1, clients by their CN. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificates {
  readonly file: (name: string) => string
  readonly read: (name: string) => Buffer
}

/** `ca.pem`, and for each name `{name}.pem` and `{name}.key`; one of another authority is `foreign.pem`. */
export function makeCertificates (dir: string, clients: readonly string[]): Certificates {
  const openssl = (...args: string[]): void => { execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' }) }
  const authority = (name: string): void => openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`)
  const signed = (name: string, by: string): void => {
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`)
    openssl('x509', '-req', '-in', `${name}.csr`, '-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-days', '2', '-extfile', 'names', '-out', `${name}.pem`)
  }
  writeFileSync(join(dir, 'names'), 'subjectAltName=IP:127.0.0.1')
  authority('ca')
  authority('other-ca')
  for (const name of ['server', ...clients]) signed(name, 'ca')
  signed('foreign', 'other-ca')
  return { file: name => join(dir, name), read: name => readFileSync(join(dir, name)) }
}

/** `crl.pem`: what the authority of `makeCertificates` has taken back, by CN. */
export function makeRevocations (dir: string, names: readonly string[]): void {
  const ca = (...args: string[]): void => { execFileSync('openssl', ['ca', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', ...args], { cwd: dir, stdio: 'ignore' }) }
  writeFileSync(join(dir, 'ca.cnf'), '[ca]\ndefault_ca = here\n[here]\ndatabase = index\ndefault_md = sha256\ndefault_crl_days = 2\n')
  writeFileSync(join(dir, 'index'), '')
  for (const name of names) ca('-revoke', `${name}.pem`)
  ca('-gencrl', '-out', 'crl.pem')
}
