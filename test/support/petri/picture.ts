/**
 * Draws the folded net as SVG. Places stand where the table below says; each
 * transition is put between the places that it joins, and then moved until
 * nothing lies on anything else. No libraries, and the same picture every time.
 */
import { type Fold, folded } from './folding.js'
import type { Actor, Net } from './net.js'
import { escaped } from './pnml.js'

interface Spot { x: number, y: number }
interface Box extends Spot { readonly fold: Fold, readonly text: string, readonly width: number }

const WIDTH = 1700
const HEIGHT = 1240
const RADIUS = 13
const BOX_HEIGHT = 18
const LETTER = 5.9

/** The drawn name and the spot of each place. */
const SPOTS: Readonly<Record<string, readonly [string, number, number]>> = {
  START: ['START', 60, 60],
  'task none': ['none', 215, 60],
  'task waiting': ['waiting', 90, 330],
  'task available': ['available', 330, 220],
  'task offered': ['offered', 620, 300],
  'task executing': ['executing', 520, 620],
  'task completed': ['completed', 760, 900],
  'task failed': ['failed', 440, 900],
  'task cancelled': ['cancelled', 230, 900],
  'task expired': ['expired', 60, 900],
  'task removed': ['removed', 400, 1080],
  END: ['END', 60, 1180],
  offer: ['offer', 1080, 150],
  word: ['begin, progress', 1080, 290],
  begun: ['begun', 1080, 420],
  result: ['success, fail', 1080, 560],
  accepted: ['accepted', 1080, 700],
  decline: ['decline', 1080, 60],
  stop: ['cancel, rejected', 1080, 830],
  'client idle': ['idle', 1620, 330],
  'client beginning': ['beginning', 1330, 290],
  'client executing': ['executing', 1330, 510],
  'client delivering': ['delivering, result kept', 1330, 730],
  'client stopping': ['stopping', 1530, 640],
  'device none': ['unknown', 700, 1180],
  'device offline': ['offline', 1080, 1040],
  'device online': ['online', 1080, 1180],
  'client away': ['away', 1530, 1040],
  'client here': ['here', 1530, 1180]
}

const COLOURS: Readonly<Record<Actor, string>> = { orchestrator: '#2563a8', device: '#1b7f4b', people: '#b45309', mishap: '#8a8a8a', frame: '#333333' }

/** Where the middle would be a bad place: what opens and closes the net touches all of it. */
const FIXED: Readonly<Record<string, Spot>> = { open: { x: 140, y: 60 }, close: { x: 150, y: 1180 } }

export function pictureOf (net: Net): string {
  const boxes = folded(net).map(boxOf)
  settle(boxes)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Helvetica, Arial, sans-serif" font-size="11">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...Object.entries(COLOURS).map(([actor, colour]) =>
      `<marker id="${actor}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="${colour}"/></marker>`),
    ...lanes(),
    ...boxes.flatMap(arcs),
    ...boxes.map(drawBox),
    ...Object.values(SPOTS).map(drawPlace),
    '</svg>',
    ''
  ].join('\n')
}

function spotOf (place: string): Spot {
  const [, x, y] = SPOTS[place] ?? ['', 0, 0]
  return { x, y }
}

function boxOf (fold: Fold, index: number): Box {
  const text = fold.labels.join(', ')
  const ends = [...fold.takes, ...fold.puts, ...fold.reads].map(spotOf)
  // A trace of its index, so that no two begin on the same spot and nothing pushes them apart.
  const middle = (along: 'x' | 'y'): number => ends.reduce((sum, end) => sum + end[along], 0) / ends.length
  return { fold, text, width: text.length * LETTER + 10, ...FIXED[text] ?? { x: middle('x') + index % 7 - 3, y: middle('y') + index % 5 - 2 } }
}

const ROUNDS = 600
const GAP = 7

/** Pushes boxes off each other and off the places, each pair along the way that is shorter. */
function settle (boxes: readonly Box[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) part(box, other, (box.width + other.width) / 2 + GAP, BOX_HEIGHT + GAP, 0.5)
      for (const [label, x, y] of Object.values(SPOTS)) part(box, { x, y: y + 5 }, (box.width + Math.max(label.length * LETTER, 2 * RADIUS)) / 2 + GAP, BOX_HEIGHT / 2 + RADIUS + 13, 1)
      box.x = Math.min(Math.max(box.x, box.width / 2 + 8), WIDTH - box.width / 2 - 8)
      box.y = Math.min(Math.max(box.y, BOX_HEIGHT), HEIGHT - BOX_HEIGHT)
    })
  }
}

