// The style is neostandard's, with what the type system is here for on top. Folders, arrows and the
// sizes of files and functions are the tidy test's business (test/unit/tidy.test.ts), not the linter's.
import neostandard from 'neostandard'

const generated = ['dist/**', '.tap/**', 'schemas/generated/**']
const shipped = ['broker/**/*.ts', 'device-client/**/*.ts', 'schemas/**/*.ts', 'mosquitto-compat/**/*.ts']

export default [
  ...neostandard({ ts: true, ignores: generated }),
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      'no-restricted-syntax': ['error', {
        selector: 'TSEnumDeclaration',
        message: 'No enums: a const object, or a union of literals'
      }]
    }
  },
  {
    // Needs types, so it is the slow part; a test's promises are tap's to await.
    files: shipped,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' }
  }
]
