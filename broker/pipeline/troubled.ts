/** What is answered where a command fails by no fault of its own. */
import type { Rejection } from '../core/command.js'

export const refusing: Rejection = { code: 'unavailable', message: 'the store takes no changes for now; try again later', retryAfterMs: 5_000 }

export const damaged: Rejection = { code: 'unavailable', message: 'what this is about is damaged in the store, whose operator is told; try again later', retryAfterMs: 5_000 }

export const defective: Rejection = { code: 'internal', message: 'the orchestrator failed at this command; its log says why' }

export const replyTooLarge: Rejection = { code: 'too-large', message: 'it was carried out, but the answer is larger than your maxPacket' }
