import { StoreError } from './store.ts'

/** A database as people may be shown it: without the password. */
export interface Place {
  readonly server: string
  readonly database: string
  readonly user: string
}

/** The sentence for whoever started the node. */
export function sentenceOf(cause: unknown, place: Place): StoreError {
  return new StoreError(`${whatIsWrong(cause, place)}, or choose another store with --data.`, { cause })
}

/** Classes and codes of PostgreSQL: PostgreSQL 15, appendix A. */
function whatIsWrong(cause: unknown, { server, database, user }: Place): string {
  const code = codeOf(cause)
  const message = cause instanceof Error ? cause.message : String(cause)
  if (code.startsWith('28')) return `PostgreSQL at ${server} refuses the user ${user} (${message}). Correct the user and the password in the address`
  if (code === '3D000') return `PostgreSQL at ${server} has no database ${database}. Create it (createdb ${database})`
  if (code === '42501') {
    return `The user ${user} may not make tables in the database ${database} at ${server} (${message}). Make it the owner of the database`
  }
  if (code === '53300') return `PostgreSQL at ${server} takes no more connections (${message}). Raise its max_connections`
  return `The database ${database} of PostgreSQL at ${server} cannot be used (${code || message}). Start the server, or correct the address`
}

export function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return codeOf(cause.errors[0])
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}
