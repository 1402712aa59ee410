import { KNOT } from '@csii/model'

/** A sensor's steps: its values are (n / per) × unit for whole numbers n, computed in just this order. */
export interface Grid {
  readonly per: number
  readonly unit: number
  /** Half a turn was added and taken off again, as where a longitude is brought into its range: that rounds. */
  readonly isTurned?: boolean
}

const FOOT = 0.3048
const NAUTICAL_MILE = 1852

const decimals = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].map((per): Grid => ({ per, unit: 1 }))

/** Compact Position Reporting: fractions of a zone in steps of 2⁻¹⁷, zones of 360° and 90° over 1 to 60. */
const zonesOf = (span: number): readonly Grid[] =>
  Array.from({ length: 60 }, (_, n) => ({ per: 2 ** 17, unit: span / (n + 1) }))
const turned = (grid: Grid): Grid => ({ ...grid, isTurned: true })

/** By their place in packs on disk: append only. */
export const GRIDS: readonly Grid[] = [
  ...decimals,
  // Whole seconds in milliseconds, and 1/128 s (ASTERIX).
  { per: 1, unit: 1000 },
  { per: 128, unit: 1000 },
  // AIS: 1/10,000 and 1/10 minute, tenths of a knot.
  { per: 600_000, unit: 1 },
  { per: 600, unit: 1 },
  { per: 10, unit: KNOT },
  // NMEA 0183, ADS-B and CSV: hundredths of a knot and whole ones, feet, miles.
  { per: 100, unit: KNOT },
  { per: 1, unit: KNOT },
  { per: 1, unit: FOOT },
  { per: 100, unit: NAUTICAL_MILE },
  { per: 1000, unit: NAUTICAL_MILE },
  // VMS: degrees and minutes.
  { per: 60, unit: 1 },
  { per: 3600, unit: 1 },
  { per: 60_000, unit: 1 },
  // ASTERIX: directions, miles and miles a second, degrees in three widths.
  { per: 2 ** 16, unit: 360 },
  { per: 2 ** 8, unit: NAUTICAL_MILE },
  { per: 2 ** 14, unit: NAUTICAL_MILE },
  { per: 2 ** 23, unit: 180 },
  { per: 2 ** 25, unit: 180 },
  { per: 2 ** 30, unit: 180 },
  { per: 2 ** 31, unit: 180 },
  // Mode S: ground track and heading.
  { per: 2 ** 7, unit: 360 },
  { per: 2 ** 10, unit: 360 },
  ...zonesOf(360),
  ...zonesOf(90),
  ...zonesOf(360).map(turned),
]

/** Indices are at most this far from zero, so that the difference of two is exact. */
export const MOST_INDEX = 2 ** 50

export function valueAt({ per, unit, isTurned }: Grid, index: number): number {
  const value = (index / per) * unit
  return isTurned === true ? value + 180 - 180 : value
}

export const stepOf = ({ per, unit }: Grid): number => unit / per

/** The number of the step that is this value exactly, or undefined where there is none. */
export function indexOf(grid: Grid, value: number): number | undefined {
  const index = Math.round((value / grid.unit) * grid.per)
  return Object.is(valueAt(grid, index) + 0, value) && Math.abs(index) <= MOST_INDEX ? index + 0 : undefined
}

/** Of a column. */
export const MOST_GRIDS = 14

/** Values that are looked at in order to find one more grid, and how many of them it must hold to be worth it. */
const SAMPLE = 256
const WORTH = 16

/** The grids on which nearly all these values lie, by what they save: first those that hold many values in few steps. */
export function gridsFor(values: readonly number[]): readonly number[] {
  const chosen: number[] = []
  let missed = values
  while (chosen.length < MOST_GRIDS) {
    const last = chosen.at(-1)
    if (last !== undefined) missed = missedBy(GRIDS[last]!, missed)
    const sample = thinned(missed)
    const best = bestFor(sample)
    if (best === undefined || best.held * WORTH < sample.length) break
    chosen.push(best.grid)
  }
  return chosen
}

function missedBy(grid: Grid, values: readonly number[]): readonly number[] {
  const missed: number[] = []
  for (const value of values) if (indexOf(grid, value) === undefined) missed.push(value)
  return missed
}

/** Bits of a value on no grid; one that is on a grid takes as many as the steps among which it lies need. */
const RAW_BITS = 52

function bestFor(sample: readonly number[]): { readonly grid: number; readonly held: number } | undefined {
  const spread = sample.reduce((most, value) => Math.max(most, Math.abs(value - sample[0]!)), 0)
  let best: { readonly grid: number; readonly held: number; readonly saved: number } | undefined
  for (const [number, grid] of GRIDS.entries()) {
    const held = sample.reduce((count, value) => (indexOf(grid, value) === undefined ? count : count + 1), 0)
    const saved = held * (RAW_BITS - Math.log2(spread / stepOf(grid) + 1))
    if (held > 0 && saved > (best?.saved ?? 0)) best = { grid: number, held, saved }
  }
  return best
}

function thinned(values: readonly number[]): readonly number[] {
  const stride = Math.ceil(values.length / SAMPLE)
  return stride <= 1 ? values : Array.from({ length: Math.floor(values.length / stride) }, (_, n) => values[n * stride]!)
}
