// Written by `npm run generate` from the schemas; changes go there.

import type { ErrorCode } from './types.js'

export interface ErrorInfo {
  readonly meaning: string
  /** Whether the same command can succeed later. */
  readonly retryable: boolean
  /** What the one who is told should do. */
  readonly action: string
}

export const errors: Readonly<Record<ErrorCode, ErrorInfo>> = {
  'not-utf8': {
    meaning: 'The payload is not valid UTF-8.',
    retryable: false,
    action: 'Encode the payload as UTF-8.'
  },
  'not-json': {
    meaning: 'The payload is not JSON.',
    retryable: false,
    action: 'Send a JSON object; an empty one is {}.'
  },
  'invalid': {
    meaning: 'The payload breaks the schema of this command; the message names the field.',
    retryable: false,
    action: 'Correct the field; unknown fields and nulls are refused.'
  },
  'unknown-command': {
    meaning: 'There is no such command.',
    retryable: false,
    action: 'Look the topic up in the topic table.'
  },
  'bad-topic': {
    meaning: 'An id in the topic has a form that is not allowed.',
    retryable: false,
    action: 'Use ids of the form [A-Za-z0-9][A-Za-z0-9_.:-]{0,63}.'
  },
  'forbidden': {
    meaning: 'The sender may not do this: a branch that is not its own, or another’s task.',
    retryable: false,
    action: 'Publish under from/ with your own principal; ask for the right to do it.'
  },
  'unknown-task': {
    meaning: 'No task with this id is kept.',
    retryable: false,
    action: 'Check the id; an ended task is forgotten after its keepMs. A device stops working on it.'
  },
  'unknown-device': {
    meaning: 'No device with this id is known.',
    retryable: false,
    action: 'Check the id; a device sends birth first.'
  },
  'unknown-account': {
    meaning: 'There is no account of this name.',
    retryable: false,
    action: 'Check the name; accounts/list tells which there are.'
  },
  'unknown-enrolment': {
    meaning: 'There is no enrolment of this id.',
    retryable: false,
    action: 'Check the id; enrolments/list tells which there are, and one that has ended is gone.'
  },
  'unknown-blob': {
    meaning: 'No blob of this SHA-256 is kept, or no upload of it has begun.',
    retryable: false,
    action: 'Begin with blobs/put; what nobody uses is removed after a day.'
  },
  'unknown-module': {
    meaning: 'There is no module of this name, or not this version of it.',
    retryable: false,
    action: 'Check the name and the version; modules/list tells which there are.'
  },
  'unknown-deployment': {
    meaning: 'There is no deployment of this name.',
    retryable: false,
    action: 'Check the name; deployments/list tells which there are.'
  },
  'unsatisfiable': {
    meaning: 'For some step there is no device that fits.',
    retryable: false,
    action: 'Read in `steps` which device was left out by what, and change the step, the module or the devices.'
  },
  'stale-revision': {
    meaning: 'The revision is not the current one of the deployment, or not higher.',
    retryable: false,
    action: 'Ask for the deployment, and go on from its revision. A device goes by the retained message that it has.'
  },
  'bad-module': {
    meaning: 'The binary is not what its description says, or not what a device may run.',
    retryable: false,
    action: 'The message names the export, the import or the memory that is wrong: mend the module or its description.'
  },
  'out-of-order': {
    meaning: 'A chunk does not begin where the upload has come to, or has another size than was agreed.',
    retryable: false,
    action: 'Ask with blobs/put how far it has come, and go on there with chunks of the size that it says.'
  },
  'hash-mismatch': {
    meaning: 'All chunks have come, and their SHA-256 is not the name of the blob.',
    retryable: false,
    action: 'Begin anew with blobs/put and restart, with the bytes that have this SHA-256.'
  },
  'stale-attempt': {
    meaning: 'The sender does not hold this attempt: it is over, or another device has the task.',
    retryable: false,
    action: 'Stop working on this attempt.'
  },
  'stale-session': {
    meaning: 'The device has started again since; session tells the current one.',
    retryable: false,
    action: 'Stop; a device that knows itself newer sends birth with session + 1.'
  },
  'conflict': {
    meaning: 'Another task has this id: its content differs.',
    retryable: false,
    action: 'Choose another id.'
  },
  'ended': {
    meaning: 'The task has ended; what was asked can no longer change it.',
    retryable: false,
    action: 'Read its state; a device stops working on it.'
  },
  'too-late': {
    meaning: 'The time notAfter has passed.',
    retryable: false,
    action: 'Don’t send it again; submit a new task if it is still wanted.'
  },
  'too-large': {
    meaning: 'The payload is larger than allowed.',
    retryable: false,
    action: 'Send less, or put the data in a blob and send its hash.'
  },
  'result-too-large': {
    meaning: 'The result is larger than allowed.',
    retryable: false,
    action: 'Put the result in a blob and send its hash; or fail the task.'
  },
  'clean-session-required': {
    meaning: 'A birth with begin:"implied" came over a connection with a persistent session, where a late offer would start a lease unseen.',
    retryable: false,
    action: 'Connect with a clean session, or use begin:"explicit".'
  },
  'unavailable': {
    meaning: 'The store can’t decide now.',
    retryable: true,
    action: 'Send it again after retryAfterMs.'
  },
  'quota': {
    meaning: 'The sender has reached a limit.',
    retryable: true,
    action: 'Send it again after retryAfterMs, and less often.'
  },
  'internal': {
    meaning: 'The orchestrator has a defect; nothing changed.',
    retryable: true,
    action: 'Send it again once; report it if it persists.'
  },
  'unknown-execution': {
    meaning: 'There is no such execution, or it is no longer kept.',
    retryable: false,
    action: 'Check the name, or execute it under a new one.'
  },
  'in-use': {
    meaning: 'It can\'t be removed: something that stands uses it.',
    retryable: false,
    action: 'Remove or change what the message names first.'
  },
  'unknown-workflow': {
    meaning: 'There is no such run of a workflow, or it is no longer kept.',
    retryable: false,
    action: 'Check its name, or submit it again.'
  },
  'unknown-template': {
    meaning: 'There is no such saved workflow or function.',
    retryable: false,
    action: 'Check its name, or put it first.'
  },
  'unknown-schedule': {
    meaning: 'There is no such schedule.',
    retryable: false,
    action: 'Check its name, or put it first.'
  },
  'unknown-service': {
    meaning: 'There is no such service.',
    retryable: false,
    action: 'Check its name, or put it first.'
  },
  'bad-args': {
    meaning: 'The arguments are not as the devices that could take the task describe them.',
    retryable: false,
    action: 'The message names the field and a device: correct the field; functions/list tells what each function takes.'
  }
}
