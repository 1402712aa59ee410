import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, SqliteDialect, type Transaction } from 'kysely'
import { join } from 'node:path'

export interface Store<Tables> {
  readonly db: Kysely<Tables>
  readonly kind: 'sqlite' | 'postgres'
  migrate(feature: string, steps: { readonly sqlite: readonly string[]; readonly postgres: readonly string[] }): Promise<void>
  transaction<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openStore<Tables>(location: string, name: string): Promise<Store<Tables>> {
  const sql = new DatabaseSync(join(location, `${name}.sqlite`))
  sql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
  sql.exec('CREATE TABLE IF NOT EXISTS schema (feature TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT')
  const prepared = new Map<string, ReturnType<typeof prepare>>()
  function prepare(text: string) {
    const statement = sql.prepare(text)
    const reader = statement.columns().length > 0
    const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
    return {
      reader,
      all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
      run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
    }
  }
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        prepare(text) {
          const known = prepared.get(text) ?? prepare(text)
          prepared.set(text, known)
          return known
        },
        close: () => sql.close(),
      },
    }),
  })
  async function transaction<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    sql.exec('BEGIN IMMEDIATE')
    try {
      const result = await work(db as Transaction<Tables>)
      sql.exec('COMMIT')
      return result
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK')
      throw error
    }
  }
  return {
    db,
    kind: 'sqlite',
    async migrate(feature, { sqlite: steps }) {
      const version = Number(sql.prepare('SELECT version FROM schema WHERE feature = ?').get(feature)?.['version'] ?? 0)
      await transaction(async () => {
        for (const step of steps.slice(version)) sql.exec(step)
        sql.prepare('INSERT OR REPLACE INTO schema (feature, version) VALUES (?, ?)').run(feature, steps.length)
      })
    },
    transaction,
    close: () => db.destroy(),
  }
}
