// What a module may import, as this device has it. It runs in the module's own thread, and reaches nothing but what it was
// given: a folder, pictures, sensors, and words to its device.

import { randomFillSync } from 'node:crypto'
import { closeSync, constants, lstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WASI } from 'node:wasi'
import { realClock } from '../platform/clock.js'
import type { Imports, Memory } from '../platform/engine.js'

export interface HostSettings {
  readonly interfaces: readonly string[]
  /** The module's own, of this deployment alone. */
  readonly folder: string
  /** A picture, or a folder of them; without one the pictures are made up. */
  readonly camera?: string | undefined
  readonly sensors?: Readonly<Record<string, number>> | undefined
}

export interface Words {
  log (level: number, text: string): void
  publish (topic: string, payload: Uint8Array): void
}

type Offered = Record<string, Record<string, (...values: number[]) => number | void>>

/** `memory` is known only once the module is there. */
export function importsOf (settings: HostSettings, words: Words, memory: () => Memory): { imports: Imports, wasi: WASI | undefined } {
  const view = (place: number, length: number): Uint8Array => {
    const { buffer } = memory()
    if (place < 0 || length < 0 || (place >>> 0) + (length >>> 0) > buffer.byteLength) throw new RangeError(`${length} bytes at ${place >>> 0} are outside of the memory`)
    return new Uint8Array(buffer, place >>> 0, length >>> 0)
  }
  const text = (place: number, length: number): string => Buffer.from(view(place, length)).toString()
  const all: Offered = {
    clock: { now: () => realClock.wallMs() },
    random: { fill: (place = 0, length = 0) => { randomFillSync(view(place, length)) } },
    log: { write: (level = 0, place = 0, length = 0) => { words.log(level, text(place, length)) } },
    camera: cameraOf(settings, view),
    sensor: { read: (place = 0, length = 0) => settings.sensors?.[text(place, length)] ?? NaN },
    mqtt: {
      publish (topic = 0, topicLength = 0, payload = 0, payloadLength = 0) {
        words.publish(text(topic, topicLength), Uint8Array.from(view(payload, payloadLength)))
        return 0
      }
    },
    files: filesOf(settings, view, text)
  }
  const imports: Imports = Object.fromEntries(Object.entries(all).filter(([name]) => settings.interfaces.includes(name)))
  if (!settings.interfaces.includes('wasi')) return { imports, wasi: undefined }
  mkdirSync(settings.folder, { recursive: true })
  const wasi = new WASI({ version: 'preview1', args: [], env: {}, preopens: { '/': settings.folder }, returnOnExit: true })
  // A link could point anywhere, and whoever follows it would leave the folder.
  const wasiImport = { ...wasi.wasiImport as Record<string, unknown>, path_symlink: () => NOT_SUPPORTED, path_link: () => NOT_SUPPORTED }
  return { imports: { ...imports, wasi_snapshot_preview1: wasiImport }, wasi }
}

/** `notsup` among the errors of WASI preview 1. */
const NOT_SUPPORTED = 58
/** None on systems without links. */
const NO_LINK = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0

type View = (place: number, length: number) => Uint8Array

function cameraOf ({ camera }: HostSettings, view: View): Offered[string] {
  let shots = 0
  let picture: Uint8Array = new Uint8Array()
  return {
    capture () {
      picture = camera === undefined ? madeUp(shots) : pictureOf(camera, shots)
      shots++
      return picture.length
    },
    read (place = 0, length = 0) {
      const bytes = picture.subarray(0, length)
      view(place, bytes.length).set(bytes)
      return bytes.length
    }
  }
}

function pictureOf (path: string, shot: number): Uint8Array {
  if (!statSync(path).isDirectory()) return readFileSync(path)
  const names = readdirSync(path).sort()
  const name = names[shot % names.length]
  if (name === undefined) throw new Error(`the folder of pictures ${path} is empty`)
  return readFileSync(join(path, name))
}

const WIDTH = 64
const HEIGHT = 48

/** A grey picture (PGM) with a bright square that moves. */
function madeUp (shot: number): Uint8Array {
  const pixels = Buffer.alloc(WIDTH * HEIGHT, 40)
  const left = shot * 4 % (WIDTH - 16)
  for (let row = 16; row < 32; row++) pixels.fill(220, row * WIDTH + left, row * WIDTH + left + 16)
  return Buffer.concat([Buffer.from(`P5\n${WIDTH} ${HEIGHT}\n255\n`), pixels])
}

/** Plain names: nothing outside of the folder can be meant. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/
const FILE_BYTES_MAX = 64 * 2 ** 20

function isFile (path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function filesOf ({ folder }: HostSettings, view: View, text: (place: number, length: number) => string): Offered[string] {
  const pathOf = (place: number, length: number): string | undefined => {
    const name = text(place, length)
    return FILE_NAME.test(name) ? join(folder, name) : undefined
  }
  return {
    size (place = 0, length = 0) {
      const path = pathOf(place, length)
      return path === undefined || !isFile(path) ? -1 : statSync(path).size
    },
    read (place = 0, length = 0, offset = 0, into = 0, count = 0) {
      const path = pathOf(place, length)
      if (path === undefined || !isFile(path)) return -1
      const file = openSync(path, constants.O_RDONLY | NO_LINK)
      try {
        return readSync(file, view(into, count), 0, count, offset)
      } finally {
        closeSync(file)
      }
    },
    write (place = 0, length = 0, from = 0, count = 0) {
      const path = pathOf(place, length)
      if (path === undefined || count > FILE_BYTES_MAX) return -1
      mkdirSync(folder, { recursive: true })
      const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | NO_LINK)
      try {
        writeFileSync(file, view(from, count))
      } finally {
        closeSync(file)
      }
      return count
    }
  }
}
