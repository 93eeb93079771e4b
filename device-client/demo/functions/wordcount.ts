// Lines, words and bytes of an ASCII text, as the program `wc` counts them: the shell device answers the same tasks with it.

import { readFile } from 'node:fs/promises'

export const description = 'Counts an ASCII text: {path} → {lines, words, bytes}'

export default async function wordcount ({ path }: { path: string }): Promise<{ lines: number, words: number, bytes: number }> {
  const text = await readFile(path, 'latin1')
  return { lines: text.split('\n').length - 1, words: text.match(/\S+/g)?.length ?? 0, bytes: text.length }
}
