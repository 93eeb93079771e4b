// Writes `messages.md` and `errors.md`: the tables that people look things up in.

import { listMessages, type Message } from './catalogue.js'
import type { Schema, Sources } from './sources.js'

const note = '<!-- Written by `npm run generate` from the schemas; changes go there. -->\n'
const cell = (text: string): string => text.replaceAll('|', '\\|')

const fields = ({ properties = {}, required = [] }: Schema): string =>
  Object.keys(properties).map(name => required.includes(name) ? `**${name}**` : name).join(', ')

const topicCell = ({ topics }: Message): string => topics.length > 4
  ? '`to/{principal}/…/rejected`, `to/{principal}/rejected`'
  : topics.map(topic => `\`${topic}\``).join('<br>')

function section (title: string, messages: Message[], schemaOf: (key: string) => Schema): string {
  const rows = messages.map(message =>
    `| ${topicCell(message)}${message.retained ? ' (retained)' : ''} | [${message.type}](../${message.key}.json) | ${cell(fields(schemaOf(message.key)))} | ${cell(message.description)} |`)
  return `## ${title}\n\n| topic, under the root | message | fields | meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

const bounds = ({ minimum, maximum }: Schema): string => minimum === undefined && maximum === undefined ? '' : ` ${minimum ?? ''} … ${maximum ?? ''}`

function kind (schema: Schema): string {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum) return schema.enum.map(value => `\`${JSON.stringify(value)}\``).join(' or ')
  if (schema.anyOf) return schema.anyOf.map(kind).join(' or ')
  if (schema.type === 'array') return `array of ${schema.items ? kind(schema.items) : 'any JSON value'}`
  if (schema.properties) return `object {${fields(schema)}}`
  return `${schema.type === undefined ? 'any JSON value' : [schema.type].flat().join(' or ')}${bounds(schema)}`
}

/** Each field of a message, with its type, its default and what it means. */
function fieldList ({ type }: Message, schema: Schema): string {
  const lines = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const fallback = field.default === undefined ? '' : `, default \`${JSON.stringify(field.default)}\``
    return `- ${schema.required?.includes(name) === true ? `**${name}**` : name}: ${kind(field)}${fallback}. ${field.description ?? ''}`.trimEnd()
  })
  return `### ${type}\n\n${lines.join('\n')}\n`
}

export function messagesPage (sources: Sources, schemaOf: (key: string) => Schema): string {
  const messages = listMessages(sources)
  const of = (direction: string): Message[] => messages.filter(message => message.direction === direction)
  return [
    note,
    '# Messages\n\nFields in bold are required; unknown fields and nulls are refused.\n',
    section('To the orchestrator', of('in'), schemaOf),
    section('From the orchestrator', of('out'), schemaOf),
    '## Fields, message by message\n',
    ...messages.map(message => fieldList(message, schemaOf(message.key)))
  ].join('\n')
}

export function errorsPage ({ errors }: Sources): string {
  const rows = errors.map(({ code, meaning, retryable, action }) =>
    `| \`${code}\` | ${cell(meaning)} | ${retryable ? 'yes' : 'no'} | ${cell(action)} |`)
  return `${note}\n# Errors\n\nThe code is API, the texts are not.\n\n| code | meaning | try again | what to do |\n|---|---|---|---|\n${rows.join('\n')}\n`
}
