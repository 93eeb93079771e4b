/** What went wrong, in words: an AggregateError of two refused addresses has none but its code. */
export function messageOf (error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.message !== '') return error.message
  return 'code' in error ? String(error.code) : error.name
}
