import { open } from 'node:fs/promises'

const STEP_BYTES = 1024 * 1024

/**
 * Writes SQLite's write-ahead log once more, byte for byte where it stands, and syncs it.
 *
 * After a failed fsync the kernel takes the pages it could not write for clean: the next fsync says that all is well
 * without having written them (Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020). SQLite
 * would then read a log from memory that the disk does not hold, and copy it into the database file. Written again, the
 * pages are dirty again, and a sync that succeeds means what it says. The log has no locks that closing it could drop:
 * those are in the file beside it (sqlite.org/walformat.html, § 2.3).
 */
export async function rewriteLog(file: string): Promise<void> {
  const log = await open(file, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!log) return
  try {
    const bytes = new Uint8Array(STEP_BYTES)
    for (let at = 0, read = -1; read !== 0; at += read) {
      read = (await log.read(bytes, 0, STEP_BYTES, at)).bytesRead
      for (let done = 0; done < read; ) done += (await log.write(bytes, done, read - done, at + done)).bytesWritten
    }
    await log.sync()
  } finally {
    await log.close()
  }
}
