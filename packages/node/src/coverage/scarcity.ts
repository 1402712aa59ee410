import { chanceOfSoFew, dispersionOf, type CellReception } from '@csii/geo'
import { activityHeardBy, hasListened, isWitness, type Account, type SensorReception } from './expectation.ts'
import type { Scarcity } from './judgement.ts'

/** Before this many hours nobody knows what is usual. */
const ENOUGH_HOURS = 6
/** Judged every second for years, by an hour that slides: chance must not raise an alert more than once in years. */
const BY_OTHERS = 1e-3
const BY_ITSELF = 1e-5
/** Fewer than this part of what is usual; a sensor that still hears half is not deaf. */
const FAR_BELOW = 0.25

/** Below this many cells usually heard in an hour, their number says nothing. */
const ENOUGH_CELLS = 8
const CELLS_BELOW = 0.5

/** Whether a sensor hears too little to be well: too few objects in all, or too few of its cells. */
export function scarcityOf(sensor: SensorReception, others: readonly SensorReception[]): Scarcity | undefined {
  if (sensor.reception.hours < ENOUGH_HOURS || !hasListened(sensor)) return undefined
  return fewObjects(sensor, others) ?? fewCells(sensor)
}

/** Whether there is something to hear is best known from other sensors that hear where this one usually does. */
function fewObjects({ reception }: SensorReception, others: readonly SensorReception[]): Scarcity | undefined {
  const { expected: usual, lastObjects } = reception
  const own = new Set(reception.cells.filter(({ usual }) => usual.mean > 0).map(({ cell }) => cell))
  const shared = others.flatMap((other) => (isWitness(other) ? accountsOf(other, own) : []))
  const heardByOthers = activityHeardBy(shared)
  const activity = heardByOthers ?? 1
  const expected = usual.mean * activity
  if (lastObjects >= FAR_BELOW * expected) return undefined
  if (chanceOfSoFew(lastObjects, expected, usual.dispersion) > (heardByOthers === undefined ? BY_ITSELF : BY_OTHERS))
    return undefined
  return { reason: 'few-objects', numbers: { heard: lastObjects, usual: Math.round(expected) } }
}

const accountsOf = ({ reception }: SensorReception, cells: ReadonlySet<string>): Account[] =>
  reception.cells.filter(({ cell }) => cells.has(cell)).map((cell) => ({ reception, cell }))

/** A part of its area is lost: an aerial that is down on one side, a mast that was built in front. */
function fewCells({
  reception: { cells, expected, usual, lastObjects, hours },
}: SensorReception): Scarcity | undefined {
  const activity = usual.mean > 0 ? Math.min(expected.mean, lastObjects) / usual.mean : 1
  const chanceOfSome = ({ usual }: CellReception): number =>
    1 - chanceOfSoFew(0, usual.mean * activity, dispersionOf(usual, hours))
  const likely = cells.reduce((sum, cell) => sum + chanceOfSome(cell), 0)
  const heard = cells.filter(({ lastObjects }) => lastObjects > 0).length
  if (likely < ENOUGH_CELLS || heard >= CELLS_BELOW * likely) return undefined
  return { reason: 'few-cells', numbers: { heard, usual: Math.round(likely) } }
}
