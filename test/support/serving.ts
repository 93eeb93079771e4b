/** `orchestra serve` as a process, by what it logs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

export interface Serving {
  /** The first line of its log with this text. */
  readonly says: (text: string) => Promise<string>
  readonly count: (text: string) => number
}

/** Resolves once it listens. */
export async function serve (t: Test, port: number, flags: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [main, 'serve', '--port', String(port), '--http-port', '0', ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.teardown(() => child.kill('SIGKILL'))
  const log: string[] = []
  const waiting = new Map<string, (line: string) => void>()
  createInterface(child.stderr).on('line', line => {
    log.push(line)
    for (const [text, told] of waiting) if (line.includes(text)) told(line)
  })
  const ended = once(child, 'exit').then(() => { throw new Error(log.join('\n')) })
  await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  ended.catch(() => {})
  return {
    says: async text => log.find(line => line.includes(text)) ?? await new Promise(resolve => { waiting.set(text, resolve) }),
    count: text => log.filter(line => line.includes(text)).length
  }
}
