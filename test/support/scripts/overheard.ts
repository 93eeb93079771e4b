/** Listens in on the connections of a target: which messages of the contract were said and told, and whether they are as their schemas say. */
import type { Duplex } from 'node:stream'
import mqtt from 'mqtt-packet'
import type { Target } from '../../../broker/scripts/index.js'
import { type Direction, type MessageKey, matchTopic, messages, validate } from '../../../schemas/index.js'

export class Overheard {
  readonly keys = new Set<MessageKey>()
  /** As in `tasks began`. */
  readonly events = new Set<string>()
  readonly problems: string[] = []

  on (target: Target): Target {
    return {
      ...target,
      open: async script => {
        const stage = await target.open(script)
        return { ...stage, connect: async node => this.#tap(await stage.connect(node), stage.root) }
      }
    }
  }

  #tap (stream: Duplex, root: string): Duplex {
    const [said, told] = [this.#parser(root, 'in'), this.#parser(root, 'out')]
    const write = stream.write.bind(stream) as (chunk: Buffer) => boolean
    stream.write = (chunk: Buffer) => {
      said.parse(chunk)
      return write(chunk)
    }
    stream.on('data', (chunk: Buffer) => told.parse(chunk))
    return stream
  }

  #parser (root: string, direction: Direction): ReturnType<typeof mqtt.parser> {
    return mqtt.parser({ protocolVersion: 4 }).on('packet', packet => {
      if (packet.cmd === 'publish' && packet.topic.startsWith(`${root}/`)) this.#note(packet.topic.slice(root.length + 1), packet.payload.toString(), direction)
    })
  }

  #note (topic: string, text: string, direction: Direction): void {
    // An unknown command is rejected where its reply would have been.
    const key = matchTopic(direction, topic)?.key ?? (direction === 'out' && topic.endsWith('/rejected') ? 'definitions/rejected' : undefined)
    if (key !== undefined) this.keys.add(key)
    if (direction === 'in' || text === '') return
    if (key === undefined) {
      this.problems.push(`${topic}: no message of the contract`)
      return
    }
    if (messages[key].binary) return
    const body = JSON.parse(text) as { event?: string }
    const problem = validate(key, body)
    if (problem !== undefined) this.problems.push(`${topic}: ${problem.message}: ${text}`)
    if (topic.startsWith('events/')) this.events.add(`${topic.split('/')[1] ?? ''} ${body.event ?? ''}`)
  }
}
