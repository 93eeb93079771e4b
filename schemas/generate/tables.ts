// Writes `messages.ts` and `errors.ts`: what a program wants to know about messages and errors besides their types.

import { listMessages, type Message } from './catalogue.js'
import { generatedNote } from './note.js'
import type { Sources } from './sources.js'

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

function messageRow ({ key, type, direction, retained, binary, topics, reply }: Message): string {
  const fields = [
    `type: ${quote(type)}`,
    `direction: ${quote(direction)}`,
    `retained: ${retained}`,
    `binary: ${binary}`,
    `topics: [${topics.map(quote).join(', ')}]`,
    ...reply === undefined ? [] : [`reply: ${quote(reply)}`]
  ]
  return `  ${quote(key)}: { ${fields.join(', ')} }`
}

const messagesHead = `${generatedNote}
export interface MessageInfo {
  /** The name of its type, for people. */
  readonly type: string
  /** \`in\`: to the orchestrator; \`out\`: from it. */
  readonly direction: 'in' | 'out'
  readonly retained: boolean
  /** The payload is bytes, as they are, and no JSON. */
  readonly binary: boolean
  /** Relative to the root; more than one only where a message answers several commands. */
  readonly topics: readonly string[]
  /** Of a command: the key of the message that answers it. */
  readonly reply?: string
}
`

export function messagesFile (sources: Sources): string {
  const id = sources.schemas.get('definitions/id')?.pattern
  if (id === undefined) throw new Error('schemas/definitions/id.json lacks its pattern')
  const rows = listMessages(sources).map(messageRow)
  return `${messagesHead}
export const messages = {
${rows.join(',\n')}
} as const satisfies Record<string, MessageInfo>

export type MessageKey = keyof typeof messages

export const idPattern = /${id}/
`
}

const errorsHead = `${generatedNote}
import type { ErrorCode } from './types.js'

export interface ErrorInfo {
  readonly meaning: string
  /** Whether the same command can succeed later. */
  readonly retryable: boolean
  /** What the one who is told should do. */
  readonly action: string
}
`

export function errorsFile (sources: Sources): string {
  const rows = sources.errors.map(({ code, meaning, retryable, action }) =>
    `  ${quote(code)}: {\n    meaning: ${quote(meaning)},\n    retryable: ${retryable},\n    action: ${quote(action)}\n  }`)
  return `${errorsHead}\nexport const errors: Readonly<Record<ErrorCode, ErrorInfo>> = {\n${rows.join(',\n')}\n}\n`
}
