// Where the branches of one principal lie under a root, and what may name one.

import { isId } from '../schemas/index.js'

export const defaultRoot = 'orchestra/v1'

export interface Branches {
  readonly root: string
  /** `{root}/from/{me}/` */
  readonly from: string
  /** `{root}/to/{me}/` */
  readonly to: string
}

/** @throws TypeError for a root or an id that the contract doesn't allow. */
export function branchesOf (id: string, root = defaultRoot): Branches {
  if (!isId(id)) throw new TypeError(`id: ${JSON.stringify(id)} is none: letters, digits and _ . : - only, at most 64, beginning with a letter or digit`)
  if (!/^[^/+#\0]+(\/[^/+#\0]+)?$/.test(root) || Buffer.byteLength(root) > 32) throw new TypeError(`root: ${JSON.stringify(root)} must have at most one slash, 32 bytes, and no wildcard`)
  return { root, from: `${root}/from/${id}/`, to: `${root}/to/${id}/` }
}

/** The JSON of a payload; an empty one is `{}`; undefined for what is no JSON. */
export function parsePayload (payload: Buffer): unknown {
  if (payload.length === 0) return {}
  try {
    return JSON.parse(payload.toString())
  } catch {
    return undefined
  }
}
