/**
 * Parts with a key of their own, as they were written last: what is submitted,
 * claimed and offered within a short time is not read from disk.
 */

/** In UTF-16 units, so up to twice as many bytes. */
const CHARS_MAX = 16 * 2 ** 20
const CHARS_LEFT = CHARS_MAX * 3 / 4
const PART_CHARS_MAX = 16 * 2 ** 10

export class PartCache {
  /** In the order in which they were set. */
  readonly #texts = new Map<string, string>()
  #chars = 0

  get (key: string): string | undefined {
    return this.#texts.get(key)
  }

  set (key: string, text: string): void {
    this.delete(key)
    if (text.length > PART_CHARS_MAX) return
    this.#texts.set(key, text)
    this.#chars += text.length
    if (this.#chars > CHARS_MAX) this.#forgetOldest()
  }

  delete (key: string): void {
    const text = this.#texts.get(key)
    if (text === undefined) return
    this.#texts.delete(key)
    this.#chars -= text.length
  }

  /** Many at once: a map walks over all that was deleted from it to find its first entry. */
  #forgetOldest (): void {
    for (const oldest of this.#texts.keys()) {
      if (this.#chars <= CHARS_LEFT) break
      this.delete(oldest)
    }
  }
}
