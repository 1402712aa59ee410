import type { SensorOption, SensorOptions } from '@csii/model'

/** Standard deviations of what one radar measures, where somebody knows better than the standard. */
export interface RadarOptions {
  /** Metres. */
  readonly rangeSigma?: number
  readonly bearingSigmaDeg?: number
  readonly headingSigmaDeg?: number
  /** Degrees true: where the zero of a radar points that does not move and has no compass. */
  readonly headingDeg?: number
}

function sigmaOption(key: string, most: number, usual: string, unit: string): SensorOption {
  return {
    key,
    form: 'number',
    usual,
    fault: (value) => {
      const isSigma = typeof value === 'number' && value > 0 && value <= most
      return isSigma ? undefined : `is no number of ${unit} above 0, up to ${most}`
    },
    write: `the standard deviation in ${unit}, above 0, up to ${most}`,
  }
}

export const RADAR_OPTIONS: readonly SensorOption[] = [
  sigmaOption('rangeSigma', 5000, '30 m, or 1 % of the range scale or else of the range where that is more', 'metres'),
  sigmaOption('bearingSigmaDeg', 30, '1', 'degrees'),
  sigmaOption('headingSigmaDeg', 45, '1 with a true heading, 3 with a magnetic one, none ashore', 'degrees'),
  {
    key: 'headingDeg',
    form: 'number',
    usual: 'unknown: relative bearings need a heading sentence',
    fault: (value) =>
      typeof value === 'number' && value >= 0 && value <= 360 ? undefined : 'is no direction from 0 to 360 degrees',
    write: 'where the zero of a radar points that does not move, in degrees true',
  },
]

export function radarOptions(options: SensorOptions = {}): RadarOptions {
  const known = RADAR_OPTIONS.flatMap(({ key }) => (typeof options[key] === 'number' ? [[key, options[key]]] : []))
  // The keys are those of the options, and their values numbers.
  return Object.fromEntries(known) as RadarOptions
}
