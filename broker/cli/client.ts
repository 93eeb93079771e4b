/**
 * A command's connection to the orchestrator: opened, used and closed, with
 * whatever goes wrong turned into a line and an exit code.
 */
import type { Rejected } from '../../schemas/index.js'
import { type App, RequestError, createApp } from '../../device-client/app.js'
import { CommandError, exitCodes, messageOf } from './exit.js'
import { type ClientConfig, brokersOf } from './settings/client.js'

/** `at`: the orchestrator's time. */
type Use<T> = (app: App, at: number) => Promise<T>

export async function withApp<T> (config: ClientConfig, use: Use<T>): Promise<T> {
  const { root, user, password, timeout } = config
  const broker = await brokersOf(config)
  let lost: (error: Error) => void = () => {}
  const problem = new Promise<never>((_resolve, reject) => { lost = reject })
  let triesLeft = broker.length
  const app = createApp({ broker, root, timeoutMs: timeout, submitTimeoutMs: timeout, problem: error => { if (--triesLeft === 0) lost(error) }, ...user !== undefined && { id: user }, ...password !== undefined && { password } })
  try {
    const at = await answered(Promise.race([app.time(), problem]), config)
    return await use(app, at)
  } catch (error) {
    throw error instanceof RequestError ? refusalOf(error) : error
  } finally {
    await app.close()
  }
}

/** The first answer shows that the broker is there and an orchestrator in it; later, a lost connection is only waited for. */
async function answered<T> (answer: Promise<T>, { broker, root, timeout }: ClientConfig): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const address = broker.map(withoutPassword).join(', ')
    throw new CommandError(exitCodes.unreachable, error instanceof RequestError
      ? `nobody answers at ${address} below ${root} within ${timeout} ms: is an orchestrator there, with this root, and can it reach its store (/healthz)?`
      : `no connection to ${address}: ${messageOf(error)}${/self.signed|issuer/.test(messageOf(error)) ? ': --broker-ca says whose certificates to trust' : ''}${/not authorized/i.test(messageOf(error)) ? ': orchestra login says as whom to connect' : ''}`)
  }
}

function refusalOf ({ code, message, rejection }: RequestError): CommandError {
  const isSilence = (code === 'timeout' || code === 'closed') && rejection === undefined
  return new CommandError(isSilence ? exitCodes.unreachable : exitCodes.refused, [`${code}: ${message}`, ...leftOut(rejection?.steps)].join('\n'))
}

const LEFT_OUT_MAX = 10

/** Of each step without a device. */
function leftOut (steps: Rejected['steps'] = {}): readonly string[] {
  return Object.entries(steps).flatMap(([step, devices]) => [...devices.slice(0, LEFT_OUT_MAX).map(({ device, reason }) => `  ${step}: ${device} ${reason}`), ...devices.length > LEFT_OUT_MAX ? [`  ${step}: and ${devices.length - LEFT_OUT_MAX} others`] : []])
}

function withoutPassword (broker: string): string {
  const url = new URL(broker)
  url.password = ''
  return url.href
}
