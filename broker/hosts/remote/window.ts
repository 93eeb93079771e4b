/**
 * What has come over one connection and is not acknowledged: so many packets at
 * most, then no more is read, and acknowledged in the order in which they came
 * (MQTT 3.1.1, 4.6). mqtt.js by itself holds one, and answers no pings meanwhile.
 */
import type { Duplex } from 'node:stream'
import type { IPublishPacket, MqttClient } from 'mqtt'
import { generate } from 'mqtt-packet'

/** Of a broker that sends more without an acknowledgement, the rest waits in its socket. */
const HELD_MAX = 64
/** Tells mqtt.js to go on, without an acknowledgement of its own. */
const LATER = new Error('acknowledged later')

interface Held {
  /** Absent: of QoS 0 nothing is acknowledged. */
  readonly messageId: number | undefined
  isDone: boolean
}

/** @param receive calls `done` once the packet may be acknowledged */
export function receiveInWindow (client: MqttClient, receive: (packet: IPublishPacket, done: () => void) => void): void {
  const held: Held[] = []
  let next: (() => void) | undefined
  const acknowledge = (): void => {
    const stillHeld = held.findIndex(({ isDone }) => !isDone)
    const over = held.splice(0, stillHeld < 0 ? held.length : stillHeld)
    if (over.length === 0) return
    const acknowledgements = over.flatMap(({ messageId }) => messageId === undefined ? [] : [generate({ cmd: 'puback', messageId })])
    const { stream } = client as { stream?: Duplex }
    if (acknowledgements.length > 0 && stream?.writable === true) stream.write(Buffer.concat(acknowledgements))
    const goOn = next
    next = undefined
    goOn?.()
  }
  client.handleMessage = (packet, done) => {
    const one: Held = { messageId: packet.qos === 0 ? undefined : packet.messageId, isDone: false }
    held.push(one)
    receive(packet, () => {
      one.isDone = true
      acknowledge()
    })
    if (held.length < HELD_MAX) done(LATER)
    else next = () => done(LATER)
  }
}
