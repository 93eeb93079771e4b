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

/** Texts of devices and apps could else move the cursor, or write in another's name. */
export function plain (text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
}
