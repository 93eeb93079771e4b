/** This side of a bridge, where nothing is but what the test hands to it. */
import type { Local } from '../../mosquitto-compat/bridge/index.js'

export const alone: Local = {
  prefix: 'orchestra/v1/',
  command: (_topic, _payload, _qos, decided) => decided(true),
  publish: async () => {},
  async * retained () {},
  async * facts () {},
  fact: async () => undefined,
  say: async () => {},
  tell: () => {}
}
