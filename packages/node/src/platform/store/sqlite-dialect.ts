import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, Kysely, QueryResult } from 'kysely'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { exact } from './exact.ts'

/** Kysely over the SQLite that comes with Node. */
export class SqliteDialect implements Dialect {
  readonly #database: DatabaseSync
  readonly #afterWrite: () => void

  /** `afterWrite` is called when something was committed, before anybody else's turn. */
  constructor(database: DatabaseSync, afterWrite: () => void) {
    this.#database = database
    this.#afterWrite = afterWrite
  }

  createAdapter = () => new SqliteAdapter()
  createDriver = () => new SqliteDriver(this.#database, this.#afterWrite)
  createQueryCompiler = () => new SqliteQueryCompiler()
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db)
}

/** One connection, lent to one after another. */
class SqliteDriver implements Driver {
  readonly #database: DatabaseSync
  readonly #connection: SqliteConnection
  readonly #waiting: (() => void)[] = []
  #isLent = false

  constructor(database: DatabaseSync, afterWrite: () => void) {
    this.#database = database
    this.#connection = new SqliteConnection(database, afterWrite)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    if (this.#isLent) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#isLent = true
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#isLent = false
  }

  async beginTransaction(): Promise<void> {
    this.#database.exec('BEGIN IMMEDIATE')
  }

  async commitTransaction(): Promise<void> {
    this.#database.exec('COMMIT')
    this.#connection.afterWrite()
  }

  /** SQLite may have rolled back by itself, as where the disk is full. */
  async rollbackTransaction(): Promise<void> {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
  }

  async destroy(): Promise<void> {
    await this.acquireConnection()
    if (this.#database.isOpen) this.#database.close()
  }
}

interface Prepared {
  readonly statement: StatementSync
  readonly givesRows: boolean
}

/** Far more than the node has. */
const MOST_PREPARED = 200

class SqliteConnection implements DatabaseConnection {
  readonly afterWrite: () => void
  readonly #database: DatabaseSync
  readonly #prepared = new Map<string, Prepared>()

  constructor(database: DatabaseSync, afterWrite: () => void) {
    this.#database = database
    this.afterWrite = afterWrite
  }

  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    const { statement, givesRows } = this.#prepare(sql)
    // SQLite refuses what it cannot hold.
    const values = parameters as SQLInputValue[]
    // Whoever asks says what rows there are.
    if (givesRows) return { rows: this.#written(query.kind, statement.all(...values).map(plain)) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...values)
    return this.#written(query.kind, { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) })
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('One connection is not held for a stream: read by key, in parts')
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    statement.setReadBigInts(true)
    const prepared = { statement, givesRows: statement.columns().length > 0 }
    const [oldest] = this.#prepared.keys()
    if (this.#prepared.size >= MOST_PREPARED && oldest !== undefined) this.#prepared.delete(oldest)
    this.#prepared.set(sql, prepared)
    return prepared
  }

  #written<Result>(kind: string, result: Result): Result {
    if (kind !== 'SelectQueryNode' && !this.#database.isTransaction) this.afterWrite()
    return result
  }
}

/** Integers are numbers, but for those that a number cannot hold exactly. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const key in row) {
    const value = row[key]
    copy[key] = typeof value === 'bigint' ? exact(value) : value
  }
  return copy
}
