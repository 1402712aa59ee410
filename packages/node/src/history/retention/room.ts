import { statfs } from 'node:fs/promises'
import { isPostgres } from '../../platform/store/migrate.ts'
import type { Room } from './shedding.ts'

/** The disk under a data directory. What a database server has is not known here: its own watch sees to it. */
export async function roomAt(location: string): Promise<Room | undefined> {
  if (isPostgres(location)) return undefined
  const { bavail, blocks, bsize } = await statfs(location)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
