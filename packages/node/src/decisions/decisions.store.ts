import { DecisionView } from '@csii/contract'
import { Compile } from 'typebox/compile'
import type { Database } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import { readRows } from '../platform/stored-rows.ts'

const STEPS = [
  `CREATE TABLE decision (number INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL) STRICT`,
]

/** What people decided about tracks, and when each stood no more. A number is never given twice. */
export interface DecisionStore {
  /** Newest first. */
  all(): readonly DecisionView[]
  /** Keeps the entry made for the next number. */
  add(make: (id: string) => DecisionView): DecisionView
  change(entry: DecisionView): void
  remove(id: string): void
  /** Keeps so many, the newest, and all that stand or wait. */
  keepNewest(most: number): void
}

const idOf = (number: number): string => `D-${number}`
const numberOf = (id: string): number => Number(id.slice(2))

export function createDecisionStore(database: Database, log: Log): DecisionStore {
  database.migrate('decisions', STEPS)
  const { sql } = database
  const schema = Compile(DecisionView)
  const rows = sql.prepare('SELECT entry FROM decision ORDER BY number DESC')
  const insert = sql.prepare(`INSERT INTO decision (entry) VALUES ('')`)
  const fill = sql.prepare('UPDATE decision SET entry = ? WHERE number = ?')
  const remove = sql.prepare('DELETE FROM decision WHERE number = ?')
  const trim = sql.prepare(
    `DELETE FROM decision WHERE number <= (SELECT max(number) FROM decision) - ?
       AND (NOT json_valid(entry) OR entry ->> 'state' NOT IN ('standing', 'waiting'))`,
  )
  return {
    // What each row holds was just checked.
    all: () => readRows(rows.all().map(({ entry }) => entry), (value) => schema.Check(value), 'a decision', log) as DecisionView[],
    add(make) {
      let entry: DecisionView | undefined
      database.transaction(() => {
        const number = Number(insert.run().lastInsertRowid)
        entry = make(idOf(number))
        fill.run(JSON.stringify(entry), number)
      })
      // The transaction has made it, or thrown.
      return entry!
    },
    change: (entry) => void fill.run(JSON.stringify(entry), numberOf(entry.id)),
    remove: (id) => void remove.run(numberOf(id)),
    keepNewest: (most) => void trim.run(most),
  }
}
