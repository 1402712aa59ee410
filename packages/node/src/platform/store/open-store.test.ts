import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { describeStores } from './fixtures/describe-stores.ts'
import { StoreError, type Steps, type Store } from './store.ts'

type BoatTables = { boat: { name: string; length?: number | null; photo?: Uint8Array | null; owner?: number | bigint | null } }

const BOATS: Steps = { sqlite: ['CREATE TABLE boat (name TEXT) STRICT'], postgres: ['CREATE TABLE boat (name text)'] }
const MORE: Steps = {
  sqlite: [...BOATS.sqlite, 'ALTER TABLE boat ADD COLUMN length REAL; ALTER TABLE boat ADD COLUMN photo BLOB; ALTER TABLE boat ADD COLUMN owner INTEGER'],
  postgres: [...BOATS.postgres, 'ALTER TABLE boat ADD COLUMN length double precision; ALTER TABLE boat ADD COLUMN photo bytea, ADD COLUMN owner bigint'],
}
const boats = ({ db }: Pick<Store, 'db'>) => db.withTables<BoatTables>()
const names = async (store: Store) => (await boats(store).selectFrom('boat').select('name').orderBy('name').execute()).map(({ name }) => name)

describeStores('the store of a node', (stores) => {
  it('survives a restart, and takes the steps that are missing', async () => {
    const place = await stores.place()
    const first = await stores.open(place)
    await first.migrate('boats', BOATS)
    await boats(first).insertInto('boat').values({ name: 'Captain Hugh Mulzac' }).execute()
    await first.close()
    const again = await stores.open(place)
    await again.migrate('boats', MORE)
    await again.migrate('boats', MORE)
    expect(await boats(again).selectFrom('boat').selectAll().execute()).toEqual([
      { name: 'Captain Hugh Mulzac', length: null, photo: null, owner: null },
    ])
  })

  it('gives back what it was given: bytes, fractions, and integers beyond those of a number', async () => {
    const store = await stores.open()
    await store.migrate('boats', MORE)
    const photo = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const given = [
      { name: 'a', length: 0.1 + 0.2, photo, owner: Number.MAX_SAFE_INTEGER },
      { name: 'b', length: -1e300, photo: new Uint8Array(0), owner: 2n ** 62n },
      { name: '漁船 “Ñ”', length: 5e-324, photo: Uint8Array.of(0, 255), owner: -(2n ** 63n) },
    ]
    await boats(store).insertInto('boat').values(given).execute()
    const kept = await boats(store).selectFrom('boat').selectAll().orderBy('name').execute()
    expect(kept).toEqual(given)
    expect(kept[0]!.photo!.constructor).toBe(Uint8Array)
  })

  it('counts and adds up in numbers', async () => {
    const store = await stores.open()
    await store.migrate('boats', MORE)
    await boats(store).insertInto('boat').values([{ name: 'a', owner: 3 }, { name: 'b', owner: 4 }]).execute()
    const { rows } = await sql`SELECT count(*) AS count, sum(owner) AS sum FROM boat`.execute(store.db)
    expect(rows).toEqual([{ count: 2, sum: 7 }])
  })

  it('tells how many rows it changed, and gives what it was asked to return', async () => {
    const store = await stores.open()
    await store.migrate('boats', BOATS)
    const returned = await boats(store).insertInto('boat').values([{ name: 'a' }, { name: 'b' }]).returning('name').execute()
    expect(returned).toEqual([{ name: 'a' }, { name: 'b' }])
    expect(await boats(store).deleteFrom('boat').executeTakeFirst()).toEqual({ numDeletedRows: 2n })
  })

  it('does all of a transaction or none of it', async () => {
    const store = await stores.open()
    await store.migrate('boats', BOATS)
    const sinking = store.transaction(async (db) => {
      await boats({ db }).insertInto('boat').values({ name: 'half' }).execute()
      throw new Error('sunk')
    })
    await expect(sinking).rejects.toThrow('sunk')
    expect(await names(store)).toEqual([])
  })

  it('shows nobody the half of a transaction', async () => {
    const store = await stores.open()
    await store.migrate('boats', BOATS)
    const write = store.transaction(async (db) => {
      await boats({ db }).insertInto('boat').values({ name: 'a' }).execute()
      await new Promise((resolve) => setImmediate(resolve))
      await boats({ db }).insertInto('boat').values({ name: 'b' }).execute()
    })
    const seen = names(store)
    await write
    expect([[], ['a', 'b']]).toContainEqual(await seen)
  })

  it('keeps the transactions of many apart', async () => {
    const store = await stores.open()
    await store.migrate('boats', BOATS)
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        store.transaction(async (db) => {
          await boats({ db }).insertInto('boat').values({ name: String(n) }).execute()
          if (n % 2 === 1) throw new Error('odd')
        }),
      ),
    )
    expect((await names(store)).map(Number).toSorted((a, b) => a - b)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
  })

  it('takes no step of a migration that fails halfway', async () => {
    const store = await stores.open()
    const wrong = { sqlite: [...BOATS.sqlite, 'nonsense'], postgres: [...BOATS.postgres, 'nonsense'] }
    await expect(store.migrate('boats', wrong)).rejects.toThrow(/syntax/)
    await store.migrate('boats', BOATS)
    expect(await names(store)).toEqual([])
  })

  it('is not shared by two nodes', async () => {
    const place = await stores.place()
    await stores.open(place)
    await expect(stores.open(place)).rejects.toThrow(StoreError)
    await expect(stores.open(place)).rejects.toThrow(/is in use by another node.*--data/)
  })

  it('is free again when its node has stopped', async () => {
    const place = await stores.place()
    await (await stores.open(place)).close()
    await expect(stores.open(place)).resolves.toBeDefined()
  })

  it('lies beside the other stores of the same node', async () => {
    const place = await stores.place()
    const [csii, history] = [await stores.open(place), await stores.open(place, 'history')]
    await Promise.all([csii.migrate('boats', BOATS), history.migrate('harbours', {
      sqlite: ['CREATE TABLE harbour (name TEXT) STRICT'], postgres: ['CREATE TABLE harbour (name text)'],
    })])
    await csii.checkpoint()
    await history.checkpoint()
    expect(await names(csii)).toEqual([])
    expect((await sql`SELECT * FROM harbour`.execute(history.db)).rows).toEqual([])
  })

  it('is left alone when a newer version wrote it', async () => {
    const place = await stores.place()
    const newer = await stores.open(place)
    await newer.migrate('boats', MORE)
    await newer.close()
    const older = await stores.open(place)
    await expect(older.migrate('boats', BOATS)).rejects.toThrow(/by a newer version of CSII \(boats 2, this one knows 1\)/)
  })
})
