// The demo of workflows ends by itself, and comes to what is computed without any server. On Redis: `faults/long-demo.test.ts`.
import t from 'tap'
import { thumbnails } from '../support/demo.js'

thumbnails(t, [])
