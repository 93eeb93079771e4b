/** The clock that tests move: the one that topic scripts run on. */
export { VirtualClock } from '../../broker/scripts/virtual-clock.js'
