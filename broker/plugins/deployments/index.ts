/** Deployments: everything under `from/{p}/deployments/…`, told on `state/deployments/+` and, to each device its part, on `to/{d}/deployments/+`. */
export { deploymentCommands } from './commands.js'
export { deploymentDocument, devicesOf, partDocument } from './documents.js'
