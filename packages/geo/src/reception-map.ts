import type { LatLon, Timestamp } from '@csii/model'
import { learnCount, NEVER_COUNTED, oneMoreHour, type UsualCount } from './counts.ts'
import { expectedBefore, learnHour, NO_DAYS, trafficBack, type Expected, type HourOfDay } from './day.ts'
import { RecentHour, type HeardInCell, type ObjectKey } from './recent-hour.ts'

/** What a sensor hears in one cell: in an hour as it usually is, and in the last one. */
export interface CellReception {
  readonly cell: string
  /** Distinct objects in an hour. */
  readonly usual: UsualCount
  readonly usualPlots: number
  readonly lastObjects: number
  readonly lastPlots: number
  readonly lastHeardAt: Timestamp
  /** Hours that the sensor was listening and heard nothing here, up to now. */
  readonly silentHours: number
  /** Objects expected since something was last heard here, over the last hour at least, by the hour of the day. */
  readonly expected: number
}

/** What one sensor hears, and where. Counts of an hour; plain data, so that it can be kept and sent. */
export interface Reception {
  /** Hours learned from, the older ones weighing less. */
  readonly hours: number
  /** Distinct objects in an hour, wherever they were. */
  readonly usual: UsualCount
  readonly day: readonly HourOfDay[]
  /** The same of this hour of the day. */
  readonly expected: Expected
  readonly lastObjects: number
  /** For what share of the last hour it was listening, 0 to 1. Of less than most of it, its counts say little. */
  readonly listened: number
  readonly cells: readonly CellReception[]
}

/** Learns where a sensor hears, hour by hour. Bounded, whatever it is told. */
export interface ReceptionMap {
  /** An object was heard at a place. One without a key counts as the same as all others without one in its cell. */
  hear(position: LatLon, object: ObjectKey | undefined, receivedAt: Timestamp): void
  /** Lets time pass. An hour in which the sensor was not listening for long teaches nothing about the sea. */
  tick(now: Timestamp, isListening: boolean): void
  reception(): Reception
}

const HOUR = 3_600_000
/** 4,096 cells are a million square kilometres. What was heard longest ago gives way. */
const MOST_CELLS = 4096
/** An hour of which less was listened to is not judged, and teaches nothing. */
export const ENOUGH_LISTENED = 0.75

interface LearnedCell {
  usual: UsualCount
  usualPlots: number
  lastHeardAt: Timestamp
  silentHours: number
}

/** A map that knows what an earlier one learned, when it is given that. */
export function createReceptionMap(saved?: Reception): ReceptionMap {
  const cells = new Map<string, LearnedCell>(saved?.cells.map(({ cell, ...learned }) => [cell, learned]))
  const recent = new RecentHour()
  let { hours, usual, day } = saved ?? { hours: 0, usual: NEVER_COUNTED, day: NO_DAYS }
  let learnedAt: Timestamp | undefined
  let time: Timestamp = 0

  /** The hour that has just ended becomes a part of what is usual. */
  function learn(end: Timestamp): void {
    if (recent.listened < ENOUGH_LISTENED) return
    hours = oneMoreHour(hours)
    usual = learnCount(usual, recent.objects, hours)
    day = learnHour(day, recent.objects, end)
    for (const [cell, learned] of cells) {
      const { objects, plots } = recent.heardIn(cell)
      learned.usual = learnCount(learned.usual, objects, hours)
      learned.usualPlots += (plots - learned.usualPlots) / hours
      learned.silentHours = objects > 0 ? 0 : learned.silentHours + 1
    }
  }

  return {
    hear(position, object, receivedAt) {
      const cell = recent.hear(position, object, receivedAt)
      const known = cells.get(cell)
      if (known) {
        known.lastHeardAt = receivedAt
        known.silentHours = 0
        return
      }
      if (cells.size >= MOST_CELLS) makeRoom(cells)
      cells.set(cell, { usual: NEVER_COUNTED, usualPlots: 0, lastHeardAt: receivedAt, silentHours: 0 })
    },
    tick(now, isListening) {
      time = now
      learnedAt ??= now
      const passed = now - learnedAt
      if (passed < 0 || passed >= HOUR) {
        // After a longer pause, or when the clock was set, no whole hour has been listened to.
        if (passed >= HOUR && passed < HOUR + HOUR / 12) learn(now)
        learnedAt = now
      }
      recent.tick(now, isListening)
    },
    reception() {
      const traffic = trafficBack(time, day, usual)
      return {
        hours,
        usual,
        day,
        expected: expectedBefore(time, day, usual, hours),
        lastObjects: recent.objects,
        listened: recent.listened,
        cells: [...cells].map(([cell, learned]) => receptionIn(cell, learned, recent.heardIn(cell), traffic)),
      }
    },
  }
}

function makeRoom(cells: Map<string, LearnedCell>): void {
  const byAge = [...cells].toSorted(([, a], [, b]) => a.lastHeardAt - b.lastHeardAt)
  for (const [cell] of byAge.slice(0, MOST_CELLS / 16)) cells.delete(cell)
}

function receptionIn(
  cell: string,
  learned: LearnedCell,
  { objects, plots }: HeardInCell,
  traffic: readonly number[],
): CellReception {
  const { usual, usualPlots, lastHeardAt, silentHours } = learned
  const expected = usual.mean * (traffic[Math.max(1, silentHours) - 1] ?? traffic.at(-1)!)
  return { cell, usual, usualPlots, lastHeardAt, silentHours, expected, lastObjects: objects, lastPlots: plots }
}
