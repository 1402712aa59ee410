import { sql } from 'kysely'
import { UNFINISHED } from '../migrate.ts'
import { StoreError, type Store } from '../store.ts'
import { batchesOf, insertRows } from './batches.ts'
import { ContentSum } from './content-sum.ts'
import type { Features, Table } from './features.ts'
import { lastNumber, numberAfter } from './numbering.ts'
import { featuresIn, isUnfinished, openSource, openTarget, storeIn, tablesIn, type Place } from './places.ts'

/** One table of those that were moved. */
export interface Moved {
  readonly table: string
  readonly rows: number
  /** Of what all its rows hold, in hexadecimal. */
  readonly sum: string
}

/**
 * Copies all data of a node from one place, a data directory or a PostgreSQL database, to another that is empty, and reads it
 * there again to compare. What is moved from stays as it is. A move that did not come to its end is begun anew; until then no
 * node takes what is there for its own.
 */
export async function moveData(from: string, to: string, features: Features, tell: (moved: Moved) => void): Promise<void> {
  if (from === to) throw new StoreError('Both places are the same. Name another one to move to.')
  const names = [...new Set(Object.values(features).map(({ store }) => store))]
  const source = await openSource(from, names)
  try {
    const moving = await featuresIn(source, features)
    await refuseUnfinished(source, from)
    if (moving.length === 0) throw new StoreError(`There is no data of a node in ${shown(from)}.`)
    const used = new Set(moving.map((feature) => features[feature]!.store))
    const target = await openTarget(to, names, used)
    try {
      await moveBetween(source, target, { features, moving, to, tell })
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

interface Moving {
  readonly features: Features
  readonly moving: readonly string[]
  readonly to: string
  readonly tell: (moved: Moved) => void
}

async function moveBetween(source: Place, target: Place, { features, moving, to, tell }: Moving): Promise<void> {
  await clearUnfinished(target, features)
  for (const feature of moving) {
    const { store, steps } = features[feature]!
    await storeIn(source, store).migrate(feature, steps)
    await storeIn(target, store).migrate(feature, steps)
  }
  // Also of features that the source does not have.
  await refuseFull(target, features, to)
  const stores = [...target.stores.values()]
  for (const store of stores) await mark(store)
  const sources = tablesIn(source, features, moving)
  const targets = tablesIn(target, features, moving)
  for (const [index, { store, table }] of sources.entries()) tell(await moveTable(table, store, targets[index]!.store))
  for (const store of stores) await unmark(store)
}

async function moveTable(table: Table, source: Store, target: Store): Promise<Moved> {
  const sent = new ContentSum()
  for await (const batch of batchesOf(source, table)) {
    for (const row of batch) sent.add(table.columns.map((column) => row[column]!))
    await insertRows(target, table, batch)
  }
  if (table.isNumbered) await numberAfter(target, table, await lastNumber(source, table))
  const arrived = new ContentSum()
  for await (const batch of batchesOf(target, table)) {
    for (const row of batch) arrived.add(table.columns.map((column) => row[column]!))
  }
  if (arrived.equals(sent)) return { table: table.name, rows: sent.rows, sum: sent.text }
  throw new StoreError(
    `The table ${table.name} did not arrive as it was sent: ${sent.rows} rows of sum ${sent.text}, and ${arrived.rows} of sum ` +
      `${arrived.text}. What was to be moved is unharmed. Move it again.`,
  )
}

async function refuseUnfinished(source: Place, from: string): Promise<void> {
  for (const store of source.stores.values()) {
    if (await isUnfinished(store)) throw new StoreError(`What lies in ${shown(from)} is part of a move that did not come to its end. Move from where it began.`)
  }
}

/** What is there of a move that did not come to its end is a copy. */
async function clearUnfinished(target: Place, features: Features): Promise<void> {
  const unfinished: Store[] = []
  for (const store of target.stores.values()) if (await isUnfinished(store)) unfinished.push(store)
  if (unfinished.length === 0) return
  for (const { store, table } of tablesIn(target, features, await featuresIn(target, features))) {
    await sql`DELETE FROM ${sql.table(table.name)}`.execute(store.db)
  }
  for (const store of unfinished) await unmark(store)
}

async function refuseFull(target: Place, features: Features, to: string): Promise<void> {
  for (const { store, table } of tablesIn(target, features, await featuresIn(target, features))) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table.name)} LIMIT 1`.execute(store.db)
    if (rows.length > 0) throw new StoreError(`${shown(to)} holds data of a node already (${table.name}). Move to an empty place.`)
  }
}

const mark = (store: Store) => sql`INSERT INTO schema (feature, version) VALUES (${UNFINISHED}, 1) ON CONFLICT DO NOTHING`.execute(store.db)
const unmark = (store: Store) => sql`DELETE FROM schema WHERE feature = ${UNFINISHED}`.execute(store.db)

/** Without the password of a database. */
const shown = (place: string): string => place.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1@')
