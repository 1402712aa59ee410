import type { Steps, Store } from './store/store.ts'

export const IDENTITY: Steps = {
  sqlite: ['CREATE TABLE identity (only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL) STRICT'],
  postgres: ['CREATE TABLE identity ("only" bigint PRIMARY KEY CHECK ("only" = 1), id text NOT NULL)'],
}
type IdentityTables = { identity: { only: number; id: string } }

/** The name by which this node is told from every other: chosen once, when its store is first used. */
export async function identityOf(store: Store, newId: () => string): Promise<string> {
  await store.migrate('identity', IDENTITY)
  const db = store.db.withTables<IdentityTables>()
  await db.insertInto('identity').values({ only: 1, id: newId() }).onConflict((conflict) => conflict.doNothing()).execute()
  return (await db.selectFrom('identity').select('id').executeTakeFirstOrThrow()).id
}
