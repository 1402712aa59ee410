import { KNOT, type PositionCovariance } from '@csii/model'

/** What saw an object from above: radar, a camera by day, a camera for lights by night, a receiver of radio. */
export const DETECTORS = ['sar', 'optical', 'viirs', 'rf'] as const
export type Detector = (typeof DETECTORS)[number]

export const TITLES: Readonly<Record<Detector, string>> = {
  sar: 'SAR',
  optical: 'Optical',
  viirs: 'Night light',
  rf: 'Radio emission',
}

/** By the names of instruments, satellites and kinds of detection that lists hold. */
const NAMES: readonly (readonly [Detector, RegExp])[] = [
  ['viirs', /viirs|dnb|night|suomi|noaa-?2/i],
  ['sar', /\bsar\b|sar_|synthetic|sentinel-?_?1|\bs1[a-d]?(?:\b|_)|radarsat|iceye|capella|terrasar|cosmo|paz\b|umbra/i],
  ['optical', /optical|\beo\b|eo_|sentinel-?_?2|\bs2[a-c]?(?:\b|_)|landsat|planet|skysat|worldview|pl[eé]iades|spot/i],
  ['rf', /\brf\b|radio|hawkeye|unseen|emitter|emission|kleos/i],
]

/** Undefined where the words name none. */
export function detectorNamed(words: string): Detector | undefined {
  const text = words.slice(0, 200)
  return NAMES.find(([, name]) => name.test(text))?.[0]
}

/**
 * A vessel that moves towards or away from a radar in orbit is shown beside its wake, by range × radial speed / speed
 * of the radar (Raney, Synthetic aperture imaging radar and moving targets, IEEE Transactions AES-7, 1971). For
 * Sentinel-1 that is 112 s × the radial speed: 850 km of range, 7.6 km/s. At 10 knots in any direction, seen 38° from
 * above, the radial speed has a standard deviation of 10 kn × sin 38° / √2.
 */
const SAR_SHIFT = 112 * 10 * KNOT * Math.sin((38 * Math.PI) / 180) * Math.SQRT1_2
/** Across that: the centre of a bright spot some pixels of 20 m wide (Sentinel-1, interferometric wide swath). */
const SAR_SPOT = 50
/** Between the satellite's path and the meridian, degrees, ascending or descending; tropics. */
const SAR_PATH = (12 * Math.PI) / 180

/**
 * Of a camera: 12.5 m at 95 % (Sentinel-2 Level-1C data quality report), and the centre of a hull that is not one
 * pixel.
 */
const OPTICAL_SIGMA = 30

/**
 * A light lies anywhere in a pixel of 742 m (Elvidge et al., Automatic boat identification system for VIIRS low light
 * imaging data, Remote Sensing 7, 2015); the pixel itself is placed to 75 m (NASA, VJ203DNB).
 */
const VIIRS_SIGMA = Math.hypot(742 / Math.sqrt(12), 75)

/** A radio detection without its ellipse: the half axes that providers publish reach to several kilometres. */
const RF_SIGMA = 5000

/** The error of a detection whose list says nothing of it, square metres. */
export function usualCovariance(detector: Detector): PositionCovariance {
  if (detector === 'sar') {
    const [along, across] = [SAR_SHIFT ** 2 + SAR_SPOT ** 2, SAR_SPOT ** 2]
    // Ascending and descending paths lean to both sides, so east and north are not correlated over both.
    const [sin2, cos2] = [Math.sin(SAR_PATH) ** 2, Math.cos(SAR_PATH) ** 2]
    return { ee: along * sin2 + across * cos2, en: 0, nn: along * cos2 + across * sin2 }
  }
  return circle(detector === 'optical' ? OPTICAL_SIGMA : detector === 'viirs' ? VIIRS_SIGMA : RF_SIGMA)
}

export const circle = (sigma: number): PositionCovariance => ({ ee: sigma ** 2, en: 0, nn: sigma ** 2 })
