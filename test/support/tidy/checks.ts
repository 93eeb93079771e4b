// The tidy rules as functions from a tree to complaints; every function that is exported is a rule. A
// complaint names file, line and what to do instead. No files are read here, and no border is drawn
// here: those are in rules.ts.
import { posix } from 'node:path'
import ts from 'typescript'
import { arrows, caps, clocks, freelyNamed, generated, measuring, packageHomes, realTimeMark, topLevel } from './rules.js'
import type { Arrow } from './rules.js'
import { functionsOf, importsOf, lastLineOf, lineOf, walk } from './source.js'
import type { Import, Source, Tree } from './source.js'

export type Check = (tree: Tree) => string[]

/** Imports against the direction, and packages outside of a layer's list. */
export const arrowsPoint: Check = tree => eachImport(tree, (source, found) => {
  const arrow = arrows.find(({ from }) => isInside(source.path, from))
  if (arrow === undefined) return 'no layer holds this file: move it, or add a row to the table of arrows'
  const allowed = found.target === undefined
    ? arrow.packages === undefined || isNamed(packageOf(found.specifier), arrow.packages)
    : mayImport(arrow, found.target, found.typeOnly)
  return allowed ? undefined : `${arrow.from} may not import ${found.specifier}: ${arrow.instead}`
})

/** Packages that belong to one place. */
export const packagesAreAtHome: Check = tree => eachImport(tree, (source, found) => {
  if (found.target !== undefined) return
  const home = packageHomes.find(({ packages }) => isNamed(packageOf(found.specifier), packages))
  if (home === undefined || isInsideAny(source.path, home.only)) return
  return `${found.specifier} is imported in ${home.only.join(', ')} only: take an interface, and be given it`
})

export const nothingIsCyclic: Check = tree => {
  const next = new Map(tree.sources.map(source => [source.path, importsOf(source)]))
  const done = new Set<string>()
  const complaints: string[] = []
  const visit = (path: string, trail: string[]): void => {
    if (done.has(path)) return
    for (const { target, line } of next.get(path) ?? []) {
      if (target === undefined) continue
      const start = [...trail, path].indexOf(target)
      if (start < 0) visit(target, [...trail, path])
      else complaints.push(at(path, line, `a cycle: ${[...trail, path].slice(start).join(' → ')} → ${target}; move what they share into a file below both`))
    }
    done.add(path)
  }
  for (const { path } of tree.sources) visit(path, [])
  return complaints
}

export const filesAreShort: Check = tree => handWritten(tree)
  .filter(({ lines }) => lines.length > caps.fileLines)
  .map(({ path, lines }) => at(path, caps.fileLines + 1, `${lines.length} lines, ${caps.fileLines} at most: split it by what it is about`))

/** Blank lines, comments and the bodies of tests within don't count. */
export const functionsAreShort: Check = tree => handWritten(tree).flatMap(source => functionsOf(source)
  .filter(node => !isTestBody(source, node))
  .map(node => ({ node, length: codeLines(source, node) - testLines(source, node) }))
  .filter(({ length }) => length > caps.functionLines)
  .map(({ node, length }) => at(source.path, lineOf(source, node), `a function of ${length} lines, ${caps.functionLines} at most: name its steps`)))

export const clocksAreInjected: Check = tree => handWritten(tree)
  .filter(({ path }) => !posix.dirname(path).split('/').includes('platform') && !isInsideAny(path, measuring))
  .flatMap(source => eachNode(source, node => {
    const read = clockRead(node)
    if (read === undefined || isExcused(source, node)) return
    return `${read} outside of platform/: use ${clocks[read]}`
  }))

export const testsDoNotSleep: Check = tree => tree.sources
  .filter(({ path }) => isInside(path, 'test'))
  .flatMap(source => eachNode(source, node => {
    if (!isSleep(node) || isExcused(source, node)) return
    return 'a test that sleeps: await the event, or move an injected clock (`// real time: <why>` where nothing else will do)'
  }))

export const namesAreKebab: Check = tree => tree.paths
  .filter(path => path.includes('/') && !isInsideAny(path, freelyNamed))
  .filter(path => !path.split('/').every(isKebab))
  .map(path => at(path, 1, 'names of files and folders are kebab-case (documents in capitals: README.md)'))

