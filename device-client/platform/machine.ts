// What the machine under the device really is and how busy it is: measured, never invented.

import { arch, cpus, freemem, platform, totalmem } from 'node:os'
import type { Load, Platform } from '../../schemas/index.js'

export function thisPlatform (): Platform {
  return { os: platform(), arch: arch(), cpu: cpus().length, memory: totalmem() }
}

interface CpuTimes { busy: number, total: number }

function cpuTimes (): CpuTimes {
  let busy = 0
  let idle = 0
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq
    idle += times.idle
  }
  return { busy, total: busy + idle }
}

const percent = (part: number, whole: number): number => Math.round(1000 * part / whole) / 10

/** Each reading tells of the time since the one before. */
export function loadMeter (): () => Load {
  let last = cpuTimes()
  return () => {
    const now = cpuTimes()
    const total = now.total - last.total
    const cpu = total > 0 ? percent(now.busy - last.busy, total) : 0
    last = now
    return { cpu, memory: percent(totalmem() - freemem(), totalmem()) }
  }
}
