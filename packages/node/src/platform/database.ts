import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A data directory that cannot be used. The message says why and what to do, in a sentence for people. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError'
}

export interface Database {
  readonly sql: DatabaseSync
  /** Brings one feature's tables up to date: step `n` leads to version `n + 1`, and is never edited again. */
  migrate(feature: string, steps: readonly string[]): void
  /** Runs all of it or none of it. */
  transaction(work: () => void): void
  close(): void
}

/**
 * The node's store: one SQLite file in the data directory, safe against loss of power (write-ahead log, an fsync for
 * every commit). A second file is kept locked as long as this process lives, so that two nodes never share a directory.
 */
export function openDatabase(directory: string): Database {
  const lock = lockDirectory(directory)
  const sql = openStore(directory, lock)

  function transaction(work: () => void): void {
    sql.exec('BEGIN IMMEDIATE')
    try {
      work()
      sql.exec('COMMIT')
    } catch (error) {
      sql.exec('ROLLBACK')
      throw error
    }
  }

  return {
    sql,
    transaction,
    migrate(feature, steps) {
      const version = versionOf(sql, feature)
      if (version > steps.length) {
        throw new DataDirectoryError(
          `The data directory ${directory} was written by a newer version of CSII (${feature} ${version}, this one ` +
            `knows ${steps.length}). Update CSII, or choose another directory with --data DIR.`,
        )
      }
      transaction(() => {
        for (const step of steps.slice(version)) sql.exec(step)
        sql.prepare('INSERT OR REPLACE INTO schema (feature, version) VALUES (?, ?)').run(feature, steps.length)
      })
    },
    close() {
      sql.close()
      lock.close()
    },
  }
}

function openStore(directory: string, lock: DatabaseSync): DatabaseSync {
  const file = join(directory, 'csii.sqlite')
  const sql = new DatabaseSync(file)
  try {
    refuseDamaged(sql)
    sql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    sql.exec('CREATE TABLE IF NOT EXISTS schema (feature TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT')
    return sql
  } catch (cause) {
    sql.close()
    lock.close()
    throw new DataDirectoryError(
      `${file} cannot be used (${cause instanceof Error ? cause.message : cause}). Move it away and start again, or choose ` +
        `another directory with --data DIR.`,
      { cause },
    )
  }
}

/** A page that was damaged on the disk is told of here, and not when somebody first needs it. */
function refuseDamaged(sql: DatabaseSync): void {
  const answer = sql.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
  if (answer !== 'ok') throw new Error(String(answer).replaceAll('\n', ' '))
}

function versionOf(sql: DatabaseSync, feature: string): number {
  const row = sql.prepare('SELECT version FROM schema WHERE feature = ?').get(feature)
  return Number(row?.['version'] ?? 0)
}

/** The operating system gives the lock back when the process dies, however it dies. */
function lockDirectory(directory: string): DatabaseSync {
  try {
    makeDirectory(directory)
  } catch (cause) {
    throw new DataDirectoryError(
      `The data directory ${directory} cannot be made (${codeOf(cause)}). Choose another one with --data DIR.`,
      { cause },
    )
  }
  try {
    const lock = new DatabaseSync(join(directory, 'lock.sqlite'))
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    throw new DataDirectoryError(
      `The data directory ${directory} is in use by another node, or cannot be written (${codeOf(cause)}). ` +
        'Stop the other node, or choose another directory with --data DIR.',
      { cause },
    )
  }
}

/** Level by level: where a file system denies a parent that is there, as /proc does, `recursive` would try for ever. */
function makeDirectory(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (!existsSync(dirname(path))) makeDirectory(dirname(path))
  mkdirSync(path)
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause && cause.code !== 'ERR_SQLITE_ERROR' ? String(cause.code) : cause.message
}
