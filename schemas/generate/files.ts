// What is generated, by path, and whether what lies on the disk is the same.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncapiFile } from './asyncapi.js'
import { errorsPage, messagesPage } from './markdown.js'
import { resolve } from './resolve.js'
import { readSources } from './sources.js'
import { errorsFile, messagesFile } from './tables.js'
import { typesFile } from './types.js'
import { validatorsFile } from './validators.js'

type Files = Map<string, string>

const folderOf = (root: string): string => join(root, 'schemas', 'generated')

/** The content of every generated file, by its name in `schemas/generated/`. */
export async function generate (root: string): Promise<Files> {
  const sources = readSources(root)
  return new Map([
    ['types.ts', await typesFile(sources)],
    ['validators.ts', validatorsFile(sources)],
    ['messages.ts', messagesFile(sources)],
    ['errors.ts', errorsFile(sources)],
    ['asyncapi.yaml', asyncapiFile(sources)],
    ['messages.md', messagesPage(sources, key => resolve(sources, key))],
    ['errors.md', errorsPage(sources)]
  ])
}

function existing (root: string): Files {
  const folder = folderOf(root)
  mkdirSync(folder, { recursive: true })
  return new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** Names of files that differ from what would be generated, are missing, or don't belong there. */
export async function staleFiles (root: string): Promise<string[]> {
  return differing(root, await generate(root))
}

function differing (root: string, wanted: ReadonlyMap<string, string>): string[] {
  const found = existing(root)
  return [...new Set([...wanted.keys(), ...found.keys()])].filter(name => wanted.get(name) !== found.get(name)).sort()
}

/** @returns the names of the files that changed */
export async function writeFiles (root: string): Promise<string[]> {
  const wanted = await generate(root)
  const stale = differing(root, wanted)
  for (const name of stale) {
    const content = wanted.get(name)
    const path = join(folderOf(root), name)
    if (content === undefined) rmSync(path)
    else writeFileSync(path, content)
  }
  return stale
}
