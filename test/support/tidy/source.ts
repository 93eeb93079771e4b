// Sources as the checks see them: a tree is a map of path → text, so that an example of three lines
// is as good as the whole repository. Parses with the TypeScript compiler and finds imports and
// functions; it judges nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

export interface Source {
  readonly path: string
  readonly lines: readonly string[]
  readonly ast: ts.SourceFile
}

export interface Tree {
  readonly paths: readonly string[]
  readonly sources: readonly Source[]
}

export interface Import {
  readonly specifier: string
  /** The path inside the tree; undefined for a package or a built-in. */
  readonly target: string | undefined
  readonly typeOnly: boolean
  readonly line: number
}

export function parseTree (files: Readonly<Record<string, string>>): Tree {
  const paths = Object.keys(files)
  const sources = paths.filter(path => path.endsWith('.ts')).map(path => parse(path, files[path] ?? ''))
  return { paths, sources }
}

/** Reads the folders; files at the top level are named, not read. */
export function readTree (root: string, folders: readonly string[]): Tree {
  const files: Record<string, string> = {}
  for (const name of readdirSync(root)) {
    if (!folders.includes(name)) {
      files[name] = ''
      continue
    }
    for (const entry of readdirSync(join(root, name), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      files[posix.relative(root, path)] = entry.name.endsWith('.ts') ? readFileSync(path, 'utf8') : ''
    }
  }
  return parseTree(files)
}

export function walk (node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, child => walk(child, visit))
}

export function lineOf (source: Source, node: ts.Node): number {
  return source.ast.getLineAndCharacterOfPosition(node.getStart(source.ast)).line + 1
}

export function lastLineOf (source: Source, node: ts.Node): number {
  return source.ast.getLineAndCharacterOfPosition(node.getEnd()).line + 1
}

export function importsOf (source: Source): Import[] {
  const found: Import[] = []
  walk(source.ast, node => {
    const specifier = specifierOf(node)
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return
    const target = resolve(source.path, specifier.text)
    found.push({ specifier: specifier.text, target, typeOnly: isTypeOnly(node), line: lineOf(source, node) })
  })
  return found
}

export function functionsOf (source: Source): ts.FunctionLikeDeclaration[] {
  const found: ts.FunctionLikeDeclaration[] = []
  walk(source.ast, node => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) found.push(node)
  })
  return found
}

function parse (path: string, text: string): Source {
  const ast = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  return { path, lines: text.replace(/\n$/, '').split('\n'), ast }
}

function specifierOf (node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (ts.isCallExpression(node) && isLoader(node.expression)) return node.arguments[0]
  return undefined
}

function isLoader (callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

function isTypeOnly (node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  if (!ts.isImportDeclaration(node)) return false
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
}

function resolve (from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts')
}
