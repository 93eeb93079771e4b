/**
 * What is said in a message: fields, and texts that are JSON already (arguments
 * and results are kept as text) and go in as they are. Pure.
 */

export class WithTexts {
  constructor (readonly fields: object, readonly texts: Readonly<Record<string, string | undefined>>) {}
}

/** A JSON object; its `ref` is the one that the command asked to have repeated. */
export function renderPayload (payload: object, ref?: string): string {
  const { fields, texts } = payload instanceof WithTexts ? payload : { fields: payload, texts: undefined }
  let text = JSON.stringify(ref === undefined ? fields : { ...fields, ref })
  if (texts === undefined) return text
  for (const name in texts) {
    const value = texts[name]
    if (value !== undefined) text = `${text.slice(0, -1)}${text.length > 2 ? ',' : ''}${JSON.stringify(name)}:${value}}`
  }
  return text
}
