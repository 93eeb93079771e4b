/** Mosquitto as a peer: a broker of messages alone, nothing of it on disk. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, isInstalled, startProgram, temporaryFolder } from './process.js'

/** Undefined where it isn't installed. */
export async function startMosquitto (): Promise<Program | undefined> {
  if (!isInstalled('mosquitto')) return undefined
  const file = join(temporaryFolder(), 'mosquitto.conf')
  return startProgram('mosquitto', port => {
    // As quick as it gets: no waiting for more to send (we don't, either), nothing logged, nothing stored.
    writeFileSync(file, `listener ${port} 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\npersistence false\nlog_type none\n`)
    return ['-c', file]
  })
}
