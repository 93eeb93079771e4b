/**
 * An orchestrator in this process, attached to a foreign broker, below a root
 * of its own: another one may serve there. Leaves nothing retained behind.
 */
import { attach } from '../../index.js'
import type { Clock } from '../../platform/clock.js'
import type { Random } from '../../platform/random.js'
import { Client, returnCodeText } from '../client.js'
import { live, runIds } from './live.js'
import type { Login, Target } from './target.js'

export interface AttachedOptions {
  readonly url: string
  readonly clock: Clock
  readonly random: Random
  /** Whom to trust for TLS, PEM. */
  readonly ca?: string | undefined
  /** As whom the orchestrator connects. */
  readonly login?: Login | undefined
  /** Default: one that nobody else has. */
  readonly root?: string | undefined
}

const READY_MS = 10_000

/** Resolves once the orchestrator takes commands. @throws Error */
export async function attachedTo ({ url, clock, random, ca, login, root: wanted }: AttachedOptions): Promise<Target> {
  const name = `scripts-${runIds(clock, random)()}`
  const root = wanted ?? `orchestra/${name}`
  const target = live({ urls: [url], root, gives: ['direct', 'foreign-broker'], clock, random, ca, login })
  await soon(admitted(target, { clientId: `${name}-probe`, ...login }), clock, `${url}: the broker does not answer`)
  const attached = await attach({ broker: { urls: [url], ca, ...login }, name, root, clock, random })
  const close = async (): Promise<void> => {
    await attached.close()
    if (wanted === undefined) await clear(target, { clientId: `${name}-clear`, ...login })
  }
  try {
    await soon(attached.ready, clock, `${url}: the orchestrator can't serve there`)
    return { ...target, close }
  } catch (error) {
    await attached.close()
    throw error
  }
}

async function soon (ready: Promise<void>, clock: Clock, failure: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = clock.setTimeout(() => reject(new Error(failure)), READY_MS)
    ready.then(resolve, reject).finally(() => clock.clearTimeout(timer))
  })
}

interface Caller { readonly clientId: string, readonly username?: string | undefined, readonly password?: string | undefined }

async function callerOf (target: Target, caller: Caller): Promise<{ client: Client, root: string, code: number }> {
  const stage = await target.open({ name: '', file: '', covers: [], needs: [], ids: [], vars: {}, steps: [] })
  const client = new Client(await stage.connect(), { ...caller, clean: true, keepalive: 0 }, () => {})
  const { code } = await client.connect()
  return { client, root: stage.root, code }
}

/** An orchestrator that is refused would try again and again, and say it in its log. */
async function admitted (target: Target, caller: Caller): Promise<void> {
  const { client, code } = await callerOf(target, caller)
  if (code !== 0) throw new Error(`the broker refuses the orchestrator: ${returnCodeText(code)}`)
  await client.disconnect()
}

/** Retained messages come before the answer to a ping that is sent after the subscription. */
async function clear (target: Target, caller: Caller): Promise<void> {
  const { client, root } = await callerOf(target, caller)
  await client.subscribe(`${root}/#`, 0)
  await client.ping()
  for (const { topic, retain } of client.inbox) if (retain) await client.publish(topic, Buffer.alloc(0), 1, true)
  await client.disconnect()
}
