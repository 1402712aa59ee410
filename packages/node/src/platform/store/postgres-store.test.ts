import { createServer } from 'node:net'
import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { describePostgres } from './fixtures/describe-stores.ts'
import { openStore } from './open-store.ts'
import { StoreError } from './store.ts'

const BOATS = { sqlite: [], postgres: ['CREATE TABLE boat (name text)'] }

describe('a PostgreSQL that cannot be used', () => {
  it('is told in one sentence without the password, when nothing listens there', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await new Promise((resolve) => server.close(resolve))
    const opening = openStore(`postgres://me:secret@127.0.0.1:${port}/csii`, 'csii')
    await expect(opening).rejects.toThrow(
      new StoreError(
        `The database csii of PostgreSQL at 127.0.0.1:${port} cannot be used (ECONNREFUSED). Start the server, or correct the address, ` +
          'or choose another store with --data.',
      ),
    )
  })

  it('is told in one sentence when its address cannot be read', async () => {
    await expect(openStore('postgres://[/csii', 'csii')).rejects.toThrow(/cannot be read. Write it as postgres:/)
  })
})

describePostgres('the database of a node', (stores) => {
  const asAdmin = async (text: string) => {
    // Skipped where there is none.
    const client = new Client(inject('postgres')!)
    await client.connect()
    await client.query(text).finally(() => client.end())
  }

  it('says what to do when it is not there', async () => {
    const url = new URL(await stores.place())
    url.pathname = '/nowhere'
    await expect(stores.open(url.href)).rejects.toThrow(/has no database nowhere\. Create it \(createdb nowhere\)/)
  })

  it('says what to do when its user is not known, or may not make tables', async () => {
    const url = new URL(await stores.place())
    url.username = 'stranger'
    await expect(stores.open(url.href)).rejects.toThrow(/refuses the user stranger \(.*\)\. Correct the user and the password/)
    await asAdmin('CREATE ROLE guest LOGIN')
    url.username = 'guest'
    await expect(stores.open(url.href)).rejects.toThrow(/The user guest may not make tables in the database test_.* Make it the owner/)
  })

  it('is refused when it cannot hold every name', async () => {
    await asAdmin("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    const url = new URL(await stores.place())
    url.pathname = '/latin'
    await expect(stores.open(url.href)).rejects.toThrow(/is in LATIN1, and names need UTF8/)
  })

  it('is reached again when its connections were cut, and is still of this node alone', async () => {
    const place = await stores.place()
    const store = await stores.open(place)
    await store.migrate('boats', BOATS)
    await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${new URL(place).pathname.slice(1)}'`)
    const rows = async () => (await sql`SELECT * FROM boat`.execute(store.db)).rows
    await expect.poll(() => rows().catch(() => undefined), { timeout: 10_000 }).toEqual([])
    await expect(stores.open(place)).rejects.toThrow(/in use by another node/)
  })

  it('is lost to the node that took it while the connections of this one were cut', async () => {
    const place = await stores.place()
    const store = await stores.open(place)
    await store.migrate('boats', BOATS)
    const database = new URL(place).pathname.slice(1)
    await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`)
    const other = new Client(place)
    await other.connect()
    await other.query(`SELECT pg_advisory_lock(hashtextextended('csii csii', 0))`)
    await expect.poll(() => sql`SELECT 1`.execute(store.db).then(() => '', String)).toMatch(/in use by another node/)
    for (let n = 0; n < 10; n++) await expect(sql`SELECT 1`.execute(store.db)).rejects.toThrow(StoreError)
    await other.end()
    await expect.poll(() => sql`SELECT 1 AS one`.execute(store.db).then(({ rows }) => rows, String)).toEqual([{ one: 1 }])
  })

  it('writes every commit through to the disk, also where the server would not', async () => {
    const place = await stores.place()
    await asAdmin(`ALTER DATABASE ${new URL(place).pathname.slice(1)} SET synchronous_commit = off`)
    const { db } = await stores.open(place)
    expect((await sql`SHOW synchronous_commit`.execute(db)).rows).toEqual([{ synchronous_commit: 'on' }])
  })
})
