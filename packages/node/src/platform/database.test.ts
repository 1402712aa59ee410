import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { DataDirectoryError, openDatabase, type Database } from './database.ts'

const directory = mkdtempSync(join(tmpdir(), 'csii-database-'))
const opened: Database[] = []
function open(path = join(directory, 'data')): Database {
  const database = openDatabase(path)
  opened.push(database)
  return database
}
afterEach(() => {
  for (const database of opened.splice(0)) database.close()
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory)
})

const BOATS = 'CREATE TABLE boat (name TEXT) STRICT'
const LENGTHS = 'ALTER TABLE boat ADD COLUMN length REAL'

describe('the store of a node', () => {
  it('says in one sentence that its file is damaged, and lets go of the directory', () => {
    writeFileSync(join(directory, 'csii.sqlite'), 'x'.repeat(5000))
    expect(() => open(directory)).toThrow(DataDirectoryError)
    expect(() => open(directory)).toThrow(/csii\.sqlite cannot be used .* Move it away/)
    rmSync(join(directory, 'csii.sqlite'))
    expect(() => open(directory)).not.toThrow()
  })

  it('says so as well when a part of it is damaged that is not read at once', () => {
    const file = join(directory, 'csii.sqlite')
    const first = open(directory)
    first.migrate('boats', [BOATS])
    first.transaction(() => {
      for (let n = 0; n < 1000; n++) first.sql.exec(`INSERT INTO boat VALUES ('${'Hugh Mulzac '.repeat(20)}')`)
    })
    opened.pop()!.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill('x', bytes.length / 2, bytes.length / 2 + 20_000))
    expect(() => open(directory)).toThrow(/csii\.sqlite cannot be used .* Move it away/)
  })

  it('makes its directory and survives a restart', () => {
    const first = open()
    first.migrate('boats', [BOATS])
    first.sql.exec("INSERT INTO boat VALUES ('Captain Hugh Mulzac')")
    first.close()
    opened.pop()
    const again = open()
    again.migrate('boats', [BOATS, LENGTHS])
    expect({ ...again.sql.prepare('SELECT * FROM boat').get() }).toEqual({ name: 'Captain Hugh Mulzac', length: null })
  })

  it('writes every commit through to the disk', () => {
    const { sql } = open()
    expect(sql.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
    expect(sql.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 })
  })

  it('does all of a transaction or none of it', () => {
    const database = open()
    database.migrate('boats', [BOATS])
    expect(() =>
      database.transaction(() => {
        database.sql.exec("INSERT INTO boat VALUES ('half')")
        throw new Error('sunk')
      }),
    ).toThrow('sunk')
    expect(database.sql.prepare('SELECT * FROM boat').all()).toEqual([])
  })

  it('takes no step of a migration that fails halfway', () => {
    const database = open()
    expect(() => database.migrate('boats', [BOATS, 'nonsense'])).toThrow()
    database.migrate('boats', [BOATS])
    expect(database.sql.prepare('SELECT * FROM boat').all()).toEqual([])
  })

  it('is not shared by two nodes', () => {
    open()
    expect(() => open()).toThrow(DataDirectoryError)
    expect(() => open()).toThrow(/is in use by another node.*--data DIR/)
  })

  it('is free again when its node has stopped', () => {
    open().close()
    opened.pop()
    expect(() => open()).not.toThrow()
  })

  it('is left alone when a newer version wrote it', () => {
    open().migrate('boats', [BOATS, LENGTHS])
    opened.pop()!.close()
    const older = open()
    expect(() => older.migrate('boats', [BOATS])).toThrow(/by a newer version of CSII \(boats 2, this one knows 1\)/)
  })

  it('says so when its directory cannot be made', () => {
    writeFileSync(join(directory, 'file'), '')
    expect(() => open(join(directory, 'file', 'data'))).toThrow(/cannot be made \(ENOTDIR\)/)
  })

  it('makes every level of its directory, and says so where none can be made', () => {
    expect(() => open(join(directory, 'a', 'b', 'c'))).not.toThrow()
    writeFileSync(join(directory, 'file'), '')
    expect(() => open(join(directory, 'file'))).toThrow(/cannot be made \(EEXIST\)/)
    expect(() => open('')).toThrow(/cannot be made \(ENOENT\)/)
  })

  it.runIf(process.platform === 'linux')('does not try for ever in a file system that makes no directories', () => {
    expect(() => open('/proc/csii/data')).toThrow(/cannot be made \((ENOENT|EACCES)\)/)
  })
})
