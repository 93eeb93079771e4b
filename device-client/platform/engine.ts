// The engine's own WebAssembly, as far as it is used here: the types of Node do not tell of it.

export interface Memory { readonly buffer: ArrayBuffer }
/** Compiled; may be given to other threads. */
export interface CompiledModule { readonly isCompiled: never }
export type Imports = Record<string, Record<string, unknown>>
export interface ModuleInstance { readonly exports: Readonly<Record<string, unknown>> }

interface Engine {
  readonly compile: (binary: Uint8Array) => Promise<CompiledModule>
  readonly Instance: new (module: CompiledModule, imports: Imports) => ModuleInstance
}

export const engine: Engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly
