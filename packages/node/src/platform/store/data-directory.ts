import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataDirectoryError } from './store.ts'

/** Makes the directory, and locks it for one store. The operating system gives the lock back when the process dies, however it dies. */
export function lockDirectory(directory: string, name: string): DatabaseSync {
  try {
    makeDirectory(directory)
  } catch (cause) {
    throw new DataDirectoryError(
      `The data directory ${directory} cannot be made (${codeOf(cause)}). Choose another one with --data DIR.`,
      { cause },
    )
  }
  try {
    const lock = new DatabaseSync(join(directory, lockFile(name)))
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

/** The first store of a node is locked by the file that its first version locked. */
export const lockFile = (name: string): string => (name === 'csii' ? 'lock.sqlite' : `${name}.lock`)

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
