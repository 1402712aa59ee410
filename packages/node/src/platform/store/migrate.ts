import type { Kysely } from 'kysely'
import { DataDirectoryError, StoreError, type NoTables } from './store.ts'

/** The version of each feature's tables. */
type SchemaTables = { schema: { feature: string; version: number } }

/** The row of `schema` that a store bears while it is moved to, and that keeps every node from it. */
export const UNFINISHED = 'move'

/** Does the steps that are missing, inside a transaction. */
export async function migrateTo(
  db: Kysely<NoTables>, feature: string, steps: readonly string[], place: string, execute: (step: string) => unknown,
): Promise<void> {
  const schema = db.withTables<SchemaTables>()
  const rows = await schema.selectFrom('schema').selectAll().where('feature', 'in', [feature, UNFINISHED]).execute()
  const version = rows.find((row) => row.feature === feature)?.version ?? 0
  if (rows.some((row) => row.feature === UNFINISHED)) throw unfinished(place)
  if (version > steps.length) throw newer(place, `${feature} ${version}, this one knows ${steps.length}`)
  for (const step of steps.slice(version)) await execute(step)
  await schema
    .insertInto('schema')
    .values({ feature, version: steps.length })
    .onConflict((conflict) => conflict.column('feature').doUpdateSet({ version: steps.length }))
    .execute()
}

function unfinished(place: string): StoreError {
  return new StoreError(
    `What lies in ${place} is part of a move that did not come to its end. Move again from where it began (csii move --from … --to …).`,
  )
}

function newer(place: string, versions: string): StoreError {
  if (isPostgres(place)) {
    return new StoreError(
      `${place} was written by a newer version of CSII (${versions}). Update CSII, or choose another database with --data.`,
    )
  }
  return new DataDirectoryError(
    `The data directory ${place} was written by a newer version of CSII (${versions}). Update CSII, or choose another ` +
      'directory with --data DIR.',
  )
}

/** Whether a store is told by the address of a PostgreSQL database. */
export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)
