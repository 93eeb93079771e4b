/** Short names for long ones. */
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a, of 32 bits: seven characters at the most. */
export function hashOf (text: string): string {
  let hash = FNV_OFFSET
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, FNV_PRIME) >>> 0
  return hash.toString(36)
}

/** Two of them, of 64 bits together: for names that must not meet by chance. */
export function longHashOf (text: string): string {
  return hashOf(`1${text}`) + hashOf(`2${text}`)
}
