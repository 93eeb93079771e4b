/** The commands of `orchestra`, by name. */
import type { CommandLine } from './command.js'

/** In the order of the help. Loaded when asked for: `submit` has no use for a server. */
const commands: Readonly<Record<string, () => Promise<CommandLine>>> = {
  serve: async () => (await import('./commands/serve.js')).serve,
  attach: async () => (await import('./commands/attach.js')).attach,
  acl: async () => (await import('./commands/acl.js')).acl,
  login: async () => (await import('./commands/login.js')).login,
  logout: async () => (await import('./commands/login.js')).logout,
  account: async () => (await import('./commands/account.js')).account,
  deploy: async () => (await import('./commands/deploy.js')).deploy,
  deployments: async () => (await import('./commands/deployments.js')).deployments,
  execute: async () => (await import('./commands/execute.js')).execute,
  executions: async () => (await import('./commands/executions.js')).executions,
  run: async () => (await import('./commands/run.js')).run,
  runs: async () => (await import('./commands/runs.js')).runs,
  template: async () => (await import('./commands/template.js')).template,
  templates: async () => (await import('./commands/template.js')).templates,
  schedule: async () => (await import('./commands/schedule.js')).schedule,
  schedules: async () => (await import('./commands/schedule.js')).schedules,
  services: async () => (await import('./commands/services.js')).services,
  queue: async () => (await import('./commands/queue.js')).queue,
  queues: async () => (await import('./commands/queue.js')).queues,
  logs: async () => (await import('./commands/logs.js')).logs,
  export: async () => (await import('./commands/transfer.js')).exportTo,
  import: async () => (await import('./commands/transfer.js')).importFrom,
  module: async () => (await import('./commands/module.js')).module,
  blob: async () => (await import('./commands/blob.js')).blob,
  enrolment: async () => (await import('./commands/enrolment.js')).enrolment,
  enrol: async () => (await import('./commands/enrolment.js')).enrol,
  doctor: async () => (await import('./commands/doctor.js')).doctor,
  can: async () => (await import('./commands/can.js')).can,
  audit: async () => (await import('./commands/audit.js')).audit,
  device: async () => (await import('./commands/device.js')).device,
  functions: async () => (await import('./commands/functions.js')).functions,
  submit: async () => (await import('./commands/submit.js')).submit,
  tasks: async () => (await import('./commands/tasks.js')).tasks,
  devices: async () => (await import('./commands/devices.js')).devices,
  nodes: async () => (await import('./commands/nodes.js')).nodes,
  watch: async () => (await import('./commands/watch.js')).watch,
  get: async () => (await import('./commands/get.js')).get,
  why: async () => (await import('./commands/why.js')).why,
  cancel: async () => (await import('./commands/cancel.js')).cancel,
  cordon: async () => (await import('./commands/blocking.js')).cordon,
  uncordon: async () => (await import('./commands/blocking.js')).uncordon,
  forget: async () => (await import('./commands/blocking.js')).forget,
  script: async () => (await import('./commands/script.js')).script,
  conformance: async () => (await import('./commands/conformance.js')).conformance
}

/** The one that is called, where that is enough: a variable may be of any, and help tells of all. */
export async function commandsFor (called: string | undefined, env: NodeJS.ProcessEnv): Promise<readonly CommandLine[]> {
  const only = Object.entries(commands).find(([name]) => name === called)
  const isVariableSet = Object.keys(env).some(name => name.startsWith('ORCHESTRA_'))
  const needed = only === undefined || isVariableSet ? Object.values(commands) : [only[1]]
  return await Promise.all(needed.map(load => load()))
}
