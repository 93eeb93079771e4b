// What there is to do: real functions over files that are there anyway (the schemas of this package, the Node executable) and
// over pictures painted at the start.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Submission } from '../app.js'
import { encodePng } from './png.js'

/** Its `tag` says what it works on. */
export type Job = Submission & { id: string }

export interface Workload {
  /** Long, with progress and a short lease: among these is the one whose device gets killed. */
  readonly long: readonly Job[]
  readonly pictures: readonly Job[]
  readonly texts: readonly Job[]
}

export interface Sizes { readonly slices: number, readonly pictures: number, readonly texts: number }

const sliceBytes = 1_024 * 1_024
/** So short that a takeover can be watched, so long that a busy machine's progress comes in time. */
const leaseMs = 2_000
const thumbnailWidth = 64

export async function prepareWorkload (packageFolder: string, folder: string, sizes: Sizes): Promise<Workload> {
  return {
    long: Array.from({ length: sizes.slices }, (_, i) => slice(i)),
    pictures: (await paintAll(folder, sizes.pictures)).flatMap(aboutPicture),
    texts: (await asciiFiles(join(packageFolder, 'schemas'), sizes.texts)).flatMap(aboutText)
  }
}

function slice (i: number): Job {
  const args = { path: process.execPath, start: i * sliceBytes, bytes: sliceBytes }
  return { id: `compress-${i + 1}`, function: 'compress', tag: `node, part ${i + 1}`, args, priority: 5, leaseMs, maxAttempts: 6 }
}

/** Only the devices with this label get them, though others have the functions, too. */
const require = { labels: { role: 'camera' } }

function aboutPicture (path: string, i: number): Job[] {
  const common = { tag: basename(path), require, priority: 3 }
  return [
    { ...common, id: `thumbnail-${i + 1}`, function: 'thumbnail', args: { path, width: thumbnailWidth } },
    { ...common, id: `brightness-${i + 1}`, function: 'brightness', args: { path } }
  ]
}

function aboutText (path: string, i: number): Job[] {
  return ['checksum', 'wordcount'].map((name) => ({ id: `${name}-${i + 1}`, function: name, tag: basename(path), args: { path } }))
}

async function asciiFiles (folder: string, count: number): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort()
  const files: string[] = []
  for (const name of names) {
    const path = join(folder, name)
    if ((await readFile(path)).every((byte) => byte < 128)) files.push(path)
    if (files.length === count) break
  }
  return files
}

/** @returns where each picture is */
export function paintAll (folder: string, count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, async (_, i) => {
    const path = join(folder, `picture-${i + 1}.png`)
    await writeFile(path, paint(i))
    return path
  }))
}

/** Three waves that meet, one a colour. */
function paint (seed: number): Buffer {
  const [width, height] = [800, 600]
  const rgb = Buffer.alloc(width * height * 3)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let wave = 1; wave <= 3; wave++) rgb[at++] = 127.5 + 127.5 * Math.sin((x * wave + y * (seed + 1)) / 40 + wave * seed)
    }
  }
  return encodePng({ width, height, rgb })
}
