/**
 * Which device may take a task, and which of them should: filters say no and
 * why, scores order the rest. Pure, and the same code answers `why`.
 */
import { RUNS_MODULES, STEP_PREFIX } from './deployment.js'
import { type Device, type Load, functionNames, serves } from './device.js'
import type { Lane } from './lanes.js'
import { DEFAULT_QUEUE } from './queue.js'

/** A device as the node that serves it sees it. */
export interface Candidate {
  readonly device: Device
  /** Offers and leases that it holds now. */
  readonly held: number
  /** How many more are being claimed for it. */
  readonly claiming: number
  /** How many of those that it holds are about to be released. */
  readonly leaving: number
  /** How many more it asked for; ignored where it is offered work unasked. */
  readonly credit: number
  /** Let three offers in a row lapse and has said nothing since. */
  readonly mute: boolean
  readonly load?: Load
  /** Bytes of the packet around the task's own part of an offer. */
  readonly offerFrameBytes: number
}

interface Filter {
  readonly name: string
  /** Why it is not for this device; undefined where it is. */
  readonly refuse: (lane: Lane, candidate: Candidate) => string | undefined
}

/** What a device is: it changes only with a birth. */
const FITNESS: readonly Filter[] = [
  { name: 'function', refuse: ({ function: name, require }, { device }) => functionNames(device).includes(name) || isStep(name, require, device) ? undefined : `does not offer ${name}` },
  { name: 'queue', refuse: ({ queue }, { device }) => serves(device, queue) ? undefined : `does not serve the queue ${queue ?? DEFAULT_QUEUE}` },
  { name: 'device', refuse: ({ require }, { device }) => require?.device === undefined || require.device === device.id ? undefined : `only ${require.device} may` },
  { name: 'labels', refuse: ({ require }, { device }) => missingLabel(require?.labels, device.labels) },
  { name: 'interfaces', refuse: ({ require }, { device }) => missingInterface(require?.interfaces, device.interfaces) },
  { name: 'packet', refuse: tooLarge }
]

/** How a device is now. */
const READINESS: readonly Filter[] = [
  { name: 'offline', refuse: (_, { device }) => device.state === 'online' ? undefined : 'is offline' },
  { name: 'cordoned', refuse: (_, { device }) => device.cordoned === undefined ? undefined : `is cordoned${device.cordoned.reason === undefined ? '' : `: ${device.cordoned.reason}`}` },
  { name: 'mute', refuse: (_, { mute }) => mute ? 'let three offers in a row lapse and has said nothing since' : undefined },
  { name: 'capacity', refuse: (_, { device, held }) => held < device.capacity ? undefined : `holds ${held} of ${device.capacity}` },
  { name: 'next', refuse: (_, { device, credit }) => device.mode === 'push' || credit > 0 ? undefined : 'has not asked for work' }
]

/** What it was told to install it need not announce. */
function isStep (name: string, require: Lane['require'], { id, interfaces = [] }: Device): boolean {
  return name.startsWith(STEP_PREFIX) && require?.device === id && interfaces.includes(RUNS_MODULES)
}

interface Score {
  readonly name: string
  /** 0 … 1, 1 best; an unknown value counts as the middle. */
  readonly of: (candidate: Candidate) => number
}

const SCORES: readonly Score[] = [
  { name: 'free', of: ({ device, held }) => 1 - held / device.capacity },
  { name: 'cpu', of: ({ load }) => 1 - share(load?.cpu) },
  { name: 'memory', of: ({ load }) => 1 - share(load?.memory) },
  { name: 'battery', of: ({ load }) => share(load?.battery ?? 100) }
]

/** Under what a lane is found by the devices that may fit: its function, or of a step its device. */
export function bucketOf ({ function: name, require }: Pick<Lane, 'function' | 'require'>): string {
  return name.startsWith(STEP_PREFIX) && require?.device !== undefined ? stepsOf(require.device) : name
}

