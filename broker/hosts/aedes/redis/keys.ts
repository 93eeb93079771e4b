/**
 * The keys of ordinary MQTT in Redis: all of them here, all behind one prefix,
 * which carries the hash tag (`{orchestra}:`).
 *
 *   mqtt:retained         HASH  topic → packet
 *   mqtt:retained-topics  ZSET  the same topics, all with score 0: a filter is looked up by the levels before its first wildcard
 *   mqtt:sessions         SET   the client ids that have subscriptions
 *   mqtt:subscriptions:ID HASH  filter → JSON of what was asked for with it
 *   mqtt:sequence         STRING  the number of the last packet that was queued for anybody
 *   mqtt:queue:ID         ZSET  the entries that wait for this client, by their numbers
 *   mqtt:packets:ID       HASH  entry → packet; empty where only its PUBREL is left
 *   mqtt:sent:ID          HASH  entry → packet identifier and back, of what was sent and not acknowledged
 *   mqtt:incoming:ID      HASH  packet identifier → packet that came with QoS 2 and was not released yet
 *   mqtt:wills            HASH  client id → id of its broker, a NUL, packet
 *
 * An entry is called `BROKER:COUNTER`, as Aedes numbers packets. A client id is
 * always the end of its key, so none can be taken for another. The bytes of a
 * packet: packets.ts.
 */
export class Keys {
  readonly retained: string
  readonly retainedTopics: string
  readonly sessions: string
  readonly sequence: string
  readonly wills: string
  readonly #mqtt: string

  constructor (prefix: string) {
    this.#mqtt = `${prefix}mqtt:`
    this.retained = `${this.#mqtt}retained`
    this.retainedTopics = `${this.#mqtt}retained-topics`
    this.sessions = `${this.#mqtt}sessions`
    this.sequence = `${this.#mqtt}sequence`
    this.wills = `${this.#mqtt}wills`
  }

  subscriptions (clientId: string): string { return `${this.#mqtt}subscriptions:${clientId}` }
  queue (clientId: string): string { return `${this.#mqtt}queue:${clientId}` }
  packets (clientId: string): string { return `${this.#mqtt}packets:${clientId}` }
  sent (clientId: string): string { return `${this.#mqtt}sent:${clientId}` }
  incoming (clientId: string): string { return `${this.#mqtt}incoming:${clientId}` }

  /** The three that make an outgoing queue, in the order in which the scripts take them. */
  outgoing (clientId: string): [string, string, string] {
    return [this.queue(clientId), this.packets(clientId), this.sent(clientId)]
  }
}
