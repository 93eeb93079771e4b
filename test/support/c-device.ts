/** The device in C, compiled by the system's compiler as its README says; with the sanitizers where the compiler has them. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Test } from 'tap'

const source = fileURLToPath(new URL('../../../device-client/c/device.c', import.meta.url))
const strict = ['-std=c99', '-Wall', '-Wextra', '-Werror']
const run = promisify(execFile)

/** @returns the path of the program */
export async function compileDevice (t: Test, ...flags: readonly string[]): Promise<string> {
  const program = join(t.testdir(), 'device')
  await run('cc', [...strict, ...flags, '-o', program, source])
  return program
}

/** That watches over memory and undefined behaviour, where there is such a compiler; else the plain one. */
export async function compileWatched (t: Test): Promise<string> {
  try {
    return await compileDevice(t, '-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all')
  } catch {
    return await compileDevice(t, '-O2')
  }
}
