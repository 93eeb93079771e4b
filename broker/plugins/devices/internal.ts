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

/** Any command of the current session ends offline. */
const speak = define<{ session?: number }, Known>({
  key: 'devices/speak',
  order: ({ entity }) => ({ exclusive: `device ${entity}` }),
  read: readKnown,
  decide ({ device }, { body, now }: Command<{ session?: number }>): Decision {
    const { transition } = happen(device, { type: 'speak', session: body.session, now })
    return { transitions: transition ? [transition] : [] }
  }
})

export const deviceInternals: readonly CommandDefinition[] = [
  vanished('deadline', 'no sign of life'),
  vanished('unanswered', 'three offers in a row lapsed'),
  speak
]
