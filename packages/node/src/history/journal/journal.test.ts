import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../platform/store/open-store.ts'
import type { Store } from '../../platform/store/store.ts'
import type { HistoryTables } from '../history.tables.ts'
import { isWhole, type JournalEntry, type JournalRow } from './journal-row.ts'
import { Journal, JOURNAL_LIMITS, type JournalTrouble } from './journal.ts'
import { openStoreKeeper, type StoreKeeper } from './store-keeper.ts'

const batch = (name: string): JournalEntry => ({
  kind: 'batch', firstAt: 1000, lastAt: 2000, plots: 3, body: new TextEncoder().encode(name),
})
const text = ({ body }: JournalRow) => new TextDecoder().decode(body)

/** A store whose commits fail as long as it is told to, in the way it is told. */
function failing(store: Store, failure: () => 'before' | 'after' | undefined, error: () => Error): Store {
  return {
    ...store,
    async transaction(work) {
      if (failure() === 'before') throw error()
      const result = await store.transaction(work)
      if (failure() === 'after') throw error()
      return result
    },
  }
}

const sqliteError = (errcode: number) => Object.assign(new Error('the disk'), { code: 'ERR_SQLITE_ERROR', errcode })

let directory: string
let keeper: StoreKeeper
let failure: 'before' | 'after' | undefined
let error = sqliteError(10)
let secured = 0
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'csii-journal-'))
  failure = undefined
  secured = 0
  keeper = await openStoreKeeper({
    open: async () => failing(await openStore(directory, 'history'), () => failure, () => error),
    secure: async () => void secured++,
  })
})
afterEach(async () => {
  await keeper.close()
  rmSync(directory, { recursive: true })
})

const stored = () => keeper.use((history) => history.rowsAfter(0))

function openJournal(waitingBytes = JOURNAL_LIMITS.waitingBytes) {
  const said: string[] = []
  const remembered: JournalRow[] = []
  const journal = new Journal(0, {
    keeper, clock: () => 5000,
    kept: (rows) => {
      remembered.push(...rows)
      said.push(`kept ${rows.map(({ seq }) => seq)}`)
    },
    remembered: () => remembered,
    hold: () => said.push('hold'),
    release: () => said.push('release'),
    troubled: (trouble: JournalTrouble | undefined) => said.push(trouble?.problem ?? 'well'),
  }, { ...JOURNAL_LIMITS, gatherMs: 1, retryMs: 5, waitingBytes })
  return { journal, said, remembered }
}

