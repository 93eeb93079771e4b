/** The devices: everything that a device says of itself and people say of it, and what happens to devices by itself. */
import type { CommandDefinition } from '../../core/command.js'
import { functionCommands } from './commands/functions.js'
import { manageCommands } from './commands/manage.js'
import { presenceCommands } from './commands/presence.js'
import { workCommands } from './commands/work.js'
import { deviceInternals } from './internal.js'

export { deviceDocument, deviceEventDocument, deviceIndexes, type DeviceNow } from './documents.js'
export { presenceEnd } from './lifecycle.js'

export const deviceCommands: readonly CommandDefinition[] = [
  ...presenceCommands, ...workCommands, ...manageCommands, ...functionCommands, ...deviceInternals
]
