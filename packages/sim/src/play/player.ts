import type { Timestamp } from '@csii/model'
import { simulate, type HeardLine } from '../simulate.ts'
import type { Scenario } from '../scenario.ts'
import { History, HISTORY } from './history.ts'
import { openLink, type Link } from './links.ts'
import type { ReceiverWire } from './wires.ts'

export interface Player {
  /** Sends what has become due. */
  advance(): void
  /** The ports in use, by receiver. */
  readonly ports: Readonly<Record<string, number>>
  close(): Promise<void>
}

/** A jump of the clock beyond this (milliseconds; a machine that slept) is not caught up with but skipped. */
const LONGEST_STEP = 60_000

/** Opens the wires and is ready to play, as if it had played for ten minutes already. */
export async function openPlayer(
  scenario: Scenario, receivers: readonly ReceiverWire[], clock: () => Timestamp,
): Promise<Player> {
  const history = new History()
  let last = clock()
  let lines = startAt(scenario, history, last)
  let next = lines.next()
  const opened = receivers.map(async ({ id, url }): Promise<[string, Link]> =>
    [id, await openLink(url, () => history.recent(id, last))])
  const links = new Map(await allOrNone(opened))

  return {
    ports: Object.fromEntries([...links].map(([id, link]) => [id, link.port])),
    advance() {
      const now = clock()
      if (now < last || now - last > LONGEST_STEP) {
        history.clear()
        lines = startAt(scenario, history, now)
        next = lines.next()
      }
      last = now
      for (; !next.done && next.value.t <= now; next = lines.next()) {
        history.add(next.value)
        links.get(next.value.receiver)?.send(next.value.line)
      }
    },
    async close() {
      await Promise.all([...links.values()].map((link) => link.close()))
    },
  }
}

/** The endless play from an instant on, with its last ten minutes told to the history. */
function startAt(scenario: Scenario, history: History, now: Timestamp): Iterator<HeardLine, undefined> {
  for (const line of simulate(scenario, now - HISTORY, now)) history.add(line)
  return simulate(scenario, now, Infinity)
}

/** When one wire cannot be opened, those that could are closed again. */
async function allOrNone(opening: readonly Promise<[string, Link]>[]): Promise<[string, Link][]> {
  const results = await Promise.allSettled(opening)
  const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const failed = results.find((result) => result.status === 'rejected')
  if (!failed) return opened
  await Promise.all(opened.map(([, link]) => link.close()))
  throw failed.reason
}
