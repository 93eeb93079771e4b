/**
 * Lines to stdout and stderr, and what comes from devices and apps made fit for
 * a terminal. What is said is decided by the commands.
 */

/** What a command answers. */
export function say (line: string): void {
  process.stdout.write(`${line}\n`)
}

/** What is only for people: progress, hints, complaints. */
export function hint (line: string): void {
  process.stderr.write(`${line}\n`)
}

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/g
/** Of these JSON escapes none; line breaks of its indentation are none of them. */
const CONTROLS_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Texts of devices and apps could else move the cursor, or write in another's name. */
export function plain (text: string): string {
  return text.replace(CONTROLS, ' ')
}

/** The same for JSON, which stays the same value. */
export function jsonOf (value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent) ?? ''
  return text.replace(CONTROLS_IN_JSON, control => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
