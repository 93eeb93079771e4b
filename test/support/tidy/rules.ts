// What the tidy test enforces, as tables: to move a border, change one line here and say why in the
// commit. Paths are prefixes (a folder or a file; `*` stands for one segment); a layer may always
// import itself; `type x` allows `import type` from x alone. How the tables are read is in checks.ts.

/** One layer and what it may import. The first row that holds a file counts. */
export interface Arrow {
  readonly from: string
  readonly may: readonly string[]
  /** The packages and built-ins it may import; without this, all that `packageHomes` leaves. */
  readonly packages?: readonly string[]
  readonly instead: string
}

/** The files of a plugin that hold its lifecycle: its table, and what stands in the table by name. */
const lifecycles = ['lifecycle.ts', 'events.ts', 'guards.ts', 'moves.ts'].map(name => `broker/plugins/*/${name}`)

export const arrows: readonly Arrow[] = [
  { from: 'broker/core', may: ['type schemas'], packages: ['node:assert'], instead: 'let it come in with the event, and return an effect' },
  ...lifecycles.map(from => ({ from, may: ['broker/core', ...lifecycles], packages: [], instead: 'a lifecycle is a table over core; what it needs comes in with the event' })),
  { from: 'broker/plugins', may: ['broker/core', 'schemas'], packages: ['node:assert'], instead: 'declare what the command reads, and return effects' },
  { from: 'broker/effects', may: ['broker/core'], instead: 'take an interface that the host implements' },
  { from: 'broker/pipeline', may: ['broker/plugins', 'broker/core', 'broker/store/store.ts', 'broker/effects', 'schemas', 'broker/platform'], instead: 'take an interface; hosts and stores are given to the pipeline' },
  { from: 'broker/hosts/aedes/redis', may: ['broker/hosts/aedes', 'broker/store/redis/script.ts'], instead: 'this is ordinary MQTT: it shares a client and the running of scripts with the store, and nothing else' },
  { from: 'broker/hosts', may: ['broker/pipeline', 'type broker/core', 'type broker/store/bus.ts', 'broker/platform', 'schemas'], instead: 'hand the packet to the pipeline' },
  { from: 'broker/store', may: ['type broker/core', 'broker/core/records.ts', 'broker/platform'], instead: 'a store commits what it is given and knows no rule' },
  { from: 'broker/platform', may: [], instead: 'platform is the lowest layer: turn the arrow round' },
  { from: 'broker/conformance', may: ['schemas', 'broker/platform', 'broker/hosts/remote/reach.ts'], instead: 'the kit knows the topics only, as a device does: what it plays must not come from the orchestrator itself' },
  { from: 'broker/dashboard', may: ['schemas', 'device-client'], instead: 'the dashboard is an MQTT client like any other' },
  { from: 'broker/scripts', may: ['broker/index.ts', 'broker/platform', 'schemas'], instead: 'a script knows topics and packets; what it runs against is made by what the package exports' },
  { from: 'broker/cli', may: ['broker', 'device-client', 'mosquitto-compat', 'schemas'], instead: 'the command line puts together what the package exports' },
  { from: 'broker/index.ts', may: ['broker', 'schemas'], instead: 'the extension is made of broker/ alone' },
  { from: 'device-client/demo/deploy', may: ['device-client', 'schemas'], packages: ['mqtt', 'node:*', 'wabt'], instead: 'the demo is an app like any other; it builds its modules itself' },
  { from: 'device-client', may: ['schemas'], packages: ['mqtt', 'node:*'], instead: 'a device knows the topics only: use schemas/' },
  { from: 'schemas', may: [], instead: 'the contract imports nothing of ours: turn the arrow round' },
  { from: 'mosquitto-compat/bridge/redis', may: ['mosquitto-compat/bridge', 'type broker/platform', 'type broker/store/bus.ts', 'type broker/store/redis', 'broker/store/redis/script.ts'], instead: 'a queue is given its connection and its bus; it shares the running of scripts with the store, and nothing else' },
  { from: 'mosquitto-compat/bridge', may: ['schemas', 'type broker/platform', 'broker/hosts/aedes/filters.ts', 'broker/hosts/remote/window.ts', 'broker/hosts/remote/reach.ts', 'broker/hosts/remote/advice.ts', 'broker/store/level/database.ts'], instead: 'the bridge is given its side of the broker; it shares the matching of filters, how one is a client of another broker and the opening of folders, and nothing else' },
  { from: 'mosquitto-compat', may: ['schemas', 'broker/hosts/aedes/filters.ts', 'type mosquitto-compat/bridge'], instead: 'let broker/cli put the two together' }
]

/** Packages that have one home each; tests may import any. */
export const packageHomes: ReadonlyArray<{ packages: readonly string[], only: readonly string[] }> = [
  { packages: ['wabt'], only: ['device-client/demo/deploy', 'test'] },
  { packages: ['pino', 'pino-*'], only: ['broker/platform', 'broker/cli'] },
  { packages: ['aedes', 'aedes-*', 'mqemitter', 'mqemitter-*'], only: ['broker/hosts/aedes', 'broker/index.ts', 'broker/scripts', 'broker/cli'] },
  { packages: ['redis', 'ioredis'], only: ['broker/store/redis', 'broker/hosts/aedes/redis'] },
  { packages: ['classic-level'], only: ['broker/store/level', 'broker/hosts/aedes', 'broker/cli'] },
  { packages: ['mqtt'], only: ['device-client', 'broker/hosts/remote', 'broker/conformance', 'mosquitto-compat/bridge'] },
  { packages: ['mqtt-packet'], only: ['broker/scripts', 'broker/hosts/remote', 'broker/cli'] },
  { packages: ['jose'], only: ['broker/cli/logins'] },
  { packages: ['bl'], only: ['broker/hosts/aedes'] },
  { packages: ['jsonata'], only: ['broker/scripts', 'broker/platform'] },
  { packages: ['croner'], only: ['broker/platform'] },
  { packages: ['commander', 'cli-table3'], only: ['broker/cli'] }
]

/** Impure reads, and what to use instead outside of a folder named `platform`. */
export const clocks: Readonly<Record<string, string>> = {
  'Date.now': 'the `now` of the event, or `store.now()`',
  'new Date()': 'new Date(now), with the `now` of the event or `store.now()`',
  'performance.now': 'a clock from platform/',
  'Math.random': 'a source of ids or chances from platform/, so that a seed replays'
}

export const caps = { fileLines: 400, functionLines: 70 }

export const sourceFolders = ['broker', 'device-client', 'schemas', 'mosquitto-compat', 'test']

/** Written by a program: no caps there. */
export const generated = ['schemas/generated']

/** Files that are data for tests or users, under the names they have in the world. */
export const freelyNamed = ['test/fixtures']

/** Where real time is the very thing that is looked at. */
export const measuring = ['test/faults/harm', 'test/bench']

/** In any other test, a reason after this, on the line or the one above, excuses real time. */
export const realTimeMark = /\/\/ real time: \S/

/** Besides dotfiles and what `npm ci` and the build leave behind. */
export const topLevel = [
  'package.json', 'package-lock.json', 'tsconfig.json', 'eslint.config.js', 'README.md', 'LICENSE', 'CHANGELOG.md',
  'node_modules', 'dist', 'tmp', ...sourceFolders
]
