import type { Kysely, Transaction } from 'kysely'

/** The data of a node, in SQLite files of its own or in a PostgreSQL database. The same code reads and writes both. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  /** A feature names its own tables: `store.db.withTables<PictureTables>()`. */
  readonly db: Kysely<NoTables>
  /** Brings one feature's tables up to date: step `n` leads to version `n + 1`, and is never edited again. */
  migrate(feature: string, steps: Steps): Promise<void>
  /**
   * All of it or none of it. While it lasts, SQLite does nothing else: whatever is asked of `db` inside, and not of the
   * transaction, waits for ever.
   */
  transaction<Result>(work: (db: Transaction<NoTables>) => Promise<Result>): Promise<Result>
  /** Brings what SQLite keeps in its log into its file. PostgreSQL does so by itself. */
  checkpoint(): Promise<void>
  close(): Promise<void>
}

export type NoTables = Record<never, never>

/** Each step may be several statements. */
export interface Steps {
  readonly sqlite: readonly string[]
  readonly postgres: readonly string[]
}

export interface StoreOptions {
  /** Of SQLite: does a checkpoint by calling `run`, which throws where the disk fails. Pages are sealed around it. */
  readonly onCheckpoint?: (run: () => void) => void
  /** A checkpoint failed. What was committed is safe in the log, which grows until one succeeds. */
  readonly onTrouble?: (error: unknown) => void
  /** Of SQLite: reads all of the file before it is used. */
  readonly quickCheck?: boolean
}

/** A store that cannot be used. The message says why and what to do, in a sentence for people. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError'
}

/** The same of a data directory. */
export class DataDirectoryError extends StoreError {
  override readonly name = 'DataDirectoryError'
}
