// What there is to do: the pictures of a folder, with their sizes.

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export const description = 'The PNGs of a folder: {folder} → {files: [{path, bytes}]}'

export default async function fetch ({ folder }: { folder: string }): Promise<{ files: { path: string, bytes: number }[] }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
  return { files: await Promise.all(names.map(async (name) => ({ path: join(folder, name), bytes: (await stat(join(folder, name))).size }))) }
}
