/** The ids of the contract, for hosts, which know no schemas. */
export { isId } from '../../schemas/index.js'
