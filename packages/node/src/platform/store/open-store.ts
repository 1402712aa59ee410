import { isPostgres } from './migrate.ts'
import { openPostgres } from './postgres-store.ts'
import { openSqlite } from './sqlite-store.ts'
import type { Store, StoreOptions } from './store.ts'

/**
 * Opens one store of a node, and keeps it from every other node: the file `NAME.sqlite` in a data directory, or tables in
 * the database of a `postgres://` address, which all stores of a node share.
 */
export function openStore(location: string, name: string, options: StoreOptions = {}): Promise<Store> {
  return isPostgres(location) ? openPostgres(location, name) : openSqlite(location, name, options)
}
