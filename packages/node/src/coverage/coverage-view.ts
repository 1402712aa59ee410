import type { CoverageCell, CoverageView, Horizon } from '@csii/contract'
import { cellBoundary, cellCentre, cellsAround } from '@csii/geo'
import type { LatLon } from '@csii/model'
import { judgeCells, type JudgedCell } from './cell-states.ts'
import type { SensorReception } from './expectation.ts'

/**
 * An airliner's horizon holds two thousand cells: beyond this the map would be slow to draw, and shows nothing more.
 */
const FARTHEST_NEVER = 150_000

/** What the asked sensors cover at `time`, exercise and live apart. */
export function coverageView(
  sensors: readonly SensorReception[],
  horizons: readonly Horizon[],
  time: number,
  isAsked: (sensorId: string) => boolean = () => true,
): CoverageView {
  const cells = [false, true].flatMap((simulated) => {
    const isOurs = (one: { readonly simulated: boolean }) => one.simulated === simulated
    const judged = judgeCells(sensors.filter(isOurs), isAsked)
    return [
      ...judged.map((cell) => cellView(cell, simulated)),
      ...neverHeard(judged, horizons.filter(isOurs), simulated),
    ]
  })
  return { time, cells, horizons: [...horizons] }
}

/** Cells within some horizon, in which none has heard anything for long. */
function neverHeard(judged: readonly JudgedCell[], horizons: readonly Horizon[], simulated: boolean): CoverageCell[] {
  const heard = new Set(judged.map(({ cell }) => cell))
  const reachable = new Set(
    horizons
      .filter(({ radiusMetres }) => radiusMetres <= FARTHEST_NEVER)
      .flatMap(({ position, radiusMetres }) => cellsAround(position, radiusMetres)),
  )
  return [...reachable]
    .filter((cell) => !heard.has(cell))
    .map((cell) => ({ ...placed(cell), simulated, state: 'never', expectedPerHour: 0, lastHour: 0, sources: [] }))
}

const cellView = (
  { cell, state, expectedPerHour, lastHour, sources }: JudgedCell,
  simulated: boolean,
): CoverageCell => ({
  ...placed(cell),
  simulated,
  state,
  expectedPerHour: Math.round(expectedPerHour * 1000) / 1000,
  lastHour,
  sources: [...sources],
})

function placed(cell: string): Pick<CoverageCell, 'cell' | 'lat' | 'lon' | 'boundary'> {
  return { cell, ...shortened(cellCentre(cell)), boundary: cellBoundary(cell).map(shortened) }
}

/** To a metre, which halves the answer. */
const shortened = ({ lat, lon }: LatLon): LatLon => ({
  lat: Math.round(lat * 1e5) / 1e5,
  lon: Math.round(lon * 1e5) / 1e5,
})
