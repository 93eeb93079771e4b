// Written by `npm run generate` from the schemas; changes go there.

export interface MessageInfo {
  /** The name of its type, for people. */
  readonly type: string
  /** `in`: to the orchestrator; `out`: from it. */
  readonly direction: 'in' | 'out'
  readonly retained: boolean
  /** The payload is bytes, as they are, and no JSON. */
  readonly binary: boolean
  /** Relative to the root; more than one only where a message answers several commands. */
  readonly topics: readonly string[]
  /** Of a command: the key of the message that answers it. */
  readonly reply?: string
}

export const messages = {
  'accounts/accepted': { type: 'AccountAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/accounts/{account}/get/accepted', 'to/{principal}/accounts/{account}/remove/accepted'] },
  'accounts/get': { type: 'AccountGet', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/accounts/{account}/get'], reply: 'accounts/accepted' },
  'accounts/list-accepted': { type: 'AccountListAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/accounts/list/accepted'] },
  'accounts/list': { type: 'AccountList', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/accounts/list'], reply: 'accounts/list-accepted' },
  'accounts/put-accepted': { type: 'AccountPutAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/accounts/{account}/put/accepted'] },
  'accounts/put': { type: 'AccountPut', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/accounts/{account}/put'], reply: 'accounts/put-accepted' },
  'accounts/remove': { type: 'AccountRemove', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/accounts/{account}/remove'], reply: 'accounts/accepted' },
  'accounts/secret-accepted': { type: 'AccountSecretAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/accounts/{account}/secret/accepted'] },
  'accounts/secret': { type: 'AccountSecret', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/accounts/{account}/secret'], reply: 'accounts/secret-accepted' },
  'audit/entry': { type: 'AuditEvent', direction: 'out', retained: false, binary: false, topics: ['events/audit'] },
  'audit/list-accepted': { type: 'AuditListAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/audit/list/accepted'] },
  'audit/list': { type: 'AuditList', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/audit/list'], reply: 'audit/list-accepted' },
  'blobs/accepted': { type: 'BlobAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/blobs/{blob}/{offset}/accepted', 'to/{principal}/blobs/{blob}/put/accepted'] },
  'blobs/chunk': { type: 'BlobChunk', direction: 'in', retained: false, binary: true, topics: ['from/{principal}/blobs/{blob}/{offset}'], reply: 'blobs/accepted' },
  'blobs/get-accepted': { type: 'BlobGetAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/blobs/{blob}/get/accepted'] },
  'blobs/get': { type: 'BlobGet', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/blobs/{blob}/get'], reply: 'blobs/get-accepted' },
  'blobs/part': { type: 'BlobPart', direction: 'out', retained: false, binary: true, topics: ['to/{principal}/blobs/{blob}/{offset}'] },
  'blobs/put': { type: 'BlobPut', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/blobs/{blob}/put'], reply: 'blobs/accepted' },
  'bridges/state': { type: 'BridgeState', direction: 'out', retained: true, binary: false, topics: ['state/bridges/{bridge}'] },
  'definitions/rejected': { type: 'Rejected', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/rejected', 'to/{principal}/accounts/{account}/get/rejected', 'to/{principal}/accounts/list/rejected', 'to/{principal}/accounts/{account}/put/rejected', 'to/{principal}/accounts/{account}/remove/rejected', 'to/{principal}/accounts/{account}/secret/rejected', 'to/{principal}/audit/list/rejected', 'to/{principal}/blobs/{blob}/{offset}/rejected', 'to/{principal}/blobs/{blob}/get/rejected', 'to/{principal}/blobs/{blob}/put/rejected', 'to/{principal}/deployments/{deployment}/execute/rejected', 'to/{principal}/deployments/{deployment}/failed/rejected', 'to/{principal}/deployments/{deployment}/get/rejected', 'to/{principal}/deployments/list/rejected', 'to/{principal}/deployments/{deployment}/put/rejected', 'to/{principal}/deployments/{deployment}/ready/rejected', 'to/{principal}/deployments/{deployment}/remove/rejected', 'to/{principal}/birth/rejected', 'to/{principal}/devices/{device}/cordon/rejected', 'to/{principal}/devices/{device}/forget/rejected', 'to/{principal}/devices/{device}/get/rejected', 'to/{principal}/heartbeat/rejected', 'to/{principal}/devices/list/rejected', 'to/{principal}/logs/rejected', 'to/{principal}/next/rejected', 'to/{principal}/offline/rejected', 'to/{principal}/time/rejected', 'to/{principal}/devices/{device}/uncordon/rejected', 'to/{principal}/enrol/rejected', 'to/{principal}/enrolments/list/rejected', 'to/{principal}/enrolments/{enrolment}/put/rejected', 'to/{principal}/enrolments/{enrolment}/remove/rejected', 'to/{principal}/executions/{execution}/cancel/rejected', 'to/{principal}/executions/{execution}/get/rejected', 'to/{principal}/executions/list/rejected', 'to/{principal}/modules/{module}/get/rejected', 'to/{principal}/modules/list/rejected', 'to/{principal}/modules/{module}/put/rejected', 'to/{principal}/modules/{module}/remove/rejected', 'to/{principal}/tasks/{task}/begin/rejected', 'to/{principal}/tasks/{task}/cancel/rejected', 'to/{principal}/tasks/{task}/decline/rejected', 'to/{principal}/tasks/{task}/fail/rejected', 'to/{principal}/tasks/{task}/get/rejected', 'to/{principal}/tasks/list/rejected', 'to/{principal}/tasks/{task}/progress/rejected', 'to/{principal}/tasks/submit/rejected', 'to/{principal}/tasks/{task}/submit/rejected', 'to/{principal}/tasks/{task}/success/rejected', 'to/{principal}/tasks/{task}/why/rejected'] },
  'deployments/accepted': { type: 'DeploymentAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/deployments/{deployment}/get/accepted', 'to/{principal}/deployments/{deployment}/put/accepted', 'to/{principal}/deployments/{deployment}/remove/accepted'] },
  'deployments/execute-accepted': { type: 'DeploymentExecuteAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/deployments/{deployment}/execute/accepted'] },
  'deployments/execute': { type: 'DeploymentExecute', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/deployments/{deployment}/execute'], reply: 'deployments/execute-accepted' },
  'deployments/failed': { type: 'DeploymentFailed', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/deployments/{deployment}/failed'], reply: 'deployments/noted' },
  'deployments/get': { type: 'DeploymentGet', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/deployments/{deployment}/get'], reply: 'deployments/accepted' },
  'deployments/list-accepted': { type: 'DeploymentListAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/deployments/list/accepted'] },
  'deployments/list': { type: 'DeploymentList', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/deployments/list'], reply: 'deployments/list-accepted' },
  'deployments/noted': { type: 'DeploymentNoted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/deployments/{deployment}/failed/accepted', 'to/{principal}/deployments/{deployment}/ready/accepted'] },
  'deployments/part': { type: 'DeploymentPart', direction: 'out', retained: true, binary: false, topics: ['to/{principal}/deployments/{deployment}'] },
  'deployments/put': { type: 'DeploymentPut', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/deployments/{deployment}/put'], reply: 'deployments/accepted' },
  'deployments/ready': { type: 'DeploymentReady', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/deployments/{deployment}/ready'], reply: 'deployments/noted' },
  'deployments/remove': { type: 'DeploymentRemove', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/deployments/{deployment}/remove'], reply: 'deployments/accepted' },
  'deployments/state': { type: 'DeploymentState', direction: 'out', retained: true, binary: false, topics: ['state/deployments/{deployment}'] },
  'devices/accepted': { type: 'DeviceAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/devices/{device}/cordon/accepted', 'to/{principal}/devices/{device}/forget/accepted', 'to/{principal}/devices/{device}/get/accepted', 'to/{principal}/devices/{device}/uncordon/accepted'] },
  'devices/birth': { type: 'DeviceBirth', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/birth'], reply: 'devices/welcome' },
  'devices/cordon': { type: 'DeviceCordon', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/devices/{device}/cordon'], reply: 'devices/accepted' },
  'devices/event': { type: 'DeviceEvent', direction: 'out', retained: false, binary: false, topics: ['events/devices/{device}'] },
  'devices/forget': { type: 'DeviceForget', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/devices/{device}/forget'], reply: 'devices/accepted' },
  'devices/get': { type: 'DeviceGet', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/devices/{device}/get'], reply: 'devices/accepted' },
  'devices/heartbeat': { type: 'DeviceHeartbeat', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/heartbeat'], reply: 'devices/noted' },
  'devices/list-accepted': { type: 'DeviceListAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/devices/list/accepted'] },
  'devices/list': { type: 'DeviceList', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/devices/list'], reply: 'devices/list-accepted' },
  'devices/logs': { type: 'DeviceLogs', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/logs'], reply: 'devices/noted' },
  'devices/next-accepted': { type: 'DeviceNextAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/next/accepted'] },
  'devices/next': { type: 'DeviceNext', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/next'], reply: 'devices/next-accepted' },
  'devices/noted': { type: 'DeviceNoted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/heartbeat/accepted', 'to/{principal}/logs/accepted', 'to/{principal}/offline/accepted'] },
  'devices/offer': { type: 'DeviceOffer', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/offer'] },
  'devices/offline': { type: 'DeviceOffline', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/offline'], reply: 'devices/noted' },
  'devices/state': { type: 'DeviceState', direction: 'out', retained: true, binary: false, topics: ['state/devices/{device}'] },
  'devices/time-accepted': { type: 'TimeAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/time/accepted'] },
  'devices/time': { type: 'Time', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/time'], reply: 'devices/time-accepted' },
  'devices/uncordon': { type: 'DeviceUncordon', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/devices/{device}/uncordon'], reply: 'devices/accepted' },
  'devices/welcome': { type: 'DeviceWelcome', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/welcome'] },
  'enrolments/accepted': { type: 'EnrolmentAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/enrolments/{enrolment}/remove/accepted'] },
  'enrolments/enrol-accepted': { type: 'EnrolAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/enrol/accepted'] },
  'enrolments/enrol': { type: 'Enrol', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/enrol'], reply: 'enrolments/enrol-accepted' },
  'enrolments/list-accepted': { type: 'EnrolmentListAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/enrolments/list/accepted'] },
  'enrolments/list': { type: 'EnrolmentList', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/enrolments/list'], reply: 'enrolments/list-accepted' },
  'enrolments/put-accepted': { type: 'EnrolmentPutAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/enrolments/{enrolment}/put/accepted'] },
  'enrolments/put': { type: 'EnrolmentPut', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/enrolments/{enrolment}/put'], reply: 'enrolments/put-accepted' },
  'enrolments/remove': { type: 'EnrolmentRemove', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/enrolments/{enrolment}/remove'], reply: 'enrolments/accepted' },
  'executions/accepted': { type: 'ExecutionAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/executions/{execution}/cancel/accepted', 'to/{principal}/executions/{execution}/get/accepted'] },
  'executions/cancel': { type: 'ExecutionCancel', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/executions/{execution}/cancel'], reply: 'executions/accepted' },
  'executions/get': { type: 'ExecutionGet', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/executions/{execution}/get'], reply: 'executions/accepted' },
  'executions/list-accepted': { type: 'ExecutionListAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/executions/list/accepted'] },
  'executions/list': { type: 'ExecutionList', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/executions/list'], reply: 'executions/list-accepted' },
  'executions/state': { type: 'ExecutionState', direction: 'out', retained: true, binary: false, topics: ['state/executions/{execution}'] },
  'modules/accepted': { type: 'ModuleAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/modules/{module}/get/accepted', 'to/{principal}/modules/{module}/put/accepted', 'to/{principal}/modules/{module}/remove/accepted'] },
  'modules/get': { type: 'ModuleGet', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/modules/{module}/get'], reply: 'modules/accepted' },
  'modules/list-accepted': { type: 'ModuleListAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/modules/list/accepted'] },
  'modules/list': { type: 'ModuleList', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/modules/list'], reply: 'modules/list-accepted' },
  'modules/put': { type: 'ModulePut', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/modules/{module}/put'], reply: 'modules/accepted' },
  'modules/remove': { type: 'ModuleRemove', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/modules/{module}/remove'], reply: 'modules/accepted' },
  'nodes/state': { type: 'NodeState', direction: 'out', retained: true, binary: false, topics: ['state/nodes/{node}'] },
  'tasks/accepted': { type: 'TaskAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/{task}/cancel/accepted', 'to/{principal}/tasks/{task}/get/accepted', 'to/{principal}/tasks/{task}/submit/accepted'] },
  'tasks/begin-accepted': { type: 'TaskBeginAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/{task}/begin/accepted'] },
  'tasks/begin': { type: 'TaskBegin', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/begin'], reply: 'tasks/begin-accepted' },
  'tasks/cancel-order': { type: 'TaskCancelOrder', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/{task}/cancel'] },
  'tasks/cancel': { type: 'TaskCancel', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/cancel'], reply: 'tasks/accepted' },
  'tasks/decline': { type: 'TaskDecline', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/decline'], reply: 'tasks/noted' },
  'tasks/ended': { type: 'TaskEnded', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/{task}/ended'] },
  'tasks/event': { type: 'TaskEvent', direction: 'out', retained: false, binary: false, topics: ['events/tasks/{task}'] },
  'tasks/fail': { type: 'TaskFail', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/fail'], reply: 'tasks/noted' },
  'tasks/get': { type: 'TaskGet', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/get'], reply: 'tasks/accepted' },
  'tasks/list-accepted': { type: 'TaskListAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/list/accepted'] },
  'tasks/list': { type: 'TaskList', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/list'], reply: 'tasks/list-accepted' },
  'tasks/noted': { type: 'TaskNoted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/{task}/decline/accepted', 'to/{principal}/tasks/{task}/fail/accepted', 'to/{principal}/tasks/{task}/success/accepted'] },
  'tasks/progress-accepted': { type: 'TaskProgressAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/{task}/progress/accepted'] },
  'tasks/progress': { type: 'TaskProgress', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/progress'], reply: 'tasks/progress-accepted' },
  'tasks/state': { type: 'TaskState', direction: 'out', retained: true, binary: false, topics: ['state/tasks/{task}'] },
  'tasks/submit-many-accepted': { type: 'TaskSubmitManyAccepted', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/submit/accepted'] },
  'tasks/submit-many': { type: 'TaskSubmitMany', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/submit'], reply: 'tasks/submit-many-accepted' },
  'tasks/submit': { type: 'TaskSubmit', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/submit'], reply: 'tasks/accepted' },
  'tasks/success': { type: 'TaskSuccess', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/success'], reply: 'tasks/noted' },
  'tasks/why-accepted': { type: 'TaskWhy', direction: 'out', retained: false, binary: false, topics: ['to/{principal}/tasks/{task}/why/accepted'] },
  'tasks/why': { type: 'TaskWhyQuery', direction: 'in', retained: false, binary: false, topics: ['from/{principal}/tasks/{task}/why'], reply: 'tasks/why-accepted' }
} as const satisfies Record<string, MessageInfo>

export type MessageKey = keyof typeof messages

export const idPattern = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/
