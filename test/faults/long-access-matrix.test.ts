// Who may say and hear what, on Redis.
import t from 'tap'
import { scenarios } from '../support/topics/access-matrix.js'
import { onRedis } from '../support/topics/rig.js'

t.setTimeout(120_000)

for (const [name, test] of scenarios) onRedis(name, test)
