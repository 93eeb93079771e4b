/**
 * Lua that runs in Redis, which knows it by its digest once it has seen it. Over
 * which connection it is sent, and what other errors mean, is the caller's business.
 */
import { createHash } from 'node:crypto'

/** With keys and arguments as they stand in the head of its text. */
export interface Script {
  readonly text: string
  readonly sha: string
}

export function script (text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') }
}

/** By its digest; whole where Redis does not have it: after a restart, a failover or a change of ours. */
export async function evaluated<T> ({ sha, text }: Script, run: (command: 'EVALSHA' | 'EVAL', code: string) => Promise<T>): Promise<T> {
  try {
    return await run('EVALSHA', sha)
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
    return await run('EVAL', text)
  }
}
