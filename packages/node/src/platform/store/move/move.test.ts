import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import { describeStores } from '../fixtures/describe-stores.ts'
import { StoreError, type Store } from '../store.ts'
import { ContentSum } from './content-sum.ts'
import type { Features } from './features.ts'
import { moveData, type Moved } from './move.ts'

const FEATURES: Features = {
  harbour: {
    store: 'csii',
    steps: {
      sqlite: ['CREATE TABLE call (number INTEGER PRIMARY KEY AUTOINCREMENT, vessel TEXT NOT NULL) STRICT'],
      postgres: ['CREATE TABLE call (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, vessel text NOT NULL)'],
    },
  },
  log: {
    store: 'history',
    steps: {
      sqlite: [
        'CREATE TABLE page (id INTEGER PRIMARY KEY, at REAL, length INTEGER, body BLOB, said TEXT) STRICT',
        `CREATE TABLE cell (name TEXT, hour INTEGER, page INTEGER, PRIMARY KEY (name, hour)) WITHOUT ROWID;
         CREATE TABLE line (said TEXT) STRICT`,
      ],
      postgres: [
        `CREATE TABLE page (id bigint PRIMARY KEY, at double precision, length bigint, body bytea, said text);
         CREATE TABLE cell (name text, hour bigint, page bigint, PRIMARY KEY (name, hour)); CREATE TABLE line (said text)`,
      ],
    },
  },
}

async function fill(csii: Store, history: Store): Promise<void> {
  await csii.migrate('harbour', FEATURES['harbour']!.steps)
  await history.migrate('log', FEATURES['log']!.steps)
  for (const vessel of ['ADMIRAL BAY', 'GONE']) await sql`INSERT INTO call (vessel) VALUES (${vessel})`.execute(csii.db)
  await sql`DELETE FROM call WHERE vessel = 'GONE'`.execute(csii.db)
  for (let id = -3; id < 1200; id++) {
    const body = id % 7 === 0 ? null : new Uint8Array(id === 5 ? 3_000_000 : 40).fill(id)
    const length = id % 3 === 0 ? 2n ** 60n + BigInt(id) : id
    await sql`INSERT INTO page VALUES (${id}, ${id / 3}, ${length}, ${body}, ${id % 5 === 0 ? null : `“ñ” ${id}`})`.execute(history.db)
  }
  await sql`INSERT INTO cell VALUES ('b', 1, 1), ('a', 2, 1), ('a', 1, 2)`.execute(history.db)
  await sql`INSERT INTO line VALUES ('same'), ('same'), (NULL)`.execute(history.db)
}

async function contentOf(csii: Store, history: Store): Promise<unknown> {
  const content = [await sql`SELECT * FROM call ORDER BY number`.execute(csii.db)]
  for (const [table, order] of [['page', 'id'], ['cell', 'name, hour'], ['line', 'said NULLS LAST']] as const) {
    content.push(await sql`SELECT * FROM ${sql.table(table)} ORDER BY ${sql.raw(order)}`.execute(history.db))
  }
  // Bytes as one text: compared one by one, they would take seconds.
  return content.map(({ rows }) => JSON.parse(JSON.stringify(rows, (_key, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : typeof value === 'bigint' ? `${value}` : value))))
}

