/*
 * What each packet that a client may send looks like (MQTT 3.1.1, chapter 3), as a table: which first bytes are allowed, and
 * which fields follow. Only data and the rules for single numbers; the inspector walks over it.
 * What topics and filters mean, and who may use them, is not decided here.
 */

export interface Field {
  readonly name: string
  /** `text` and `bytes` have a length of two bytes in front, `rest` is whatever remains of the packet. */
  readonly form: 'byte' | 'short' | 'text' | 'bytes' | 'rest'
  readonly wildcards?: boolean
  /** What is wrong with the number, or with the length of a text. */
  readonly refuse?: (value: number) => string | undefined
  /** The fields that come after this one, where its value decides that. */
  readonly follow?: (value: number) => readonly Field[]
}

export interface PacketForm {
  readonly name: string
  readonly fields: readonly Field[]
  /** Fields that may come again until the packet ends. */
  readonly repeat?: readonly Field[]
}

const nonZero = (value: number) => value === 0 ? 'is zero' : undefined
const nonEmpty = (length: number) => length === 0 ? 'is empty' : undefined

const packetId: Field = { name: 'packet id', form: 'short', refuse: nonZero }
const topic: Field = { name: 'topic', form: 'text', wildcards: false, refuse: nonEmpty }
const filter: Field = { name: 'topic filter', form: 'text', refuse: nonEmpty }
const payload: Field = { name: 'payload', form: 'rest' }
const requestedQos: Field = {
  name: 'requested QoS',
  form: 'byte',
  refuse: value => value > 2 ? 'is not 0, 1 or 2' : undefined
}

/** Fields of a version that we don't speak. Aedes answers its CONNECT with return code 1, so it has to get there. */
export const opaque: readonly Field[] = [{ name: 'content', form: 'rest' }]

const connectFlag = { reserved: 0x01, will: 0x04, willQos: 0x18, willRetain: 0x20, password: 0x40, user: 0x80 }

function refuseConnectFlags (flags: number): string | undefined {
  const has = (mask: number) => (flags & mask) !== 0
  if (has(connectFlag.reserved)) return 'have the reserved bit set'                             // MQTT-3.1.2-3
  if (!has(connectFlag.will) && has(connectFlag.willQos | connectFlag.willRetain)) return 'describe no will' // 3.1.2-13, -15
  if ((flags & connectFlag.willQos) === connectFlag.willQos) return 'ask for will QoS 3'        // MQTT-3.1.2-14
  if (has(connectFlag.password) && !has(connectFlag.user)) return 'have a password but no user' // MQTT-3.1.2-22
  return undefined
}

function connectPayload (flags: number): readonly Field[] {
  const fields: Field[] = [{ name: 'keep alive', form: 'short' }, { name: 'client id', form: 'text' }]
  if (flags & connectFlag.will) {
    fields.push({ ...topic, name: 'will topic' }, { name: 'will payload', form: 'bytes' })
  }
  if (flags & connectFlag.user) fields.push({ name: 'user name', form: 'text' })
  if (flags & connectFlag.password) fields.push({ name: 'password', form: 'bytes' })
  return fields
}

const connectFlags: Field = {
  name: 'connect flags',
  form: 'byte',
  refuse: refuseConnectFlags,
  follow: connectPayload
}

// The top bit marks a bridge, by a convention of Mosquitto's that Aedes understands.
const protocolLevel: Field = {
  name: 'protocol level',
  form: 'byte',
  follow: level => (level & 0x7f) >= 5 ? opaque : [connectFlags]
}

export const connect: PacketForm = { name: 'CONNECT', fields: [{ name: 'protocol name', form: 'text' }, protocolLevel] }

const publish0: PacketForm = { name: 'PUBLISH', fields: [topic, payload] }
const publish: PacketForm = { name: 'PUBLISH', fields: [topic, packetId, payload] }

/** Packet type and its only allowed flags (MQTT-2.2.2-2), but for PUBLISH, whose flags vary. */
const fixedFlags: ReadonlyArray<readonly [type: number, flags: number, form: PacketForm]> = [
  [1, 0, connect],
  [4, 0, { name: 'PUBACK', fields: [packetId] }],
  [5, 0, { name: 'PUBREC', fields: [packetId] }],
  [6, 2, { name: 'PUBREL', fields: [packetId] }],
  [7, 0, { name: 'PUBCOMP', fields: [packetId] }],
  [8, 2, { name: 'SUBSCRIBE', fields: [packetId, filter, requestedQos], repeat: [filter, requestedQos] }],
  [10, 2, { name: 'UNSUBSCRIBE', fields: [packetId, filter], repeat: [filter] }],
  [12, 0, { name: 'PINGREQ', fields: [] }],
  [14, 0, { name: 'DISCONNECT', fields: [] }]
]

function publishForm (flags: number): PacketForm | string {
  const qos = (flags >> 1) & 3
  if (qos === 3) return 'PUBLISH with QoS 3'                                                    // MQTT-3.3.1-4
  if (qos === 0) return flags & 8 ? 'PUBLISH with QoS 0 marked as a duplicate' : publish0       // MQTT-3.3.1-2
  return publish
}

function formOf (firstByte: number): PacketForm | string {
  const type = firstByte >> 4
  const flags = firstByte & 0x0f
  if (type === 3) return publishForm(flags)
  const row = fixedFlags.find(([rowType]) => rowType === type)
  if (row === undefined) return `packet type ${type} is not one that a client may send`
  const [, required, form] = row
  return flags === required ? form : `${form.name} with flags ${flags} instead of ${required}`
}

/** By the first byte of a packet: its form, or what is wrong with it. */
export const forms: ReadonlyArray<PacketForm | string> = Array.from({ length: 256 }, (_, byte) => formOf(byte))
