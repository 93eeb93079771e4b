/**
 * Topic scripts: what clients do and expect at the level of topics, run
 * against any set-up of the orchestrator. The language is described in
 * schemas/scripts/script.json and test/scripts/README.md.
 */
export { loadScripts } from './load.js'
export { type Failure, type Outcome, type RunOptions, runScripts } from './run.js'
export { type Need, type Script, ScriptError, needs } from './script.js'
export { junitSuite, junitXml } from './reports/junit.js'
export { readableReport } from './reports/readable.js'
export type { Report } from './reports/report.js'
export { tapReport } from './reports/tap.js'
export { inProcess } from './targets/in-process.js'
export type { Nodes, Stage, StoreState, Target } from './targets/target.js'
export { attachedTo } from './targets/attached.js'
export { type LiveOptions, isReachable, live } from './targets/live.js'
