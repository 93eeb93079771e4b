/** What to do about a broker that can't be reached, in a line for people. Nothing here connects. */
export interface Advice {
  /** What the broker or the connection says. */
  readonly reason: string
  readonly hint: string
  /** Whether it stays as it is until somebody sets it right here. */
  readonly isOurs: boolean
}

/** What the settings are called where somebody can set it right. */
export interface Names {
  readonly login: string
  readonly clientId: string
  readonly ca: string
  readonly certificate: string
}

interface Known {
  readonly says: RegExp
  readonly secured?: boolean
  readonly hint: string | ((names: Names) => string)
  readonly isOurs?: boolean
}

const known: readonly Known[] = [
  { says: /bad user ?name or password/i, hint: ({ login }) => `see that user and password are right (${login})`, isOurs: true },
  { says: /not authorized/i, hint: ({ login }) => `give a user and password that may connect (${login})`, isOurs: true },
  { says: /identifier rejected/i, hint: ({ clientId }) => `choose another client id (${clientId})`, isOurs: true },
  { says: /protocol version/i, hint: 'it must speak MQTT 3.1.1', isOurs: true },
  { says: /altnames/i, secured: true, hint: 'its certificate is for another host: connect with a name that is in it', isOurs: true },
  { says: /expired|not yet valid/i, secured: true, hint: 'the certificate is out of date: renew it, or see that the clocks are right', isOurs: true },
  { says: /alert.*(certificate|unknown ca)|handshake failure/i, secured: true, hint: ({ certificate }) => `it wants a certificate of ours, from an authority that it trusts (${certificate})`, isOurs: true },
  { says: /certificate|self.signed/i, secured: true, hint: ({ ca }) => `see that whoever signed its certificate is trusted (${ca})`, isOurs: true },
  { says: /wrong version number|packet length too long|EPROTO/i, secured: true, hint: 'see that it speaks TLS on this port: where it does not, the URL begins with mqtt: or ws:', isOurs: true },
  { says: /closed|ECONNRESET|EPIPE/, secured: false, hint: ({ clientId }) => `see whether it speaks TLS on this port: where it does, the URL begins with mqtts: or wss:; and that nobody else has the same client id (${clientId})` },
  { says: /closed|ECONNRESET|EPIPE/, secured: true, hint: ({ clientId }) => `see that it speaks TLS on this port: where it does not, the URL begins with mqtt: or ws:; and that nobody else has the same client id (${clientId})` }
]

export function adviceFor (url: string, error: Error | undefined, names: Names): Advice {
  const isSecured = /^(mqtts|wss|ssl):/.test(url)
  const reason = error === undefined ? 'closed' : textOf(error)
  const { hint, isOurs = false }: Pick<Known, 'hint' | 'isOurs'> = known.find(({ says, secured = isSecured }) => secured === isSecured && says.test(reason)) ?? { hint: 'see that it runs, and that the address is right' }
  return { reason, hint: typeof hint === 'string' ? hint : hint(names), isOurs }
}

/** An AggregateError of two refused addresses has no message; OpenSSL's is on several lines. */
function textOf (error: Error): string {
  const text = error.message || ('code' in error ? String(error.code) : error.name)
  return text.trim().replace(/\s+/g, ' ')
}

export function withoutPassword (url: string): string {
  const address = new URL(url)
  address.password = ''
  return address.href
}
