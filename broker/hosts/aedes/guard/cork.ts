/*
 * Gathers what is written to a connection during one turn of the event loop into one write to the system: that write is
 * what a small MQTT packet costs most (about 10 µs). Public stream API only; the return value of `write` and `drain` stay
 * what they were, so a slow reader is noticed as before.
 */
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * Corks `conn` at the first write of each turn and uncorks it in the check phase of the event loop. Not `process.nextTick`:
 * Aedes delivers from one `setImmediate` per packet, and ticks run between them, so each packet would go out alone.
 * Nagle's algorithm goes off: what leaves is gathered already, and an offer right behind a PUBACK would wait 40 ms.
 */
export function corkPerTurn (conn: Duplex): void {
  const write = conn.write as (chunk: unknown, encoding?: unknown, done?: unknown) => boolean
  const destroy = conn.destroy
  let corked = false
  if (conn instanceof Socket) conn.setNoDelay(true)

  function uncork (): void {
    if (!corked) return
    corked = false
    conn.uncork()
  }

  conn.write = (chunk: unknown, encoding?: unknown, done?: unknown) => {
    if (!corked) {
      corked = true
      conn.cork()
      setImmediate(uncork)
    }
    return write.call(conn, chunk, encoding, done)
  }

  // `end` uncorks by itself; `destroy` would drop what waits, such as the CONNACK that tells why. Others may have corked too.
  conn.destroy = (error?: Error) => {
    corked = false
    while (!conn.destroyed && conn.writableCorked > 0) conn.uncork()
    return destroy.call(conn, error)
  }
}
