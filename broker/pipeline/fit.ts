/**
 * What a device with a small packet buffer is sent: never more than it takes.
 * Rejections lose `state`, then `message`; `welcome` is cut and says `more`; an
 * order to stop loses its reason; an answer keeps what it must have.
 */

/** Type and remaining length, topic length, packet id (MQTT 3.1.1, 3.3). */
const PUBLISH_OVERHEAD_BYTES = 3 + 2 + 2

/**
 * @param topicBytes of the whole topic
 * @returns the payload, shortened where it must be; undefined where nothing of it fits
 */
export function fit (topicBytes: number, topic: string, payload: string, maxPacket: number): string | undefined {
  const room = maxPacket - PUBLISH_OVERHEAD_BYTES - topicBytes
  if (Buffer.byteLength(payload) <= room) return payload
  if (topic.endsWith('rejected')) return without(['state', 'v', 'attempt', 'message', 'topic'], payload, room)
  if (topic.endsWith('/cancel')) return without(['reason'], payload, room)
  if (topic === 'welcome') return fitWelcome(payload, room)
  return topic.endsWith('/accepted') ? without(EXPENDABLE, payload, room) : undefined
}

/** Of a document about a task or a device, the largest first. */
const EXPENDABLE = [
  'result', 'logs', 'platform', 'functions', 'interfaces', 'labels', 'executing', 'node', 'error', 'note', 'reason', 'load', 'tag',
  'submitter', 'function', 'dueAt', 'deadline', 'since', 'priority', 'percent', 'mode', 'heartbeatMs', 'capacity', 'cordoned'
]

/** Gives up one field after the other until the rest fits. */
function without (expendable: readonly string[], payload: string, room: number): string | undefined {
  const fields = JSON.parse(payload) as Record<string, unknown>
  for (const field of expendable) {
    delete fields[field]
    const text = JSON.stringify(fields)
    if (Buffer.byteLength(text) <= room) return text
  }
  return undefined
}

function fitWelcome (payload: string, room: number): string | undefined {
  const { tasks, ...fields } = JSON.parse(payload) as { tasks: unknown[] }
  for (let kept = tasks.length - 1; kept >= 0; kept--) {
    const text = JSON.stringify({ ...fields, tasks: tasks.slice(0, kept), more: true })
    if (Buffer.byteLength(text) <= room) return text
  }
  return undefined
}
