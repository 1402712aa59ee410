import { Client, type ClientConfig } from 'pg'
import { sentenceOf, type Place } from './postgres-errors.ts'
import { StoreError } from './store.ts'

/** Keeps two nodes from sharing one database: PostgreSQL gives it back when the connection ends, however it ends. */
export interface PostgresLock {
  /** Resolves when the lock is held. It is taken anew where its connection was lost, and refused where another node has it. */
  hold(): Promise<void>
  release(): Promise<void>
}

/** A node whose machine has vanished holds on for a minute at most, and not for the two hours of TCP. */
const NOTICE_THE_DEAD = 'SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3'

export function createLock(config: ClientConfig, place: Place, name: string): PostgresLock {
  let held: Promise<Client> | undefined

  async function take(lost: () => void): Promise<Client> {
    const client = new Client(config)
    client.on('error', lost)
    client.on('end', lost)
    try {
      await client.connect()
      await client.query(NOTICE_THE_DEAD)
      const { rows } = await client.query<{ taken: boolean; encoding: string }>(
        `SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken, current_setting('server_encoding') AS encoding`,
        [`csii ${name}`],
      )
      refuse(rows[0], place)
      return client
    } catch (cause) {
      await client.end().catch(() => {})
      lost()
      throw cause instanceof StoreError ? cause : sentenceOf(cause, place)
    }
  }

  return {
    async hold() {
      if (!held) {
        // An earlier connection may tell of its end when there is another already.
        const mine: Promise<Client> = take(() => {
          if (held === mine) held = undefined
        })
        held = mine
      }
      await held
    },
    async release() {
      const client = await held?.catch(() => undefined)
      await client?.end()
    },
  }
}

function refuse(answer: { taken: boolean; encoding: string } | undefined, { server, database }: Place): void {
  if (answer?.taken !== true) {
    throw new StoreError(
      `The database ${database} at ${server} is in use by another node. Stop the other node, or choose another store with --data.`,
    )
  }
  if (answer.encoding === 'UTF8') return
  throw new StoreError(
    `The database ${database} at ${server} is in ${answer.encoding}, and names need UTF8. Create one with createdb --encoding=UTF8 ` +
      '--template=template0, or choose another store with --data.',
  )
}
