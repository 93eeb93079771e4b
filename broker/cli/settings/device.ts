/** The settings of a device. */
import { connectionSettings } from './client.js'
import { duration, id, list, number, oneOf, pairs, text, toggle } from './kinds.js'
import { logLevelSetting } from './root.js'

export const deviceSettings = {
  ...connectionSettings,
  id: id({ about: 'id of the device (required)' }),
  functions: text({ value: 'dir', about: 'folder of modules, one function a file, each called by its file\'s name (required, unless --modules)' }),
  label: pairs({ about: 'a fact about the device, for tasks to require' }),
  queue: list({ value: 'name', about: 'a queue that it takes tasks from, and from no others (default: default)' }),
  interface: list({ value: 'name', about: 'what it offers to functions: camera, i2c …' }),
  modules: text({ value: 'dir', about: 'run modules of deployments; they and their files are kept in this folder' }),
  camera: text({ value: 'path', about: 'with --modules: a picture, or a folder of them, for modules that want a camera; simulated: made up' }),
  sensor: pairs({ about: 'with --modules: the value of a sensor, for modules that want one' }),
  wasi: toggle({ about: 'with --modules: modules that were built for WASI preview 1 may run' }),
  capacity: number(1, 1000)({ about: 'how many tasks at once (default: 1)' }),
  mode: oneOf('push', 'pull')({ about: 'whether offers come by themselves (default: push)' }),
  begin: oneOf('explicit', 'implied')({ about: 'implied: the lease starts with the offer (default: explicit)' }),
  replies: oneOf('all', 'rejections')({ about: 'rejections: an acknowledgement says that a command was accepted (default: all)' }),
  heartbeat: duration()({ about: 'time between two signs of life (default: 10s)' }),
  results: text({ value: 'dir', about: 'folder where results are kept until they are accepted, to survive a crash' }),
  finish: duration()({ default: 0, about: 'how long what runs may go on after SIGTERM; 0: it is stopped and given back' }),
  logLevel: logLevelSetting
}
