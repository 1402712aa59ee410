import { chanceOfSoFew, dispersionOf, ENOUGH_LISTENED, type CellReception, type Reception, type UsualCount } from '@csii/geo'

/** One sensor's map of reception, and whether it hears at all. */
export interface SensorReception {
  readonly sensorId: string
  readonly simulated: boolean
  readonly isHearing: boolean
  readonly reception: Reception
}

/** Whether the last hour can be set against a usual one: not after a restart of the node, or an outage of the sensor. */
export const hasListened = ({ reception }: SensorReception): boolean => reception.listened >= ENOUGH_LISTENED

/** Whether what it does not hear is likely not there. */
export const isWitness = (sensor: SensorReception): boolean => sensor.isHearing && hasListened(sensor)

/** Objects that a share can be taken of. Of fewer, one more or less would halve or double it. */
const FEWEST_TO_COMPARE = 3

/**
 * What share of its usual traffic a sensor hears elsewhere now, 0 to 1: on a quiet night all cells are quiet. 1 where
 * too little is usual to tell.
 */
export function activityElsewhere({ usual, lastObjects }: Reception, cell: CellReception): number {
  const usualElsewhere = usual.mean - cell.usual.mean
  if (usualElsewhere < FEWEST_TO_COMPARE) return 1
  return Math.min(1, Math.max(0, lastObjects - cell.lastObjects) / usualElsewhere)
}

/** What share of the usual traffic of some cells is there now, by what other sensors hear in them; nothing when they hear too little there. */
export function activityHeardBy(others: readonly CellReception[]): number | undefined {
  const usual = others.reduce((sum, cell) => sum + cell.usual.mean, 0)
  const now = others.reduce((sum, cell) => sum + cell.lastObjects, 0)
  return usual < FEWEST_TO_COMPARE ? undefined : Math.min(1, now / usual)
}

/** How likely it is to hear so few by chance, when so great a share of the usual traffic is there. */
export const chanceOf = (count: number, usual: UsualCount, hours: number, activity: number): number =>
  chanceOfSoFew(count, usual.mean * activity, dispersionOf(usual, hours))
