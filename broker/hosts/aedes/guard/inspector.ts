/*
 * Looks at the bytes that a client sends, as they come, and tells the first thing that MQTT 3.1.1 forbids or that is larger
 * than allowed. Pure: it knows no sockets. Packets may be cut anywhere; between chunks it keeps a few numbers, never bytes,
 * so that nothing a client sends can make it grow. It must not change, copy or delay what it looks at.
 */
import { connect, forms, opaque } from './packets.js'
import type { Field, PacketForm } from './packets.js'
import { createTextScanner } from './utf8.js'

export interface PacketLimits {
  /** Largest packet in bytes, its header included. */
  readonly maxPacket: number
  /** Largest CONNECT packet in bytes: what a stranger may send before anyone has looked at who it is. */
  readonly maxConnect: number
  /** Where packets are counted, by their first byte. */
  readonly received?: Float64Array | undefined
}

export interface Violation {
  readonly code: 'packet-too-large' | 'packet-malformed' | 'packet-unexpected'
  readonly message: string
  /** Where in this chunk the offending packet starts; 0 if it started in an earlier one. */
  readonly at: number
}

export interface Inspector {
  inspect (chunk: Buffer): Violation | undefined
  /** Whether a whole, correct CONNECT has passed. */
  readonly connected: boolean
  /** How many packets have begun. */
  readonly packets: number
}

export function createInspector (limits: PacketLimits): Inspector {
  return new FrameInspector(limits)
}

// What the next byte belongs to.
const HEADER = 0
const LENGTH = 1
const NUMBER = 2
const TEXT = 3
const SKIPPED = 4

const uncounted = new Float64Array(256)

class FrameInspector implements Inspector {
  connected = false
  packets = 0
  private readonly limits: PacketLimits
  private readonly received: Float64Array
  private readonly scanner = createTextScanner()
  private stage = HEADER
  private form: PacketForm = connect
  private fields: readonly Field[] = connect.fields
  private nextField = 0
  private field: Field | undefined
  /** Bytes of the packet that no field has claimed yet. */
  private unclaimed = 0
  /** Bytes still to come of the number, text or skipped part that is being read. */
  private missing = 0
  private value = 0
  private lengthBytes = 0
  private opaqueVersion = false
  private fault: Omit<Violation, 'at'> | undefined

  constructor (limits: PacketLimits) {
    this.limits = limits
    this.received = limits.received ?? uncounted
  }

  inspect (chunk: Buffer): Violation | undefined {
    let packetStart = 0
    let at = 0
    while (at < chunk.length && this.fault === undefined) {
      if (this.stage === HEADER) packetStart = at
      at = this.take(chunk, at)
    }
    return this.fault && { ...this.fault, at: packetStart }
  }

  private take (chunk: Buffer, at: number): number {
    if (this.stage === TEXT || this.stage === SKIPPED) return this.takeRun(chunk, at)
    const byte = chunk[at] as number
    if (this.stage === HEADER) this.header(byte)
    else if (this.stage === LENGTH) this.length(byte)
    else this.number(byte)
    return at + 1
  }

  private takeRun (chunk: Buffer, at: number): number {
    const end = Math.min(at + this.missing, chunk.length)
    if (this.stage === TEXT) this.textFault(this.scanner.scan(chunk, at, end, this.field?.wildcards !== false))
    this.missing -= end - at
    if (this.missing === 0) this.runDone()
    return end
  }

  private runDone (): void {
    if (this.stage === TEXT) this.textFault(this.scanner.finish())
    this.openField()
  }

  private header (byte: number): void {
    const form = forms[byte]
    if (form === undefined || typeof form === 'string') return this.fail('packet-malformed', String(form))
    if ((form === connect) === this.connected) return this.unexpected(form)
    this.received[byte]!++
    this.packets++
    this.form = form
    this.fields = this.opaqueVersion ? opaque : form.fields
    this.nextField = 0
    this.unclaimed = 0
    this.lengthBytes = 0
    this.stage = LENGTH
  }

  // MQTT-3.1.0-1, MQTT-3.1.0-2
  private unexpected (form: PacketForm): void {
    this.fail('packet-unexpected', this.connected ? 'a second CONNECT' : `${form.name} before CONNECT`)
  }

  // MQTT 3.1.1, 2.2.3: seven bits a byte, the lowest first, at most four bytes
  private length (byte: number): void {
    this.unclaimed += (byte & 0x7f) << (7 * this.lengthBytes++)
    if (byte < 0x80) return this.lengthDone()
    if (this.lengthBytes === 4) this.fail('packet-malformed', 'remaining length has more than four bytes')
  }

  private lengthDone (): void {
    const size = 1 + this.lengthBytes + this.unclaimed
    const limit = this.connected ? 'maxPacket' : 'maxConnect'
    if (size > this.limits[limit]) {
      return this.fail('packet-too-large', `packet of ${size} bytes is larger than ${limit} ${this.limits[limit]}`)
    }
    this.openField()
  }

  private openField (): void {
    if (this.fault !== undefined) return
    const field = this.fields[this.nextField++]
    this.field = field
    if (field === undefined) this.fieldsDone()
    else if (field.form === 'rest') this.run(SKIPPED, this.unclaimed)
    else this.claimNumber(field.form === 'byte' ? 1 : 2)
  }

  private fieldsDone (): void {
    if (this.unclaimed === 0) return this.packetDone()
    if (this.form.repeat === undefined) return this.malformed(`has ${this.unclaimed} bytes too many`)
    this.fields = this.form.repeat
    this.nextField = 0
    this.openField()
  }

  private packetDone (): void {
    this.stage = HEADER
    this.connected = true
    this.opaqueVersion = this.fields === opaque
  }

  private claimNumber (bytes: number): void {
    if (!this.claim(bytes)) return
    this.value = 0
    this.stage = NUMBER
  }

  private number (byte: number): void {
    this.value = this.value << 8 | byte
    if (--this.missing === 0) this.numberDone()
  }

  private numberDone (): void {
    const { field, value } = this
    const wrong = field?.refuse?.(value)
    if (wrong !== undefined) return this.malformed(`${field?.name} ${wrong}`)
    if (field?.form === 'text') return this.run(TEXT, value)
    if (field?.form === 'bytes') return this.run(SKIPPED, value)
    if (field?.follow !== undefined) {
      this.fields = field.follow(value)
      this.nextField = 0
    }
    this.openField()
  }

  private run (stage: typeof TEXT | typeof SKIPPED, bytes: number): void {
    if (!this.claim(bytes)) return
    this.stage = stage
    if (bytes === 0) this.runDone()
  }

  private claim (bytes: number): boolean {
    if (bytes > this.unclaimed) {
      this.malformed(`${this.field?.name} goes beyond the end of the packet`)
      return false
    }
    this.unclaimed -= bytes
    this.missing = bytes
    return true
  }

  private textFault (wrong: string | undefined): void {
    if (wrong !== undefined) this.malformed(`${this.field?.name} ${wrong}`)
  }

  private malformed (wrong: string): void {
    this.fail('packet-malformed', `${this.form.name}: ${wrong}`)
  }

  // The first fault counts: what is found after it may be its consequence.
  private fail (code: Violation['code'], message: string): void {
    this.fault ??= { code, message }
  }
}
