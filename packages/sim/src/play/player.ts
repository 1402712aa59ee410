import type { Timestamp } from '@csii/model'
import type { Scenario } from '../scenario.ts'
import { merged, type Delivery, type SensorGroup } from '../sensor.ts'
import { sensorsOf } from '../sensors.ts'
import { History } from './history.ts'
import { openLink, type Link } from './links.ts'
import type { SensorWire } from './wires.ts'

export interface Player {
  /** Sends what has become due. */
  advance(): void
  /** The ports in use, by sensor. */
  readonly ports: Readonly<Record<string, number>>
  close(): Promise<void>
}

/** A jump of the clock beyond this (milliseconds; a machine that slept) is not caught up with but skipped. */
const LONGEST_STEP = 60_000

/** Opens the wires and is ready to play, as if it had played for long already. */
export async function openPlayer(
  scenario: Scenario, wires: readonly SensorWire[], clock: () => Timestamp,
): Promise<Player> {
  const wired = new Set(wires.map(({ id }) => id))
  const groups = sensorsOf(scenario).filter(({ installations }) => installations.some(({ id }) => wired.has(id)))
  const memories = new Map(groups.flatMap(({ installations, memory }) => installations.map(({ id }) => [id, memory])))
  const history = new History()
  let last = clock()
  let deliveries = startAt(groups, history, last)
  let next = deliveries.next()
  const opened = wires.map(async ({ id, url }): Promise<[string, Link]> =>
    [id, await openLink(url, () => history.recent(id, last - (memories.get(id) ?? 0)))])
  const links = new Map(await allOrNone(opened))

  return {
    ports: Object.fromEntries([...links].map(([id, link]) => [id, link.port])),
    advance() {
      const now = clock()
      if (now < last || now - last > LONGEST_STEP) {
        history.clear()
        deliveries = startAt(groups, history, now)
        next = deliveries.next()
      }
      last = now
      for (; !next.done && next.value.t <= now; next = deliveries.next()) {
        history.add(next.value)
        links.get(next.value.sensor)?.send(next.value.bytes)
      }
    },
    async close() {
      await Promise.all([...links.values()].map((link) => link.close()))
    },
  }
}

/** The endless play from an instant on, with what went before it told to the history. */
function startAt(groups: readonly SensorGroup[], history: History, now: Timestamp): Iterator<Delivery, undefined> {
  for (const { deliver, memory } of groups)
    if (memory > 0) for (const delivery of deliver(now - memory, now)) history.add(delivery)
  return merged(groups.map(({ deliver }) => deliver(now, Infinity)))
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
