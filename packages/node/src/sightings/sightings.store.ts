import type { FiledSightings } from '@csii/contract'
import type { Timestamp } from '@csii/model'
import type { Database } from '../platform/database.ts'

const STEPS = [
  `CREATE TABLE filed_sighting (
     number INTEGER PRIMARY KEY AUTOINCREMENT, filed_at REAL NOT NULL, entry TEXT NOT NULL
   ) STRICT;
   CREATE INDEX filed_sighting_filed_at ON filed_sighting (filed_at)`,
]

export type Entry = FiledSightings['sightings'][number]

/** The reports filed at this desk. A number is never given twice. */
export interface SightingStore {
  /** Gives the entry made for the next number. */
  add(filedAt: Timestamp, make: (number: number) => Entry): Entry
  /** Takes the last one back. */
  removeLast(): void
  /** Newest first. */
  since(time: Timestamp): readonly Entry[]
  forgetBefore(time: Timestamp): void
  /** Keeps so many, the newest. */
  keepNewest(most: number): void
}

export function createSightingStore(database: Database): SightingStore {
  database.migrate('sightings', STEPS)
  const { sql } = database
  const insert = sql.prepare(`INSERT INTO filed_sighting (filed_at, entry) VALUES (?, '')`)
  const fill = sql.prepare('UPDATE filed_sighting SET entry = ? WHERE number = ?')
  const remove = sql.prepare('DELETE FROM filed_sighting WHERE number = (SELECT max(number) FROM filed_sighting)')
  const recent = sql.prepare('SELECT entry FROM filed_sighting WHERE filed_at >= ? ORDER BY number DESC')
  const forget = sql.prepare('DELETE FROM filed_sighting WHERE filed_at < ?')
  const trim = sql.prepare('DELETE FROM filed_sighting WHERE number <= (SELECT max(number) FROM filed_sighting) - ?')
  return {
    add(filedAt, make) {
      let entry: Entry | undefined
      database.transaction(() => {
        const number = Number(insert.run(filedAt).lastInsertRowid)
        entry = make(number)
        fill.run(JSON.stringify(entry), number)
      })
      // The transaction has made it, or thrown.
      return entry!
    },
    removeLast: () => void remove.run(),
    // We wrote every row ourselves, from an Entry.
    since: (time) => recent.all(time).map(({ entry }) => JSON.parse(String(entry)) as Entry),
    forgetBefore: (time) => void forget.run(time),
    keepNewest: (most) => void trim.run(most),
  }
}
