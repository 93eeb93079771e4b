/**
 * One mosquitto.conf at two brokers, the real mosquitto and a server of ours,
 * and the files around it. What is asked there is up to the test.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { takeOver } from '../../broker/cli/mosquitto/takeover.js'
import { startServer } from '../../broker/cli/server.js'
import { type ServeConfig, serveSettings } from '../../broker/cli/settings/serve.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { silentLog } from '../../broker/platform/log.js'
import { isListening } from './mosquitto.js'

export interface Broker {
  /** As by SIGHUP, once it has taken effect. */
  reload: (isDone: () => Promise<boolean>) => Promise<void>
  stop: () => Promise<void>
}

/** One after the other, on the same file and so on the same ports. */
export async function onBoth<T> (t: Test, file: string, port: number, ask: (broker: Broker) => Promise<T>): Promise<{ theirs: T, ours: T }> {
  const run = async (start: () => Promise<Broker>): Promise<T> => {
    const broker = await start()
    try {
      return await ask(broker)
    } finally {
      await broker.stop()
    }
  }
  return { theirs: await run(() => realMosquitto(t, file, port)), ours: await run(() => ourServer(file)) }
}

async function realMosquitto (t: Test, file: string, port: number): Promise<Broker> {
  const child = spawn('mosquitto', ['-c', file], { stdio: 'ignore' })
  t.teardown(() => child.kill('SIGKILL'))
  // real time: it does not say when it listens
  while (!await isListening(port)) if (child.exitCode !== null) throw new Error(`mosquitto ended with ${child.exitCode}`)
  return {
    reload: async isDone => {
      child.kill('SIGHUP')
      // real time: nor when it has read its files again
      while (!await isDone());
    },
    stop: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
}

export async function ourServer (file: string, store: Partial<ServeConfig> = { memory: true }): Promise<Broker> {
  const takeover = takeOver({ ...defaultsOf(serveSettings), httpPort: 0, ...store, mosquittoConf: file })
  if (takeover.problems.length > 0) throw new Error(takeover.problems.join('\n'))
  const server = await startServer({}, silentLog, {}, takeover)
  return { reload: async () => server.reload(), stop: () => server.close() }
}

export interface Files { readonly dir: string, readonly conf: string, readonly acl: string, readonly passwords: string }

export function files (t: Test, users: readonly string[]): Files {
  const dir = t.testdir()
  return { dir, conf: join(dir, 'mosquitto.conf'), acl: join(dir, 'acl'), passwords: accounts(dir, 'passwords', users) }
}

export function accounts (dir: string, name: string, users: readonly string[], base?: string): string {
  const path = join(dir, name)
  writeFileSync(path, base === undefined ? '' : readFileSync(base))
  for (const user of users) execFileSync('mosquitto_passwd', ['-b', path, user, `${user}'s`], { stdio: 'ignore' })
  return path
}

/** As root, Mosquitto would go on as another user, who may not read the files. */
export function write (file: string, ...lines: readonly string[]): void {
  writeFileSync(file, ['user root', 'log_dest none', ...lines, ''].join('\n'))
}