function part (box: Spot, other: Spot, width: number, height: number, share: number): void {
  const [dx, dy] = [box.x - other.x, box.y - other.y]
  const [overX, overY] = [width - Math.abs(dx), height - Math.abs(dy)]
  if (overX <= 0 || overY <= 0) return
  const along = overY <= overX ? 'y' : 'x'
  const push = (along === 'y' ? overY * (dy < 0 ? -1 : 1) : overX * (dx < 0 ? -1 : 1)) * share
  box[along] += push
  if (share < 1) other[along] -= push
}

function arcs ({ fold, width, ...at }: Box): string[] {
  const colour = COLOURS[fold.by]
  const line = (place: string, kind: 'take' | 'put' | 'read'): string => {
    const circle = spotOf(place)
    const [edge, rim] = [onBox(at, width, circle), onCircle(circle, at)]
    const [from, to] = kind === 'put' ? [edge, rim] : [rim, edge]
    const style = kind === 'read' ? 'stroke-dasharray="2 3"' : `marker-end="url(#${fold.by})"`
    return `<path d="M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}" fill="none" stroke="${colour}" stroke-opacity="${fold.by === 'frame' ? 0.25 : 0.75}" ${style}/>`
  }
  return [...fold.takes.map(place => line(place, 'take')), ...fold.puts.map(place => line(place, 'put')), ...fold.reads.map(place => line(place, 'read'))]
}

/** Where the line from the middle of a box to a spot leaves the box. */
function onBox (box: Spot, width: number, to: Spot): Spot {
  const [dx, dy] = [to.x - box.x, to.y - box.y]
  const scale = Math.min(width / 2 / Math.abs(dx || 1e-9), BOX_HEIGHT / 2 / Math.abs(dy || 1e-9), 1)
  return { x: box.x + dx * scale, y: box.y + dy * scale }
}

function onCircle (circle: Spot, to: Spot): Spot {
  const [dx, dy] = [to.x - circle.x, to.y - circle.y]
  const far = Math.hypot(dx, dy) || 1
  return { x: circle.x + dx / far * RADIUS, y: circle.y + dy / far * RADIUS }
}

function drawBox ({ fold, text, width, x, y }: Box): string {
  return `<rect x="${round(x - width / 2)}" y="${round(y - BOX_HEIGHT / 2)}" width="${round(width)}" height="${BOX_HEIGHT}" rx="2" fill="#ffffff" stroke="${COLOURS[fold.by]}"/>` +
    `<text x="${round(x)}" y="${round(y + 4)}" text-anchor="middle" fill="${COLOURS[fold.by]}">${escaped(text)}</text>`
}

function drawPlace ([label, x, y]: readonly [string, number, number]): string {
  const token = label === 'START' ? `<circle cx="${x}" cy="${y}" r="5" fill="#111111"/>` : ''
  return `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="#fffbe6" stroke="#111111" stroke-width="1.5"/>${token}` +
    `<text x="${x}" y="${y + RADIUS + 12}" text-anchor="middle" font-weight="bold" fill="#111111" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(label)}</text>`
}

function lanes (): string[] {
  const title = (text: string, x: number, y: number): string => `<text x="${x}" y="${y}" font-size="15" fill="#777777" text-anchor="middle">${text}</text>`
  const legend = (Object.entries({ people: 'people', orchestrator: 'orchestrator', device: 'device', mishap: 'mishap or chance' }) as [Actor, string][])
    .map(([actor, text], i) => `<text x="${1320 + i * 90}" y="24" fill="${COLOURS[actor]}">${text}</text>`)
  return [
    '<rect x="980" y="34" width="200" height="850" fill="#f4f4f4" rx="6"/>',
    '<rect x="640" y="985" width="1050" height="245" fill="#f4f8f4" rx="6"/>',
    title('the task, at the orchestrator', 500, 24),
    title('on its way', 1080, 24),
    title('the task, on the device', 1450, 110),
    title('presence, as the orchestrator knows it', 900, 1006),
    title('as it is', 1530, 1006),
    ...legend
  ]
}

function round (value: number): number {
  return Math.round(value * 10) / 10
}
