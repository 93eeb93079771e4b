/**
 * The logger of a process: to stderr, JSON lines for programs, readable on a
 * terminal. Stdout is left to what a command answers.
 */
import { type LevelWithSilent, pino } from 'pino'
import { PinoPretty } from 'pino-pretty'
import type { Log } from '../index.js'

const STDERR = 2

export function createLog (level: LevelWithSilent): Log {
  // Written at once: what a process says last is what matters most.
  const stream = process.stderr.isTTY
    ? PinoPretty({ destination: STDERR, sync: true, colorize: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l' })
    : pino.destination({ dest: STDERR, sync: true })
  return pino({ level }, stream)
}
