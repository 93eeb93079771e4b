/** A demo as a newcomer starts it, in a folder in which it must leave nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

export interface Demo {
  readonly demo: ChildProcess
  readonly ended: Promise<{ readonly code: number, readonly output: string }>
  /** Once it has said so; fails if it ends without. */
  readonly said: (words: RegExp) => Promise<RegExpExecArray>
  /** What is in its folder. */
  readonly left: () => Promise<readonly string[]>
}

/** `main` is below `device-client/demo`. */
export function start (t: Test, main: string, flags: readonly string[], env: NodeJS.ProcessEnv = {}): Demo {
  const folder = t.testdir()
  const demo = spawn(process.execPath, [fileURLToPath(new URL(`../../device-client/demo/${main}`, import.meta.url)), ...flags], { env: { ...process.env, ...env, TMPDIR: folder } })
  let output = ''
  for (const stream of [demo.stdout, demo.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text })
  const ended = once(demo, 'close').then(([code]) => ({ code: code as number, output }))
  t.teardown(async () => {
    demo.kill('SIGTERM')
    await ended
  })
  const said = (words: RegExp): Promise<RegExpExecArray> => new Promise((resolve, reject) => {
    const look = (): void => {
      const match = words.exec(output)
      if (match) resolve(match)
    }
    demo.stdout.on('data', look)
    demo.once('close', () => reject(new Error(`it ended without saying ${words}: ${output}`)))
    look()
  })
  return { demo, ended, said, left: () => readdir(folder) }
}

/** Camera, detector and shelf, each a process; the detector's is killed. */
export function deploys (t: Test, flags: readonly string[]): Promise<unknown> {
  return t.test(`a killed device's part moves, and the result is the same ${flags.join()}`, async t => {
    const { ended, left } = start(t, 'deploy/main.js', flags)
    const { code, output } = await ended
    t.equal(code, 0, output)
    t.match(output, /^desk-1 is killed\.\nAfter \d+ ms: .*found on desk-2/m)
    t.match(output, /^Both executions found 2873 edges/m)
    t.same(await left(), [])
  })
}

/** Pictures on a page, with a device killed in the middle and the server killed and started again. */
export function thumbnails (t: Test, flags: readonly string[]): Promise<unknown> {
  return t.test(`what a killed device had is done by another, over a killed server ${flags.join()}`, async t => {
    const { ended, left } = start(t, 'workflow/main.js', flags)
    const { code, output } = await ended
    t.equal(code, 0, output)
    t.match(output, /^desk-\d is killed in the middle of album\.small:\d+\.\nThe server .* is killed, and started again/m)
    t.match(output, /was finished by desk-\d in attempt [2-6]; 24 of 24 thumbnails are on the page\.\nThe same was computed here\.\n$/)
    t.same(await left(), [])
  })
}
