import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { Client, Pool, types, type ClientConfig } from 'pg'
import { exact } from './exact.ts'
import { migrateTo } from './migrate.ts'
import { sentenceOf, type Place } from './postgres-errors.ts'
import { createLock, type PostgresLock } from './postgres-lock.ts'
import { StoreError, type NoTables, type Store } from './store.ts'

/** A node asks for one thing after another: few questions are ever open at once. */
const MOST_CONNECTIONS = 4
const PATIENCE_MS = 10_000
/** Commits wait for the disk, also where the server is set to answer before. */
const DURABLE = `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')`

/** Tables in a PostgreSQL database, which belongs to one node as long as it is open. */
export async function openPostgres(url: string, name: string): Promise<Store> {
  const config: ClientConfig = {
    connectionString: url, application_name: 'csii', connectionTimeoutMillis: PATIENCE_MS, keepAlive: true, types: { getTypeParser },
  }
  const place = placeOf(config)
  const lock = createLock(config, place, name)
  await lock.hold()
  const pool = new Pool({ ...config, max: MOST_CONNECTIONS })
  // Whoever asks next is told. Nobody waits for an idle connection.
  pool.on('error', () => {})
  // Nor does one that is cut while it is lent end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<NoTables>({ dialect: dialectOf(pool, lock) })

  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    await db.destroy()
    await lock.release()
  }

  try {
    await prepareSchema(db)
  } catch (cause) {
    await close()
    throw sentenceOf(cause, place)
  }
  return {
    kind: 'postgres',
    db,
    transaction: (work) => db.transaction().execute(work),
    migrate: (feature, { postgres: steps }) =>
      db.transaction().execute(async (transaction) => {
        await takeTurn(transaction)
        await migrateTo(transaction, feature, steps, `postgres://${place.server}/${place.database}`, (step) =>
          transaction.executeQuery(CompiledQuery.raw(step)),
        )
      }),
    checkpoint: async () => {},
    close: () => (closing ??= close()),
  }
}

/** Where it leads to, as people may be shown it. */
function placeOf(config: ClientConfig): Place {
  try {
    const { host, port, database = '', user = '' } = new Client(config)
    return { server: host.startsWith('/') ? host : `${host}:${port}`, database, user }
  } catch (cause) {
    throw new StoreError('The address of the database cannot be read. Write it as postgres://USER:PASSWORD@HOST/DATABASE.', { cause })
  }
}

function dialectOf(pool: Pool, lock: PostgresLock): PostgresDialect {
  return new PostgresDialect({
    pool: {
      options: pool.options,
      // Asked for before there is a connection, which nobody would give back.
      async connect() {
        await lock.hold()
        return pool.connect()
      },
      end: () => pool.end(),
    },
    async onCreateConnection(connection) {
      await connection.executeQuery(CompiledQuery.raw(DURABLE))
    },
  })
}

async function prepareSchema(db: Kysely<NoTables>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await takeTurn(transaction)
    await sql`CREATE TABLE IF NOT EXISTS schema (feature text PRIMARY KEY, version bigint NOT NULL)`.execute(transaction)
  })
}

/** The stores of one node share a database, and make their tables one after another. */
const takeTurn = (transaction: Kysely<NoTables>) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended('csii schema', 0))`.execute(transaction)

const { BYTEA, INT8, NUMERIC } = types.builtins

/** What SQLite gives for the same columns. */
function getTypeParser(type: number): (text: string) => unknown {
  if (type === INT8) return (text) => exact(BigInt(text))
  // Of sums.
  if (type === NUMERIC) return Number
  // Whole bytes in hexadecimal, behind a mark of two characters.
  if (type === BYTEA) return (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
  return types.getTypeParser(type)
}
