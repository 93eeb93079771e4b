/** The steps that many tests begin with: a task submitted, offered, begun. Nothing is asserted here but that they succeed. */
import type { Body, Talker } from './rig.js'

export async function submit (app: Talker, task: string, content: object = {}): Promise<Body> {
  return await app.ask(`tasks/${task}/submit`, { function: 'work', ...content })
}

/** Submitted and offered to this device; resolves with the attempt. */
export async function offered (app: Talker, device: Talker, task: string, content: object = {}): Promise<number> {
  await submit(app, task, content)
  return await offerOf(device, task)
}

/** The attempt of the next offer of this task. */
export async function offerOf (device: Talker, task: string): Promise<number> {
  const offer = await device.next(({ topic, body }) => topic === `to/${device.name}/offer` && body?.task === task, `an offer of ${task}`)
  return Number(offer.body?.attempt)
}

/** Submitted, offered and begun; resolves with the attempt. */
export async function begun (app: Talker, device: Talker, task: string, content: object = {}): Promise<number> {
  const attempt = await offered(app, device, task, content)
  await device.ask(`tasks/${task}/begin`, { attempt })
  return attempt
}

/** Submitted, offered, begun and done. */
export async function completed (app: Talker, device: Talker, task: string, content: object = {}): Promise<number> {
  const attempt = await begun(app, device, task, content)
  await device.ask(`tasks/${task}/success`, { attempt })
  return attempt
}
