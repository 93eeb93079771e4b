// The demo of deployments ends by itself, and comes to what was counted without modules. On Redis and attached: `faults/long-demo.test.ts`.
import t from 'tap'
import { deploys } from '../support/demo.js'

deploys(t, [])
