// The list of messages: what the annotations of the schemas say, completed by the topics of the replies, which follow
// from the commands: `from/{principal}/X` is answered on `to/{principal}/X/accepted` or `…/rejected`.

import type { Sources } from './sources.js'

export interface Message {
  key: string
  type: string
  description: string
  direction: 'in' | 'out'
  retained: boolean
  /** The payload is bytes, as they are, and no JSON. */
  binary: boolean
  /** Relative to the root. More than one only where a message answers several commands. */
  topics: string[]
  /** Of a command: the key of the message that answers it. */
  reply?: string
}

export const rejectedKey = 'definitions/rejected'

export const replyTopic = (commandTopic: string, outcome: string): string =>
  `${commandTopic.replace(/^from\//, 'to/')}/${outcome}`

function declared (sources: Sources): Message[] {
  const messages: Message[] = []
  for (const [key, schema] of sources.schemas) {
    const { title, description, 'x-direction': direction, 'x-topic': topic, 'x-reply': reply } = schema
    if (direction === undefined) continue
    if (title === undefined || description === undefined) throw new Error(`${key} lacks a title or a description`)
    const retained = schema['x-retained'] ?? false
    const binary = schema['x-binary'] ?? false
    messages.push({ key, type: title, description, direction, retained, binary, topics: topic === undefined ? [] : [topic], ...(reply && { reply }) })
  }
  return messages
}

export function messageOf (messages: readonly Message[], key: string): Message {
  const message = messages.find(message => message.key === key)
  if (message === undefined) throw new Error(`there is no message ${key}`)
  return message
}

export function listMessages (sources: Sources): Message[] {
  const messages = declared(sources)
  const rejected = messageOf(messages, rejectedKey)
  for (const command of messages.filter(({ direction }) => direction === 'in')) {
    const [topic] = command.topics
    if (topic === undefined || command.reply === undefined) throw new Error(`${command.key} lacks a topic or a reply`)
    const reply = messageOf(messages, command.reply)
    if (sources.schemas.get(reply.key)?.['x-topic'] === undefined) reply.topics.push(replyTopic(topic, 'accepted'))
    rejected.topics.push(replyTopic(topic, 'rejected'))
  }
  return messages
}
