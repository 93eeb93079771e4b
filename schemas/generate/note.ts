// The head of every generated source file.

export const generatedNote = '// Written by `npm run generate` from the schemas; changes go there.\n'