describeStores('data that is moved to the other kind of store', (stores, others) => {
  const needsBoth = it.skipIf(inject('postgres') === undefined)

  async function filled(): Promise<{ place: string; content: unknown }> {
    const place = await stores.place()
    const [csii, history] = [await stores.open(place), await stores.open(place, 'history')]
    await fill(csii, history)
    const content = await contentOf(csii, history)
    await csii.close()
    await history.close()
    return { place, content }
  }

  needsBoth('is the same there, and the same again when it was moved back', async () => {
    const { place, content } = await filled()
    const [there, back] = [await others.place(), await stores.place()]
    const told: Moved[][] = [[], []]
    await moveData(place, there, FEATURES, (moved) => void told[0]!.push(moved))
    await moveData(there, back, FEATURES, (moved) => void told[1]!.push(moved))
    expect(told[0]!.map(({ table, rows }) => [table, rows]).toSorted()).toEqual([['call', 1], ['cell', 3], ['line', 3], ['page', 1203]])
    expect(told[1]!.toSorted(byTable)).toEqual(told[0]!.toSorted(byTable))
    for (const [owner, where] of [[others, there], [stores, back]] as const) {
      const [csii, history] = [await owner.open(where), await owner.open(where, 'history')]
      expect(await contentOf(csii, history)).toEqual(content)
      await csii.migrate('harbour', FEATURES['harbour']!.steps)
      const { rows } = await sql`INSERT INTO call (vessel) VALUES ('NEXT') RETURNING number`.execute(csii.db)
      expect(rows).toEqual([{ number: 3 }])
      await csii.close()
      await history.close()
    }
  })

  needsBoth('is refused by a place that holds data already, which stays as it was', async () => {
    const { place } = await filled()
    const there = await others.place()
    const full = await others.open(there)
    await full.migrate('harbour', FEATURES['harbour']!.steps)
    await sql`INSERT INTO call (vessel) VALUES ('MINE')`.execute(full.db)
    await full.close()
    await expect(moveData(place, there, FEATURES, () => {})).rejects.toThrow(/holds data of a node already \(call\)\. Move to an empty place/)
    const after = await others.open(there)
    expect((await sql`SELECT vessel FROM call`.execute(after.db)).rows).toEqual([{ vessel: 'MINE' }])
  })

  needsBoth('is of use to no node until all of it has arrived, and can be moved again', async () => {
    const { place, content } = await filled()
    const there = await others.place()
    const interrupted = moveData(place, there, FEATURES, () => {
      throw new Error('interrupted')
    })
    await expect(interrupted).rejects.toThrow('interrupted')
    const half = await others.open(there)
    await expect(half.migrate('harbour', FEATURES['harbour']!.steps)).rejects.toThrow(/part of a move that did not come to its end/)
    await half.close()
    await expect(moveData(there, place, FEATURES, () => {})).rejects.toThrow(/part of a move that did not come to its end/)
    await moveData(place, there, FEATURES, () => {})
    expect(await contentOf(await others.open(there), await others.open(there, 'history'))).toEqual(content)
  })

  it('is refused when a feature is not known, so that none is left behind', async () => {
    const { place } = await filled()
    const { log: _, ...fewer } = FEATURES
    const csii = await stores.open(place, stores.kind === 'sqlite' ? 'csii' : 'history')
    await csii.migrate('later', { sqlite: [], postgres: [] })
    await csii.close()
    await expect(moveData(place, join(await newPlace(), 'data'), fewer, () => {})).rejects.toThrow(/does not know the tables of (log|later)\. Update CSII/)
  })

  it('is not there where there is nothing, nor at the same place', async () => {
    const place = await stores.place()
    await expect(moveData(place, await newPlace(), FEATURES, () => {})).rejects.toThrow(/There is no data of a node in/)
    await expect(moveData(place, place, FEATURES, () => {})).rejects.toThrow(StoreError)
    if (stores.kind === 'sqlite') expect(readdirSync(place)).toEqual([])
  })

  it('is refused while a node holds it', async () => {
    const { place } = await filled()
    await stores.open(place)
    await expect(moveData(place, await newPlace(), FEATURES, () => {})).rejects.toThrow(/is in use by another node/)
  })

  const newPlace = () => (stores.kind === 'sqlite' ? stores : others).place()
})

const byTable = (a: Moved, b: Moved) => a.table.localeCompare(b.table)

describe('the sum of a table', () => {
  const sumOf = (...rows: Parameters<ContentSum['add']>[0][]) => {
    const sum = new ContentSum()
    for (const row of rows) sum.add(row)
    return sum
  }

  it('does not depend on the order of the rows', () => {
    expect(sumOf([1, 'a'], [2, 'b']).equals(sumOf([2, 'b'], [1, 'a']))).toBe(true)
  })

  it.each([
    ['a row is missing', [[1, 'a']]],
    ['a row is there twice', [[1, 'a'], [2, 'b'], [2, 'b']]],
    ['values changed places', [[1, 'b'], [2, 'a']]],
    ['a number became a text', [[1, 'a'], ['2', 'b']]],
    ['a text became bytes', [[1, 'a'], [2, Buffer.from('b')]]],
    ['a value is gone', [[1, 'a'], [2, null]]],
  ])('is another when %s', (_what, rows) => {
    // Each is a value of a store.
    expect(sumOf(...(rows as Parameters<ContentSum['add']>[0][])).equals(sumOf([1, 'a'], [2, 'b']))).toBe(false)
  })
})