export function bucketsOf (device: Device): readonly string[] {
  const names = functionNames(device)
  return device.interfaces?.includes(RUNS_MODULES) === true ? [...names, stepsOf(device.id)] : names
}

/** No function can have this name. */
function stepsOf (device: string): string {
  return `${STEP_PREFIX}@${device}`
}

/** Fit to execute the tasks of a lane at all. Stays true until the device's next birth. */
export function fits (lane: Lane, candidate: Candidate): boolean {
  return FITNESS.every(filter => filter.refuse(lane, candidate) === undefined)
}

/** Could be told to by these requirements, whatever the size of the task. */
export function meets (require: Lane['require'], { device }: Candidate): boolean {
  if (require === undefined) return true
  return (require.device ?? device.id) === device.id && missingLabel(require.labels, device.labels) === undefined && missingInterface(require.interfaces, device.interfaces) === undefined
}

/** Could begin something right now. */
export function isReady (candidate: Candidate): boolean {
  const { device, credit, claiming, mute } = candidate
  return device.state === 'online' && device.cordoned === undefined && !mute &&
    freeOf(candidate) > 0 && (device.mode === 'push' || credit > claiming)
}

/** How many more it could be given now. */
export function freeOf ({ device, held, claiming, leaving }: Candidate): number {
  return device.capacity - held - claiming + leaving
}

export function score (candidate: Candidate): number {
  let sum = 0
  for (const { of } of SCORES) sum += of(candidate)
  return sum / SCORES.length
}

export interface Explanation {
  readonly device: string
  readonly fits: boolean
  readonly ready: boolean
  readonly filters: readonly { readonly filter: string, readonly reason: string }[]
  readonly score?: number
  readonly scores?: Readonly<Record<string, number>>
}

/** What `why` tells of one device and one lane. */
export function explain (lane: Lane, candidate: Candidate): Explanation {
  const unfit = refusals(FITNESS, lane, candidate)
  const busy = refusals(READINESS, lane, candidate)
  const avoided = lane.avoid?.includes(candidate.device.id) === true
    ? [{ filter: 'avoided', reason: 'let an offer of this task lapse or declined it: the last resort for a while' }]
    : []
  const scores = Object.fromEntries(SCORES.map(({ name, of }) => [name, rounded(of(candidate))]))
  return {
    device: candidate.device.id,
    fits: unfit.length === 0,
    ready: busy.length === 0,
    filters: [...unfit, ...busy, ...avoided],
    ...unfit.length === 0 && { score: rounded(score(candidate)), scores }
  }
}

function refusals (filters: readonly Filter[], lane: Lane, candidate: Candidate): { filter: string, reason: string }[] {
  return filters.flatMap(({ name, refuse }) => {
    const reason = refuse(lane, candidate)
    return reason === undefined ? [] : [{ filter: name, reason }]
  })
}

function missingLabel (wanted: Readonly<Record<string, string>> | undefined, present: Readonly<Record<string, string>> = {}): string | undefined {
  if (wanted === undefined) return undefined
  const missing = Object.entries(wanted).find(([name, value]) => !Object.hasOwn(present, name) || present[name] !== value)
  return missing && `label ${missing[0]} is not ${missing[1]}`
}

function missingInterface (wanted: readonly string[] = [], present: readonly string[] = []): string | undefined {
  const missing = wanted.find(name => !present.includes(name))
  return missing && `has no interface ${missing}`
}

function tooLarge (lane: Lane, { device, offerFrameBytes }: Candidate): string | undefined {
  if (device.maxPacket === undefined) return undefined
  const bytes = lane.offerBytes + offerFrameBytes
  return bytes <= device.maxPacket ? undefined : `the offer takes up to ${bytes} bytes, its packets only ${device.maxPacket}`
}

function share (percent: number | undefined): number {
  return percent === undefined ? 0.5 : percent / 100
}

function rounded (value: number): number {
  return Math.round(value * 1000) / 1000
}
