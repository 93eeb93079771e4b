// The style is neostandard's, with what the type system is here for on top. Folders, arrows and the
// sizes of files and functions are the tidy test's business (test/unit/tidy.test.ts), not the linter's.
import neostandard from 'neostandard'

export default [
  ...neostandard({ ts: true, ignores: ['dist/**', '.tap/**', 'schemas/generated/**'] }),
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'warn',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      'no-restricted-syntax': ['error', {
        selector: 'TSEnumDeclaration',
        message: 'No enums: a const object, or a union of literals.'
      }]
    }
  }
]
