import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { lockDirectory } from './data-directory.ts'
import { migrateTo } from './migrate.ts'
import { SqliteDialect } from './sqlite-dialect.ts'
import { DataDirectoryError, type NoTables, type Store, type StoreOptions } from './store.ts'

/** As many bytes in the log as SQLite itself lets gather before a checkpoint: 1000 pages. */
const MOST_IN_LOG = 4 * 1024 * 1024

/**
 * One SQLite file in the data directory, safe against loss of power (write-ahead log, an fsync for every commit). A second
 * file is kept locked as long as this process lives, so that two nodes never share a directory.
 */
export async function openSqlite(directory: string, name: string, options: StoreOptions): Promise<Store> {
  const lock = lockDirectory(directory, name)
  const file = join(directory, `${name}.sqlite`)
  const sqlite = openFile(file, lock, options)
  const { checkpoint, checkpointWhenDue } = checkpointsOf(sqlite, file, options)
  const db = new Kysely<NoTables>({ dialect: new SqliteDialect(sqlite, checkpointWhenDue) })

  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    // Whoever closes last checkpoints anyway, and then nobody is asked.
    await db.connection().execute(async () => tried(checkpoint, options))
    await db.destroy()
    lock.close()
  }

  return {
    kind: 'sqlite',
    db,
    transaction: (work) => db.transaction().execute(work),
    migrate: (feature, { sqlite: steps }) =>
      db.transaction().execute(async (transaction) => {
        await migrateTo(transaction, feature, steps, directory, (step) => sqlite.exec(step))
      }),
    checkpoint: () => db.connection().execute(async () => checkpoint()),
    close: () => (closing ??= close()),
  }
}

function openFile(file: string, lock: DatabaseSync, { quickCheck = true }: StoreOptions): DatabaseSync {
  const sqlite = new DatabaseSync(file)
  try {
    if (quickCheck) refuseDamaged(sqlite)
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0')
    sqlite.exec('CREATE TABLE IF NOT EXISTS schema (feature TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT')
    return sqlite
  } catch (cause) {
    sqlite.close()
    lock.close()
    throw new DataDirectoryError(
      `${file} cannot be used (${cause instanceof Error ? cause.message : cause}). Move it away and start again, or choose ` +
        `another directory with --data DIR.`,
      { cause },
    )
  }
}

/** A page that was damaged on the disk is told of here, and not when somebody first needs it. */
function refuseDamaged(sqlite: DatabaseSync): void {
  const answer = sqlite.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
  if (answer !== 'ok') throw new Error(String(answer).replaceAll('\n', ' '))
}

function checkpointsOf(sqlite: DatabaseSync, file: string, options: StoreOptions) {
  const { onCheckpoint = (run) => run() } = options
  let dueAt = MOST_IN_LOG
  const bytesInLog = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0

  function checkpoint(): void {
    // Another process that reads, as a backup does, may keep it from emptying the log: then it does what it can.
    onCheckpoint(() => sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  }

  function checkpointWhenDue(): void {
    if (bytesInLog() < dueAt) return
    tried(checkpoint, options)
    dueAt = bytesInLog() + MOST_IN_LOG
  }

  return { checkpoint, checkpointWhenDue }
}

/** A checkpoint that fails undoes no commit. */
function tried(checkpoint: () => void, { onTrouble = () => {} }: StoreOptions): void {
  try {
    checkpoint()
  } catch (error) {
    onTrouble(error)
  }
}
