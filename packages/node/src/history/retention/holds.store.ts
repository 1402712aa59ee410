import { HoldView } from '@csii/contract'
import { Compile } from 'typebox/compile'
import type { Log } from '../../platform/log.ts'
import type { Steps, Store } from '../../platform/store/store.ts'
import { readRows } from '../../platform/stored-rows.ts'

export const HOLDS: Steps = {
  sqlite: ['CREATE TABLE hold (number INTEGER PRIMARY KEY, entry TEXT NOT NULL) STRICT'],
  postgres: ['CREATE TABLE hold (number BIGINT PRIMARY KEY, entry TEXT NOT NULL)'],
}

type HoldTables = { hold: { number: number; entry: string } }

/** What is held as evidence, and what was. A number is never given twice: no row goes. */
export interface HoldStore {
  /** Newest first. */
  all(): Promise<readonly HoldView[]>
  /** Keeps the entry made for the next number. */
  add(make: (id: string) => HoldView): Promise<HoldView>
  change(entry: HoldView): Promise<void>
}

const numberOf = (id: string): number => Number(id.slice(2))

export async function createHoldStore(store: Store, log: Log): Promise<HoldStore> {
  await store.migrate('holds', HOLDS)
  const db = store.db.withTables<HoldTables>()
  const schema = Compile(HoldView)
  return {
    async all() {
      const rows = await db.selectFrom('hold').select('entry').orderBy('number', 'desc').execute()
      // What each row holds was just checked.
      return readRows(rows.map(({ entry }) => entry), (value) => schema.Check(value), 'a hold on evidence', log) as HoldView[]
    },
    add: (make) =>
      store.transaction(async (inside) => {
        const within = inside.withTables<HoldTables>()
        const { last } = await within.selectFrom('hold').select(({ fn }) => fn.max('number').as('last')).executeTakeFirstOrThrow()
        const number = Number(last ?? 0) + 1
        const entry = make(`H-${number}`)
        await within.insertInto('hold').values({ number, entry: JSON.stringify(entry) }).execute()
        return entry
      }),
    async change(entry) {
      await db.updateTable('hold').set({ entry: JSON.stringify(entry) }).where('number', '=', numberOf(entry.id)).execute()
    },
  }
}
