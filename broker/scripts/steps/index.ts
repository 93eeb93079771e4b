/**
 * The table of the kinds of steps. A new kind is a line here, its fields in
 * schemas/scripts/script.json under the same name, and what it does in a file
 * beside this one.
 */
import { closed, connect, disconnect, drop, resume, stall, subscribe, unsubscribe } from './connecting.js'
import { check, clock, each, kill, parallel, restart, set, start, store, use, wait } from './directing.js'
import { expect, ignore, nothing } from './expecting.js'
import type { StepKind } from './kind.js'
import { command, duplicate, publish } from './saying.js'

export const kinds: Readonly<Record<string, StepKind>> = {
  connect,
  disconnect,
  drop,
  closed,
  stall,
  resume,
  subscribe,
  unsubscribe,
  publish,
  duplicate,
  command,
  expect,
  nothing,
  ignore,
  wait,
  clock,
  restart,
  store,
  kill,
  start,
  set,
  check,
  each,
  parallel,
  use
}
