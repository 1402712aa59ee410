import type { PositionCovariance } from '@csii/model'

/** What `navigation.gnss` says of the fix that a position comes from. */
export interface Fix {
  readonly horizontalDilution?: number
  /** `methodQuality`, such as `DGNSS fix`. */
  readonly quality?: string
  /** `type`, such as `Combined GPS/GLONASS`. */
  readonly type?: string
}

/**
 * Error of one satellite's range, metres, one standard deviation. Without corrections the signal itself errs by up to
 * 7.0 m with 95 % (GPS SPS Performance Standard, 5th edition, 2020, table 3.4-1), so by 3.6 m; ionosphere, reflections
 * and receiver bring it to about 5 m, our assumption, as are the smaller ones.
 */
const RANGE_SIGMA: ReadonlyMap<string | undefined, number> = new Map([
  ['DGNSS fix', 1.5],
  ['Precise GNSS', 1.5],
  ['RTK float', 0.5],
  ['RTK fixed integer', 0.1],
])
const USUAL_RANGE_SIGMA = 5

/**
 * Of a fix of which nothing is said: as an ordinary yacht's receiver with a dilution of 2, and doubled for not
 * knowing.
 */
const UNSAID_SIGMA = 14

/**
 * Between the antenna and what else might be taken for the place of the boat: our assumption for boats of 10 to 30 m.
 */
const HULL_SIGMA = 3

/**
 * Not by satellite: one nautical mile of probable error, as the IAMSAR Manual, volume II, appendix N has it for LORAN-C
 * and visual fixes; a radius that holds half is 1.1774 standard deviations.
 */
const GROUND_SIGMA = 1852 / 1.1774
const GROUND_TYPES: ReadonlySet<string | undefined> = new Set(['Loran-C', 'Chayka'])
const GROUND_QUALITIES: ReadonlySet<string | undefined> = new Set(['Estimated (DR) mode', 'Manual input'])

/** Values of `methodQuality` with which there is no position. */
const NO_FIX = new Set(['no GPS', 'Error'])

export const hasFix = ({ quality }: Fix): boolean => quality === undefined || !NO_FIX.has(quality)

/** Equipment that says that it makes its positions up. */
export const isSimulated = ({ quality }: Fix): boolean => quality === 'Simulator mode'

/** The dilution is the radius over the error of one range, so each axis has 1 / \u221a2 of it. */
export function fixCovariance({ horizontalDilution, quality, type }: Fix): PositionCovariance {
  if (GROUND_TYPES.has(type) || GROUND_QUALITIES.has(quality)) return round(GROUND_SIGMA)
  const range = RANGE_SIGMA.get(quality) ?? USUAL_RANGE_SIGMA
  const sigma = horizontalDilution === undefined ? UNSAID_SIGMA : (horizontalDilution * range) / Math.SQRT2
  return round(Math.hypot(sigma, HULL_SIGMA))
}

const round = (sigma: number): PositionCovariance => ({ ee: sigma ** 2, en: 0, nn: sigma ** 2 })
