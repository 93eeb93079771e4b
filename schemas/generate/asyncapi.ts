import type { Sources } from './sources.js'
export const asyncapiFile = (_: Sources): string => 'asyncapi: 3.0.0\n'
