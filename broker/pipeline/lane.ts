/** A lane as this node sees it: what it asks for, and how much work it is known to hold. */
import type { Lane as LaneDescription } from '../core/lanes.js'

export interface Lane extends LaneDescription {
  /** How many tasks wait in it, as far as this node knows; Infinity: some. */
  waiting: number
  /** When it last got work, in counts of that. */
  gotWork: number
}
