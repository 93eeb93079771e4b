// Who may say and hear what; on Redis in `faults/long-access-matrix.test.ts`.
import { scenarios } from '../support/topics/access-matrix.js'
import { inMemory } from '../support/topics/rig.js'

for (const [name, test] of scenarios) inMemory(name, test)
