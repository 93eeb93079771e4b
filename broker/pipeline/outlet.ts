/** What a host offers the pipeline. */
export type { Outlet } from '../effects/executor.js'
