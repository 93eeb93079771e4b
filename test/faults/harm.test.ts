/** Malformed packets and commands, strangers that say nothing, floods: a little of each; much of it in long-harm.test.ts. */
import t from 'tap'
import { malformed, strangers, together } from './harm/trials.js'

malformed(t, 1, 1_000, 250)
strangers(t, { sockets: 150, senders: 20, packets: 20 })
together(t, 1_000)