describe('a journal', () => {
  it('acknowledges what the store has, numbered without gaps, with sums that fit', async () => {
    const { journal } = openJournal()
    expect(await Promise.all(['a', 'b', 'c'].map((name) => journal.append(batch(name))))).toEqual([1, 2, 3])
    const rows = await stored()
    expect(rows.map(text)).toEqual(['a', 'b', 'c'])
    expect(rows.every(isWhole)).toBe(true)
    expect(journal.status()).toMatchObject({ acknowledged: { seq: 3, plots: 9, at: 5000 }, waiting: { rows: 0, bytes: 0 } })
  })

  it('commits together what comes at one time', async () => {
    const { journal, said } = openJournal()
    await Promise.all(['a', 'b', 'c'].map((name) => journal.append(batch(name))))
    expect(said).toEqual(['kept 1,2,3'])
  })

  it.each([[10, 'io-error', 1], [13, 'disk-full', 0], [5, 'busy', 0]] as const)(
    'acknowledges nothing while the store fails with %i, says so, and goes on afterwards', async (code, problem, reopened) => {
      const { journal, said } = openJournal()
      error = sqliteError(code)
      failure = 'before'
      const kept = journal.append(batch('a'))
      await journal.settle()
      expect(journal.status()).toMatchObject({ acknowledged: { seq: 0 }, waiting: { rows: 1, plots: 3 }, trouble: { problem, since: 5000 } })
      failure = undefined
      expect(await kept).toBe(1)
      expect(said).toEqual([problem, 'well', 'kept 1'])
      expect(secured > 0).toBe(reopened > 0)
      expect((await stored()).map(text)).toEqual(['a'])
    },
  )

  it('keeps a row once when its commit came through although it seemed to fail', async () => {
    const { journal } = openJournal()
    error = sqliteError(10)
    failure = 'after'
    const kept = [journal.append(batch('a')), journal.append(batch('b'))]
    await journal.settle()
    failure = undefined
    expect(await Promise.all(kept)).toEqual([1, 2])
    expect((await stored()).map(text)).toEqual(['a', 'b'])
  })

  it('puts back what was durable and is gone after a failure', async () => {
    const { journal } = openJournal()
    error = sqliteError(10)
    await Promise.all(['a', 'b'].map((name) => journal.append(batch(name))))
    await keeper.use((_, { db }) => db.withTables<HistoryTables>().deleteFrom('journal').where('seq', '=', 2).execute())
    await keeper.use((_, { db }) => db.withTables<HistoryTables>().updateTable('journal').where('seq', '=', 1).set({ plots: 99 }).execute())
    failure = 'before'
    const kept = journal.append(batch('c'))
    await journal.settle()
    failure = undefined
    await kept
    const rows = await stored()
    expect(rows.map(text)).toEqual(['a', 'b', 'c'])
    expect(rows.every(isWhole)).toBe(true)
  })

  it('has whoever sends wait when too much waits, and go on when half of it is kept; nothing is dropped', async () => {
    const { journal, said } = openJournal(10)
    error = sqliteError(13)
    failure = 'before'
    const kept = ['123456', '789012', '345'].map((name) => journal.append(batch(name)))
    await journal.settle()
    expect(said).toEqual(['hold', 'disk-full'])
    failure = undefined
    await Promise.all(kept)
    expect(said).toEqual(['hold', 'disk-full', 'well', 'kept 1,2,3', 'release'])
    expect((await stored()).map(text)).toEqual(['123456', '789012', '345'])
  })

  it('refuses to mix with another writer', async () => {
    const { journal, said } = openJournal()
    const other = new Journal(0, {
      keeper, clock: () => 0, kept: () => {}, remembered: () => [], hold: () => {}, release: () => {}, troubled: () => {},
    }, { ...JOURNAL_LIMITS, gatherMs: 1 })
    await other.append(batch('theirs'))
    void journal.append(batch('ours'))
    await journal.settle()
    await journal.stop()
    expect(said).toEqual(['refused'])
    expect(journal.status().trouble?.message).toContain('Another writer')
    expect((await stored()).map(text)).toEqual(['theirs'])
  })
})

describe('the journal in the store', () => {
  it('is read on in pieces, one row at least', async () => {
    const { journal } = openJournal()
    await Promise.all(['aaaa', 'bbbb', 'cccc'].map((name) => journal.append(batch(name))))
    const seqs = async (after: number, bytes: number) => (await keeper.use((history) => history.rowsAfter(after, bytes))).map(({ seq }) => seq)
    expect(await seqs(0, 8)).toEqual([1, 2])
    expect(await seqs(2, 1)).toEqual([3])
    expect(await seqs(3, 8)).toEqual([])
  })

  it('loses batches that are old enough from its beginning, never an action', async () => {
    const { journal } = openJournal()
    await journal.append(batch('a'))
    await journal.append({ ...batch('{}'), kind: 'action' })
    await journal.append({ ...batch('b'), lastAt: 9000 })
    expect(await keeper.use((history) => history.prune(3, 5000, 10))).toBe(2)
    expect((await stored()).map(({ seq }) => seq)).toEqual([2, 3])
    expect(await keeper.use((history) => history.prunedThrough())).toBe(2)
  })

  it('counts the runs of the pipeline', async () => {
    expect(await keeper.use((history) => history.nextRun(1))).toBe(1)
    expect(await keeper.use((history) => history.nextRun(2))).toBe(2)
  })
})
