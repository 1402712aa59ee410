import { DatabaseSync } from 'node:sqlite'
import type { Steps } from '../store.ts'

/** By the name under which a feature migrates its tables. */
export type Features = Readonly<Record<string, { readonly store: string; readonly steps: Steps }>>

/** A table as both kinds of store have it. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  /** What SQLite orders its rows by. */
  readonly key: readonly string[]
  /** Its rows are numbered, and no number is given twice. */
  readonly isNumbered: boolean
}

/** What the steps of a feature come to. */
export function tablesOf(steps: readonly string[]): Table[] {
  const scratch = new DatabaseSync(':memory:')
  try {
    for (const step of steps) scratch.exec(step)
    const tables = scratch.prepare("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    return tables.all().map(({ name, wr }) => tableOf(scratch, String(name), wr === 1))
  } finally {
    scratch.close()
  }
}

function tableOf(scratch: DatabaseSync, name: string, isWithoutRowid: boolean): Table {
  const columns = scratch.prepare('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(name)
  const key = columns.filter(({ pk }) => Number(pk) > 0).toSorted((a, b) => Number(a['pk']) - Number(b['pk']))
  const text = scratch.prepare("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?").get(name)?.['sql']
  return {
    name,
    columns: columns.map((column) => String(column['name'])),
    key: isWithoutRowid ? key.map((column) => String(column['name'])) : ['rowid'],
    isNumbered: /\bAUTOINCREMENT\b/i.test(String(text)),
  }
}
