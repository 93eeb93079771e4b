/** What harm.test.ts does, in full: five seeds, 2,000 silent sockets, and ten minutes of everything. */
import t from 'tap'
import { malformed, soak, strangers, together } from './harm/trials.js'

t.setTimeout(1_200_000)

for (const seed of [1, 2, 3, 4, 5]) malformed(t, seed, 10_000, 2_000)
strangers(t, { sockets: 2_000, senders: 200, packets: 200 })
together(t, 20_000)
soak(t, 10)
