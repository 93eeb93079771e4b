/** This process' own engine for WebAssembly, which neither the types of Node nor those of the language know. */
interface Engine { readonly validate: (binary: Uint8Array) => boolean }

/** Whether it would take this binary. */
export function isValidWasm (binary: Uint8Array): boolean {
  const { WebAssembly: engine } = globalThis as unknown as { readonly WebAssembly: Engine }
  return engine.validate(binary)
}
