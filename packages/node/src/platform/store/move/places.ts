import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { isPostgres, UNFINISHED } from '../migrate.ts'
import { openStore } from '../open-store.ts'
import { StoreError, type Store } from '../store.ts'
import { tablesOf, type Features, type Table } from './features.ts'

/** All stores of a node at one place. */
export interface Place {
  readonly stores: ReadonlyMap<string, Store>
  close(): Promise<void>
}

/** The stores of a node that was here before. */
export async function openSource(location: string, names: readonly string[]): Promise<Place> {
  const there = names.filter((name) => isPostgres(location) || isFile(location, name))
  if (there.includes('csii')) return openAll(location, there)
  throw new StoreError(`There is no data of a node in ${location}: it has no csii.sqlite. Name its data directory.`)
}

/** The stores that are used, and whatever others lie there. */
export function openTarget(location: string, names: readonly string[], used: ReadonlySet<string>): Promise<Place> {
  return openAll(location, names.filter((name) => used.has(name) || (!isPostgres(location) && isFile(location, name))))
}

const isFile = (location: string, name: string): boolean => existsSync(join(location, `${name}.sqlite`))

async function openAll(location: string, names: readonly string[]): Promise<Place> {
  const stores = new Map<string, Store>()
  async function close(): Promise<void> {
    for (const store of stores.values()) await store.close()
  }
  try {
    for (const name of names) stores.set(name, await openStore(location, name))
    return { stores, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Of each feature that a store was ever used by. In PostgreSQL all stores tell of all. */
export async function featuresIn(place: Place, features: Features): Promise<string[]> {
  const found = new Set<string>()
  for (const [name, store] of place.stores) {
    for (const { feature } of await schemaOf(store)) {
      const known = features[feature]
      if (!known && feature !== UNFINISHED) throw new StoreError(`This version of CSII does not know the tables of ${feature}. Update CSII, then move.`)
      if (known && store.kind === 'sqlite' && known.store !== name) throw new Error(`${feature} lies in ${name}, and not in ${known.store}`)
      if (known) found.add(feature)
    }
  }
  return [...found]
}

export const isUnfinished = async (store: Store): Promise<boolean> => (await schemaOf(store)).some(({ feature }) => feature === UNFINISHED)

async function schemaOf(store: Store): Promise<readonly { feature: string }[]> {
  return (await sql<{ feature: string }>`SELECT feature FROM schema`.execute(store.db)).rows
}

export interface PlacedTable {
  readonly store: Store
  readonly table: Table
}

export function tablesIn(place: Place, features: Features, names: readonly string[]): PlacedTable[] {
  return names.flatMap((name) => {
    const { store, steps } = features[name]!
    return tablesOf(steps.sqlite).map((table) => ({ table, store: storeIn(place, store) }))
  })
}

export function storeIn(place: Place, name: string): Store {
  const store = place.stores.get(name)
  if (!store) throw new Error(`The store ${name} is not open`)
  return store
}
