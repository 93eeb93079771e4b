/** `npm run soak`: everything that does harm, for an hour; `npm run soak -- 10` for ten minutes. */
import t from 'tap'
import { soak } from './harm/trials.js'

const minutes = Number(process.argv[2] ?? 60)
if (!(minutes > 0)) throw new TypeError(`minutes: ${process.argv[2]} is not a number above zero`)
t.setTimeout((minutes + 5) * 60_000)
soak(t, minutes)
