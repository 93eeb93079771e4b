/** Events about devices that no principal sent: presence that ended, offers that nobody answers, a word that ends offline. */
import { type Command, type CommandDefinition, type Decision, define } from '../../core/command.js'
import { type Known, readKnown } from './commands/presence.js'
import { happen, releasedOffline, releases } from './transition.js'

function vanished (type: 'deadline' | 'unanswered', reason: string): CommandDefinition {
  return define<object, Known>({
    key: `devices/${type}`,
    order: ({ entity }) => ({ exclusive: `device ${entity}` }),
    read: readKnown,
    decide ({ device, held }, { entity, now }): Decision {
      const { transition } = happen(device, { type, now }, reason)
      if (transition === undefined) return { transitions: [] }
      return { transitions: [transition], follow: releases(held, entity, reason, releasedOffline) }
    }
  })
}

interface Speak {
  readonly session?: number
  /** The node that serves it is gone. */
  readonly isOrphan: boolean
}

/** Any command of the current session ends offline, and brings who lost its node to this one. */
const speak = define<Speak, Known>({
  key: 'devices/speak',
  order: ({ entity }) => ({ exclusive: `device ${entity}` }),
  read: readKnown,
  decide ({ device, held }, { body, now }: Command<Speak>, { node }): Decision {
    const { device: after, transition } = happen(device, { type: 'speak', session: body.session, now, ...body.isOrphan && { adoptedBy: node } })
    if (transition === undefined || after === undefined) return { transitions: [] }
    return { transitions: [{ ...transition, notes: [{ type: 'device', id: after.id, after, held: held.length }] }] }
  }
})

export const deviceInternals: readonly CommandDefinition[] = [
  vanished('deadline', 'no sign of life'),
  vanished('unanswered', 'three offers in a row lapsed'),
  speak
]
