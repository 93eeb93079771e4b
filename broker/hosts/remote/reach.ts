/** How another broker is reached, as it is given to whoever connects there, and as mqtt.js takes it. Pure. */
import type { IClientOptions } from 'mqtt'

export interface BrokerOptions {
  /** mqtt, mqtts, ws or wss; of several, the next is tried where one is gone. */
  readonly urls: readonly string[]
  readonly username?: string | undefined
  readonly password?: string | undefined
  /** PEM. */
  readonly ca?: string | undefined
  readonly cert?: string | undefined
  readonly key?: string | undefined
}

/** What is not given is absent. */
export function credentials ({ username, password, ca, cert, key }: Omit<BrokerOptions, 'urls'>): IClientOptions {
  return {
    ...username !== undefined && { username },
    ...password !== undefined && { password },
    ...ca !== undefined && { ca },
    ...cert !== undefined && { cert },
    ...key !== undefined && { key }
  }
}
