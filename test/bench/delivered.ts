/** Says so many things, some of them under way at a time; resolves once all of them are acknowledged. */
import type { Wire } from './wire.js'

const UNDER_WAY = 500

export function delivered (wire: Wire, count: number, say: (n: number) => void): Promise<void> {
  let [said, acknowledged] = [0, 0]
  return new Promise(resolve => {
    wire.onAck = () => {
      acknowledged++
      if (said < count) say(said++)
      else if (acknowledged === count) resolve()
    }
    while (said < Math.min(count, UNDER_WAY)) say(said++)
  })
}
