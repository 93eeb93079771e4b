/** A real Mosquitto in a folder of its own, which keeps what it has over a restart. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// real time: a mosquitto does not say when it listens
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import { freePort } from './ports.js'

export interface Mosquitto {
  readonly port: number
  readonly url: string
  readonly dir: string
  /** As by a crash: what it had not written is gone. */
  kill: (signal?: NodeJS.Signals) => Promise<void>
  /** To be stopped and to go on, say. */
  signal: (signal: NodeJS.Signals) => void
  /** Once it was killed. */
  restart: () => Promise<void>
}

/**
 * @param more lines of mosquitto.conf
 * @param given its port, where somebody knows it already
 */
export async function startMosquitto (t: Test, more: readonly string[] = [], given?: number): Promise<Mosquitto> {
  const port = given ?? await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'orchestra-mosquitto-'))
  const file = join(dir, 'mosquitto.conf')
  // As root it would go on as another user, who may not write here.
  writeFileSync(file, [`listener ${port} 127.0.0.1`, 'allow_anonymous true', 'set_tcp_nodelay true', 'user root', 'persistence true', `persistence_location ${dir}/`, 'autosave_on_changes true', 'autosave_interval 1', 'log_dest none', ...more, ''].join('\n'))
  let child = await start(file, port)
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  t.teardown(async () => {
    await kill()
    rmSync(dir, { recursive: true, force: true })
  })
  return { port, url: `mqtt://127.0.0.1:${port}`, dir, kill, signal: signal => { child.kill(signal) }, restart: async () => { child = await start(file, port) } }
}

async function start (file: string, port: number): Promise<ChildProcess> {
  const child = spawn('mosquitto', ['-c', file], { stdio: 'ignore' })
  let failure: Error | undefined
  child.on('error', error => { failure = error })
  while (!await isListening(port)) {
    if (failure !== undefined || child.exitCode !== null) throw failure ?? new Error(`mosquitto ended with ${child.exitCode}`)
    // real time: it does not say when it listens
    await delay(20)
  }
  return child
}

export function isListening (port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
