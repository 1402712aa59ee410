import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'
import { DataDirectoryError, type Store, type StoreOptions } from './store.ts'

const directory = mkdtempSync(join(tmpdir(), 'csii-sqlite-'))
const opened: Store[] = []
async function open(path = join(directory, 'data'), options: StoreOptions = {}): Promise<Store> {
  const store = await openStore(path, 'csii', options)
  opened.push(store)
  return store
}
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory)
})

const BOATS = { sqlite: ['CREATE TABLE boat (name TEXT) STRICT'], postgres: [] }

/** Writes a million characters in one commit. */
const fill = (store: Store) => store.transaction(async (db) => {
  for (let n = 0; n < 100; n++) await sql`INSERT INTO boat VALUES (${'Hugh Mulzac '.repeat(900)})`.execute(db)
})

describe('a data directory', () => {
  it('says in one sentence that its file is damaged, and is let go of', async () => {
    writeFileSync(join(directory, 'csii.sqlite'), 'x'.repeat(5000))
    await expect(open(directory)).rejects.toThrow(DataDirectoryError)
    await expect(open(directory)).rejects.toThrow(/csii\.sqlite cannot be used .* Move it away/)
    rmSync(join(directory, 'csii.sqlite'))
    await expect(open(directory)).resolves.toBeDefined()
  })

  it('says so as well when a part of it is damaged that is not read at once', async () => {
    const file = join(directory, 'csii.sqlite')
    const first = await open(directory)
    await first.migrate('boats', BOATS)
    await fill(first)
    await first.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill('x', bytes.length / 2, bytes.length / 2 + 20_000))
    await expect(open(directory)).rejects.toThrow(/csii\.sqlite cannot be used .* Move it away/)
    await expect(open(directory, { quickCheck: false })).resolves.toBeDefined()
  })

  it('is one that an earlier version wrote, and is read on', async () => {
    const earlier = new DatabaseSync(join(directory, 'csii.sqlite'))
    earlier.exec(`PRAGMA journal_mode = WAL;
      CREATE TABLE schema (feature TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT; INSERT INTO schema VALUES ('boats', 1);
      CREATE TABLE boat (name TEXT) STRICT; INSERT INTO boat VALUES ('Captain Hugh Mulzac')`)
    earlier.close()
    const store = await open(directory)
    await store.migrate('boats', { ...BOATS, sqlite: [...BOATS.sqlite, 'ALTER TABLE boat ADD COLUMN length REAL'] })
    expect((await sql`SELECT * FROM boat`.execute(store.db)).rows).toEqual([{ name: 'Captain Hugh Mulzac', length: null }])
    expect((await sql`SELECT * FROM schema`.execute(store.db)).rows).toEqual([{ feature: 'boats', version: 2 }])
  })

  it('has every commit written through to the disk', async () => {
    const { db } = await open()
    expect((await sql`PRAGMA journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }])
    expect((await sql`PRAGMA synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }])
  })

  it('says so when it cannot be made', async () => {
    writeFileSync(join(directory, 'file'), '')
    await expect(open(join(directory, 'file', 'data'))).rejects.toThrow(/cannot be made \(ENOTDIR\)/)
  })

  it('is made at every level, and says so where none can be made', async () => {
    await expect(open(join(directory, 'a', 'b', 'c'))).resolves.toBeDefined()
    writeFileSync(join(directory, 'file'), '')
    await expect(open(join(directory, 'file'))).rejects.toThrow(/cannot be made \(EEXIST\)/)
    await expect(open('')).rejects.toThrow(/cannot be made \(ENOENT\)/)
  })

  it.runIf(process.platform === 'linux')('is not tried for ever in a file system that makes no directories', async () => {
    await expect(open('/proc/csii/data')).rejects.toThrow(/cannot be made \((ENOENT|EACCES)\)/)
  })
})

describe('the log of SQLite', () => {
  const bytesInLog = () => statSync(join(directory, 'data', 'csii.sqlite-wal')).size

  it('is brought into the file when it has grown, by whoever seals its pages', async () => {
    const logs: number[][] = []
    const store = await open(undefined, {
      onCheckpoint(run) {
        const before = bytesInLog()
        run()
        logs.push([before, bytesInLog()])
      },
    })
    await store.migrate('boats', BOATS)
    for (let n = 0; n < 6; n++) await fill(store)
    expect(logs).toEqual([[expect.any(Number), 0]])
    expect(logs[0]![0]).toBeGreaterThan(4 * 1024 * 1024)
    await store.checkpoint()
    expect(logs).toHaveLength(2)
    await store.close()
    expect(logs).toHaveLength(3)
  })

  it('undoes no commit when it cannot be brought into the file, and says so', async () => {
    const troubles: unknown[] = []
    const store = await open(undefined, {
      onCheckpoint() {
        throw new Error('EIO')
      },
      onTrouble: (error) => void troubles.push(error),
    })
    await store.migrate('boats', BOATS)
    for (let n = 0; n < 6; n++) await fill(store)
    expect(troubles).toEqual([new Error('EIO')])
    await expect(store.checkpoint()).rejects.toThrow('EIO')
    expect((await sql`SELECT count(*) AS boats FROM boat`.execute(store.db)).rows).toEqual([{ boats: 600 }])
  })

  it('goes on while another reads the file, and is emptied when nobody does', async () => {
    const store = await open()
    await store.migrate('boats', BOATS)
    const reader = new DatabaseSync(join(directory, 'data', 'csii.sqlite'), { readOnly: true })
    reader.exec('BEGIN; SELECT count(*) FROM boat')
    await fill(store)
    await store.checkpoint()
    expect(bytesInLog()).toBeGreaterThan(1_000_000)
    reader.close()
    await store.checkpoint()
    expect(bytesInLog()).toBe(0)
  })
})
