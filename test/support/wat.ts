/** WebAssembly from its text format, for tests. */
import wabt from 'wabt'

export async function assemble (text: string): Promise<Buffer> {
  const { parseWat } = await wabt()
  const parsed = parseWat('test.wat', text)
  try {
    return Buffer.from(parsed.toBinary({}).buffer)
  } finally {
    parsed.destroy()
  }
}
