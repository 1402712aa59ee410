import { chanceOfSoFew, dispersionOf, ENOUGH_LISTENED, type CellReception, type Reception } from '@csii/geo'

/** One sensor's map of reception, and whether it hears at all. */
export interface SensorReception {
  readonly sensorId: string
  readonly simulated: boolean
  readonly isHearing: boolean
  readonly reception: Reception
}

/**
 * Whether the last hour can be set against a usual one: not after a restart of the node, or an outage of the sensor.
 */
export const hasListened = ({ reception }: SensorReception): boolean => reception.listened >= ENOUGH_LISTENED

/** Whether what it does not hear is likely not there. */
export const isWitness = (sensor: SensorReception): boolean => sensor.isHearing && hasListened(sensor)

/** Objects that a share can be taken of. Of fewer, one more or less would halve or double it. */
const FEWEST_TO_COMPARE = 3

/** How much of its usual traffic a sensor expects at this hour of the day: 1 is an hour like the mean of all. */
const trafficOf = ({ usual, expected }: Reception): number => (usual.mean > 0 ? expected.mean / usual.mean : 1)

/**
 * What share of what it expects a sensor hears outside a cell now, 0 to 1: on a quiet night all cells are quiet. 1
 * where too little is expected to tell.
 */
export function activityElsewhere(reception: Reception, cell: CellReception): number {
  const elsewhere = reception.expected.mean - cell.usual.mean * trafficOf(reception)
  if (elsewhere < FEWEST_TO_COMPARE) return 1
  return Math.min(1, Math.max(0, reception.lastObjects - cell.lastObjects) / elsewhere)
}

/** One sensor's account of one cell. */
export interface Account {
  readonly reception: Reception
  readonly cell: CellReception
}

/**
 * What share of the expected traffic of some cells is there now, by what other sensors hear in them; nothing when they
 * hear too little there.
 */
export function activityHeardBy(others: readonly Account[]): number | undefined {
  const expected = others.reduce((sum, { reception, cell }) => sum + cell.usual.mean * trafficOf(reception), 0)
  const now = others.reduce((sum, { cell }) => sum + cell.lastObjects, 0)
  return expected < FEWEST_TO_COMPARE ? undefined : Math.min(1, now / expected)
}

/** How likely a cell brings so few by chance, when so great a share of the expected traffic is there. */
export const chanceIn = ({ reception: { hours }, cell }: Account, activity: number): number =>
  chanceOfSoFew(cell.lastObjects, cell.expected * activity, dispersionOf(cell.usual, hours))
