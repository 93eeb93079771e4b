// Writes `asyncapi.yaml`: the topics as an AsyncAPI 3 document, told from the orchestrator's side, so that what a device
// publishes is an operation `receive`. Each command has a channel for its replies, with `{outcome}` as the last level.

import { stringify } from 'yaml'
import { listMessages, messageOf, rejectedKey, replyTopic, type Message } from './catalogue.js'
import { bare, resolve, type Link } from './resolve.js'
import type { Sources } from './sources.js'

type Dict = Record<string, unknown>

const root = 'orchestra/v1'

const description = `Devices and tasks over MQTT 3.1.1. All topics lie under one root, \`${root}\` unless configured otherwise.

- \`from/{principal}/…\` is published by that principal alone: commands.
- \`to/{principal}/…\` is published by the orchestrator for that principal alone: offers and replies.
- \`state/…\` holds retained facts, \`events/…\` tells changes as they happen.

A command is answered on \`to/{principal}/…/accepted\` or \`…/rejected\`; \`birth\` by \`welcome\`. Payloads are UTF-8 JSON
objects; unknown fields and nulls are refused. What the orchestrator sends is QoS 1. On the embedded broker the PUBACK of
a command says that its effect is stored; on a foreign one, \`accepted\` says it.`

const parameters: Record<string, Dict> = {
  principal: { description: 'The MQTT user name, or the client id on a broker without accounts.' },
  task: { description: 'The id of a task.' },
  device: { description: 'The principal that is the device.' },
  node: { description: 'The name of a node of the orchestrator.' },
  account: { description: 'The name of an account: a user name.' },
  enrolment: { description: 'The id of an enrolment.' },
  blob: { description: 'The SHA-256 of a blob, in 64 hexadecimal digits.' },
  offset: { description: 'Where in a blob its bytes begin.' },
  module: { description: 'The name of a module.' },
  deployment: { description: 'The name of a deployment.' },
  execution: { description: 'The name of an execution.' },
  run: { description: 'The name of a run of a workflow.' },
  queue: { description: 'The name of a queue.' },
  service: { description: 'The name of a service.' },
  schedule: { description: 'The name of a schedule.' },
  template: { description: 'The name of a saved workflow or function.' },
  bridge: { description: 'The name of a bridge to another broker.' },
  outcome: { description: 'How the command went.', enum: ['accepted', 'rejected'] }
}

const dotted = (key: string): string => key.replace('definitions/', '').replaceAll('/', '.')
const channelRef = (id: string): Dict => ({ $ref: `#/channels/${id}` })
const messageRef = (channel: string, type: string): Dict => ({ $ref: `#/channels/${channel}/messages/${type}` })
const bindings = (retain: boolean): Dict => ({ mqtt: { qos: 1, retain, bindingVersion: '0.2.0' } })

function channel (topic: string, description: string, messages: Message[]): Dict {
  const names = [...topic.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
  return {
    address: `${root}/${topic}`,
    description,
    messages: Object.fromEntries(messages.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
    ...names.length > 0 && { parameters: Object.fromEntries(names.map(name => [name, parameters[name]])) }
  }
}

interface Surface { channels: Dict, operations: Dict }

/** A message that the orchestrator sends of its own accord, or that answers on a topic of its own. */
function addSent (surface: Surface, message: Message, topic: string): void {
  const id = dotted(message.key)
  surface.channels[id] = channel(topic, message.description, [message])
  surface.operations[`send${message.type}`] = {
    action: 'send',
    channel: channelRef(id),
    summary: message.description,
    messages: [messageRef(id, message.type)],
    bindings: bindings(message.retained)
  }
}

interface Answers { accepted: Message, rejected: Message, acceptedHasTopic: boolean }

function addCommand (surface: Surface, command: Message, topic: string, answers: Answers): void {
  const { accepted, rejected, acceptedHasTopic } = answers
  const id = dotted(command.key)
  const here = acceptedHasTopic ? [rejected] : [accepted, rejected]
  surface.channels[id] = channel(topic, command.description, [command])
  surface.channels[`${id}.reply`] = channel(replyTopic(topic, acceptedHasTopic ? 'rejected' : '{outcome}'), `Answers \`${id}\`.`, here)
  const [replyId, replies] = acceptedHasTopic ? [dotted(accepted.key), [accepted]] : [`${id}.reply`, here]
  surface.operations[`receive${command.type}`] = {
    action: 'receive',
    channel: channelRef(id),
    summary: command.description,
    messages: [messageRef(id, command.type)],
    bindings: bindings(false),
    reply: { channel: channelRef(replyId), messages: replies.map(({ type }) => messageRef(replyId, type)) }
  }
}

function surfaceOf (sources: Sources, messages: Message[]): Surface {
  const surface: Surface = { channels: {}, operations: {} }
  const topicOf = (key: string): string | undefined => sources.schemas.get(key)?.['x-topic']
  const rejected = messageOf(messages, rejectedKey)
  for (const message of messages) {
    const topic = topicOf(message.key)
    if (topic === undefined) continue
    if (message.reply === undefined) {
      addSent(surface, message, topic)
    } else {
      const accepted = messageOf(messages, message.reply)
      addCommand(surface, message, topic, { accepted, rejected, acceptedHasTopic: topicOf(accepted.key) !== undefined })
    }
  }
  return surface
}

const linkToComponent: Link = title => ({ $ref: `#/components/schemas/${title}` })

function componentsOf (sources: Sources, messages: Message[]): Dict {
  const schemas: Dict = {}
  for (const [key, { title }] of sources.schemas) {
    if (title !== undefined) schemas[title] = bare(resolve(sources, key, linkToComponent))
  }
  const describe = ({ key, type, description, binary }: Message): Dict => ({
    name: type,
    title: type,
    summary: description,
    contentType: binary ? 'application/octet-stream' : 'application/json',
    payload: { $ref: `#/components/schemas/${type}` },
    examples: sources.schemas.get(key)?.examples?.map(payload => ({ payload }))
  })
  return { messages: Object.fromEntries(messages.map(message => [message.type, describe(message)])), schemas }
}

export function asyncapiFile (sources: Sources): string {
  const messages = listMessages(sources)
  const document = {
    asyncapi: '3.0.0',
    info: { title: 'aedes-orchestra: devices and tasks', version: '1.0.0', description, license: { name: 'MIT' } },
    defaultContentType: 'application/json',
    servers: { local: { host: 'localhost:1883', protocol: 'mqtt', protocolVersion: '3.1.1', description: 'What `orchestra serve` listens on by default.' } },
    ...surfaceOf(sources, messages),
    components: componentsOf(sources, messages)
  }
  return `# Written by \`npm run generate\` from the schemas; changes go there.\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`
}
