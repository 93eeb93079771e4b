/** Writes a net as PNML (ISO/IEC 15909-2, place/transition nets), as net tools import it. Pure. */
import type { Net } from './net.js'

const GRAMMAR = 'http://www.pnml.org/version-2009/grammar'

export function pnmlOf (net: Net): string {
  const place = new Map(net.places.map((name, i) => [name, `p${i + 1}`]))
  const id = (name: string): string => place.get(name) ?? ''
  const places = net.places.map((name, i) =>
    node('place', id(name), name, spot(i, 0), name === net.start ? '<initialMarking><text>1</text></initialMarking>' : ''))
  const transitions = net.transitions.map(({ name }, i) => node('transition', `t${i + 1}`, name, spot(i, 5), ''))
  const arcs = net.transitions.flatMap(({ takes, puts }, i) => [
    ...takes.map(from => [id(from), `t${i + 1}`]),
    ...puts.map(to => [`t${i + 1}`, id(to)])
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<pnml xmlns="${GRAMMAR}/pnml">`,
    `<net id="protocol" type="${GRAMMAR}/ptnet">`,
    `<name><text>${escaped(net.name)}</text></name>`,
    '<page id="page">',
    ...places,
    ...transitions,
    ...arcs.map(([from, to], i) => `<arc id="a${i + 1}" source="${from}" target="${to}"/>`),
    '</page>',
    '</net>',
    '</pnml>',
    ''
  ].join('\n')
}

function node (kind: 'place' | 'transition', id: string, name: string, position: string, more: string): string {
  return `<${kind} id="${id}"><name><text>${escaped(name)}</text></name><graphics>${position}</graphics>${more}</${kind}>`
}

/** A grid: tools that draw nets lay them out by themselves, and only ask that no two nodes lie on each other. */
function spot (index: number, fromRow: number): string {
  const [column, row] = [index % 12, Math.floor(index / 12) + fromRow]
  return `<position x="${column * 160 + 80}" y="${row * 80 + 40}"/>`
}

export function escaped (text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
