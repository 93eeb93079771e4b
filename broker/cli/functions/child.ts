/** Loads one file of a function, in a process of its own, and tells what it found. */
import { type FunctionFile, readFile } from '../../../device-client/function-files.js'
import type { Loaded } from './load.js'

const { entry, problems } = await readFile(JSON.parse(process.argv[2] ?? '') as FunctionFile)
const loaded: Loaded = { problems, ...entry && { name: entry.name, ...entry.description !== undefined && { description: entry.description } } }
// A module may have begun something that goes on.
process.send?.(JSON.parse(JSON.stringify(loaded)), () => process.exit(0))