export const topLevelIsKnown: Check = tree => [...new Set(tree.paths.map(path => path.split('/')[0] ?? ''))]
  .filter(name => !name.startsWith('.') && !topLevel.includes(name))
  .map(name => at(name, 1, 'nothing else at the top level: put it into the folder that it serves'))

function at (path: string, line: number, says: string): string {
  return `${path}:${line} ${says}`
}

function isInside (path: string, place: string): boolean {
  const segments = path.split('/')
  return place.split('/').every((part, i) => part === '*' ? segments[i] !== undefined : part === segments[i])
}

function isInsideAny (path: string, places: readonly string[]): boolean {
  return places.some(place => isInside(path, place))
}

function isNamed (name: string, patterns: readonly string[]): boolean {
  return patterns.some(pattern => pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)
}

function packageOf (specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function mayImport (arrow: Arrow, target: string, typeOnly: boolean): boolean {
  if (isInside(target, arrow.from)) return true
  return arrow.may.some(place => place.startsWith('type ')
    ? typeOnly && isInside(target, place.slice('type '.length))
    : isInside(target, place))
}

function handWritten (tree: Tree): Source[] {
  return tree.sources.filter(({ path }) => !isInsideAny(path, generated))
}

/** Imports of what is shipped; tests may import anything. */
function eachImport (tree: Tree, judge: (source: Source, found: Import) => string | undefined): string[] {
  return tree.sources.filter(({ path }) => !isInside(path, 'test')).flatMap(source => importsOf(source).flatMap(found => {
    const says = judge(source, found)
    return says === undefined ? [] : [at(source.path, found.line, says)]
  }))
}

function eachNode (source: Source, judge: (node: ts.Node) => string | undefined): string[] {
  const complaints: string[] = []
  walk(source.ast, node => {
    const says = judge(node)
    if (says !== undefined) complaints.push(at(source.path, lineOf(source, node), says))
  })
  return complaints
}

function codeLines (source: Source, node: ts.Node): number {
  return source.lines.slice(lineOf(source, node) - 1, lastLineOf(source, node)).filter(line => !/^\s*($|\/\/|\/\*|\*)/.test(line)).length
}

function testLines (source: Source, node: ts.Node): number {
  let lines = 0
  ts.forEachChild(node, child => { lines += isTestBody(source, child) ? codeLines(source, child) : testLines(source, child) })
  return lines
}

/** A callback behind a title: `t.test('what it does', async t => { … })`. */
function isTestBody (source: Source, node: ts.Node): boolean {
  if (!isInside(source.path, 'test') || !(ts.isArrowFunction(node) || ts.isFunctionExpression(node))) return false
  if (!ts.isCallExpression(node.parent)) return false
  const title = node.parent.arguments[0]
  return title !== undefined && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))
}

function clockRead (node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return Object.keys(clocks).find(name => name === node.getText().replace('globalThis.', ''))
  const isDate = ts.isNewExpression(node) && node.expression.getText() === 'Date'
  return isDate && (node.arguments ?? []).length === 0 ? 'new Date()' : undefined
}

/** `await delay(…)`, `setTimeout` from node:timers/promises, or a promise that a bare timer resolves. */
function isSleep (node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return /^['"](node:)?timers\/promises['"]$/.test(node.moduleSpecifier.getText())
  if (ts.isAwaitExpression(node)) return /^(delay|sleep|pause|wait)\(/.test(node.expression.getText())
  return ts.isNewExpression(node) && node.expression.getText() === 'Promise' && isResolvedByTimer(node)
}

function isResolvedByTimer (promise: ts.NewExpression): boolean {
  const executor = promise.arguments?.[0]
  if (executor === undefined || !ts.isArrowFunction(executor)) return false
  const resolve = executor.parameters[0]?.name.getText()
  let found = false
  walk(executor, node => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'setTimeout') return
    const callback = node.arguments[0]?.getText() ?? ''
    found ||= callback === resolve || callback.replace(/^.*=>\s*\{?\s*/, '').startsWith(`${resolve}(`)
  })
  return found
}

function isExcused (source: Source, node: ts.Node): boolean {
  const line = lineOf(source, node)
  return isInside(source.path, 'test') && source.lines.slice(Math.max(0, line - 2), line).some(text => realTimeMark.test(text))
}

function isKebab (name: string): boolean {
  return /^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(name) || /^[A-Z][A-Z-]*(\.md)?$/.test(name)
}
