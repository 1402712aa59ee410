import type { CellState } from '@csii/contract'
import type { CellReception } from '@csii/geo'
import {
  activityElsewhere,
  activityHeardBy,
  chanceIn,
  hasListened,
  isWitness,
  type SensorReception,
} from './expectation.ts'

/** What some sensors hear in one cell. */
export interface JudgedCell {
  readonly cell: string
  readonly state: Exclude<CellState, 'never'>
  /** Distinct objects in an hour, by the sensor that hears most there. */
  readonly expectedPerHour: number
  readonly lastHour: number
  readonly sources: readonly string[]
}

/** Heard more seldom than once a day is as good as never: by a duct, over the mountains, from a false position. */
const ONCE_A_DAY = 1 / 24
const ENOUGH_HOURS = 3
const UNLIKELY = 0.01
/** Where something is heard, it takes more to say that a cell is not covered. */
const VERY_UNLIKELY = 0.001

interface Hearer {
  readonly sensor: SensorReception
  readonly cell: CellReception
}

/**
 * For each cell that any asked sensor hears, or usually does, whether they cover it now. The others are witnesses only.
 */
export function judgeCells(
  sensors: readonly SensorReception[],
  isAsked: (sensorId: string) => boolean = () => true,
): JudgedCell[] {
  const hearers = new Map<string, Hearer[]>()
  for (const sensor of sensors) {
    for (const cell of sensor.reception.cells) {
      const known = hearers.get(cell.cell)
      if (known) known.push({ sensor, cell })
      else hearers.set(cell.cell, [{ sensor, cell }])
    }
  }
  return [...hearers].flatMap(([cell, all]) => judgeCell(cell, all, isAsked))
}

function judgeCell(cell: string, hearers: readonly Hearer[], isAsked: (sensorId: string) => boolean): JudgedCell[] {
  const judged = hearers.flatMap((hearer) => {
    if (!isAsked(hearer.sensor.sensorId)) return []
    const state = stateBy(
      hearer,
      hearers.filter((other) => other !== hearer && isWitness(other.sensor)),
    )
    return state ? [{ state, hearer }] : []
  })
  if (judged.length === 0) return []
  const cells = judged.map(({ hearer }) => hearer.cell)
  return [
    {
      cell,
      state: judged.some(({ state }) => state === 'covered') ? 'covered' : 'not-now',
      expectedPerHour: Math.max(...cells.map(({ usual }) => usual.mean)),
      lastHour: Math.max(...cells.map(({ lastObjects }) => lastObjects)),
      sources: judged.map(({ hearer }) => hearer.sensor.sensorId),
    },
  ]
}

/** Whether one sensor covers a cell; nothing where it hardly ever hears. */
function stateBy({ sensor, cell }: Hearer, others: readonly Hearer[]): JudgedCell['state'] | undefined {
  const { usual, lastObjects } = cell
  const { hours } = sensor.reception
  if (lastObjects === 0 && usual.mean < ONCE_A_DAY) return undefined
  if (!sensor.isHearing) return 'not-now'
  if (hours < ENOUGH_HOURS || !hasListened(sensor)) return 'covered'
  const witnesses = others.map((other) => ({ reception: other.sensor.reception, cell: other.cell }))
  const activity = Math.max(activityElsewhere(sensor.reception, cell), activityHeardBy(witnesses) ?? 0)
  const chance = chanceIn({ reception: sensor.reception, cell }, activity)
  return chance < (lastObjects > 0 ? VERY_UNLIKELY : UNLIKELY) ? 'not-now' : 'covered'
}
