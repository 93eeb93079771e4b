// The contract, for programs: types, validators, the tables of messages and errors, and which message a topic carries.
// It depends on nothing else of the project; everything it knows comes from the schemas in this folder.

import { fileURLToPath } from 'node:url'
import { idPattern } from './generated/messages.js'

export type * from './generated/types.js'
export { messages, type MessageInfo, type MessageKey } from './generated/messages.js'
export { errors, type ErrorInfo } from './generated/errors.js'
export { isRetained, matchTopic, type Direction, type TopicMatch, type TopicParams } from './topics.js'
export { validate, type ValidationProblem } from './validate.js'

/** Whether it may name a principal, a task, a device or anything else of ours. */
export const isId = (text: string): boolean => idPattern.test(text)

/** Where the AsyncAPI document lies; the package ships `schemas/` beside `dist/`. */
export const asyncapiPath = fileURLToPath(new URL('../../schemas/generated/asyncapi.yaml', import.meta.url))

/** What a topic script may say. */
export const scriptSchemaPath = fileURLToPath(new URL('../../schemas/scripts/script.json', import.meta.url))
