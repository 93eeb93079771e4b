/**
 * Every line of the topic page, in short words of ours, in its order. Scripts
 * say with `covers` which of them they show. A line that no script can show
 * names what shows it instead; one of a noun that does not exist yet says so.
 * What is not said here is not promised to be covered.
 */

export interface Line {
  readonly words: string
  /** What shows it where a script can't: why, and the file. */
  readonly elsewhere?: { readonly why: 'the device\'s own duty' | 'a reader\'s own duty' | 'refused at start' | 'another program\'s part' | 'left to chance' | 'once a minute' | 'at a start', readonly file: string }
}

type Why = NonNullable<Line['elsewhere']>['why']
const by = (why: Why, file: string, words: string): Line => ({ words, elsewhere: { why, file } })
const duty = (words: string): Line => by('the device\'s own duty', 'test/integration/conformance.test.ts', words)

const told: Readonly<Record<string, Readonly<Record<string, string | Line>>>> = {
  general: {
    'json-objects': 'payloads are JSON objects in UTF-8, an empty one where there is nothing to say',
    'at-most-128-kib': 'at most 128 KiB',
    'any-value': 'args and result are any JSON value',
    'unknown-fields': 'unknown fields are refused',
    'no-nulls': 'what is absent is left out, never null',
    'whole-numbers': 'a number beyond 2^53 is refused; it is written as text',
    times: 'times are milliseconds since 1970',
    ids: 'the form of ids',
    'ids-are-no-keys': 'ids that mean something to a file system or an object harm nothing',
    root: 'another root than the default',
    'root-size': by('refused at start', 'test/integration/topics-principals.test.ts', 'a root has one slash at most and 32 bytes'),
    'topic-size': 'a topic has 7 slashes and 256 bytes at most'
  },
  branches: {
    from: 'only a principal itself says what is below its from/',
    to: 'only the orchestrator publishes below to/, and only that principal reads it',
    state: 'state is published by the orchestrator alone and retained, one topic per entity',
    events: 'events are published by the orchestrator alone, and never retained',
    'one-subscription': 'a device needs one subscription',
    'two-patterns': by('another program\'s part', 'test/integration/access-list.test.ts', 'an access list is two patterns'),
    'two-rules': by('another program\'s part', 'test/integration/bridge-out.test.ts', 'a bridge is two rules that can\'t loop'),
    'qos-1': 'what the orchestrator sends is QoS 1'
  },
  principals: {
    'user-name': 'a principal is the user name',
    'client-id': 'without accounts and without a user name it is the client id',
    'accounts-client-id': 'with accounts a client id names nobody',
    'client-id-is-kept': 'a client id in use, or with a stored session, is refused to another principal',
    'no-valid-id': 'a name that is no valid id is plain MQTT without rights under the root',
    'several-connections': 'one principal may hold several connections',
    'not-the-connection': 'presence does not come from watching a connection',
    'all-connections': 'what is sent reaches all its connections that subscribed',
    queued: 'it is queued for those with a persistent session',
    'nobody-else': 'it reaches nobody else, whatever the filter',
    will: 'a will\'s topic is checked when its client connects',
    foreign: 'beside a foreign broker the topic level is the principal'
  },
  replies: {
    accepted: 'a command is answered on accepted or rejected below its own name',
    rejection: 'a rejection has a code of the catalogue, a message, and the state there is now',
    'retry-after': 'what may be tried again says after which time',
    ref: 'a ref of up to 64 characters is repeated',
    welcome: 'birth is answered by welcome',
    'only-with-ref': 'heartbeat, logs and offline are answered only with a ref',
    'always-rejected': 'rejections are always sent',
    'keeps-the-connection': 'a malformed or forbidden command costs no connection and changes nothing',
    'foreign-branch': 'a publish into a foreign branch is acknowledged, dropped, and told to its sender alone',
    wildcard: 'a wildcard subscription is granted and filtered'
  },
  puback: {
    'after-the-store': 'a PUBACK comes after the effect is stored',
    'after-the-rejection': 'a rejection is written before its PUBACK',
    'store-away': 'what can\'t be decided because the store is away is not acknowledged',
    foreign: 'beside a foreign broker accepted is the promise, not PUBACK',
    twice: 'sent twice, a command changes something once and is answered twice',
    'retained-is-stripped': 'the flag of a retained command is stripped',
    'retained-is-cleared': by('once a minute', 'test/integration/attach-links.test.ts', 'beside a foreign broker a retained command is discarded and cleared'),
    order: 'beside a foreign broker order is sure once the first is answered'
  },
  versions: {
    grows: 'every state, event and reply carries v, which grows with each change',
    'lower-is-ignored': by('a reader\'s own duty', 'test/integration/app-client.test.ts', 'a reader ignores a lower version'),
    mended: by('at a start', 'test/integration/attach.test.ts', 'what is retained and not true is mended')
  },
  devices: {
    birth: 'birth with all its fields',
    'birth-required': 'of a birth only session and functions are required',
    welcome: 'welcome says session, time, heartbeat, lease, and the leases that it still holds',
    heartbeat: 'heartbeat tells the load and renews presence, not leases',
    'any-command': 'any other command renews presence, too',
    offline: 'offline by the will, and by a polite device',
    next: 'next asks for work, and is answered at once or as soon as there is some',
    offer: 'an offer has all that a device needs',
    begin: 'begin is answered with attempt, lease and deadline',
    progress: 'progress renews the lease and is answered with it',
    success: 'success brings the result',
    'result-is-a-blob': 'a result may name a blob',
    'result-too-large': 'a result that is too large is rejected with a code of its own',
    fail: 'fail brings an error, and may say that there is no further attempt',
    decline: 'decline gives an offer back',
    cancel: 'cancel tells the device to stop, also when its lease ran out',
    deployments: 'the device\'s part of a deployment, retained',
    'deployments-reported': 'ready and failed of a deployment',
    logs: 'a line of a log is kept with the task that it names',
    time: 'time is answered',
    state: 'the retained state of a device',
    'free-or-executing': 'free or executing follows from the tasks it holds',
    events: 'born, left, lost, cordoned, uncordoned and forgotten'
  },
  sessions: {
    grows: duty('it grows with every start, not with every connection'),
    stale: 'any command may carry it; an older one is rejected and changes nothing',
    renewal: 'birth with the current one is a renewal and ends offline, as does any other command of it',
    older: 'an older birth is told the current one',
    newer: 'a newer one takes over',
    forget: 'forget resets it'
  },
  devicesInDetail: {
    functions: 'functions are names, or names with a description',
    'functions-listed': 'which functions there are, as most devices describe them',
    'bad-args': 'args that no device takes that could take the task are refused at the submit',
    takeover: 'takeover of a connection goes by client id',
    'newest-node': 'of several nodes the one with the newest birth claims',
    defaults: 'capacity 1, heartbeat 10 s, push, explicit, all replies',
    pull: 'pull: offers come only after next',
    implied: 'implied: the lease starts with the offer',
    'implied-clean': 'implied needs a clean session',
    presence: 'presence lasts two and a half heartbeats',
    'birth-is-a-heartbeat': 'repeating birth is a heartbeat, too',
    'heartbeat-zero': 'with heartbeat 0 silence ends nothing; three lapsed offers in a row do',
    'replies-rejections': 'replies rejections silences accepted of QoS 1 commands about its tasks',
    'qos-0-is-answered': 'a QoS 0 command is always answered'
  },
  attempts: {
    grows: 'attempt grows with every new offer',
    'not-again': 'it does not grow when an offer is sent again',
    stale: 'another attempt, or another device, is rejected with the current state',
    over: 'when an offer or a lease ends its attempt is over',
    'ignored-offers': duty('a device ignores an offer of another session, and one it has'),
    begun: 'maxAttempts counts those that were begun',
    'implied-said': 'implied: those of which the device has said something',
    'lapses-do-not-count': 'offers that lapse do not count',
    'declines-do-not-count': 'offers that are declined do not count',
    'not-soon-again': 'who let it lapse or declined is not asked again for a while, unless nobody else fits',
    'three-lapses': 'after three lapses in a row a device gets none until it speaks',
    'ten-times': 'all offers together end at ten times maxAttempts'
  },
  order: {
    'counts-as-begin': 'progress, success or fail of the holder counts as its begin',
    'begin-after-success': 'begin after success is accepted and changes nothing',
    'success-again': 'a success again is accepted, and the first result stays',
    'progress-after-success': 'progress after success is accepted and changes nothing',
    'fail-after-success': 'fail after success is rejected',
    'fail-again': 'a fail again is accepted as before'
  },
  next: {
    level: 'it is a level: it replaces the former one',
    capped: 'it is capped by the free slots',
    ends: 'it ends with birth, offline or presence',
    'offer-takes-one': 'an offer takes one',
    'lapse-gives-back': 'a lapse gives it back, a decline does not',
    'repeated-results': 'in a repeated success or fail it counts no second time',
    capacity: 'open offers and leases never exceed the capacity'
  },
  leases: {
    'own-clock': duty('the device counts from when it sent, on its own clock, and stops by itself'),
    'implied-offer-ms': 'implied: the orchestrator allows offerMs on top',
    deadline: 'the deadline is information: it is when the lease ends',
    'begin-again': 'a repeated begin renews nothing'
  },
  cancelling: {
    final: 'it is final when stored, and frees the slot at once',
    'busy-declines': 'a device that is still busy declines',
    'after-the-end': 'after the end it is rejected',
    'rejections-count': duty('a device takes any rejection that isn\'t retryable for a cancel')
  },
  birthTasks: {
    named: 'what birth does not name is taken back at once',
    absent: 'without tasks it keeps all',
    'offers-again': 'open offers are sent again after welcome',
    'not-found': duty('what it began and does not find in welcome it stops')
  },
  smallDevices: {
    offers: 'an offer that does not fit is not made, and why says so',
    rejections: 'rejections lose their state, then their message',
    welcome: 'welcome is cut and says more',
    smallest: 'birth, offer, begin, success and fail at QoS 0 with 256 bytes are enough',
    forget: 'forget clears the state of a device',
    'forget-deployments': 'forget clears its deployments'
  },
  tasks: {
    submit: 'submit with all its options',
    'submit-required': 'only function is required',
    'submit-later': 'kind is kept for later; stallMs bounds how long progress may stand still',
    many: 'many in one commit, with an outcome for each',
    list: 'list by state, function, device and tag, a page at a time',
    cancel: 'cancel with a reason',
    get: 'get is answered with the state, result included',
    why: 'why: who was filtered out and by what, the scores of the rest, who holds it, what it waits for',
    ended: 'ended to the submitter that asked for it',
    state: 'the state of a task',
    events: 'all events of a task',
    states: 'the eight states'
  },
  tasksInDetail: {
    recall: 'the same id with the same content is the recall',
    canonical: 'the same content: after defaults, as canonical JSON',
    'first-wins': 'of the other fields the first wins',
    conflict: 'other content is a conflict',
    kept: 'a task is kept for keepMs, an hour by default, a minute at least',
    'too-late': 'a submit with notAfter in the past is refused',
    'own-tasks': 'with accounts only the submitter or a role commands a task',
    require: 'require by device, labels and interfaces',
    priority: 'priority 0 to 9, 9 first',
    fifo: 'first in, first out within a lane',
    'on-offline': 'onOffline keep or release',
    expires: 'expiresMs ends what nobody has begun',
    subscription: 'a subscription to one task gets its state at once',
    wildcard: 'a wildcard gets changes only',
    'foreign-retained': 'beside a foreign broker the state is really retained',
    'foreign-cleared': 'and cleared at the end of keepMs',
    'own-states': 'with accounts it goes to the submitter and to roles'
  },
  defaults: {
    lease: 'a lease is 20 s, 1 s at least',
    offer: 'an offer is 5 s',
    attempts: 'three attempts, 0 is no limit',
    backoff: 'backoff is 1 s after a fail, and doubles',
    'backoff-cap': 'it is 5 minutes at most',
    'backoff-jitter': by('left to chance', 'test/integration/topics-tasks.test.ts', 'it has jitter'),
    'no-backoff-after-a-lease': 'none after a lapsed lease'
  },
  rest: {
    devices: 'cordon, uncordon, forget, get and list of devices',
    workflows: 'workflows over topics: submit, cancel, get, why and list; fan-out, joins, failures skipped or made up for',
    templates: 'saved workflows and functions: put, get, list, remove, called by name',
    schedules: 'schedules over topics: put, remove, pause, resume, get and list; a time, a period, cron',
    services: 'services over topics: put, scale, restart, remove, get and list; instances are started again and replaced',
    queues: 'queues over topics: pause, resume, limit, get and list; a device is offered what is in the queues that it serves',
    modules: 'modules over topics: put, get, list and remove',
    blobs: 'blobs over topics: chunks up and down, verified',
    'deployments-commands': 'deployments over topics: put, get, list and remove; parts, and what devices say of them',
    triggers: 'a deployment is executed by messages on ordinary topics, and every so often',
    executions: 'executions: execute, get, list and cancel; steps are tasks, and what one gives the next takes',
    accounts: 'accounts over topics',
    bridges: 'state/bridges/{name}',
    nodes: 'state/nodes/{node}: each orchestrator\'s own birth and will'
  }
}

const chapterOf = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** By id, as in `attempts/stale`. */
export const lines: ReadonlyMap<string, Line> = new Map(Object.entries(told).flatMap(([chapter, all]) =>
  Object.entries(all).map(([name, line]): [string, Line] => [`${chapterOf(chapter)}/${name}`, typeof line === 'string' ? { words: line } : line])))
