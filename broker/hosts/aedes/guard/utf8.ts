/*
 * Checks MQTT's UTF-8 strings (MQTT 3.1.1, 1.5.3) byte by byte, across chunk borders: the UTF-8 decoder of the WHATWG
 * encoding standard without its output, so overlong forms, surrogates and what is beyond U+10FFFF fall out by the bounds.
 * It keeps three numbers and must never keep, copy or decode text.
 */

const NUL = 0x00
const HASH = 0x23
const PLUS = 0x2b

export interface TextScanner {
  /** Looks at `chunk[start..end)`, the next piece of the text; returns what is wrong with it. */
  scan (chunk: Buffer, start: number, end: number, wildcardsAllowed: boolean): string | undefined
  /** Ends the text, and gets ready for another one; returns what is wrong if it stopped within a character. */
  finish (): string | undefined
}

const notUtf8 = 'is not valid UTF-8'

export function createTextScanner (): TextScanner {
  let continuations = 0
  let lower = 0x80
  let upper = 0xbf

  function expect (count: number, lowest = 0x80, highest = 0xbf): boolean {
    continuations = count
    lower = lowest
    upper = highest
    return true
  }

  function lead (byte: number): boolean {
    if (byte >= 0xc2 && byte <= 0xdf) return expect(1)
    if (byte === 0xe0) return expect(2, 0xa0)
    if (byte === 0xed) return expect(2, 0x80, 0x9f)
    if (byte >= 0xe1 && byte <= 0xef) return expect(2)
    if (byte === 0xf0) return expect(3, 0x90)
    if (byte === 0xf4) return expect(3, 0x80, 0x8f)
    if (byte >= 0xf1 && byte <= 0xf3) return expect(3)
    return false
  }

  function beyondAscii (byte: number): boolean {
    if (continuations === 0) return lead(byte)
    return byte >= lower && byte <= upper && expect(continuations - 1)
  }

  return {
    scan (chunk, start, end, wildcardsAllowed) {
      for (let at = start; at < end; at++) {
        const byte = chunk[at] as number
        if (byte >= 0x80 || continuations > 0) {
          if (!beyondAscii(byte)) return notUtf8
        } else if (byte === NUL) {
          return 'contains U+0000'
        } else if (!wildcardsAllowed && (byte === HASH || byte === PLUS)) {
          return 'contains a wildcard'
        }
      }
      return undefined
    },

    finish () {
      const cut = continuations > 0
      continuations = 0
      return cut ? notUtf8 : undefined
    }
  }
}
